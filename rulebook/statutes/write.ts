import type { Choice, Source } from '../rule.ts';
import type { BodyKind, Text } from '../vocabulary.ts';
import type { Settings, SettingId } from './settings.ts';
import type { Answer, Gap, Question, StatuteExample, StatuteRule } from './statute.ts';

/** Danish and English. */
export type Pair = readonly [da: string, en: string];
export const text = ([da, en]: Pair): Text => ({ da, en });

/** A paragraph of the statutes as they stand in Git. */
export const paragraph = (section: string): Source => ({
  document: 'OS2 vedtægter',
  section: `§${section}`,
  url: 'https://github.com/OS2offdig/about/blob/main/BYLAWS.md',
});

export const example = (says: Pair, question: Question, answer: Answer): StatuteExample => ({
  says: text(says),
  question,
  answer,
});

/** A rule that sets something. */
export const sets = (
  id: string,
  section: string,
  label: Pair,
  says: Pair,
  values: Partial<Settings>,
  ...examples: readonly StatuteExample[]
): StatuteRule => ({
  id,
  label: text(label),
  says: text(says),
  source: paragraph(section),
  sets: values,
  examples,
});

/** A rule that only people can keep. */
export const people = (id: string, section: string, label: Pair, says: Pair, because: Pair): StatuteRule => ({
  id,
  label: text(label),
  says: text(says),
  source: paragraph(section),
  sets: {},
  leftToPeople: text(because),
  examples: [],
});

export const gap = (
  id: string,
  body: BodyKind | null,
  question: Pair,
  meanwhile: Pair,
  leaves: readonly SettingId[],
  ...sources: readonly Source[]
): Gap => ({ id, body, question: text(question), meanwhile: text(meanwhile), leaves, sources });

export const reading = (
  id: string,
  question: Pair,
  readings: readonly Pair[],
  chosen: Pair,
  ...sources: readonly Source[]
): Choice => ({
  id,
  question: text(question),
  readings: readings.map(text),
  chosen: text(chosen),
  sources,
});

/** Rules in the order of their numbers, V1 first. */
export const inOrder = (...groups: readonly (readonly StatuteRule[])[]): readonly StatuteRule[] =>
  groups.flat().toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
