import type { Db } from '../db/client.ts';
import type { Attendance } from './attendance-queries.ts';
import type { Meeting } from './load.ts';
import { quorumOf, type Quorum } from './quorum.ts';
import { rulesOf } from './rules-of.ts';

export interface Presence {
  readonly attendance: string;
  readonly from: string;
  readonly to: string | null;
}

/** Who was there from when to when, in order. */
export async function presencesOf(db: Db, meetingId: string): Promise<readonly Presence[]> {
  return db
    .selectFrom('presences as p')
    .innerJoin('attendances as a', 'a.id', 'p.attendance_id')
    .select(['p.attendance_id as attendance', 'p.from_at as from', 'p.to_at as to'])
    .where('a.meeting_id', '=', meetingId)
    .orderBy('p.from_at')
    .orderBy('p.id')
    .limit(10_000)
    .execute();
}

/**
 * Whether the meeting can decide at a moment, of those present then. A substitute takes the vote of the one stood in for.
 * @param at null for now: those who have not left
 */
export function quorumAt(
  meeting: Meeting,
  called: readonly Attendance[],
  presences: readonly Presence[],
  at: string | null = null,
): Quorum {
  const replaced = new Set(called.map((each) => each.substituteFor));
  const votes = called.filter((each) => each.voting && !replaced.has(each.id ?? ''));
  const here = new Set(
    presences
      .filter(({ from, to }) => (at === null ? to === null : from <= at && (to === null || to > at)))
      .map((each) => each.attendance),
  );
  return quorumOf(rulesOf(meeting), votes.length, votes.filter((each) => here.has(each.id ?? '')).length);
}
