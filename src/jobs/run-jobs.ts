import type { App } from '../context.ts';
import type { Tx } from '../db/client.ts';

/** Scheduled work: what it is called, when it was last due, and what it writes. */
export interface Job {
  readonly name: string;
  /** The latest moment it was due, at or before `now`; worked out in Copenhagen time, so that summer time changes nothing. */
  readonly latest: (now: Temporal.Instant) => Temporal.Instant;
  readonly run: (app: App, tx: Tx, due: Temporal.Instant, now: Temporal.Instant) => Promise<unknown>;
}

/**
 * Does the scheduled work whose moment has come and has not been done. Work and the record that it is done are one
 * transaction, and the record is unique: each moment is done once, whichever process gets there first, and a moment
 * that passed while nothing ran is made up for. Returns the names of what was done.
 */
export async function runJobs(
  app: App,
  jobs: readonly Job[],
  now: Temporal.Instant,
): Promise<readonly string[]> {
  const done: string[] = [];
  for (const job of jobs) {
    const due = job.latest(now);
    const ran = await app.db.transaction().execute(async (tx) => {
      const claimed = await tx
        .insertInto('job_runs')
        .values({ job: job.name, due_at: due.toString(), done_at: now.toString() })
        .onConflict((conflict) => conflict.doNothing())
        .returning('job')
        .executeTakeFirst();
      if (!claimed) return false;
      await job.run(app, tx, due, now);
      return true;
    });
    if (ran) done.push(job.name);
  }
  return done;
}
