import type { Db, Tx } from '../../db/client.ts';
import { notFound } from '../../deeds/failure.ts';
import type { Scope } from '../../people/grounds.ts';
import { aboutItem, scopeOfItem } from '../load.ts';
import type { ActionStatus } from './action.ts';

/**
 * An action by id.
 * @throws Failure `not-found`
 */
export async function actionBy(db: Db, id: string) {
  const row = await db.selectFrom('actions').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound({ da: 'Opgaven', en: 'action' });
  return { ...row, status: row.status as ActionStatus };
}

/** The same, locked until the transaction ends. */
export async function lockAction(tx: Tx, id: string) {
  await tx.selectFrom('actions').select('id').where('id', '=', id).forUpdate().execute();
  return actionBy(tx, id);
}

/** What rights to an action depend on: the meeting it comes from, and whose it is. */
export async function scopeOfAction(db: Db, id: string): Promise<Scope> {
  const action = await actionBy(db, id);
  return { ...(await scopeOfItem(db, action.item_id)), personId: action.owner_id };
}

/** The item it comes from, to which its form leads back. */
export const aboutAction = async (db: Db, id: string) => aboutItem(db, (await actionBy(db, id)).item_id);

/** An action as operations answer it. */
export const actionFacts = (row: {
  readonly id: string;
  readonly number: number;
  readonly task: string;
  readonly owner_id: string | null;
  readonly due_on: string | null;
  readonly status: string;
  readonly ended_note: string;
}) => ({
  id: row.id,
  number: row.number,
  task: row.task,
  owner: row.owner_id,
  dueOn: row.due_on,
  status: row.status,
  endedNote: row.ended_note,
});
