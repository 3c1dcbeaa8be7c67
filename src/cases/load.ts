import { notFound } from '../deeds/failure.ts';
import { isId } from '../lib/id.ts';
import type { Db, Tx } from '../db/client.ts';
import type { Actor } from '../people/actor.ts';

const caseNamed = { da: 'Sagen', en: 'case' };
/** The id a case is known by in the database, from an id or a number. */
async function caseId(db: Db, idOrNumber: string): Promise<string> {
  if (isId(idOrNumber)) return idOrNumber;
  const number = /^\d{1,9}$/.test(idOrNumber) ? Number(idOrNumber) : -1;
  const row = await db.selectFrom('cases').select('id').where('number', '=', number).executeTakeFirst();
  if (!row) throw notFound(caseNamed);
  return row.id;
}

/**
 * A case by id or number.
 * @throws Failure `not-found`
 */
export async function caseBy(db: Db, idOrNumber: string) {
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', await caseId(db, idOrNumber))
    .executeTakeFirst();
  if (!row) throw notFound(caseNamed);
  return row;
}

export type Case = Awaited<ReturnType<typeof caseBy>>;

/**
 * The same, locked until the transaction ends. Its initiative is locked first, so that two decisions on one
 * initiative wait for each other.
 * @throws Failure `not-found`
 */
export async function lockCase(tx: Tx, idOrNumber: string): Promise<Case> {
  const { id, initiative_id } = await caseBy(tx, idOrNumber);
  if (initiative_id)
    await tx.selectFrom('initiatives').select('id').where('id', '=', initiative_id).forUpdate().execute();
  return tx.selectFrom('cases').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
}

/** The case as a preview reads it: locked where its effects are about to be confirmed, so that they stay as shown. */
export const caseToDecide = (db: Db, idOrNumber: string): Promise<Case> =>
  db.isTransaction ? lockCase(db as Tx, idOrNumber) : caseBy(db, idOrNumber);

/** What rights in a case depend on: its initiative, and the body it awaits. */
export async function scopeOfCase(db: Db, idOrNumber: string) {
  const row = await caseBy(db, idOrNumber);
  const body = row.awaits_body_id
    ? await db
        .selectFrom('bodies')
        .select(['id', 'kind', 'initiative_id as initiativeId'])
        .where('id', '=', row.awaits_body_id)
        .executeTakeFirst()
    : null;
  return { initiativeId: row.initiative_id, body: body ?? null, personId: row.owner_id };
}

/** A draft is for those who prepare it: its owner, the secretariat and the initiative's own people. */
export function maySee(
  row: Pick<Case, 'status' | 'owner_id' | 'initiative_id'>,
  actor: Actor | null,
): boolean {
  if (row.status !== 'draft') return true;
  if (actor === null) return false;
  return (
    row.owner_id === actor.id ||
    actor.mandates.some(
      (m) =>
        (m.kind === 'seat' && m.bodyKind === 'secretariat') ||
        (m.initiativeId !== null && m.initiativeId === row.initiative_id),
    )
  );
}
