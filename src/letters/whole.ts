import { defineWords } from '../web/words.ts';
import { addressOf, type Letter } from './letter.ts';

const words = defineWords({
  da: {
    because: (why: string) => `Du får denne mail, fordi ${why}.`,
    notice: 'Den er en meddelelse efter vedtægterne og kan ikke slås fra.',
    change: (address: string) => `Vælg selv, hvilke mails du får, og hvornår: ${address}`,
    help: 'Er den kommet forkert, så skriv til sekretariatet.',
  },
  en: {
    because: (why) => `You get this mail because ${why}.`,
    notice: 'It is a notice by the statutes and cannot be turned off.',
    change: (address) => `Choose which mails you get, and when: ${address}`,
    help: 'If it reached you by mistake, write to the secretariat.',
  },
});

/** What is needed of a letter to write it out. */
export type Written = Pick<Letter, 'subject' | 'body' | 'why' | 'notice' | 'language' | 'personId'>;

/** Why it came and how to change that: the end of every mail. */
function footOf(letter: Written, site: string): string {
  const w = words(letter.language);
  const choose = addressOf(site, `/people/${letter.personId}/letters`, letter.language);
  return [w.because(letter.why), ...(letter.notice ? [w.notice] : []), w.change(choose), w.help].join('\n');
}

/** The mail's whole text: its words, then why it came and how to change that. */
export const wholeText = (letter: Written, site: string): string =>
  `${letter.body}\n\n-- \n${footOf(letter, site)}\n`;

/** The same text as HTML: paragraphs, lists and links, nothing fetched from anywhere. */
export const wholeHtml = (letter: Written, site: string): string => `<!doctype html>
<html lang="${letter.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(letter.subject)}</title></head>
<body>
<h1>${escape(letter.subject)}</h1>
${blocks(letter.body)}
<hr>
${blocks(footOf(letter, site))}
</body>
</html>
`;

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Addresses in a text become links; a full stop or a bracket after one is not part of it. */
const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/)
    .map((part, index) => (index % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
    .join('');

const isPoint = (line: string): boolean => line.startsWith('- ');

/** Paragraphs between empty lines; lines that begin with a dash stand in a list. */
function blocks(text: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .flatMap((part) => runs(part.split('\n')))
    .join('\n');
}

function runs(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < lines.length;) {
    const points = isPoint(lines[at] as string);
    let end = at;
    while (
      end < lines.length &&
      (isPoint(lines[end] as string) || (points && /^ {2}/.test(lines[end] as string))) === points
    )
      end += 1;
    const part = lines.slice(at, end);
    out.push(points ? list(part) : `<p>${part.map(linked).join('<br>\n')}</p>`);
    at = end;
  }
  return out;
}

function list(lines: readonly string[]): string {
  const points: string[] = [];
  for (const line of lines) {
    if (isPoint(line)) points.push(linked(line.slice(2)));
    else points[points.length - 1] += `<br>\n${linked(line.trim())}`;
  }
  return `<ul>\n${points.map((point) => `<li>${point}</li>`).join('\n')}\n</ul>`;
}
