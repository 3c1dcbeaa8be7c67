import { z } from 'zod';
import { key, moment, personNamed } from '../../deeds/answers.ts';
import { oneOf } from '../../lib/inputs.ts';
import { ballotForms, ballotPurposes } from './ballot.ts';

const decidedBy = z.enum(['majority', 'chair', 'lot', 'tie', 'quorum']);
const head = {
  id: key(),
  number: z.int().describe('Its number under the item'),
  question: z.string(),
  form: oneOf(ballotForms),
  purpose: oneOf(ballotPurposes),
};

/** What opening a vote answers. */
export const ballotOpened = z
  .strictObject({
    ...head,
    item: key(),
    entitled: z.int().describe('How many may vote'),
    openedAt: moment(),
    closesAt: moment().nullable().describe('Deadline of a written procedure'),
  })
  .meta({ id: 'BallotOpened' });

const turnout = { entitled: z.int(), voted: z.int() };

/** How a closed vote ended. */
export const ballotResult = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('resolution'),
      carried: z.boolean(),
      by: decidedBy,
      for: z.int(),
      against: z.int(),
      abstaining: z.int(),
      silent: z.int(),
      base: z.int().describe('What the votes for are held against'),
      needed: z.int(),
      ...turnout,
      says: z.string(),
      alike: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('election'),
      elected: z.array(z.string()),
      tied: z.array(z.string()),
      unfilled: z.int(),
      by: decidedBy,
      votes: z.record(z.string(), z.int()),
      blank: z.int(),
      ...turnout,
      says: z.string(),
      alike: z.boolean(),
    }),
  ])
  .meta({ id: 'BallotResult' });

/** What closing a vote, or entering its count, answers. */
export const ballotClosedAnswer = z
  .strictObject({ ...head, closedAt: moment(), result: ballotResult })
  .meta({ id: 'BallotClosed' });

export const ballotCancelled = z
  .strictObject({ ...head, closedAt: moment(), cancelledReason: z.string() })
  .meta({ id: 'BallotCancelled' });

/** What casting a vote answers: that it was received, never what it says. */
export const voteReceived = z
  .strictObject({
    ballot: key(),
    voted: z.literal(true),
    receipt: z.string().optional().describe('Shown once: says that the vote was received'),
  })
  .meta({ id: 'VoteReceived' });

/** A decision box as its page shows it. */
export const ballotAnswer = z
  .strictObject({
    ...head,
    item: z.strictObject({ id: key(), number: z.int(), title: z.string(), meeting: z.int() }),
    rule: z.string(),
    edition: z.string(),
    ...turnout,
    openedAt: moment(),
    closesAt: moment().nullable(),
    closedAt: moment().nullable(),
    cancelledReason: z.string().nullable(),
    says: z.string().describe('What it takes, or how it ended'),
    warning: z.string().nullable(),
    choices: z.array(
      z.strictObject({
        key: z.string(),
        label: z.string(),
        counted: z.int().nullable().describe('Null until the vote is closed'),
      }),
    ),
    result: ballotResult.nullable(),
    mine: z
      .strictObject({ mayVote: z.boolean(), voted: z.boolean(), choices: z.array(z.string()).nullable() })
      .nullable()
      .describe('The reader’s own vote; what a secret one says is known to nobody'),
    votes: z
      .array(z.strictObject({ person: personNamed, choices: z.array(z.string()).nullable() }))
      .nullable()
      .describe('How each voted, in a closed vote by name, for those who are told people’s names'),
  })
  .meta({ id: 'Ballot' });
