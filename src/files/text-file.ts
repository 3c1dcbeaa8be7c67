import type { Text } from '../../rulebook/vocabulary.ts';

/** Why a file cannot be read, in a sentence, and where in it. */
export interface FileFault {
  readonly place: Text | null;
  readonly says: Text;
}

/** A file that could not be read. */
export interface Unreadable {
  readonly faults: readonly FileFault[];
}

export const isUnreadable = (read: object): read is Unreadable => 'faults' in read;

export const fault = (da: string, en: string, place: Text | null = null): Unreadable => ({
  faults: [{ place, says: { da, en } }],
});

/** The largest evaluation file that is read: 5 MB. */
export const maximumEvaluationBytes = 5 * 1024 * 1024;

/** The largest report in Markdown that is read: 200 kB, ten times the longest published. */
export const maximumReportBytes = 200 * 1024;

/** The most rows that are read from one file; a catalogue has some forty. */
export const maximumRows = 500;

export const tooManyRows = (rows: number, place: Text | null): Unreadable =>
  fault(
    `Filen har ${rows} rækker. En evaluering har højst ${maximumRows}.`,
    `The file has ${rows} rows. An evaluation has at most ${maximumRows}.`,
    place,
  );

export const lineText = (line: number): Text => ({ da: `linje ${line}`, en: `line ${line}` });

/** How a file says that it is in UTF-16, which some editors call "Unicode". */
const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The first line, from 1, that is not UTF-8. A line feed is never part of a longer character. */
function firstBrokenLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    if (decode(bytes.subarray(start, end)) === null) return line;
    start = end + 1;
  }
  return line;
}

/**
 * The text of a file in UTF-8, a byte order mark kept. A file that is empty, larger than `maximum` bytes or not
 * UTF-8 is refused with the reason and the line.
 */
export function readText(bytes: Uint8Array, maximum = maximumEvaluationBytes): string | Unreadable {
  if (bytes.length === 0) return fault('Filen er tom.', 'The file is empty.');
  if (bytes.length > maximum) {
    const size = maximum < 1024 * 1024 ? `${maximum / 1024} kB` : `${maximum / 1024 / 1024} MB`;
    return fault(
      `Filen er for stor. Den må højst fylde ${size}.`,
      `The file is too large. It may be at most ${size}.`,
    );
  }
  if (isUtf16(bytes))
    return fault(
      'Filen er gemt som UTF-16 (»Unicode«). Gem den som UTF-8, og prøv igen.',
      'The file is saved as UTF-16 (“Unicode”). Save it as UTF-8 and try again.',
    );
  const text = decode(bytes);
  if (text !== null) return text;
  return fault(
    'Filen er ikke gemt som UTF-8. Gem den som UTF-8, og prøv igen.',
    'The file is not saved as UTF-8. Save it as UTF-8 and try again.',
    lineText(firstBrokenLine(bytes)),
  );
}
