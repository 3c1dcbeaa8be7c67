import type { Text } from '../vocabulary.ts';

const isSentence = (text: string): boolean => /[.?!]$/u.test(text) || text.trim().split(/\s+/u).length > 2;

/** Every sentence in a record and the records within it that is the same in both languages, told by the nearest id. */
export function* copiedTexts(
  value: unknown,
  at: string,
): Iterable<{ readonly at: string; readonly text: string }> {
  if (typeof value !== 'object' || value === null) return;
  const { da, en, id, kind, duty } = value as Partial<Text> & { id?: string; kind?: string; duty?: string };
  if (da !== undefined && da === en && isSentence(da)) yield { at, text: da };
  const here = id ?? duty ?? kind ?? at;
  for (const each of Object.values(value)) yield* copiedTexts(each, here);
}

/** What is said of such a sentence, in Danish and English. */
export const copied = (text: string): readonly [da: string, en: string] => [
  `»${text}« står ens på dansk og engelsk. Oversæt den ene.`,
  `“${text}” is the same in Danish and English. Translate one.`,
];

/** The id of the nearest record around a place inside a value: `/gates/0/from` is told by the gate. */
export function nearestId(root: unknown, path: string): string {
  let at = '';
  let here: unknown = { root };
  for (const step of ['root', ...path.split('/').slice(1)]) {
    here = (here as Record<string, unknown> | null | undefined)?.[step];
    const id = (here as { id?: unknown } | null | undefined)?.id;
    if (typeof id === 'string') at = id;
  }
  return at;
}

/** What is said of a value that has not the right shape there. */
export const misshapen = (path: string, says: Text): readonly [da: string, en: string] => [
  `${path || 'Filen'}: ${says.da} Ret det i filen.`,
  `${path || 'The file'}: ${says.en} Correct it in the file.`,
];

/** What is said of a date that the calendar has not. */
export const notADate = (date: string): readonly [da: string, en: string] => [
  `${date} findes ikke i kalenderen. Ret datoen.`,
  `${date} is not in the calendar. Correct the date.`,
];

/** What is said of a period that ends before it begins. */
export const endsTooSoon = (from: string, to: string): readonly [da: string, en: string] => [
  `Slutdatoen ${to} ligger før begyndelsen ${from}. Ret en af dem.`,
  `The end ${to} comes before the beginning ${from}. Correct one.`,
];

/** What is said of an id that two records have. */
export const usedTwice = (id: string): readonly [da: string, en: string] => [
  `Id’et ${id} bruges to gange. Giv den ene et andet id.`,
  `The id ${id} is used twice. Give one another id.`,
];
