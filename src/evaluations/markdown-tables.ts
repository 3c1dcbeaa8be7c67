import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

// an image reads as an exclamation mark and a link; looking for images costs most on hostile text
const markdown = new MarkdownIt({ html: true }).disable('image');

/** A row of a table: its line in the file, from 1, and its cells as text. */
export interface MarkdownRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface MarkdownTable {
  readonly head: readonly string[];
  readonly rows: readonly MarkdownRow[];
  /** The last heading above it, as text. */
  readonly heading: string;
}

/** A part of a document under a heading: its paragraphs and list items as text. */
export interface MarkdownSection {
  readonly heading: string;
  readonly text: string;
}

/** A fenced block: a diagram, say. */
export interface MarkdownFence {
  readonly language: string;
  readonly line: number;
  readonly content: string;
}

/** What the readers of reports need of a Markdown document. */
export interface MarkdownDocument {
  readonly tables: readonly MarkdownTable[];
  readonly sections: readonly MarkdownSection[];
  readonly fences: readonly MarkdownFence[];
  /** The lines of block quotes and paragraphs that read `**Name:** value`. */
  readonly facts: ReadonlyMap<string, string>;
}

/** Inline Markdown as the text a person reads; links keep their address, line breaks become line feeds. */
function textOf(token: Token): string {
  let text = '';
  const open: { at: number; href: string }[] = [];
  for (const child of token.children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') text += '\n';
    else if (child.type === 'html_inline') text += /^<br\s*\/?>$/i.test(child.content) ? '\n' : '';
    else if (child.type === 'link_open')
      open.push({ at: text.length, href: String(child.attrGet('href') ?? '') });
    else if (child.type === 'link_close') {
      const { at, href } = open.pop() as { at: number; href: string };
      const title = text.slice(at);
      text = text.slice(0, at) + (sameAddress(title, href) ? title : `[${title}](${href})`);
    } else if (child.type === 'image') text += child.content;
    else text += child.content;
  }
  return text.trim();
}

const sameAddress = (title: string, href: string): boolean =>
  title === href || markdown.normalizeLink(title) === href;

/** Reads the tables, sections, fences and facts of a Markdown document. */
export function readMarkdown(source: string): MarkdownDocument {
  const sections: { heading: string; text: string }[] = [];
  const tables: { head: readonly string[]; rows: MarkdownRow[]; heading: string }[] = [];
  const fences: MarkdownFence[] = [];
  const facts = new Map<string, string>();
  let row: string[] | null = null;
  let inHeading = false;
  let item = false;
  for (const token of markdown.parse(source.replace(/^\ufeff/, ''), {})) {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.type === 'heading_open') inHeading = true;
    else if (token.type === 'list_item_open') item = true;
    else if (token.type === 'table_open')
      tables.push({ head: [], rows: [], heading: sections.at(-1)?.heading ?? '' });
    else if (token.type === 'tr_open') {
      const table = tables.at(-1) as (typeof tables)[number];
      row = [];
      if (table.head.length === 0) table.head = row;
      else table.rows.push({ line, cells: row });
    } else if (token.type === 'tr_close') row = null;
    else if (token.type === 'fence')
      fences.push({ language: token.info.trim(), line, content: token.content });
    else if (token.type === 'inline' && row) row.push(textOf(token));
    else if (token.type === 'inline' && inHeading) {
      sections.push({ heading: textOf(token), text: '' });
      inHeading = false;
    } else if (token.type === 'inline') {
      for (const [, name, value] of token.content.matchAll(/^\*\*([^*\n]+?):?\*\*:?[ \t]*(.*)$/gm))
        facts.set((name as string).trim(), (value as string).trim());
      const section = sections.at(-1);
      if (section) section.text += `${joint(section.text, item)}${textOf(token)}`;
      item = false;
    }
  }
  return { tables, sections, fences, facts };
}

function joint(before: string, item: boolean): string {
  const sameList = item && /(?:^|\n)- [^\n]*$/.test(before);
  return `${before === '' ? '' : sameList ? '\n' : '\n\n'}${item ? '- ' : ''}`;
}

/** The column whose head is one of these words, whatever case and emphasis; -1 for none. */
export const columnOf = (table: MarkdownTable, ...names: readonly string[]): number =>
  table.head.findIndex((head) => names.includes(head.toLowerCase().replace(/[?*]/g, '').trim()));
