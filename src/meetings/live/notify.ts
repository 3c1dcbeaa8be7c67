import { sql } from 'kysely';
import type { Tx } from '../../db/client.ts';

/** The channel on which every process hears that something in a meeting has changed. */
export const liveChannel = 'faelled_meeting';

/** Tells everybody who follows a meeting that something in it has changed, once the transaction stands. */
export async function notifyMeeting(tx: Tx, meetingId: string): Promise<void> {
  await sql`select pg_notify(${liveChannel}, ${meetingId})`.execute(tx);
}
