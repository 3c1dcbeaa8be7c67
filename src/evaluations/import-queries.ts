import type { Voice } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { notFound } from '../deeds/failure.ts';
import { fromCursor, pageOf, type ListPage } from '../lib/cursor.ts';
import { isId } from '../lib/id.ts';
import type { Actor } from '../people/actor.ts';
import { initiativeBy, type Initiative } from '../portfolio/load.ts';
import { importAnswer, type ImportAnswer } from './import-answer.ts';
import { groundForVoice } from './import-permissions.ts';
import { importBy, type EvaluationImport } from './import-store.ts';

export interface ImportItem {
  readonly id: string;
  readonly voice: Voice;
  readonly fileName: string;
  readonly status: EvaluationImport['status'];
  readonly readAt: string;
  readonly confirmedAt: string | null;
}

/**
 * The files read in for an initiative, newest first, as far as a person may carry in files of their voice. Others get
 * an empty list: a file that waits is a draft.
 */
export async function listImports(
  db: Db,
  initiative: Pick<Initiative, 'id'>,
  actor: Actor | null,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<ListPage<ImportItem>> {
  const voices = (['self', 'community'] as const).filter(
    (voice) => groundForVoice(actor, voice, { initiativeId: initiative.id }) !== null,
  );
  if (voices.length === 0) return { items: [], next: null };
  const after = fromCursor(cursor, 2);
  const rows = await db
    .selectFrom('evaluation_imports')
    .select(['id', 'voice', 'file_name', 'status', 'created_at', 'confirmed_at'])
    .where('initiative_id', '=', initiative.id)
    .where('voice', 'in', voices)
    .$if(after !== null && isInstant(after[0]) && isId(String(after[1])), (query) =>
      query.where((eb) =>
        eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(String(after?.[0]), String(after?.[1]))),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.map((row) => ({
    id: row.id,
    voice: row.voice as Voice,
    fileName: row.file_name,
    status: row.status as ImportItem['status'],
    readAt: row.created_at,
    confirmedAt: row.confirmed_at,
  }));
  return pageOf(items, limit, (row) => [row.readAt, row.id]);
}

const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value);

/**
 * One import with its rows, for those who may confirm it.
 * @throws Failure `not-found`, also for everybody else
 */
export async function importFor(
  db: Db,
  id: string,
  actor: Actor | null,
): Promise<{ readonly answer: ImportAnswer; readonly initiative: Initiative }> {
  const found = await importBy(db, id);
  if (groundForVoice(actor, found.voice, { initiativeId: found.initiativeId }) === null)
    throw notFound({ da: 'Den indlæste fil', en: 'imported file' });
  const initiative = await initiativeBy(db, found.initiativeId);
  return { initiative, answer: await importAnswer(db, found, initiative) };
}
