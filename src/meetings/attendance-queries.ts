import { sql } from 'kysely';
import type { BodyKind, SeatRole } from '../../rulebook/vocabulary.ts';
import type { Db, Tx } from '../db/client.ts';
import { newId } from '../lib/id.ts';
import { dateIn } from '../lib/time.ts';
import { whoFollowsFromSeats, type Called, type SeatOnDay } from './attendance.ts';
import type { AttendanceRole } from './meeting.ts';

/** What calling depends on: the meeting's body and day, and whether it has been opened. */
export interface Calling {
  readonly id: string;
  readonly starts_at: string;
  readonly opened_at: string | null;
  readonly status: string;
  readonly body: { readonly id: string; readonly kind: BodyKind; readonly initiativeId: string | null };
}

/** Those whom the seats of the day call. */
async function fromSeats(db: Db, meeting: Calling): Promise<readonly Called[]> {
  const on = dateIn(Temporal.Instant.from(meeting.starts_at));
  const { id, kind, initiativeId } = meeting.body;
  const { rows } = await sql<{
    own: boolean;
    body_kind: BodyKind | null;
    person_id: string;
    organisation_id: string | null;
    role: SeatRole;
    voting: boolean;
  }>`
    select b.id = ${id} as own, b.kind as body_kind, s.person_id, coalesce(s.organisation_id, p.organisation_id) as organisation_id,
      s.role, s.voting
    from seats s join bodies b on b.id = s.body_id join people p on p.id = s.person_id
    where (b.id = ${id} or (b.kind = 'secretariat' and s.role = 'business-manager') or (b.kind = 'board' and s.role = 'chair'))
      and s.from_on <= ${on} and (s.to_on is null or s.to_on >= ${on})
      and not p.operator and (p.closed_on is null or p.closed_on > ${on})
    union all
    select false, null, r.person_id, p.organisation_id, 'secretary', false
    from initiative_people r join people p on p.id = r.person_id
    where r.initiative_id = ${initiativeId}::uuid and r.role = 'project-manager'
      and r.from_on <= ${on} and (r.to_on is null or r.to_on >= ${on})
      and not p.operator and (p.closed_on is null or p.closed_on > ${on})
    order by 3 limit 2000`.execute(db);
  const seat = (row: (typeof rows)[number]): SeatOnDay => ({
    personId: row.person_id,
    organisationId: row.organisation_id,
    role: row.role,
    voting: row.voting,
  });
  return whoFollowsFromSeats({
    kind,
    seats: rows.filter((row) => row.own).map(seat),
    businessManagers: rows.filter((row) => row.body_kind === 'secretariat').map(seat),
    boardChairs: rows.filter((row) => row.body_kind === 'board' && row.role === 'chair').map(seat),
    projectManagers: rows.filter((row) => row.body_kind === null).map(seat),
  });
}

/** Whether who is called still follows the seats: until the meeting is opened or called off. */
const stillFollows = (meeting: Calling): boolean =>
  meeting.opened_at === null && (meeting.status === 'draft' || meeting.status === 'sent');

/**
 * Writes down who is called as the seats now say: adds those who have got a seat, takes away those who have none any
 * more. Guests, delegates, substitutes and apologies stay. Once the meeting is opened nothing changes.
 */
export async function followSeats(tx: Tx, meeting: Calling, now: string): Promise<void> {
  if (!stillFollows(meeting)) return;
  const called = await fromSeats(tx, meeting);
  const rows = called.map((each) => ({
    id: newId(),
    meeting_id: meeting.id,
    person_id: each.personId,
    organisation_id: each.organisationId,
    role: each.role,
    voting: each.voting,
    recorded_at: now,
  }));
  await tx
    .deleteFrom('attendances as a')
    .where('a.meeting_id', '=', meeting.id)
    .where('a.role', 'not in', ['guest', 'delegate', 'substitute'])
    .where((eb) =>
      eb.not(eb('a.person_id', '=', eb.fn.any(sql<string[]>`${rows.map((r) => r.person_id)}::uuid[]`))),
    )
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('attendances as s').select('s.id').whereRef('s.substitute_for', '=', 'a.id')),
      ),
    )
    .execute();
  if (rows.length === 0) return;
  await tx
    .insertInto('attendances')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['meeting_id', 'person_id'])
        .where('person_id', 'is not', null)
        .doUpdateSet((eb) => ({
          role: eb.ref('excluded.role'),
          voting: eb.ref('excluded.voting'),
          organisation_id: eb.ref('excluded.organisation_id'),
        }))
        .where((eb) => eb('attendances.role', 'not in', ['delegate', 'substitute'])),
    )
    .execute();
}

