import { sql } from 'kysely';
import { meetingRules } from '../../../rulebook/statutes/meeting-rules.ts';
import { statutesInForce } from '../../../rulebook/statutes/editions.ts';
import type { BodyKind } from '../../../rulebook/vocabulary.ts';
import type { Db } from '../../db/client.ts';
import { notFound } from '../../deeds/failure.ts';
import type { Actor } from '../../people/actor.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { dayOf, readsClosed, type Meeting } from '../load.ts';
import { minutesFacts } from './facts.ts';
import { minutesFor, minutesOf, type Minutes, type MinutesReader, type Named } from './minutes.ts';
import { notSent, type MinutesStanding } from './standing.ts';

export const minutesNamed = { da: 'Referatet', en: 'minutes' };

/** How a reader stands to the minutes of a meeting. */
export interface MinutesAccess extends MinutesReader {
  /** Called, or prepares the meeting: reads drafts, remarks and approvals too. */
  readonly inside: boolean;
}

/** What a reader may see of the minutes of a meeting. */
export async function minutesAccess(db: Db, meeting: Meeting, actor: Actor | null): Promise<MinutesAccess> {
  const names = actor !== null && !actor.operator;
  const closed = await readsClosed(db, meeting, actor);
  if (closed || !names) return { closed, names, inside: closed };
  const called = await db
    .selectFrom('attendances')
    .select('id')
    .where('meeting_id', '=', meeting.id)
    .where('person_id', '=', actor.id)
    .where('role', '<>', 'guest')
    .executeTakeFirst();
  return { closed, names, inside: called !== undefined };
}

const columns = [
  'version',
  'status',
  'made_at as madeAt',
  'remarks_until as remarksUntil',
  'corrects_because as correctsBecause',
  'approved_at as approvedAt',
  'published_at as publishedAt',
] as const;

/** The versions of a meeting's minutes that a reader may read, newest first. */
export async function minutesVersions(
  db: Db,
  meetingId: string,
  access: Pick<MinutesAccess, 'inside'>,
): Promise<readonly MinutesStanding[]> {
  const rows = await db
    .selectFrom('minutes_versions')
    .select(columns)
    .where('meeting_id', '=', meetingId)
    .$if(!access.inside, (query) => query.where('published_at', 'is not', null))
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, status: row.status as MinutesStanding['status'] }));
}

export interface ReadMinutes {
  readonly standing: MinutesStanding;
  readonly minutes: Minutes;
}

/**
 * A version of the minutes as a reader may see it: the newest open to the reader where none is named.
 * @throws Failure `not-found` when there is none open to the reader
 */
export async function readMinutes(
  db: Db,
  meeting: Meeting,
  access: MinutesAccess,
  version?: number,
): Promise<ReadMinutes> {
  const row = await db
    .selectFrom('minutes_versions')
    .select([...columns, 'content'])
    .where('meeting_id', '=', meeting.id)
    .$if(version !== undefined, (query) => query.where('version', '=', version as number))
    .$if(!access.inside, (query) => query.where('published_at', 'is not', null))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw notFound(minutesNamed);
  const { content, ...standing } = row;
  return {
    standing: { ...standing, status: standing.status as MinutesStanding['status'] },
    minutes: minutesFor(content as unknown as Minutes, access),
  };
}

/** The minutes as they would read if they were sent now, for those who send them. */
export async function unsentMinutes(
  db: Db,
  meeting: Meeting,
  access: MinutesAccess,
  now: string,
): Promise<ReadMinutes> {
  return { standing: notSent(now), minutes: minutesFor(minutesOf(await minutesFacts(db, meeting)), access) };
}

