import { scopeOfBody } from '../bodies/load.ts';
import type { Db } from '../db/client.ts';
import { groundFor } from '../people/grounds.ts';
import { meetingVisible } from './openness.ts';
import { meetingPermissions } from './permissions.ts';
import type { Actor } from '../people/actor.ts';

/** The bodies that have held or are to hold a meeting, by name, for filters. */
export async function bodyChoices(
  db: Db,
  actor: Actor | null,
): Promise<readonly { value: string; label: string }[]> {
  const rows = await db
    .selectFrom('bodies as b')
    .select(['b.slug', 'b.name'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('meetings as m')
          .select('m.id')
          .whereRef('m.body_id', '=', 'b.id')
          .where(meetingVisible(actor)),
      ),
    )
    .orderBy('b.name')
    .orderBy('b.id')
    .limit(500)
    .execute();
  return rows.map((row) => ({ value: row.slug, label: row.name }));
}

/** Whether a person may call any body together; others call their own from its page. */
export const mayCallAny = (actor: Actor | null): boolean =>
  actor !== null && actor.mandates.some((m) => m.kind === 'seat' && m.bodyKind === 'secretariat');

/** Whether a person may call a body together. */
export const mayCall = async (db: Db, body: string, actor: Actor | null): Promise<boolean> =>
  groundFor(actor, meetingPermissions['call-meeting'], await scopeOfBody(db, body)) !== null;
