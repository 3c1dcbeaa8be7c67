import { stretchesOf } from './links.ts';

/** Text as it stands in Markdown within a line: nothing in it means anything but itself. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|~&!$]/g, '\\$&');

/** What would begin a heading, list, quote, rule or table when it stands first on a line. */
const lineStart = (line: string): string =>
  line.replace(/^([-+=#:>])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2');

/** An address between angle brackets; what Markdown or a table would read is written in per cent. */
const address = (url: string): string =>
  url.replace(/[<>()|\\\s`"]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** A link under its words. */
export const markdownLink = (title: string, url: string): string =>
  title === url ? `<${address(url)}>` : `[${escaped(title.replace(/\s+/g, ' '))}](<${address(url)}>)`;

/** One line of a person's text: escaped, addresses as links. */
const inline = (text: string): string =>
  stretchesOf(text)
    .map(({ text: words, url }) => (url === null ? escaped(words) : markdownLink(words, url)))
    .join('');

const linesOf = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim());

/** A person's text in a cell of a table: one line, its breaks kept. */
export const cellText = (text: string): string => linesOf(text.trim()).map(inline).join('<br>');

/** A person's text as paragraphs, its line breaks kept. */
export const paragraphs = (text: string): string =>
  text
    .trim()
    .split(/\n[^\S\n]*\n\s*/)
    .map((block) =>
      linesOf(block)
        .filter((line) => line !== '')
        .map((line) => lineStart(inline(line)))
        .join('\\\n'),
    )
    .filter((block) => block !== '')
    .join('\n\n');

/** One line of a person's text outside tables: in headings and lists. */
export const lineText = (text: string): string => inline(text.replace(/\s+/g, ' ').trim());

/** A table. Cells are Markdown already. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
