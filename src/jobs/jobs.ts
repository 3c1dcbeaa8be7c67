import { writeDigests } from '../letters/digests.ts';
import { planLetters } from '../letters/load.ts';
import { latestDigest, latestMoment } from '../letters/moments.ts';
import { writeLetters } from '../letters/write-letters.ts';
import { remindersOn } from '../meetings/reminders.ts';
import type { Job } from './run-jobs.ts';

/** All scheduled work, in the order it is done where several are due. */
export const jobs: readonly Job[] = [
  {
    name: 'reminders',
    latest: (now) => latestMoment(now),
    run: async (app, tx, _due, now) =>
      writeLetters(tx, await planLetters(app, tx, await remindersOn(tx, now), now), null, now),
  },
  {
    name: 'daily-digest',
    latest: (now) => latestDigest('daily', now),
    run: (app, tx, due, now) => writeDigests(app, tx, 'daily', due, now),
  },
  {
    name: 'weekly-digest',
    latest: (now) => latestDigest('weekly', now),
    run: (app, tx, due, now) => writeDigests(app, tx, 'weekly', due, now),
  },
];
