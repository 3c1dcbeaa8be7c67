import type { IsoDate } from '../../rulebook/rule.ts';
import { dateIn } from './planned-dates.ts';
import { fault, isUnreadable, maximumRows, readText, tooManyRows } from '../files/text-file.ts';
import type { FileFault, Unreadable } from '../files/text-file.ts';
import { elementsOf, membersOf, rootSpan } from '../lib/json-members.ts';
import type { Member } from '../lib/json-members.ts';
import type { Catalogue } from './catalogue.ts';
import { proposeRows } from './import-rows.ts';
import type { ImportRows, WrittenRow } from './import-rows.ts';
import type { Text } from '../../rulebook/vocabulary.ts';

/** What stands above the rows of a self-evaluation, as written; null where the file does not say. */
export interface SelfEvaluationHead {
  readonly productName: string | null;
  readonly filledBy: string | null;
  readonly filledDate: string | null;
  readonly generatedAt: string | null;
}

/** A self-evaluation in the JSON of OS2's form, read against an edition. */
export interface SelfEvaluation extends ImportRows {
  readonly format: 'self-evaluation';
  /** The file's text, unchanged: what an export starts from. */
  readonly source: string;
  readonly head: SelfEvaluationHead;
  /** The date it was filled in, where the file names one that exists. */
  readonly filledOn: IsoDate | null;
}

const headKeys = ['productName', 'filledBy', 'filledDate', 'generatedAt'] as const;

/**
 * Reads the JSON that OS2's self-evaluation form exports: `{ productName, filledBy, filledDate, generatedAt,
 * krav: [{ id, kategori, krav, produktniveau, retningslinjer, efterlevet, dokumentation }] }`. Keys may come in any
 * order and more of them are kept. A file that is not UTF-8, over 5 MB, not JSON or of another shape is refused with
 * every fault and its place. `known` are other editions, to recognise files of another generation.
 */
export function parseSelfEvaluation(
  bytes: Uint8Array,
  edition: Catalogue,
  known: readonly Catalogue[] = [],
): SelfEvaluation | Unreadable {
  const text = readText(bytes);
  return typeof text === 'string' ? parseSelfEvaluationText(text, edition, known) : text;
}

/** The same from the text of a file kept earlier. */
export function parseSelfEvaluationText(
  source: string,
  edition: Catalogue,
  known: readonly Catalogue[] = [],
): SelfEvaluation | Unreadable {
  const value = parseJson(source);
  if (isUnreadable(value)) return value;
  const twice = writtenTwice(source, value.json);
  if (twice.length > 0) return { faults: twice.slice(0, 20) };
  const shape = shapeOf(value.json);
  if (isUnreadable(shape)) return shape;
  return {
    format: 'self-evaluation',
    source,
    head: shape.head,
    filledOn: dateIn(shape.head.filledDate ?? '')?.date ?? null,
    ...proposeRows(shape.rows, { edition, known, exactLabels: true }),
  };
}

function parseJson(source: string): { json: unknown } | Unreadable {
  const text = source.replace(/^\ufeff/, '');
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return fault(
      'Filen er ikke gyldig JSON. Hent den igen fra formularen, og prøv på ny.',
      'The file is not valid JSON. Fetch it from the form again and try once more.',
      placeOf(error as SyntaxError, text),
    );
  }
}

/** Where the engine says the JSON breaks; it names the place in one of three ways. */
function placeOf(error: SyntaxError, text: string): Text {
  const snippet = /token .*?, (?:\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid/.exec(error.message)?.[1];
  const at =
    /at position (\d+)/.exec(error.message)?.[1] ??
    (/end of JSON/.test(error.message) ? text.length : snippet && text.indexOf(snippet) + snippet.length / 2);
  const before = text.slice(0, Math.max(0, Math.floor(Number(at ?? 0))));
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  return { da: `linje ${line}, tegn ${column}`, en: `line ${line}, character ${column}` };
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (path: string): Text => ({ da: path, en: path });

/** Keys that an object has twice: which of the two values counts would be a guess. */
function writtenTwice(source: string, json: unknown): FileFault[] {
  if (!isObject(json)) return [];
  const top = membersOf(source, rootSpan(source));
  const list = Array.isArray(json['krav']) ? top.findLast(({ key }) => key === 'krav') : undefined;
  const rows = list ? elementsOf(source, list.value) : [];
  return [
    ...doubledKeys(top, ''),
    ...rows.flatMap((row, index) =>
      source[row.start] === '{' ? doubledKeys(membersOf(source, row), `krav[${index}].`) : [],
    ),
  ];
}

function doubledKeys(members: readonly Member[], path: string): FileFault[] {
  const keys = members.map(({ key }) => key);
  const doubled = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...doubled].map((key) => ({
    place: at(`${path}${key.slice(0, 60)}`),
    says: {
      da: 'Feltet står to gange. Slet det ene, og prøv igen.',
      en: 'The field stands twice. Delete one of them and try again.',
    },
  }));
}

interface Shape {
  readonly head: SelfEvaluationHead;
  readonly rows: readonly WrittenRow[];
}

function shapeOf(json: unknown): Shape | Unreadable {
  if (!isObject(json) || !Array.isArray(json['krav']))
    return fault(
      'Filen er ikke en selvevaluering: den skal have en liste »krav«.',
      'The file is not a self-evaluation: it must have a list “krav”.',
      isObject(json) ? at('krav') : null,
    );
  const krav = json['krav'] as readonly unknown[];
  if (krav.length > maximumRows) return tooManyRows(krav.length, at('krav'));
  const faults: FileFault[] = [];
  const text = (from: JsonObject, key: string, path: string): string | null => {
    const value = Object.hasOwn(from, key) ? from[key] : undefined;
    if (value === undefined || value === null) return null;
    if (typeof value === 'string') return value;
    if (key === 'produktniveau' && typeof value === 'number') return String(value);
    faults.push({
      place: at(path),
      says: { da: `»${key}« skal være tekst.`, en: `“${key}” must be text.` },
    });
    return null;
  };
  const [productName, filledBy, filledDate, generatedAt] = headKeys.map((key) => text(json, key, key));
  const rows = krav.map((row, index) => rowOf(row, index, text, faults));
  if (faults.length > 0) return { faults: faults.slice(0, 20) };
  return {
    head: {
      productName: productName ?? null,
      filledBy: filledBy ?? null,
      filledDate: filledDate ?? null,
      generatedAt: generatedAt ?? null,
    },
    rows: rows.filter((row) => row !== null),
  };
}

function rowOf(
  row: unknown,
  index: number,
  text: (from: JsonObject, key: string, path: string) => string | null,
  faults: FileFault[],
): WrittenRow | null {
  const path = `krav[${index}]`;
  if (!isObject(row)) {
    faults.push({
      place: at(path),
      says: { da: 'Rækken skal være et objekt.', en: 'The row must be an object.' },
    });
    return null;
  }
  const read = (key: string): string | null => text(row, key, `${path}.${key}`);
  const id = read('id');
  if ((id === null || id.trim() === '') && !faults.some(({ place }) => place?.da === `${path}.id`))
    faults.push({
      place: at(`${path}.id`),
      says: { da: 'Rækken mangler sit id.', en: 'The row has no id.' },
    });
  return {
    index,
    line: null,
    id: id ?? '',
    asWritten: read('efterlevet') ?? '',
    explanation: read('dokumentation') ?? '',
    theme: read('kategori'),
    level: read('produktniveau'),
    label: read('krav'),
  };
}
