import { notFound } from '../../deeds/failure.ts';
import type { Db, Tx } from '../../db/client.ts';
import type { Scope } from '../../people/grounds.ts';
import { aboutItem, itemBy, meetingBy, scopeOfItem } from '../load.ts';
import { ballotOf, type Ballot } from './ballot.ts';

const named = { da: 'Afstemningen', en: 'vote' };

/**
 * A decision box by id, as it is stored: for deeds, which say nothing of it to those without the right.
 * @throws Failure `not-found`
 */
export async function ballotBy(db: Db, id: string): Promise<Ballot> {
  const row = await db.selectFrom('ballots').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound(named);
  return ballotOf(row);
}

/**
 * The same, locked until the transaction ends. `to vote` lets others vote at the same time and keeps the box from being
 * closed meanwhile; `to close` waits for every vote under way.
 * @throws Failure `not-found`
 */
export async function lockBallot(tx: Tx, id: string, why: 'to vote' | 'to close'): Promise<Ballot> {
  const row = await tx
    .selectFrom('ballots')
    .selectAll()
    .where('id', '=', id)
    .$if(why === 'to vote', (query) => query.forShare())
    .$if(why === 'to close', (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw notFound(named);
  return ballotOf(row);
}

/** The item and the meeting of a box. */
export async function placeOf(db: Db, ballot: Pick<Ballot, 'item_id'>) {
  const item = await itemBy(db, ballot.item_id);
  return { item, meeting: await meetingBy(db, item.meeting_id) };
}

/** What rights in a box depend on: its body, and who may vote. */
export async function scopeOfBallot(db: Db, id: string): Promise<Scope> {
  const { item_id } = await ballotBy(db, id);
  return scopeOfItem(db, item_id);
}

/** Who may vote in a box; what voting in it depends on. */
export async function electorsOf(db: Db, id: string): Promise<Scope> {
  await ballotBy(db, id);
  const rows = await db
    .selectFrom('ballot_electors')
    .select('person_id')
    .where('ballot_id', '=', id)
    .where('recused', '=', false)
    .execute();
  return { electors: rows.map((row) => row.person_id) };
}

/** The page of a box, to which its forms lead back. */
export async function aboutBallot(db: Db, id: string) {
  const { item_id } = await ballotBy(db, id);
  return { href: `/ballots/${id}`, label: (await aboutItem(db, item_id)).label };
}
