import { readFileSync } from 'node:fs';

/**
 * PDF/UA-1 forbids a character that no font of the paper can draw. So what the shipped fonts know is read from their
 * tables, and anything else is shown as a box.
 */
const fontFiles = ['Inter-Regular.ttf', 'DejaVuSans.ttf'] as const;
const fontFolder = new URL('./fonts/', import.meta.url);

/** Stands for a character that the fonts of papers cannot draw. */
export const unknownCharacter = '\u25a1';

type Range = readonly [from: number, to: number];

/**
 * The code points a TrueType font draws, from its `cmap` table: the full one (format 12), or that of the basic plane
 * (format 4), as the OpenType specification 1.9 lays them out.
 * @throws RangeError when the font has neither
 */
export function codePointsOf(font: Buffer): readonly Range[] {
  const tables = font.readUInt16BE(4);
  for (let table = 0; table < tables; table += 1) {
    const entry = 12 + table * 16;
    if (font.toString('latin1', entry, entry + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(entry + 8);
    const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) =>
      font.readUInt32BE(cmap + 4 + index * 8 + 4),
    ).map((offset) => cmap + offset);
    const full = subtables.find((at) => font.readUInt16BE(at) === 12);
    if (full !== undefined)
      return Array.from({ length: font.readUInt32BE(full + 12) }, (_, group): Range => {
        const at = full + 16 + group * 12;
        return [font.readUInt32BE(at), font.readUInt32BE(at + 4)];
      });
    const basic = subtables.find((at) => font.readUInt16BE(at) === 4);
    if (basic !== undefined) return basicRanges(font, basic);
  }
  throw new RangeError('the font has no table of characters that can be read');
}

/** Ranges of format 4: ends and starts stand in two lists after each other. */
function basicRanges(font: Buffer, at: number): readonly Range[] {
  const doubled = font.readUInt16BE(at + 6);
  const ranges: Range[] = [];
  for (let segment = 0; segment < doubled; segment += 2) {
    const to = font.readUInt16BE(at + 14 + segment);
    const from = font.readUInt16BE(at + 16 + doubled + segment);
    if (from !== 0xffff) ranges.push([from, to]);
  }
  return ranges;
}

/** The code points that one of the fonts draws; read with the first paper. */
const drawn = (): ReadonlySet<number> => (known ??= readFonts());
let known: ReadonlySet<number> | null = null;

function readFonts(): ReadonlySet<number> {
  const points = new Set<number>();
  for (const file of fontFiles)
    for (const [from, to] of codePointsOf(readFileSync(new URL(file, fontFolder))))
      for (let point = from; point <= to; point += 1) points.add(point);
  return points;
}

/** Marks without a shape: joiners, variation selectors and direction marks, which do nothing without the letters. */
const shapeless = /\p{Default_Ignorable_Code_Point}/u;

/** Longest run of letters that is left without a place to break: longer ones would leave the page. */
const longestWord = 40;

/**
 * People's text as the fonts of papers can draw it: composed, without control characters and marks that have no shape,
 * a box for each character no font knows, and with places to break in endless words.
 */
export function drawable(text: string): string {
  const points = drawn();
  let out = '';
  let run = 0;
  for (const character of text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .normalize('NFC')) {
    if (character === '\n' || character === ' ' || character === '\t') {
      out += character === '\t' ? ' ' : character;
      run = 0;
      continue;
    }
    const point = character.codePointAt(0) as number;
    if (point < 0x20 || (point >= 0x7f && point < 0xa0) || shapeless.test(character)) continue;
    if (run === longestWord) {
      out += '\u200b';
      run = 0;
    }
    out += points.has(point) ? character : unknownCharacter;
    run = character === '-' || character === '/' ? 0 : run + 1;
  }
  return out;
}
