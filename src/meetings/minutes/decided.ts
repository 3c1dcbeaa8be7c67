import type { Outcome } from '../../../rulebook/vocabulary.ts';
import type { Tx } from '../../db/client.ts';
import { isId } from '../../lib/id.ts';
import { approveVersion, newestVersion } from './load.ts';

/** The key of an item that asks a body to approve the minutes of one of its meetings: `minutes:<meeting>`. */
const keyPattern = /^minutes:(.+)$/;

/**
 * What a body’s decision on the item "approval of minutes" brings about: the draft of that meeting's minutes is
 * approved. Any other outcome, and any other item, changes nothing here.
 * @returns the meeting whose minutes were approved; null when none were
 */
export async function minutesDecided(
  tx: Tx,
  item: { readonly sourceKey: string; readonly outcome: Outcome },
  decided: { readonly by: string; readonly now: string },
): Promise<string | null> {
  const meetingId = keyPattern.exec(item.sourceKey)?.[1];
  if (meetingId === undefined || !isId(meetingId) || item.outcome !== 'approved') return null;
  const meeting = await tx
    .selectFrom('meetings')
    .select(['id', 'status'])
    .where('id', '=', meetingId)
    .forUpdate()
    .executeTakeFirst();
  const newest = meeting && (await newestVersion(tx, meeting.id));
  if (!meeting || newest?.status !== 'draft') return null;
  await approveVersion(
    tx,
    { id: meeting.id, status: meeting.status as 'minutes-draft' },
    newest.version,
    decided,
  );
  return meeting.id;
}
