import { z } from 'zod';
import { day } from '../deeds/answers.ts';
import { waitingKinds } from './waiting.ts';

/** Everything that waits for the reader, by deadline. */
export const waitingAnswer = z.strictObject({
  items: z.array(
    z
      .strictObject({
        kind: z.enum(waitingKinds),
        what: z.string(),
        why: z.string(),
        rule: z
          .strictObject({ edition: z.string(), id: z.string() })
          .nullable()
          .describe('The rule it rests on, where it rests on one'),
        since: day(),
        due: day().nullable(),
        href: z.string().describe('Address of the page where it is answered, without language'),
        act: z.string().describe('What is done there'),
      })
      .meta({ id: 'Waiting' }),
  ),
  total: z.int(),
});
