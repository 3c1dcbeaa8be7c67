import { notFound } from '../deeds/failure.ts';
import { isId } from '../lib/id.ts';
import type { Db, Tx } from '../db/client.ts';

const initiativeNamed = { da: 'Initiativet', en: 'initiative' };

/**
 * An initiative by id or slug.
 * @throws Failure `not-found`
 */
export async function initiativeBy(db: Db, idOrSlug: string) {
  const row = await db
    .selectFrom('initiatives')
    .selectAll()
    .where(isId(idOrSlug) ? 'id' : 'slug', '=', idOrSlug)
    .executeTakeFirst();
  if (!row) throw notFound(initiativeNamed);
  return row;
}

export type Initiative = Awaited<ReturnType<typeof initiativeBy>>;

/**
 * The same, locked until the transaction ends: every deed that changes an initiative begins with this.
 * @throws Failure `not-found`
 */
export async function lockInitiative(tx: Tx, idOrSlug: string): Promise<Initiative> {
  const row = await tx
    .selectFrom('initiatives')
    .selectAll()
    .where(isId(idOrSlug) ? 'id' : 'slug', '=', idOrSlug)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound(initiativeNamed);
  return row;
}

/** What rights in an initiative depend on. */
export const scopeOfInitiative = async (db: Db, idOrSlug: string) => {
  const { id, registered_by } = await initiativeBy(db, idOrSlug);
  return { initiativeId: id, registeredBy: registered_by };
};
