import type { SeatRole } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { dateIn } from '../lib/time.ts';
import type { SeatHeld } from './elect.ts';
import { electedIn } from './terms.ts';

/** The seats of a body that are held on a day or begin after it, as an election needs them. */
export async function seatsToReplace(db: Db, bodyId: string, on: string): Promise<readonly SeatHeld[]> {
  const rows = await db
    .selectFrom('seats')
    .selectAll()
    .where('body_id', '=', bodyId)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', on)]))
    .orderBy('from_on')
    .orderBy('id')
    .limit(500)
    .execute();
  const dayOf = (at: string): string => dateIn(Temporal.Instant.from(at));
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    organisation: row.organisation_id,
    role: row.role as SeatRole,
    voting: row.voting,
    electedIn: electedIn(row),
    from: row.from_on,
    to: row.to_on,
    recordedOn: dayOf(row.recorded_at),
    endRecordedOn: row.end_recorded_at === null ? null : dayOf(row.end_recorded_at),
  }));
}
