import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '../context.ts';
import { sendLetters } from '../letters/send-letters.ts';
import { closeDueBallots } from '../meetings/ballots/due.ts';
import { jobs } from './jobs.ts';
import { runJobs } from './run-jobs.ts';

/** Between two looks, in milliseconds: a mail leaves within that time of the deed that wrote it. */
const pauseBetween = 5_000;

/**
 * Begins the work beside answering requests: scheduled work and mails. One round after the other until stopped; a round
 * that fails is logged and the next one tries again. Only a server that answers people does this, no other command.
 */
export function startJobs(app: App): { stop(): Promise<void> } {
  const ending = new AbortController();
  const rounds = (async () => {
    while (!ending.signal.aborted) {
      try {
        const now = app.clock();
        await closeDueBallots(app);
        await runJobs(app, jobs, now);
        await closeDueBallots(app);
        if (app.mailer.canSend) await sendLetters(app, now, ending.signal);
      } catch (error) {
        app.log.error({ err: error }, 'scheduled work failed');
      }
      await pause(pauseBetween, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      ending.abort();
      await rounds;
      app.mailer.close();
    },
  };
}
