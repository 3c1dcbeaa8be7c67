import type { Tx } from '../db/client.ts';
import { groundFor, type Scope } from '../people/grounds.ts';
import type { Actor } from '../people/actor.ts';
import { notFound } from '../deeds/failure.ts';
import { keeperGrounds } from './permissions.ts';
import { problem } from './said.ts';

const rows = (tx: Tx, meetingId: string) =>
  tx.selectFrom('attendances').selectAll().where('meeting_id', '=', meetingId);

/** Somebody called, by the attendance's id. */
export async function attendanceBy(tx: Tx, meetingId: string, id: string) {
  const row = await rows(tx, meetingId).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound({ da: 'Deltageren', en: 'attendance' });
  return row;
}

export type AttendanceRow = Awaited<ReturnType<typeof attendanceBy>>;

/**
 * Whose attendance a deed is about: one's own, or another's for those who keep the meeting.
 * @param asked the person named; oneself when nobody is
 */
export async function attendanceOf(
  tx: Tx,
  meetingId: string,
  asked: string | undefined,
  actor: Actor,
  scope: Scope,
) {
  const person = asked ?? actor.id;
  if (person !== actor.id && groundFor(actor, keeperGrounds, scope) === null)
    return { noMandate: keeperGrounds };
  const row = await rows(tx, meetingId).where('person_id', '=', person).executeTakeFirst();
  return (
    row ??
    problem('person', 'Personen er ikke indkaldt til mødet.', 'The person is not called to the meeting.')
  );
}

/** Somebody called as a deed answers it and the journal keeps it. */
export const attendanceFacts = (row: AttendanceRow) => ({
  id: row.id,
  person: row.person_id,
  guest: row.guest_name,
  organisation: row.organisation_id,
  role: row.role,
  voting: row.voting,
  apologiesAt: row.apologies_at,
  substituteFor: row.substitute_for,
});
