import { sql } from 'kysely';
import type { Db } from '../db/client.ts';
import { changesSince, type ChangeMark, type SentItem } from './sent.ts';

/** The items of a meeting as a version keeps them, those taken off too. */
export async function itemsToSend(
  db: Db,
  meetingId: string,
): Promise<readonly (SentItem & { readonly removed: boolean })[]> {
  const rows = await db
    .selectFrom('agenda_items')
    .select([
      'id',
      'number',
      'position',
      'kind',
      'title',
      'title_en as titleEn',
      'facts',
      'proposal',
      'owner_id as owner',
      'minutes_planned as minutes',
      'closed_ground as closedGround',
      'status',
      sql<
        string[]
      >`array(select a.id from agenda_item_annexes a where a.item_id = agenda_items.id order by a.added_at, a.id)`.as(
        'annexes',
      ),
    ])
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .orderBy('number')
    .execute();
  return rows.map(({ status, ...row }) => ({ ...row, removed: status === 'removed' }));
}

/** The version that was sent last; null before the first. */
export async function lastSent(db: Db, meetingId: string) {
  const row = await db
    .selectFrom('agenda_versions')
    .select(['version', 'sent_at', 'content'])
    .where('meeting_id', '=', meetingId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        version: row.version,
        sentAt: row.sent_at,
        items: (row.content as unknown as { items: readonly SentItem[] }).items,
      }
    : null;
}

/** What of an agenda has changed since it was sent last, by item; empty before the first sending. */
export async function changesSinceSent(db: Db, meetingId: string) {
  const sent = await lastSent(db, meetingId);
  if (sent === null) return { sent: null, marks: new Map<string, ChangeMark>() };
  return { sent, marks: changesSince(sent.items, await itemsToSend(db, meetingId)) };
}
