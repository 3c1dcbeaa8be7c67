import type { BodyKind } from '../../rulebook/vocabulary.ts';
import { notFound } from '../deeds/failure.ts';
import type { Db, Tx } from '../db/client.ts';
import { isId } from '../lib/id.ts';
import type { Actor } from '../people/actor.ts';
import type { Scope } from '../people/grounds.ts';
import { dateIn } from '../lib/time.ts';
import { whoIsCalled } from './attendance-queries.ts';
import { meetingTitle, type AttendanceRole, type MeetingKind, type MeetingStatus } from './meeting.ts';
import { initiativeOfItem, mayReadClosed, meetingVisible } from './openness.ts';

export const meetingNamed = { da: 'Mødet', en: 'meeting' };
export const itemNamed = { da: 'Punktet', en: 'item' };

const rowsOf = (db: Db) =>
  db
    .selectFrom('meetings as m')
    .innerJoin('bodies as b', 'b.id', 'm.body_id')
    .selectAll('m')
    .select([
      'b.kind as body_kind',
      'b.name as body_name',
      'b.slug as body_slug',
      'b.initiative_id',
      'b.closed_on as body_closed_on',
    ]);

const meetingOf = <R extends Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>>(
  row: R,
) => ({
  ...row,
  kind: row.kind as MeetingKind,
  status: row.status as MeetingStatus,
  body: {
    id: row.body_id,
    kind: row.body_kind as BodyKind,
    name: row.body_name,
    slug: row.body_slug,
    initiativeId: row.initiative_id,
  },
});

/** What an address may be: the id, or the number, as a condition. */
const numberIn = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : -1);

/**
 * A meeting by id or number, with its body.
 * @throws Failure `not-found`
 */
export async function meetingBy(db: Db, idOrNumber: string) {
  const row = await rowsOf(db)
    .$if(isId(idOrNumber), (query) => query.where('m.id', '=', idOrNumber))
    .$if(!isId(idOrNumber), (query) => query.where('m.number', '=', numberIn(idOrNumber)))
    .executeTakeFirst();
  if (!row) throw notFound(meetingNamed);
  return meetingOf(row);
}

export type Meeting = Awaited<ReturnType<typeof meetingBy>>;

/**
 * The same for a reader: one that the reader may not know of is not there.
 * @throws Failure `not-found`
 */
export async function meetingFor(db: Db, idOrNumber: string, actor: Actor | null): Promise<Meeting> {
  const row = await rowsOf(db)
    .$if(isId(idOrNumber), (query) => query.where('m.id', '=', idOrNumber))
    .$if(!isId(idOrNumber), (query) => query.where('m.number', '=', numberIn(idOrNumber)))
    .where(meetingVisible(actor))
    .executeTakeFirst();
  if (!row) throw notFound(meetingNamed);
  return meetingOf(row);
}

/**
 * The same, locked until the transaction ends: every deed with a meeting begins with this. Its body's other meetings
 * wait too, so that nothing is put on two agendas at once.
 * @throws Failure `not-found`
 */
export async function lockMeeting(tx: Tx, idOrNumber: string): Promise<Meeting> {
  const { id, body_id } = await meetingBy(tx, idOrNumber);
  await tx.selectFrom('bodies').select('id').where('id', '=', body_id).forNoKeyUpdate().execute();
  await tx.selectFrom('meetings').select('id').where('id', '=', id).forUpdate().execute();
  return meetingBy(tx, id);
}

/**
 * An agenda item by id, as it is stored: only for deeds, which say nothing of it to those without the right.
 * @throws Failure `not-found`
 */
export async function itemBy(db: Db, id: string) {
  const row = await db
    .selectFrom('agenda_items as x')
    .selectAll('x')
    .select(initiativeOfItem.as('initiative_id'))
    .where('x.id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound(itemNamed);
  return row;
}

export type Item = Awaited<ReturnType<typeof itemBy>>;

/** An item and its meeting, both locked until the transaction ends. */
export async function lockItem(tx: Tx, id: string): Promise<{ item: Item; meeting: Meeting }> {
  const { meeting_id } = await itemBy(tx, id);
  const meeting = await lockMeeting(tx, meeting_id);
  return { item: await itemBy(tx, id), meeting };
}

const scopeFor = async (db: Db, meeting: Meeting): Promise<Scope> => {
  const called = await whoIsCalled(db, meeting);
  return {
    initiativeId: meeting.body.initiativeId,
    body: meeting.body,
    called: called.flatMap((each) => (each.person === null || each.role === 'guest' ? [] : [each.person.id])),
  };
};

/** What rights in a meeting depend on: its body, and who is called. */
export const scopeOfMeeting = async (db: Db, idOrNumber: string): Promise<Scope> =>
  scopeFor(db, await meetingBy(db, idOrNumber));

/** The same for one of its items. */
export const scopeOfItem = async (db: Db, id: string): Promise<Scope> =>
  scopeFor(db, await meetingBy(db, (await itemBy(db, id)).meeting_id));

/** A meeting's page, to which its forms lead back. */
export async function aboutMeeting(db: Db, idOrNumber: string) {
  const meeting = await meetingBy(db, idOrNumber);
  const named = { kind: meeting.kind, title: meeting.title, startsAt: meeting.starts_at, body: meeting.body };
  return {
    href: `/meetings/${meeting.number}`,
    label: { da: meetingTitle(named, 'da'), en: meetingTitle(named, 'en') },
  };
}

/** The same for the forms of an item. */
export async function aboutItem(db: Db, id: string) {
  const item = await itemBy(db, id);
  const { href } = await aboutMeeting(db, item.meeting_id);
  return {
    href: `${href}/items/${item.number}`,
    label: { da: `${item.number}. ${item.title}`, en: `${item.number}. ${item.title_en ?? item.title}` },
  };
}

/** Whether a reader may read a meeting's closed items, and its agenda while it is a draft. */
export async function readsClosed(db: Db, meeting: Meeting, actor: Actor | null): Promise<boolean> {
  const row =
    actor === null
      ? undefined
      : await db
          .selectFrom('attendances')
          .select('role')
          .where('meeting_id', '=', meeting.id)
          .where('person_id', '=', actor.id)
          .executeTakeFirst();
  return mayReadClosed(actor, {
    body: meeting.body,
    opened: meeting.opened_at !== null,
    calledAs: (row?.role as AttendanceRole | undefined) ?? null,
  });
}

/** A meeting as the journal keeps it. */
export const meetingRecord = (row: Meeting) => ({
  number: row.number,
  body: row.body.id,
  kind: row.kind,
  title: row.title,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  papersDueOn: row.papers_due_on,
  status: row.status,
});

/** A meeting as operations answer it. */
export const meetingFacts = (row: Meeting) => ({
  id: row.id,
  number: row.number,
  body: { id: row.body.id, slug: row.body.slug, kind: row.body.kind, name: row.body.name },
  kind: row.kind,
  title: row.title,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  papersDueOn: row.papers_due_on,
  status: row.status,
  edition: row.edition,
  cancelledReason: row.cancelled_reason,
});

/** The date in Copenhagen on which a meeting begins. */
export const dayOf = (meeting: { readonly starts_at: string }): string =>
  dateIn(Temporal.Instant.from(meeting.starts_at));
