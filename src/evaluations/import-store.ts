import type { RequirementId } from '../../rulebook/rule.ts';
import type { Verdict, Voice } from '../../rulebook/vocabulary.ts';
import { sql, type Selectable } from 'kysely';
import type { Db, Tx } from '../db/client.ts';
import type { DB } from '../db/types.ts';
import { notFound } from '../deeds/failure.ts';
import { isId, newId } from '../lib/id.ts';
import type { Initiative } from '../portfolio/load.ts';
import type { Choice, RegisteredWord, RegisteredWords, SeenVersions, TakenRow } from './import-choices.ts';
import type { Received, ReceivedFile } from './received-file.ts';

/** A file that was read waits as a preview until a person has confirmed or discarded it. */
export const importStatuses = ['preview', 'confirmed', 'discarded'] as const;

/** What is kept of a file in `evaluation_imports.rows`. */
interface Kept {
  readonly file: ReceivedFile;
  readonly seen: SeenVersions;
  /** What was said about the rows that waited; null until it is confirmed. */
  readonly chosen: Readonly<Record<string, Choice>> | null;
}

/** An evaluation file as received, pending or settled. A discarded one keeps nothing of its content. */
export interface EvaluationImport extends Kept {
  readonly id: string;
  readonly initiativeId: string;
  readonly edition: string;
  readonly voice: Voice;
  readonly fileName: string;
  readonly status: (typeof importStatuses)[number];
  readonly createdAt: string;
  readonly confirmedAt: string | null;
}

const columns = [
  'id',
  'initiative_id',
  'edition',
  'voice',
  'file_name',
  'rows',
  'status',
  'created_at',
  'confirmed_at',
] as const;

const importNamed = { da: 'Den indlæste fil', en: 'imported file' };

/**
 * An import by id.
 * @throws Failure `not-found`
 */
export async function importBy(db: Db, id: string): Promise<EvaluationImport> {
  const row = isId(id)
    ? await db.selectFrom('evaluation_imports').select(columns).where('id', '=', id).executeTakeFirst()
    : undefined;
  if (!row) throw notFound(importNamed);
  return fromRow(row);
}

type Row = Pick<Selectable<DB['evaluation_imports']>, (typeof columns)[number]>;

const fromRow = (row: Row): EvaluationImport => ({
  id: row.id,
  initiativeId: row.initiative_id,
  edition: row.edition,
  voice: row.voice as Voice,
  fileName: row.file_name,
  status: row.status as EvaluationImport['status'],
  createdAt: row.created_at,
  confirmedAt: row.confirmed_at,
  ...(row.rows as unknown as Kept),
});

