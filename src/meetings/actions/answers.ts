import { z } from 'zod';
import { day, key, listOf, moment, personNamed } from '../../deeds/answers.ts';
import { oneOf } from '../../lib/inputs.ts';
import { actionStatuses } from './action.ts';

/** What recording or ending an action answers. */
export const actionFactsAnswer = z.strictObject({
  id: key(),
  number: z.int(),
  task: z.string(),
  owner: key().nullable(),
  dueOn: day().nullable(),
  status: oneOf(actionStatuses),
  endedNote: z.string(),
});

export const actionList = listOf(
  z
    .strictObject({
      id: key(),
      number: z.int(),
      task: z.string(),
      status: oneOf(actionStatuses),
      dueOn: day().nullable(),
      owner: personNamed.nullable(),
      endedNote: z.string(),
      endedAt: moment().nullable(),
      recordedAt: moment(),
      body: z.strictObject({ slug: z.string(), name: z.string() }),
      meeting: z.int().describe('Number of the meeting it comes from'),
      item: z.int().describe('Number of the item there'),
    })
    .meta({ id: 'Action' }),
);
