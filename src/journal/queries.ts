import { sql, type SqlBool } from 'kysely';
import { notFound } from '../deeds/failure.ts';
import type { Db } from '../db/client.ts';
import { fromCursor, pageOf, type ListPage } from '../lib/cursor.ts';
import { isId } from '../lib/id.ts';
import { meetingRowsVisible } from '../meetings/openness.ts';
import type { Actor } from '../people/actor.ts';
import { genesis } from './append.ts';
import { knowsPeople, openedFor, textsIn, type Named } from './closed.ts';
import { recordsNamed, subjectsNamed, type RecordNames, type Subject } from './names.ts';

export interface JournalFilter {
  readonly deed?: string | undefined;
  /** Kind of subject: `initiative`, `case`. */
  readonly kind?: string | undefined;
  /** Id of the subject, with its kind. */
  readonly subject?: string | undefined;
  /** Id of an initiative: all that was done to it and its cases, bodies and papers. */
  readonly initiative?: string | undefined;
  /** Id of a person, or words of a name. */
  readonly person?: string | undefined;
  /** First and last date in Copenhagen. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A row of the journal as a reader may see it. */
export interface JournalItem {
  readonly seq: number;
  readonly at: string;
  /** Null for the system itself, and for readers who are not told people's names. */
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly deed: string;
  readonly subject: Subject;
  readonly initiative: { readonly id: string; readonly slug: string; readonly name: string } | null;
  readonly before: unknown;
  readonly after: unknown;
  /** What is closed to this reader and left out: `person`, `after`, `before.person`. */
  readonly withheld: readonly string[];
  readonly ground: string;
  readonly edition: string;
  readonly prevHash: string;
  readonly hash: string;
  /** Names of the records that before and after point at. */
  readonly names: RecordNames;
}

/**
 * Rows a reader may know of. What was written on a case while it was a draft is for those who prepare it, also after
 * it was sent, and so are meetings and what is closed on their agendas; rows about people are for those who are told
 * people's names.
 */
function visibleTo(actor: Actor | null) {
  const mine = actor?.mandates.flatMap((m) => (m.initiativeId ? [m.initiativeId] : [])) ?? [];
  const secretariat = actor?.mandates.some((m) => m.kind === 'seat' && m.bodyKind === 'secretariat') ?? false;
  const people = knowsPeople(actor) ? sql<SqlBool>`true` : sql<SqlBool>`j.subject_kind <> 'person'`;
  if (secretariat) return people;
  const meetings = meetingRowsVisible(actor);
  const prepares = actor
    ? sql<SqlBool>`(c.owner_id = ${actor.id} or c.initiative_id = any(${mine}::uuid[]))`
    : sql<SqlBool>`false`;
  return sql<SqlBool>`${people} and ${meetings} and not (j.subject_kind = 'case' and exists (
    select 1 from cases c where c.id = case when j.subject_id ~ '^[0-9a-f-]{36}$' then j.subject_id::uuid end
      and not ${prepares}
      and (c.status = 'draft' or exists (select 1 from journal s
        where s.subject_kind = 'case' and s.subject_id = j.subject_id and (
          (s.deed = 'send-case' and s.seq > j.seq)
          or (s.deed = 'withdraw-case' and s.seq >= j.seq and s.before ->> 'status' = 'draft'))))))
    and not (j.subject_kind = 'decision' and exists (
      select 1 from decisions d join cases c on c.id = d.case_id
      where d.id = case when j.subject_id ~ '^[0-9a-f-]{36}$' then j.subject_id::uuid end
        and c.status = 'draft' and not ${prepares}))`;
}

const rowsFor = (db: Db, actor: Actor | null) =>
  db
    .selectFrom('journal as j')
    .leftJoin('people as p', 'p.id', 'j.person_id')
    .leftJoin('initiatives as i', 'i.id', 'j.initiative_id')
    .select([
      'j.seq',
      'j.at',
      'j.person_id',
      'p.name as person_name',
      'j.deed',
      'j.subject_kind',
      'j.subject_id',
      'j.initiative_id',
      'i.slug as initiative_slug',
      'i.name as initiative_name',
      'j.before',
      'j.after',
      'j.ground',
      'j.edition',
      'j.prev_hash',
      'j.hash',
    ])
    .where(visibleTo(actor));

const like = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
/** The instant a date begins in Copenhagen. */
const midnight = (date: string) => sql<string>`(${date}::date::timestamp at time zone 'Europe/Copenhagen')`;

/** The journal, newest first, as far as a reader may see it. */
export async function listJournal(
  db: Db,
  filter: JournalFilter,
  actor: Actor | null,
): Promise<ListPage<JournalItem>> {
  const after = fromCursor(filter.cursor, 1);
  const { deed, kind, subject, initiative, person, from, to } = filter;
  const rows = await rowsFor(db, actor)
    .$if(deed !== undefined, (query) => query.where('j.deed', '=', deed as string))
    .$if(kind !== undefined, (query) => query.where('j.subject_kind', '=', kind as string))
    .$if(subject !== undefined, (query) => query.where('j.subject_id', '=', subject as string))
    .$if(initiative !== undefined, (query) => query.where('j.initiative_id', '=', initiative as string))
    .$if(person !== undefined, (query) =>
      isId(person as string)
        ? query.where('j.person_id', '=', person as string)
        : query.where('j.person_id', 'in', (eb) =>
            eb
              .selectFrom('people')
              .select('id')
              .where(sql`lower(name)`, 'like', like(person as string)),
          ),
    )
    .$if(from !== undefined, (query) => query.where('j.at', '>=', midnight(from as string)))
    .$if(to !== undefined, (query) =>
      query.where(sql<SqlBool>`j.at < ${midnight(to as string)} + interval '1 day'`),
    )
    .$if(after !== null && Number.isSafeInteger(after[0]), (query) =>
      query.where('j.seq', '<', Number(after?.[0])),
    )
    .orderBy('j.seq', 'desc')
    .limit(filter.limit + 1)
    .execute();
  const { items, next } = pageOf(rows, filter.limit, (row) => [row.seq]);
  return { items: await inWordsFor(db, items, actor), next };
}

/**
 * One row.
 * @throws Failure `not-found` when there is none, or it is closed to the reader
 */
export async function journalRow(db: Db, seq: number, actor: Actor | null): Promise<JournalItem> {
  const rows = await rowsFor(db, actor).where('j.seq', '=', seq).execute();
  const [item] = await inWordsFor(db, rows, actor);
  if (!item) throw notFound({ da: 'Posten i journalen', en: 'entry in the journal' });
  return item;
}

/** Number, hash and time of the last row: what is worth publishing, because it pins down all before it. */
export async function journalHead(db: Db): Promise<{ seq: number; hash: string; at: string | null }> {
  const row = await db
    .selectFrom('journal')
    .select(['seq', 'hash', 'at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { seq: 0, hash: genesis, at: null };
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsFor>['execute']>>[number];

async function inWordsFor(
  db: Db,
  rows: readonly Row[],
  actor: Actor | null,
): Promise<readonly JournalItem[]> {
  const texts = textsIn(rows.flatMap((row) => [row.before, row.after]));
  const [subjects, people, names] = await Promise.all([
    subjectsNamed(
      db,
      rows.map((row) => ({ kind: row.subject_kind, id: row.subject_id })),
      knowsPeople(actor),
    ),
    peopleAmong(db, texts),
    recordsNamed(db, texts.filter(isId)),
  ]);
  const told = knowsPeople(actor);
  const namesOfPeople = told ? people.map((person) => [person.id, person.name] as const) : [];
  return rows.map((row) => {
    const subject = { kind: row.subject_kind, id: row.subject_id };
    const opened = openedFor(
      { subject, initiativeId: row.initiative_id, before: row.before, after: row.after },
      actor,
      people,
    );
    return {
      seq: row.seq,
      at: row.at,
      person: row.person_id === null || !told ? null : { id: row.person_id, name: row.person_name as string },
      deed: row.deed,
      subject: subjects(subject),
      initiative:
        row.initiative_id === null || row.initiative_slug === null
          ? null
          : { id: row.initiative_id, slug: row.initiative_slug, name: row.initiative_name as string },
      before: opened.before,
      after: opened.after,
      withheld: [...(row.person_id !== null && !told ? ['person'] : []), ...opened.withheld],
      ground: row.ground,
      edition: row.edition,
      prevHash: row.prev_hash,
      hash: row.hash,
      names: new Map([...names, ...namesOfPeople]),
    };
  });
}

/** Those among some texts who are people, by id, name or e-mail. */
async function peopleAmong(db: Db, texts: readonly string[]): Promise<readonly Named[]> {
  if (texts.length === 0) return [];
  return db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where((eb) =>
      eb.or([
        eb('id', '=', sql<string>`any(${texts.filter(isId)}::uuid[])`),
        eb('name', '=', sql<string>`any(${texts}::text[])`),
      ]),
    )
    .execute();
}
