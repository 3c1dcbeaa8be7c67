import type { ElectedRole } from '../../bodies/elect.ts';
import type { Db } from '../../db/client.ts';
import { notFound } from '../../deeds/failure.ts';
import type { Scope } from '../../people/grounds.ts';
import { aboutItem, scopeOfItem, type Meeting } from '../load.ts';

const named = { da: 'Kandidaturet', en: 'candidacy' };

/**
 * A candidacy by id, as it is stored: for deeds, which say nothing of it to those without the right.
 * @throws Failure `not-found`
 */
export async function candidacyBy(db: Db, id: string) {
  const row = await db.selectFrom('candidacies').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound(named);
  return { ...row, role: row.role as ElectedRole };
}

export type Candidacy = Awaited<ReturnType<typeof candidacyBy>>;

/** What the right to a candidacy depends on: the meeting, and whose it is. */
export async function scopeOfCandidacy(db: Db, id: string): Promise<Scope> {
  const { item_id, person_id } = await candidacyBy(db, id);
  return { ...(await scopeOfItem(db, item_id)), personId: person_id };
}

/** The item of a candidacy, to which its forms lead back. */
export async function aboutCandidacy(db: Db, id: string) {
  return aboutItem(db, (await candidacyBy(db, id)).item_id);
}

/** The body whose seats an election at a meeting fills: its own, and at the general assembly the board's (statutes §6). */
export async function bodyToFill(db: Db, meeting: Pick<Meeting, 'body'>): Promise<string> {
  if (meeting.body.kind !== 'general-assembly') return meeting.body.id;
  const { id } = await db
    .selectFrom('bodies')
    .select('id')
    .where('kind', '=', 'board')
    .where('closed_on', 'is', null)
    .orderBy('established_on')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A candidacy as operations answer it and the journal keeps it. */
export const candidacyFacts = (row: Omit<Candidacy, 'nominated_by'>) => ({
  id: row.id,
  item: row.item_id,
  body: row.body_id,
  role: row.role,
  person: row.person_id,
  organisation: row.organisation_id,
  nominatedAt: row.nominated_at,
  acceptedAt: row.accepted_at,
  withdrawnAt: row.withdrawn_at,
});
