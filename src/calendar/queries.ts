import { sql } from 'kysely';
import type { Language } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { sha256 } from '../lib/hash.ts';
import { plusDays, startOf } from '../lib/time.ts';
import { addressOf } from '../letters/letter.ts';
import { meetingTitle } from '../meetings/meeting.ts';
import { meetingVisible } from '../meetings/openness.ts';
import { loadActor } from '../people/actor.ts';
import type { CalendarEntry } from './ics.ts';

/** How far back a feed goes, in days, and how many meetings it holds at most. */
const daysBack = 400;
const most = 500;

const rowsOf = (db: Db) =>
  db
    .selectFrom('meetings as m')
    .innerJoin('bodies as b', 'b.id', 'm.body_id')
    .select(['m.id', 'm.number', 'm.kind', 'm.title', 'm.starts_at', 'm.ends_at', 'm.place', 'm.online_url'])
    .select(['m.status', 'm.sequence', 'm.called_at', 'b.kind as body_kind', 'b.name as body_name']);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>;

/** A meeting for a calendar; place and the way in are for those called, the public is told body, time and page. */
export function entryOf(row: Row, called: boolean, lang: Language, site: string): CalendarEntry {
  const body = { kind: row.body_kind, name: row.body_name };
  return {
    id: row.id,
    title: meetingTitle({ kind: row.kind, title: row.title, startsAt: row.starts_at, body }, lang),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: called ? row.place : '',
    joinAt: called ? row.online_url : null,
    page: addressOf(site, `/meetings/${row.number}`, lang),
    cancelled: row.status === 'cancelled',
    sequence: row.sequence,
    calledAt: row.called_at,
  };
}

/** One meeting for a calendar, by id. */
export async function entryBy(
  db: Db,
  id: string,
  called: boolean,
  lang: Language,
  site: string,
): Promise<CalendarEntry> {
  const row = await rowsOf(db).where('m.id', '=', id).executeTakeFirstOrThrow();
  return entryOf(row, called, lang, site);
}

/** Whether somebody is called to a meeting. */
export async function isCalled(db: Db, meetingId: string, personId: string | null): Promise<boolean> {
  if (personId === null) return false;
  const row = await db
    .selectFrom('attendances')
    .select('id')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The meetings of a body that everybody may know of. */
export async function publicEntries(
  db: Db,
  bodyId: string,
  today: string,
  lang: Language,
  site: string,
): Promise<readonly CalendarEntry[]> {
  const rows = await rowsOf(db)
    .where('m.body_id', '=', bodyId)
    .where(meetingVisible(null))
    .where('m.starts_at', '>=', startOf(plusDays(today, -daysBack)))
    .orderBy('m.starts_at', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => entryOf(row, false, lang, site));
}

/** Whose feed a token opens, and of which body; null for a token that is unknown, renewed or taken back. */
export async function feedBy(db: Db, token: string, now: string) {
  const feed = await db
    .selectFrom('calendar_feeds as f')
    .leftJoin('bodies as b', 'b.id', 'f.body_id')
    .select(['f.id', 'f.person_id', 'f.body_id', 'f.used_at', 'b.name as body_name'])
    .where('f.token_hash', '=', sha256(token))
    .where('f.revoked_at', 'is', null)
    .executeTakeFirst();
  if (!feed) return null;
  // Once an hour is enough to tell whether an address is in use.
  await db
    .updateTable('calendar_feeds')
    .set({ used_at: now })
    .where('id', '=', feed.id)
    .where((eb) =>
      eb.or([
        eb('used_at', 'is', null),
        eb('used_at', '<', sql<string>`${now}::timestamptz - interval '1 hour'`),
      ]),
    )
    .execute();
  return feed;
}

/**
 * The meetings in a person's feed: those the person is called to, or all of one body that the person may know of today.
 * Null when the person has lost access: the address then opens nothing, whoever kept it.
 */
export async function feedEntries(
  db: Db,
  feed: { readonly person_id: string; readonly body_id: string | null },
  today: string,
  site: string,
): Promise<{ readonly entries: readonly CalendarEntry[]; readonly lang: Language } | null> {
  const actor = await loadActor(db, feed.person_id, today);
  if (actor === null) return null;
  const rows = await rowsOf(db)
    .select(
      sql<boolean>`exists (select 1 from attendances a where a.meeting_id = m.id and a.person_id = ${actor.id}::uuid)`.as(
        'called',
      ),
    )
    .where(meetingVisible(actor))
    .where('m.starts_at', '>=', startOf(plusDays(today, -daysBack)))
    .$if(feed.body_id !== null, (query) => query.where('m.body_id', '=', feed.body_id as string))
    .$if(feed.body_id === null, (query) =>
      query.where(
        sql<boolean>`exists (select 1 from attendances a where a.meeting_id = m.id and a.person_id = ${actor.id}::uuid)`,
      ),
    )
    .orderBy('m.starts_at', 'desc')
    .limit(most)
    .execute();
  const { language: lang } = actor;
  return { entries: rows.map((row) => entryOf(row, row.called, lang, site)), lang };
}

/** A person's calendar addresses that work, without their secrets. */
export const feedsOf = (db: Db, personId: string) =>
  db
    .selectFrom('calendar_feeds as f')
    .leftJoin('bodies as b', 'b.id', 'f.body_id')
    .select(['f.id', 'f.made_at as madeAt', 'f.used_at as usedAt', 'b.name as body'])
    .where('f.person_id', '=', personId)
    .where('f.revoked_at', 'is', null)
    .orderBy('f.made_at')
    .orderBy('f.id')
    .limit(100)
    .execute();
export type Feed = Awaited<ReturnType<typeof feedsOf>>[number];
