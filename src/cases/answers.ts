import { z } from 'zod';
import { bodyKinds, decisionKinds, outcomes, stages, verdicts, voices } from '../../rulebook/vocabulary.ts';
import {
  day,
  documentPlace,
  initiativeNamed,
  key,
  level,
  listOf,
  moment,
  refusal,
  source,
} from '../deeds/answers.ts';
import { oneOf } from '../lib/inputs.ts';

const status = z.enum(['draft', 'waiting', 'decided', 'withdrawn']);
const bodyNamed = z
  .strictObject({ slug: z.string(), kind: oneOf(bodyKinds), name: z.string() })
  .meta({ id: 'BodyNamed' });
/** A body by its id, as deeds answer it. */
const bodyById = z.strictObject({ id: key(), kind: oneOf(bodyKinds), name: z.string() });
const rules = z.array(z.string());

const head = {
  id: key(),
  number: z.int(),
  kind: oneOf(decisionKinds),
  question: z.string(),
  status,
  level: level().describe('The level it asks for, if any'),
  initiative: initiativeNamed.nullable(),
  awaits: bodyNamed.nullable(),
  since: moment().nullable(),
  rule: z.string(),
  edition: z.string(),
  askedAt: moment(),
  deadline: day().nullable(),
  postponedUntil: day().nullable(),
};

/** Where two voices on a requirement differ. */
const secondOpinion = z
  .string()
  .nullable()
  .describe('What a third party says; empty while it is awaited, null where none is asked for');

export const caseList = listOf(z.strictObject(head).meta({ id: 'CaseSummary' }));

const endedAs = z.enum(['withdrawn', 'rejected', 'closed', 'retired']).nullable();

/** One thing that a decision does; a preview shows exactly what deciding carries out. */
export const effect = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('set-level'), from: level(), to: level() }),
    z.strictObject({ kind: z.literal('record-level'), level: z.string(), by: oneOf(bodyKinds) }),
    z.strictObject({ kind: z.literal('set-stage'), from: oneOf(stages), to: oneOf(stages), endedAs }),
    z.strictObject({ kind: z.literal('accept-gaps'), rules }),
    z.strictObject({ kind: z.literal('lapse-acceptance'), rules }),
    z.strictObject({ kind: z.literal('approve-body'), bodyId: key(), appointed: z.boolean() }),
    z.strictObject({
      kind: z.literal('approve-economy'),
      budgetId: key(),
      by: z.enum(['steering', 'board']),
    }),
    z.strictObject({ kind: z.literal('uphold-verdict'), requirement: z.string(), voice: oneOf(voices) }),
    z.strictObject({ kind: z.literal('answer-case'), status: z.literal('decided') }),
    z.strictObject({ kind: z.literal('return-case'), points: z.array(z.string()) }),
    z.strictObject({ kind: z.literal('postpone-case'), until: day() }),
    z.strictObject({ kind: z.literal('refer-case'), toBodyId: key() }),
    z.strictObject({ kind: z.literal('return-to-body'), toBodyId: key() }),
    z.strictObject({ kind: z.literal('void-decision'), decisionId: key() }),
  ])
  .meta({ id: 'Effect' });

/** What a decision rested on, as it was then. */
export const receipt = z
  .strictObject({
    edition: z.string(),
    rule: z.string(),
    source: documentPlace,
    body: z.strictObject({ kind: oneOf(bodyKinds), name: z.string() }),
    target: z.strictObject({ stage: oneOf(stages), level: z.string() }).nullable(),
    lines: z.array(z.strictObject({ rule: z.string(), verdict: oneOf(verdicts), satisfied: z.boolean() })),
    facts: z.record(z.string(), z.union([z.boolean(), z.number()])),
    accepted: rules,
    votingSeats: z.int().nullable(),
  })
  .meta({ id: 'Receipt' });

const decided = {
  id: key(),
  number: z.int(),
  outcome: oneOf(outcomes),
  reason: z.string(),
  votes: z.strictObject({ for: z.int(), against: z.int(), abstaining: z.int() }),
  decidedOn: day(),
  rule: z.string(),
  edition: z.string(),
  effects: z.array(effect),
  receipt,
};

const decision = z
  .strictObject({
    ...decided,
    case: z.int().describe('Number of the case'),
    recordedAt: moment(),
    body: bodyNamed,
    conditions: z.array(z.string()),
    points: z.array(z.string()),
    corrects: z.int().nullable().describe('Number of the decision it corrects'),
    correctedBy: z.int().nullable().describe('Number of the decision that corrects it'),
  })
  .meta({ id: 'Decision' });

export const caseAnswer = z
  .strictObject({
    ...head,
    statement: z.string(),
    recommendation: z.string(),
    secondOpinion,
    points: z.array(z.string()),
    requirement: z.string().nullable(),
    queuePlace: z.int().nullable().describe('Its place among what the body has waiting, from 1'),
    annexes: z.array(z.strictObject({ id: key(), title: z.string(), url: z.string().nullable() })),
    decisions: z.array(decision),
  })
  .meta({ id: 'Case' });

/** What opening a case answers. */
export const caseOpened = z.strictObject({
  id: head.id,
  number: head.number,
  kind: head.kind,
  status,
  question: head.question,
  rule: head.rule,
  edition: head.edition,
  awaits: bodyById.nullable(),
});

/** What writing the recommendation answers. */
export const caseWritten = z.strictObject({
  id: head.id,
  number: head.number,
  status,
  question: head.question,
  statement: z.string(),
  recommendation: z.string(),
  secondOpinion,
  deadline: day().nullable(),
});

export const decisionPreview = z
  .strictObject({
    allowed: z.boolean(),
    effects: z.array(effect),
    says: z.array(z.string()).describe('The effects in words, in the same order'),
    accepts: rules.describe('What the body would accept as missing'),
    refusals: z.array(refusal),
    errors: z.array(z.strictObject({ field: z.string(), says: z.string() })),
    decides: z.strictObject({ rule: z.string(), body: bodyById, source }),
  })
  .meta({ id: 'DecisionPreview' });

/** What deciding a case, or correcting a decision, answers. */
export const decisionRecorded = z
  .strictObject({
    ...decided,
    case: key(),
    body: bodyById,
    corrects: key().nullable().describe('The decision it corrects'),
  })
  .meta({ id: 'DecisionRecorded' });

/** What sending a case answers. */
export const caseSent = z.strictObject({
  id: head.id,
  number: head.number,
  status: z.literal('waiting'),
  awaits: bodyById,
});

/** What withdrawing a case answers. */
export const caseWithdrawn = z.strictObject({
  id: head.id,
  number: head.number,
  status: z.literal('withdrawn'),
});

/** What adding an annex answers. */
export const annexAdded = z.strictObject({ id: key(), title: z.string(), url: z.string() });

/** What informing the board answers: the case it reads. */
export const boardInformed = z.strictObject({
  id: head.id,
  number: head.number,
  kind: z.literal('information'),
  status: z.literal('waiting'),
});
