import { writeDigests } from '../letters/digests.ts';
import { latestDigest } from '../letters/moments.ts';
import type { Job } from './run-jobs.ts';

/** All scheduled work, in the order it is done where several are due. */
export const jobs: readonly Job[] = [
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