/** The file of a voice confirmed last under the edition an initiative lives under; of one format, where asked. */
export async function latestConfirmed(
  db: Db,
  initiative: Pick<Initiative, 'id' | 'edition'>,
  voice: Voice,
  format?: ReceivedFile['format'],
): Promise<EvaluationImport | null> {
  const row = await db
    .selectFrom('evaluation_imports')
    .select(columns)
    .where('initiative_id', '=', initiative.id)
    .where('edition', '=', initiative.edition)
    .where('voice', '=', voice)
    .where('status', '=', 'confirmed')
    .$if(format !== undefined, (query) =>
      query.where(sql`rows -> 'file' ->> 'format'`, '=', format as string),
    )
    .orderBy('confirmed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The text of a file as it was received. */
export async function sourceOf(db: Db, id: string): Promise<string> {
  const { source } = await db
    .selectFrom('evaluation_imports')
    .select('source')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return source;
}

/** Keeps a file until a person has decided. */
export async function keepImport(
  tx: Tx,
  what: Received & {
    readonly initiativeId: string;
    readonly edition: string;
    readonly fileName: string;
    readonly seen: SeenVersions;
    readonly personId: string | null;
    readonly now: string;
  },
): Promise<string> {
  const id = newId();
  const kept: Kept = { file: what.file, seen: what.seen, chosen: null };
  await tx
    .insertInto('evaluation_imports')
    .values({
      id,
      initiative_id: what.initiativeId,
      edition: what.edition,
      voice: what.voice,
      file_name: what.fileName,
      source: what.source,
      rows: JSON.stringify(kept),
      status: 'preview',
      created_by: what.personId,
      created_at: what.now,
    })
    .execute();
  return id;
}

/** What one voice says about each requirement of an edition. */
export async function registeredWords(
  db: Db,
  initiativeId: string,
  edition: string,
  voice: Voice,
): Promise<RegisteredWords> {
  const rows = await db
    .selectFrom('assessments')
    .select(['requirement', 'verdict', 'explanation', 'planned_for', 'version'])
    .where('initiative_id', '=', initiativeId)
    .where('edition', '=', edition)
    .where('voice', '=', voice)
    .execute();
  return Object.fromEntries(
    rows.map((row): [RequirementId, RegisteredWord] => [
      row.requirement,
      {
        verdict: row.verdict as Verdict,
        explanation: row.explanation,
        plannedFor: row.planned_for,
        version: row.version,
      },
    ]),
  );
}

export const versionsOf = (words: RegisteredWords): SeenVersions =>
  Object.fromEntries(Object.entries(words).map(([id, word]) => [id, word?.version]));

/** Marks an import as confirmed, with what a person chose. */
export async function markConfirmed(
  tx: Tx,
  found: EvaluationImport,
  chosen: Readonly<Record<string, Choice>>,
  now: string,
): Promise<void> {
  const kept: Kept = { file: found.file, seen: found.seen, chosen };
  await tx
    .updateTable('evaluation_imports')
    .set({ status: 'confirmed', confirmed_at: now, rows: JSON.stringify(kept) })
    .where('id', '=', found.id)
    .execute();
}

/** Marks an import as discarded and forgets what the file said. */
export async function forgetImport(tx: Tx, found: EvaluationImport): Promise<void> {
  const file: ReceivedFile = {
    format: found.file.format,
    productName: null,
    saidOn: null,
    rows: [],
    missing: [],
    unknown: [],
    doubled: [],
    notes: [],
    wording: { summary: '', overall: '', recommendation: '' },
  };
  await tx
    .updateTable('evaluation_imports')
    .set({
      status: 'discarded',
      source: '',
      rows: JSON.stringify({ file, seen: {}, chosen: null } satisfies Kept),
    })
    .where('id', '=', found.id)
    .execute();
}

/**
 * Writes rows as a voice's word. A word that says the same already is left as it is; what is changed loses its second
 * person's review, keeps its evidence, and gets the links its new text holds.
 */
export async function writeWords(
  tx: Tx,
  found: EvaluationImport,
  taken: readonly TakenRow[],
  personId: string | null,
  now: string,
): Promise<void> {
  for (const { row, verdict, plannedFor } of taken) {
    const word = {
      verdict,
      explanation: row.explanation,
      as_written: row.asWritten,
      planned_for: plannedFor,
      checked_on: found.file.saidOn,
      checked_by: null,
      changed_at: now,
    };
    await tx
      .insertInto('assessments')
      .values({
        initiative_id: found.initiativeId,
        edition: found.edition,
        requirement: row.requirement,
        voice: found.voice,
        ...word,
      })
      .onConflict((conflict) =>
        conflict.columns(['initiative_id', 'edition', 'requirement', 'voice']).doUpdateSet((eb) => ({
          ...word,
          reviewed_by: null,
          reviewed_at: null,
          version: eb('assessments.version', '+', 1),
        })),
      )
      .execute();
    await addLinks(tx, found, row, personId, now);
  }
}

async function addLinks(
  tx: Tx,
  found: EvaluationImport,
  row: TakenRow['row'],
  personId: string | null,
  now: string,
): Promise<void> {
  if (row.evidence.length === 0) return;
  const of = {
    initiative_id: found.initiativeId,
    edition: found.edition,
    requirement: row.requirement,
    voice: found.voice,
  };
  const there = await tx
    .selectFrom('evidence')
    .select('url')
    .where('initiative_id', '=', of.initiative_id)
    .where('edition', '=', of.edition)
    .where('requirement', '=', of.requirement)
    .where('voice', '=', of.voice)
    .execute();
  const known = new Set(there.map(({ url }) => url));
  const links = row.evidence.filter(({ url }) => !known.has(url));
  if (links.length === 0) return;
  await tx
    .insertInto('evidence')
    .values(
      links.map(({ title, url }) => ({
        id: newId(),
        ...of,
        title,
        url,
        added_by: personId,
        added_at: now,
      })),
    )
    .execute();
}
