import { sql } from 'kysely';
import type { Deed } from '../deeds/deed.ts';
import type { Db } from '../db/client.ts';
import type { Actor } from '../people/actor.ts';
import { openBallot } from './ballots/commands/open-ballot.ts';
import { closeMeeting } from './commands/hold-meeting.ts';
import { decideItem } from './decisions/commands/decide-item.ts';
import type { Meeting } from './load.ts';
import { anyOtherBusiness, heldStatuses } from './meeting.ts';
import { approveMinutes } from './minutes/commands/approve-minutes.ts';
import { draftMinutes } from './minutes/commands/draft-minutes.ts';
import { publishMinutes } from './minutes/commands/publish-minutes.ts';
import { newestVersion } from './minutes/load.ts';
import { approvalsOf } from './minutes/queries.ts';

/** A deed to go on with, and the address of its form. */
export type Step = readonly [deed: Deed, href: string];

/** What a meeting that is over asks of a reader: its minutes to be sent round, approved or published. */
export async function minutesStep(
  db: Db,
  meeting: Meeting,
  reader: { readonly actor: Actor; readonly keeps: boolean; readonly called: boolean },
): Promise<Step | null> {
  if (!heldStatuses.includes(meeting.status) || !(reader.keeps || reader.called)) return null;
  const at = `/meetings/${meeting.number}/minutes`;
  const newest = await newestVersion(db, meeting.id);
  if (newest === null) return reader.keeps ? [draftMinutes, `${at}/new`] : null;
  if (newest.status === 'draft') {
    if (!reader.called) return null;
    const { awaited } = await approvalsOf(db, meeting, newest.version);
    return awaited.some(({ id }) => id === reader.actor.id) ? [approveMinutes, `${at}/approve`] : null;
  }
  return newest.publishedAt === null && reader.keeps ? [publishMinutes, `${at}/publish`] : null;
}

/**
 * What a written procedure that is under way asks of those who keep it: a vote on what is to be decided, the decision
 * where the vote is over, and to close it when all is decided. Nothing while people vote.
 */
export async function writtenStep(db: Db, meeting: Meeting, now: string): Promise<Step | null> {
  const { rows } = await sql<{ id: string; number: number; open: boolean; voted: boolean; decided: boolean }>`
    select x.id, x.number,
      exists (select 1 from ballots b where b.item_id = x.id and b.closed_at is null) as open,
      exists (select 1 from ballots b where b.item_id = x.id and b.closed_at is not null and b.result is not null) as voted,
      exists (select 1 from decisions d where d.item_id = x.id) as decided
    from agenda_items x
    where x.meeting_id = ${meeting.id} and x.kind = 'decision' and x.status in ('planned', 'open', 'settled')
      and x.source_key <> ${anyOtherBusiness}
    order by x.position, x.number limit 300`.execute(db);
  const todo = rows.filter((row) => !row.decided && !row.open);
  const voted = todo.find((row) => row.voted);
  if (voted) return [decideItem, `/agenda-items/${voted.id}/decide`];
  const asked = meeting.ends_at > now ? todo.find((row) => !row.voted) : undefined;
  if (asked) return [openBallot, `/agenda-items/${asked.id}/ballots/new`];
  return rows.some((row) => row.open) ? null : [closeMeeting, `/meetings/${meeting.number}/closing`];
}
