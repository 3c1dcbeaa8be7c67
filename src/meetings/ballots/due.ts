import { decidedAlready } from '../../../rulebook/ballot.ts';
import type { App } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { appendToJournal } from '../../journal/append.ts';
import { resultSays, ruleOf, type Ballot } from './ballot.ts';
import { CannotOpen, countAndClose } from './count.ts';
import { ballotForJournal } from './journal.ts';
import { destroyKey } from './keys.ts';
import { lockBallot, placeOf } from './load.ts';

/** How many may vote, how many have, and whether nothing the others do can change the result. */
export interface Progress {
  readonly entitled: number;
  readonly voted: number;
  /** All have voted; or, of a vote by name on a proposal, it is settled whatever the others do. */
  readonly settled: boolean;
}

/** How far an open box has come. Of a secret one nothing is known but who has voted. */
export async function progressOf(tx: Tx | App['db'], ballot: Ballot): Promise<Progress> {
  const rows = await tx
    .selectFrom('ballot_electors')
    .select(['weight', 'casting', 'recused', 'has_voted', 'choices'])
    .where('ballot_id', '=', ballot.id)
    .where('recused', '=', false)
    .execute();
  const voted = rows.filter((row) => row.has_voted).length;
  const all = voted === rows.length;
  const open = ballot.form === 'named' && ballot.purpose === 'resolution';
  const settled =
    open &&
    decidedAlready(
      ruleOf(ballot),
      rows.map((row) => ({ ...row, choices: row.choices as unknown as readonly string[] | null })),
    ) !== null;
  return { entitled: rows.length, voted, settled: all || settled };
}

/**
 * Closes the written votes whose deadline has passed, or whose result cannot change any more. Whoever runs it, and however
 * often: each is closed once.
 * @returns how many were closed
 */
export async function closeDueBallots(app: App): Promise<number> {
  const open = await app.db
    .selectFrom('ballots')
    .select('id')
    .where('closed_at', 'is', null)
    .where('closes_at', 'is not', null)
    .orderBy('closes_at')
    .limit(200)
    .execute();
  let closed = 0;
  for (const { id } of open) if (await closeIfDue(app, id)) closed += 1;
  return closed;
}

/** Closes a written vote as soon as nothing can change it: asked after each vote, so that nobody waits for the clock. */
export async function closeWhenSettled(app: App, ballotId: string): Promise<void> {
  await closeIfDue(app, ballotId);
}

async function closeIfDue(app: App, id: string): Promise<boolean> {
  const now = app.clock().toString();
  try {
    const closed = await app.db.transaction().execute(async (tx) => {
      const ballot = await lockBallot(tx, id, 'to close');
      if (ballot.closed_at !== null || ballot.closes_at === null) return false;
      const { settled } = await progressOf(tx, ballot);
      if (!settled && now < ballot.closes_at) return false;
      const { item, meeting } = await placeOf(tx, ballot);
      const result = await countAndClose(app, tx, ballot, { personId: null, now, meeting });
      await appendToJournal(tx, {
        at: now,
        personId: null,
        deed: 'close-ballot',
        subject: { kind: 'ballot', id },
        initiativeId: meeting.body.initiativeId,
        before: null,
        after: ballotForJournal(item, ballot, { says: resultSays(result, false).da }),
        ground: 'deadline',
        edition: meeting.edition,
      });
      return true;
    });
    if (closed) await destroyKey(app, id);
    return closed;
  } catch (error) {
    // Its votes are sealed for ever: the secretary calls it off. The others are closed meanwhile.
    if (!(error instanceof CannotOpen)) throw error;
    app.log.error({ err: error, ballot: id }, 'a secret vote cannot be counted');
    return false;
  }
}
