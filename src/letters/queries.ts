import type { Db } from '../db/client.ts';
import { notFound } from '../deeds/failure.ts';
import { fromCursor, pageOf, type ListPage } from '../lib/cursor.ts';
import { isId } from '../lib/id.ts';
import type { Language } from '../../rulebook/vocabulary.ts';
import { defaultTexts } from './default-texts.ts';
import { letterKinds, type LetterKindId } from './kinds.ts';
import { topics, type How, type LetterState, type Topic, type Way } from './vocabulary.ts';

export interface LetterFilter {
  readonly status?: LetterState | undefined;
  readonly kind?: LetterKindId | undefined;
  /** Id of the one it is to. */
  readonly person?: string | undefined;
}

const rowsOf = (db: Db) =>
  db
    .selectFrom('letters as l')
    .innerJoin('people as p', 'p.id', 'l.person_id')
    .select(['l.id', 'l.kind', 'l.subject', 'l.way', 'l.status', 'l.problem', 'l.about', 'l.notice'])
    .select(['l.written_at', 'l.due_at', 'l.ended_at', 'p.id as personId', 'p.name as personName']);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>;

const itemOf = (row: Row) => ({
  id: row.id,
  kind: row.kind as LetterKindId,
  person: { id: row.personId, name: row.personName },
  subject: row.subject,
  way: row.way as Way,
  status: row.status as LetterState,
  problem: row.problem,
  about: row.about,
  notice: row.notice,
  writtenAt: row.written_at,
  dueAt: row.due_at,
  endedAt: row.ended_at,
});
export type LetterItem = ReturnType<typeof itemOf>;

/** The outbox, the newest first. For the secretariat: it says what was written to whom. */
export async function listLetters(
  db: Db,
  filter: LetterFilter & { readonly cursor?: string | undefined; readonly limit: number },
): Promise<ListPage<LetterItem>> {
  const after = fromCursor(filter.cursor, 2);
  const [at, id] = after ?? [];
  const rows = await rowsOf(db)
    .$if(filter.status !== undefined, (query) => query.where('l.status', '=', filter.status as string))
    .$if(filter.kind !== undefined, (query) => query.where('l.kind', '=', filter.kind as string))
    .$if(filter.person !== undefined, (query) => query.where('l.person_id', '=', filter.person as string))
    .$if(typeof at === 'string' && !Number.isNaN(Date.parse(at)) && isId(String(id)), (query) =>
      query.where((eb) => eb(eb.refTuple('l.written_at', 'l.id'), '<', eb.tuple(String(at), String(id)))),
    )
    .orderBy('l.written_at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  const { items, next } = pageOf(rows, filter.limit, (row) => [row.written_at, row.id]);
  return { items: items.map(itemOf), next };
}

/** How many letters stand in each state that somebody must look after, and since when the oldest waits. */
export async function outboxCounts(db: Db, now: Temporal.Instant) {
  const row = await db
    .selectFrom('letters')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('status', '=', 'waiting').as('waiting'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'failed').as('failed'),
      eb.fn
        .min('due_at')
        .filterWhere('status', '=', 'waiting')
        .filterWhere('due_at', '<=', now.toString())
        .as('oldestWaiting'),
    ])
    .where('status', 'in', ['waiting', 'failed'])
    .executeTakeFirstOrThrow();
  return { waiting: row.waiting, failed: row.failed, oldestWaiting: row.oldestWaiting };
}

/**
 * One letter with its words, who caused it, and the letters it gathers.
 * @throws Failure `not-found`
 */
export async function letterDetails(db: Db, id: string) {
  const row = await rowsOf(db)
    .leftJoin('people as w', 'w.id', 'l.written_by')
    .select(['l.language', 'l.body', 'l.why', 'l.attempts', 'l.sent_to', 'l.digest_id'])
    .select(['w.id as writerId', 'w.name as writerName'])
    .where('l.id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound({ da: 'Mailen', en: 'letter' });
  const gathers = await db
    .selectFrom('letters')
    .select(['id', 'subject'])
    .where('digest_id', '=', row.id)
    .orderBy('written_at')
    .orderBy('id')
    .limit(500)
    .execute();
  return {
    ...itemOf(row),
    language: (row.language === 'en' ? 'en' : 'da') as Language,
    body: row.body,
    why: row.why,
    attempts: row.attempts,
    sentTo: row.sent_to,
    writtenBy: row.writerId === null ? null : { id: row.writerId, name: row.writerName as string },
    digest: row.digest_id,
    gathers,
  };
}
export type LetterDetails = Awaited<ReturnType<typeof letterDetails>>;

/** How a person wants mails about each topic. */
export async function choicesOf(db: Db, personId: string) {
  const rows = await db.selectFrom('letter_choices').selectAll().where('person_id', '=', personId).execute();
  return (Object.keys(topics) as Topic[]).map((topic) => {
    const chosen = rows.find((row) => row.topic === topic)?.how as How | undefined;
    return { topic, how: chosen ?? topics[topic].usual, usual: chosen === undefined };
  });
}

/** Every text in both languages, with whether it is the community's own. */
export async function listTexts(db: Db) {
  const rows = await db.selectFrom('letter_templates').selectAll().execute();
  return (Object.keys(letterKinds) as LetterKindId[]).flatMap((kind) =>
    (['da', 'en'] as const).map((language) => {
      const own = rows.find((row) => row.kind === kind && row.language === language);
      const { subject, body } = own ?? defaultTexts[kind][language];
      return { kind, language, subject, body, own: own !== undefined };
    }),
  );
}
export type LetterText = Awaited<ReturnType<typeof listTexts>>[number];

/** One text as it is now. */
export async function textBy(db: Db, kind: LetterKindId, language: Language): Promise<LetterText> {
  const texts = await listTexts(db);
  return texts.find((text) => text.kind === kind && text.language === language) as LetterText;
}
