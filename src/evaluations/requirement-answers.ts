import { z } from 'zod';
import { stages, themes, verdicts, voices, weights } from '../../rulebook/vocabulary.ts';
import {
  day,
  documentPlace,
  initiativeNamed,
  key,
  level,
  listOf,
  moment,
  personNamed,
} from '../deeds/answers.ts';
import { oneOf } from '../lib/inputs.ts';
import { statuses } from './requirement-state.ts';

const word = z
  .strictObject({
    verdict: oneOf(verdicts),
    explanation: z.string(),
    asWritten: z.string().nullable().describe('The word in the file it came from, if any'),
    plannedFor: day().nullable(),
    checkedOn: day().nullable(),
    checkedBy: personNamed.nullable(),
    validUntil: day().nullable(),
    reviewedOn: day().nullable(),
    reviewedBy: personNamed.nullable(),
    keptFrom: z.string().nullable().describe('The edition it was said under, where it has come along'),
    evidence: z.array(
      z.strictObject({
        id: key(),
        title: z.string(),
        url: z.string().nullable().describe('Null where it is closed to the reader'),
        file: z.strictObject({ name: z.string(), size: z.int(), sha256: z.string() }).nullable(),
        restricted: z.boolean(),
        addedOn: day(),
      }),
    ),
  })
  .meta({ id: 'Word', description: 'What one voice says about one requirement' });

const state = {
  requirement: z.string(),
  label: z.string(),
  says: z.string(),
  theme: oneOf(themes),
  level: z.string(),
  weight: oneOf(weights),
  due: oneOf(stages),
  source: documentPlace,
  status: oneOf(statuses),
  statusSays: z.string(),
  verdict: oneOf(verdicts),
  satisfied: z.boolean(),
  byDecision: z.boolean(),
  expired: z.boolean(),
  computed: z.boolean().describe('Registered facts answer it; it is never ticked'),
  because: z.array(
    z.strictObject({
      fact: z.string().optional(),
      says: z.string(),
      value: z.union([z.boolean(), z.number(), z.string()]),
    }),
  ),
  differs: z.boolean().describe('The two voices give different verdicts'),
  new: z.boolean(),
  self: word.nullable(),
  community: word.nullable(),
  questions: z.strictObject({ open: z.int(), answered: z.int() }),
};

const question = z
  .strictObject({
    id: key(),
    initiative: initiativeNamed,
    edition: z.string(),
    requirement: z.string(),
    question: z.string(),
    askedAt: moment(),
    askedBy: personNamed.nullable(),
    answer: z.string().nullable(),
    answeredAt: moment().nullable(),
    answeredBy: personNamed.nullable(),
  })
  .meta({ id: 'Question' });

export const questionList = listOf(question);

export const assessmentList = z.strictObject({
  initiative: z.string().describe('Its slug'),
  edition: z.string(),
  level: level(),
  ...listOf(z.strictObject(state).meta({ id: 'RequirementState' })).shape,
});

export const assessmentAnswer = z.strictObject({
  initiative: z.string().describe('Its slug'),
  edition: z.string(),
  ...state,
  guidance: z.string(),
  askedAndAnswered: z
    .array(question)
    .describe('Those asked under other editions too, on what the requirement carries on'),
  acceptedBefore: z
    .array(
      z.strictObject({
        edition: z.string(),
        requirement: z.string(),
        body: z.string(),
        decision: z.int(),
        decidedOn: day(),
        until: day().nullable(),
      }),
    )
    .describe('Gaps that bodies accepted under other editions: for information, they open nothing here'),
});

/** What assessing a requirement answers. */
export const assessedAnswer = z.strictObject({
  requirement: z.string(),
  edition: z.string(),
  voice: oneOf(voices),
  verdict: oneOf(verdicts),
  explanation: z.string(),
  plannedFor: day().nullable(),
  checkedOn: day().nullable(),
  validUntil: day().nullable(),
  evidence: z.array(z.strictObject({ title: z.string(), url: z.string().nullable() })),
});

/** What attaching evidence answers. */
export const evidenceAttached = z.strictObject({
  id: key(),
  requirement: z.string(),
  voice: oneOf(voices),
  title: z.string(),
  url: z.string().nullable(),
  file: z.strictObject({ name: z.string(), type: z.string(), size: z.int(), sha256: z.string() }).nullable(),
  restricted: z.boolean(),
});

/** What reviewing an assessment answers. */
export const assessmentReviewed = z.strictObject({
  requirement: z.string(),
  voice: oneOf(voices),
  verdict: oneOf(verdicts),
  reviewedOn: day(),
});

const asked = { id: key(), requirement: z.string(), question: z.string() };

/** What asking a question answers. */
export const questionAsked = z.strictObject({ ...asked, answer: z.null() });

/** What answering a question answers. */
export const questionAnswered = z.strictObject({ ...asked, answer: z.string() });
