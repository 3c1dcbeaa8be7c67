import { drawable } from './characters.ts';
import type { Block, Inline, Line, Paper } from './paper.ts';

interface Piece {
  readonly text: string;
  readonly href: string | null;
  readonly strong: boolean;
}
/** Paragraphs of lines of pieces. */
type Paragraphs = readonly (readonly (readonly Piece[])[])[];

const isAddress = (href: string): boolean => /^(https?:\/\/|mailto:)/.test(href) && URL.canParse(href);

const pieceOf = (inline: Inline): Piece => {
  const { text, href, strong } =
    typeof inline === 'string' ? { text: inline } : { href: undefined, ...inline };
  return {
    text: drawable(text),
    href: href !== undefined && isAddress(href) ? href : null,
    strong: strong ?? false,
  };
};

/** Parts running text at blank lines and line ends, across its pieces; a text of blanks is one empty paragraph. */
export function paragraphsOf(line: Line): Paragraphs {
  const paragraphs: Piece[][][] = [[[]]];
  const last = () => paragraphs.at(-1) as Piece[][];
  for (const piece of (Array.isArray(line) ? (line as readonly Inline[]) : [line as Inline]).map(pieceOf)) {
    piece.text.split(/\n[ \n]*\n/).forEach((paragraph, p) => {
      if (p > 0) paragraphs.push([[]]);
      paragraph.split('\n').forEach((text, l) => {
        if (l > 0) last().push([]);
        if (text !== '') (last().at(-1) as Piece[]).push({ ...piece, text });
      });
    });
  }
  const filled = paragraphs.filter((lines) => lines.some((pieces) => pieces.length > 0));
  return filled.length > 0 ? filled : [[[{ text: ' ', href: null, strong: false }]]];
}

const oneLine = (text: string): string => drawable(text).replace(/\s+/g, ' ').trim();
/** A heading may not be empty (PDF/UA-1). */
const heading = (text: string): string => oneLine(text) || '–';
const factsOf = (facts: readonly (readonly [string, Line])[]) =>
  facts.map(([word, says]) => ({ word: oneLine(word), says: paragraphsOf(says) }));

function blockOf(block: Block) {
  switch (block.kind) {
    case 'heading':
      return {
        kind: 'heading',
        level: block.level,
        text: heading(block.text),
        'new-page': block.newPage ?? false,
      };
    case 'text':
      return { kind: 'text', tone: block.tone ?? '', paragraphs: paragraphsOf(block.text) };
    case 'facts':
      return { kind: 'facts', facts: factsOf(block.facts) };
    case 'list':
      return { kind: 'list', items: block.items.map(paragraphsOf) };
    case 'table':
      return {
        kind: 'table',
        shares: block.columns.map(({ share }) => share),
        heads: block.columns.map(({ head }) => oneLine(head)),
        cells: block.rows.flatMap((row) => row.map(paragraphsOf)),
      };
    case 'decision':
      return { kind: 'decision', title: heading(block.title), lines: block.lines.map(paragraphsOf) };
  }
}

/** A paper as the JSON its template reads: text drawable, parted into lines, everything present. */
export function forTypst(paper: Paper): string {
  const made = Temporal.Instant.from(paper.madeAt).toZonedDateTimeISO('Europe/Copenhagen');
  return JSON.stringify({
    lang: paper.lang,
    title: heading(paper.title),
    kicker: oneLine(paper.kicker),
    author: oneLine(paper.author),
    keywords: paper.keywords.map(oneLine),
    made: { year: made.year, month: made.month, day: made.day },
    cover: paper.cover
      ? { facts: factsOf(paper.cover.facts), contents: heading(paper.cover.contents) }
      : null,
    foot: oneLine(paper.foot),
    'page-words': paper.pageWords,
    blocks: paper.blocks.map(blockOf),
  });
}
