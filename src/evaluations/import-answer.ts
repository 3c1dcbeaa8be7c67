import { isClaimed } from '../../rulebook/judge.ts';
import { verdicts, voices } from '../../rulebook/vocabulary.ts';
import type { Text } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import type { Initiative } from '../portfolio/load.ts';
import { editionOf } from '../rules/edition-of.ts';
import { choiceValue, leaveOut } from './import-choices.ts';
import type { Choice, PreviewRow } from './import-choices.ts';
import type { EvaluationImport } from './import-store.ts';
import { rowsOf } from './import-steps.ts';

/** The words of a choice. */
export const choiceWords: Readonly<Record<Choice, Text>> = {
  ...verdicts,
  [leaveOut]: { da: 'Udelad rækken', en: 'Leave the row out' },
};

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether two names are one: blanks, signs and case do not matter. */
export const sameName = (one: string, other: string): boolean => plain(one) === plain(other);

/** Whether a file seems to be about another product than the one it was read in for. */
const otherProduct = (productName: string | null, name: string): boolean =>
  productName !== null && plain(productName) !== '' && !sameName(productName, name);

/** An import as operations answer it and pages show it. */
export async function importAnswer(
  db: Db,
  found: EvaluationImport,
  initiative: Pick<Initiative, 'slug' | 'name'>,
) {
  const edition = editionOf(found.edition);
  const rows = await rowsOf(db, found);
  const { file } = found;
  return {
    id: found.id,
    initiative: initiative.slug,
    edition: found.edition,
    voice: found.voice,
    voiceName: voices[found.voice],
    format: file.format,
    fileName: found.fileName,
    status: found.status,
    readAt: found.createdAt,
    confirmedAt: found.confirmedAt,
    saidOn: file.saidOn,
    otherProduct: otherProduct(file.productName, initiative.name) ? file.productName : null,
    waiting: rows.filter(({ waits }) => waits !== null).map(({ key }) => key),
    unknown: file.unknown,
    missing: file.missing,
    doubled: file.doubled,
    notes: file.notes,
    rows: rows.map((row) => rowAnswer(row, edition)),
  };
}

export type ImportAnswer = Awaited<ReturnType<typeof importAnswer>>;
export type RowAnswer = ImportAnswer['rows'][number];

function rowAnswer(row: PreviewRow, edition: ReturnType<typeof editionOf>) {
  const requirement = row.requirement === null ? undefined : edition.requirements[row.requirement];
  return {
    key: row.key,
    id: row.id,
    requirement: row.requirement,
    label: requirement?.label ?? null,
    level: requirement?.level ?? null,
    /** Registered facts answer it; the file's answer is shown beside them. */
    computed: requirement !== undefined && !isClaimed(requirement),
    line: row.line,
    asWritten: row.asWritten,
    proposed: { ...row.proposed },
    explanation: row.explanation,
    plannedFor: row.plannedFor?.date ?? null,
    evidence: row.evidence,
    problems: row.problems,
    registered: row.registered && {
      verdict: row.registered.verdict,
      explanation: row.registered.explanation,
    },
    change: row.change,
    waits: row.waits,
    knownDate: row.knownDate,
    choices: row.choices.map((choice) => ({
      value: choiceValue(row, choice),
      label: choiceWords[choice],
    })),
  };
}
