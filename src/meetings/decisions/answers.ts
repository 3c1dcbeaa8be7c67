import { z } from 'zod';
import { bodyKinds, outcomes, seatRoles } from '../../../rulebook/vocabulary.ts';
import { effect } from '../../cases/answers.ts';
import { day, key, moment, personNamed } from '../../deeds/answers.ts';
import { oneOf } from '../../lib/inputs.ts';

const body = z.strictObject({ id: key(), kind: oneOf(bodyKinds), name: z.string() });
const votes = z.strictObject({ for: z.int(), against: z.int(), abstaining: z.int() });

/** What recording a decision on an item answers. */
export const itemDecided = z
  .strictObject({
    id: key(),
    number: z.int(),
    item: key(),
    meeting: z.int(),
    case: z.int().nullable().describe('Number of the case it answers'),
    ballot: key().nullable(),
    outcome: oneOf(outcomes),
    reason: z.string(),
    votes,
    consensus: z.boolean().describe('Agreed without a vote'),
    decidedOn: day(),
    recordedAt: moment(),
    body,
    rule: z.string(),
    edition: z.string(),
    effects: z.array(effect),
    seats: z
      .array(
        z.strictObject({
          id: key(),
          body: key(),
          person: key(),
          organisation: key().nullable(),
          role: oneOf(seatRoles),
          voting: z.boolean(),
          from: day(),
          until: z.int().nullable().describe('The year of the general assembly at which the term ends'),
        }),
      )
      .describe('The seats that an election filled'),
    corrects: key().nullable(),
  })
  .meta({ id: 'ItemDecided' });

export const minorityAdded = z
  .strictObject({ id: key(), decision: z.int(), statement: z.string(), recordedAt: moment() })
  .meta({ id: 'MinorityStatementAdded' });

/** A decision by its number, wherever it was taken. On a closed item only number and ground are told. */
export const decisionAnswer = z
  .strictObject({
    id: key(),
    number: z.int(),
    closedGround: z.string().nullable().describe('Why it is closed; then nothing else of it is told to most'),
    hidden: z.boolean(),
    body,
    decidedOn: day(),
    recordedAt: moment(),
    outcome: oneOf(outcomes).nullable(),
    reason: z.string().nullable(),
    votes: votes.nullable(),
    consensus: z.boolean().nullable(),
    conditions: z.array(z.string()),
    points: z.array(z.string()),
    postponedUntil: day().nullable(),
    referredTo: z.string().nullable(),
    effects: z.array(z.string()).describe('In words'),
    rule: z.string(),
    edition: z.string(),
    case: z.int().nullable(),
    meeting: z.int().nullable(),
    item: z.strictObject({ number: z.int(), title: z.string().nullable() }).nullable(),
    ballot: key().nullable(),
    says: z.string().nullable().describe('How the vote ended, in one sentence'),
    corrects: z.int().nullable(),
    correctedBy: z.int().nullable(),
    minority: z.array(z.strictObject({ person: personNamed.nullable(), statement: z.string() })),
  })
  .meta({ id: 'DecisionByNumber' });
