import { sql } from 'kysely';
import type { Tx } from '../db/client.ts';
import { dateIn, startOf } from '../lib/time.ts';
import { nextDigest } from './moments.ts';
import { mostADay, type DropReason } from './vocabulary.ts';

/** How many letters are taken at a time, and how long they are left to the one who took them, in seconds. */
const batch = 20;
export const leaseSeconds = 120;

/**
 * Takes letters that are due for a worker, in a transaction under a lock, so that the cap holds across processes. What
 * exceeds the cap goes into the next daily digest; what is no longer of use is dropped.
 */
export async function takeLetters(tx: Tx, worker: string, now: Temporal.Instant) {
  await sql`select pg_advisory_xact_lock(7305)`.execute(tx);
  for (;;) {
    const due = await dueNow(tx, now);
    const mine = await sortOut(tx, due, now);
    if (mine.length > 0)
      await tx
        .updateTable('letters')
        .set({ taken_by: worker, taken_until: now.add({ seconds: leaseSeconds }).toString() })
        .where(
          'id',
          'in',
          mine.map((letter) => letter.id),
        )
        .execute();
    // Where all of them were dropped or put off, others may stand behind them.
    if (mine.length > 0 || due.length === 0) return mine;
  }
}

export type TakenLetter = Awaited<ReturnType<typeof dueNow>>[number];

const dueNow = (tx: Tx, now: Temporal.Instant) =>
  tx
    .selectFrom('letters as l')
    .innerJoin('people as p', 'p.id', 'l.person_id')
    .selectAll('l')
    .select(['p.email', 'p.closed_on'])
    .where('l.status', '=', 'waiting')
    .where('l.way', '=', 'at-once')
    .where('l.due_at', '<=', now.toString())
    .where((eb) => eb.or([eb('l.taken_until', 'is', null), eb('l.taken_until', '<=', now.toString())]))
    .orderBy('l.due_at')
    .orderBy('l.id')
    .limit(batch)
    .forUpdate('l')
    .skipLocked()
    .execute();

/** Those of some due letters that are to be sent now; the others are dropped or put off. */
async function sortOut(tx: Tx, due: readonly TakenLetter[], now: Temporal.Instant): Promise<TakenLetter[]> {
  const counts = await countsToday(tx, [...new Set(due.map((letter) => letter.person_id))], now);
  const mine: TakenLetter[] = [];
  for (const letter of due) {
    const useless = uselessBecause(letter, now);
    const count = counts.get(letter.person_id) ?? 0;
    if (useless !== null)
      await tx
        .updateTable('letters')
        .set({ status: 'dropped', problem: useless, ended_at: now.toString(), ...notTaken })
        .where('id', '=', letter.id)
        .execute();
    else if (isCounted(letter) && count >= mostADay)
      await tx
        .updateTable('letters')
        .set({ way: 'daily', due_at: nextDigest('daily', now).toString(), ...notTaken })
        .where('id', '=', letter.id)
        .execute();
    else {
      if (isCounted(letter)) counts.set(letter.person_id, count + 1);
      mine.push(letter);
    }
  }
  return mine;
}

/** What a letter is set to when nobody holds it any more. */
export const notTaken = { taken_by: null, taken_until: null } as const;

/** Notices and digests do not count against the cap: the first must come, the second is what keeps to it. */
const isCounted = (letter: Pick<TakenLetter, 'notice' | 'kind'>): boolean =>
  !letter.notice && letter.kind !== 'digest';

function uselessBecause(letter: TakenLetter, now: Temporal.Instant): DropReason | null {
  if (letter.closed_on !== null && letter.closed_on <= dateIn(now)) return 'person-closed';
  const late =
    letter.needed_by !== null && Temporal.Instant.compare(now, Temporal.Instant.from(letter.needed_by)) > 0;
  // What must reach people by the statutes is sent even when it comes late: they must know.
  return late && !letter.notice ? 'too-late' : null;
}

/** How many counted letters each of some people has been sent today, or is just being sent. */
async function countsToday(tx: Tx, people: readonly string[], now: Temporal.Instant) {
  if (people.length === 0) return new Map<string, number>();
  const rows = await tx
    .selectFrom('letters')
    .select(['person_id', (eb) => eb.fn.countAll<number>().as('n')])
    .where('person_id', 'in', people)
    .where('notice', '=', false)
    .where('kind', '<>', 'digest')
    .where((eb) =>
      eb.or([
        eb.and([eb('status', '=', 'sent'), eb('ended_at', '>=', startOf(dateIn(now)))]),
        eb.and([eb('status', '=', 'waiting'), eb('taken_until', '>', now.toString())]),
      ]),
    )
    .groupBy('person_id')
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.n]));
}