/** Somebody called to a meeting, as its page shows it. */
export interface Attendance {
  /** Null while nobody has written it down: it follows from a seat that came later than the call. */
  readonly id: string | null;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly guest: string | null;
  readonly organisation: { readonly id: string; readonly slug: string; readonly name: string } | null;
  readonly role: AttendanceRole;
  readonly voting: boolean;
  readonly apologiesAt: string | null;
  readonly apologiesNote: string;
  readonly substituteFor: string | null;
}

/** The most people listed for one meeting: a general assembly of all Danish municipalities, three times over. */
const most = 1_000;

/** Everybody called to a meeting: as written down, and until it opens as the seats now say. */
export async function whoIsCalled(db: Db, meeting: Calling): Promise<readonly Attendance[]> {
  const [rows, seats] = await Promise.all([
    attendances(db, meeting.id),
    stillFollows(meeting) ? fromSeats(db, meeting) : null,
  ]);
  if (seats === null) return rows;
  const bySeat = new Map(seats.map((seat) => [seat.personId, seat]));
  const kept = rows.flatMap((row) => {
    if (['guest', 'delegate', 'substitute'].includes(row.role)) return [row];
    const seat = row.person && bySeat.get(row.person.id);
    return seat ? [{ ...row, role: seat.role, voting: seat.voting }] : [];
  });
  const known = new Set(kept.map((row) => row.person?.id));
  const late = seats.filter((seat) => !known.has(seat.personId));
  return late.length === 0 ? kept : [...kept, ...(await named(db, late))];
}

async function attendances(db: Db, meetingId: string): Promise<readonly Attendance[]> {
  const rows = await db
    .selectFrom('attendances as a')
    .leftJoin('people as p', 'p.id', 'a.person_id')
    .leftJoin('organisations as o', 'o.id', 'a.organisation_id')
    .select([
      'a.id',
      'a.person_id',
      'p.name as person_name',
      'a.guest_name',
      'o.id as organisation_id',
      'o.slug as organisation_slug',
      'o.name as organisation_name',
      'a.role',
      'a.voting',
      'a.apologies_at',
      'a.apologies_note',
      'a.substitute_for',
    ])
    .where('a.meeting_id', '=', meetingId)
    .orderBy('a.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id === null ? null : { id: row.person_id, name: row.person_name as string },
    guest: row.guest_name,
    organisation:
      row.organisation_id === null
        ? null
        : {
            id: row.organisation_id,
            slug: row.organisation_slug as string,
            name: row.organisation_name as string,
          },
    role: row.role as AttendanceRole,
    voting: row.voting,
    apologiesAt: row.apologies_at,
    apologiesNote: row.apologies_note,
    substituteFor: row.substitute_for,
  }));
}

async function named(db: Db, called: readonly Called[]): Promise<readonly Attendance[]> {
  const people = await db
    .selectFrom('people as p')
    .leftJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['p.id', 'p.name', 'o.id as organisation_id', 'o.slug', 'o.name as organisation_name'])
    .where(
      'p.id',
      'in',
      called.map((each) => each.personId),
    )
    .execute();
  const byId = new Map(people.map((row) => [row.id, row]));
  return called.flatMap((each) => {
    const row = byId.get(each.personId);
    if (!row) return [];
    return [
      {
        id: null,
        person: { id: row.id, name: row.name },
        guest: null,
        organisation:
          row.organisation_id === null
            ? null
            : { id: row.organisation_id, slug: row.slug as string, name: row.organisation_name as string },
        role: each.role,
        voting: each.voting,
        apologiesAt: null,
        apologiesNote: '',
        substituteFor: null,
      },
    ];
  });
}
