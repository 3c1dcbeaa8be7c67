import { sql } from 'kysely';
import type { BodyRule } from '../../../rulebook/rule.ts';
import type { Db } from '../../db/client.ts';
import { whoIsCalled } from '../attendance-queries.ts';
import { dayOf, type Meeting } from '../load.ts';

/** One who may vote in a box. */
export interface Elector {
  readonly personId: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly weight: number;
  /** The body's chair, whose vote decides a tie where the rule says so. */
  readonly casting: boolean;
  readonly recused: boolean;
}

export interface Electorate {
  readonly electors: readonly Elector[];
  /** Voting seats of the body that day, or member organisations in the general assembly: there or not. */
  readonly seats: number;
}

/**
 * Who may vote on an item now. In a meeting those there with a vote, in a written procedure everybody with a vote, in the
 * general assembly one for each member organisation (statutes §4.2). When the numbers of a vote are entered after the
 * meeting, those who were there at some time.
 * @param recused ids of people who stand aside in this question
 */
export async function electorateOf(
  db: Db,
  meeting: Meeting,
  recused: readonly string[],
): Promise<Electorate> {
  const voting = (await whoIsCalled(db, meeting)).filter((each) => each.voting && each.person !== null);
  const there = meeting.kind === 'written' ? null : await thereNow(db, meeting);
  const seen = new Set<string>();
  const electors = voting.flatMap((each): Elector[] => {
    const { person, organisation } = each;
    if (person === null || (there !== null && !there.has(person.id))) return [];
    const vote = ofAssembly(meeting) ? (organisation?.id ?? person.id) : person.id;
    if (seen.has(vote)) return [];
    seen.add(vote);
    return [
      {
        personId: person.id,
        name: person.name,
        organisationId: ofAssembly(meeting) ? (organisation?.id ?? null) : null,
        weight: 1,
        casting: each.role === 'chair' && !ofAssembly(meeting),
        recused: recused.includes(person.id),
      },
    ];
  });
  return { electors, seats: await seatsOf(db, meeting) };
}

const ofAssembly = (meeting: Meeting): boolean => meeting.body.kind === 'general-assembly';

/** People whose presence has begun and not ended; after the meeting, everybody who was there. */
async function thereNow(db: Db, meeting: Meeting): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('presences as p')
    .innerJoin('attendances as a', 'a.id', 'p.attendance_id')
    .select('a.person_id')
    .distinct()
    .where('a.meeting_id', '=', meeting.id)
    .where('a.person_id', 'is not', null)
    .$if(meeting.status === 'running', (query) => query.where('p.to_at', 'is', null))
    .execute();
  return new Set(rows.flatMap((row) => (row.person_id === null ? [] : [row.person_id])));
}

/** How many votes there are in the body on the day of the meeting. */
export async function seatsOf(db: Db, meeting: Meeting): Promise<number> {
  const on = dayOf(meeting);
  const { rows } = ofAssembly(meeting)
    ? await sql<{ n: number }>`select count(distinct organisation_id)::int as n from memberships
        where from_on <= ${on} and (to_on is null or to_on >= ${on})`.execute(db)
    : await sql<{ n: number }>`select count(*)::int as n from seats
        where body_id = ${meeting.body.id} and voting and from_on <= ${on} and (to_on is null or to_on >= ${on})`.execute(
        db,
      );
  return rows[0]?.n ?? 0;
}

/** How many must be there: the share of the voting seats that the body's rule asks for; 0 where no rule does. */
export const quorumOf = (rule: Pick<BodyRule, 'quorumPercent'> | undefined, seats: number): number =>
  rule?.quorumPercent == null ? 0 : Math.ceil((seats * rule.quorumPercent) / 100);