/** Remarks on a version, in the order they came. For those inside only. */
export async function remarksOn(db: Db, meetingId: string, version: number) {
  return db
    .selectFrom('minutes_remarks as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('people as q', 'q.id', 'r.answered_by')
    .select([
      'r.id',
      'r.remark',
      'r.written_at as writtenAt',
      'r.answer',
      'r.answered_at as answeredAt',
      'p.id as personId',
      'p.name as personName',
      'q.id as answeredBy',
      'q.name as answeredByName',
    ])
    .where('r.meeting_id', '=', meetingId)
    .where('r.version', '=', version)
    .orderBy('r.written_at')
    .orderBy('r.id')
    .limit(500)
    .execute();
}
export type Remark = Awaited<ReturnType<typeof remarksOn>>[number];

/** Who approves the minutes of a meeting, and who of them has. */
export interface Approvals {
  /** By the statutes whoever chaired the meeting (§7.4), else the members. */
  readonly by: 'meeting-chair' | 'body';
  readonly approved: readonly Named[];
  readonly awaited: readonly Named[];
}

/** Whether the chair of the meeting approves its minutes, by the statutes of the day. */
const approvedBy = (meeting: {
  readonly edition: string;
  readonly starts_at: string;
  readonly body: { readonly kind: BodyKind };
}): Approvals['by'] =>
  meetingRules(editionOf(meeting.edition), statutesInForce(dayOf(meeting)), meeting.body.kind)
    .minutesApprovedBy;

/**
 * Who approves a version: the chair of the meeting where the statutes say so; else the members with a vote who took
 * part, or, where nobody is noted as present (a written procedure), all members with a vote.
 */
export async function approvalsOf(db: Db, meeting: Meeting, version: number): Promise<Approvals> {
  const by = approvedBy(meeting);
  const rows = await db
    .selectFrom('attendances as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .leftJoin('minutes_approvals as g', (join) =>
      join
        .onRef('g.person_id', '=', 'a.person_id')
        .onRef('g.meeting_id', '=', 'a.meeting_id')
        .on('g.version', '=', version),
    )
    .select(['p.id', 'p.name', 'a.voting', 'g.approved_at'])
    .select(sql<boolean>`exists (select 1 from presences r where r.attendance_id = a.id)`.as('present'))
    .where('a.meeting_id', '=', meeting.id)
    .where('a.role', '<>', 'guest')
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
  const chair = rows.filter((row) => row.id === meeting.chaired_by);
  const voting = rows.filter((row) => row.voting);
  const took = voting.filter((row) => row.present);
  const asked = by === 'meeting-chair' ? chair : took.length > 0 ? took : voting;
  const named = ({ id, name }: Named): Named => ({ id, name });
  return {
    by,
    approved: asked.filter((row) => row.approved_at !== null).map(named),
    awaited: asked.filter((row) => row.approved_at === null).map(named),
  };
}

/** A draft of minutes that waits for a person's approval. */
export interface AwaitedMinutes {
  readonly meeting: number;
  readonly body: string;
  readonly startsAt: string;
  readonly sentAt: string;
  readonly remarksUntil: string | null;
}

/** The drafts that a person is asked to approve and has not yet, oldest first. */
export async function minutesAwaiting(db: Db, personId: string, most: number): Promise<AwaitedMinutes[]> {
  const rows = await db
    .selectFrom('minutes_versions as v')
    .innerJoin('meetings as m', 'm.id', 'v.meeting_id')
    .innerJoin('bodies as b', 'b.id', 'm.body_id')
    .innerJoin('attendances as a', 'a.meeting_id', 'm.id')
    .select([
      'm.number',
      'm.starts_at',
      'm.edition',
      'm.chaired_by',
      'b.name',
      'b.kind',
      'v.made_at',
      'v.remarks_until',
      'a.voting',
      sql<boolean>`exists (select 1 from presences r where r.attendance_id = a.id)
        or not exists (select 1 from presences r join attendances o on o.id = r.attendance_id
          where o.meeting_id = m.id and o.voting)`.as('took_part'),
    ])
    .where('v.status', '=', 'draft')
    .where('a.person_id', '=', personId)
    .where('a.role', '<>', 'guest')
    .where(
      sql<boolean>`v.version = (select max(w.version) from minutes_versions w where w.meeting_id = v.meeting_id)`,
    )
    .where(
      sql<boolean>`not exists (select 1 from minutes_approvals g where g.meeting_id = v.meeting_id
        and g.version = v.version and g.person_id = a.person_id)`,
    )
    .orderBy('v.made_at')
    .orderBy('m.number')
    .limit(most)
    .execute();
  return rows
    .filter((row) =>
      approvedBy({ ...row, body: { kind: row.kind as BodyKind } }) === 'meeting-chair'
        ? row.chaired_by === personId
        : row.voting && row.took_part,
    )
    .map((row) => ({
      meeting: row.number,
      body: row.name,
      startsAt: row.starts_at,
      sentAt: row.made_at,
      remarksUntil: row.remarks_until,
    }));
}
