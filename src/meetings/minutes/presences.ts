import type { Db } from '../../db/client.ts';

/** From when to when those called to a meeting were there, by the id of their attendance. */
export async function presencesOf(
  db: Db,
  meetingId: string,
): Promise<ReadonlyMap<string, readonly { readonly from: string; readonly to: string | null }[]>> {
  const rows = await db
    .selectFrom('presences as p')
    .innerJoin('attendances as a', 'a.id', 'p.attendance_id')
    .select(['p.attendance_id as attendance', 'p.from_at as from', 'p.to_at as to'])
    .where('a.meeting_id', '=', meetingId)
    .orderBy('p.from_at')
    .orderBy('p.id')
    .limit(10_000)
    .execute();
  return Map.groupBy(rows, ({ attendance }) => attendance);
}
