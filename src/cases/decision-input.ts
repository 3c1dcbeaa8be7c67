import { z } from 'zod';
import { bodyKinds, outcomes } from '../../rulebook/vocabulary.ts';
import type { Field } from '../deeds/deed.ts';
import { count, id, isoDate, oneOf, reason } from '../lib/inputs.ts';
import {
  bodyOptions,
  gapOptions,
  isVotedOn,
  mayBeVotedOnElsewhere,
  otherBodies,
  outcomesOfCase,
} from './options.ts';
import type { DecisionInput } from './plan.ts';

/** Several short texts: a list in JSON, one a line in a form. */
const lines = (max: number) =>
  z
    .preprocess(
      (value) =>
        typeof value === 'string'
          ? value
              .split('\n')
              .map((each) => each.trim())
              .filter((each) => each !== '')
          : value,
      z
        .array(
          z
            .string()
            .min(1)
            .max(500)
            .refine((text) => text.isWellFormed() && !text.includes('\0'), { error: 'characters' }),
        )
        .max(max),
    )
    .default([]);

/** An answer to a case, as typed in the form or sent to the API. */
export const decisionInput = z.object({
  outcome: oneOf(outcomes),
  reason: reason(),
  votes: z
    .object({ for: count().default(0), against: count().default(0), abstaining: count().default(0) })
    .default({ for: 0, against: 0, abstaining: 0 }),
  decidedOn: isoDate().optional(),
  body: oneOf(bodyKinds).optional(),
  conditions: lines(100),
  points: lines(50),
  postponedUntil: isoDate().optional(),
  referredTo: id().optional(),
});

/** Answers as they count: what belongs to another outcome is left out, even where a form still holds it. */
export const toDecision = (input: z.output<typeof decisionInput>, today: string): DecisionInput => ({
  outcome: input.outcome,
  reason: input.reason,
  votes: input.votes,
  decidedOn: input.decidedOn ?? today,
  body: input.body,
  conditions: input.outcome === 'approved-with-conditions' ? input.conditions : [],
  points: input.outcome === 'sent-back' ? input.points : [],
  postponedUntil: input.outcome === 'postponed' ? input.postponedUntil : undefined,
  referredTo: input.outcome === 'referred' ? input.referredTo : undefined,
});

const votes: readonly Field[] = [
  { name: 'votes.for', kind: 'number', label: { da: 'Stemmer for', en: 'Votes for' }, row: 'votes' },
  {
    name: 'votes.against',
    kind: 'number',
    label: { da: 'Stemmer imod', en: 'Votes against' },
    row: 'votes',
  },
  {
    name: 'votes.abstaining',
    kind: 'number',
    label: { da: 'Hverken for eller imod', en: 'Abstaining' },
    row: 'votes',
  },
];

export const decisionFields: readonly Field[] = [
  {
    name: 'outcome',
    kind: 'radio',
    label: { da: 'Udfald', en: 'Outcome' },
    required: true,
    options: outcomesOfCase,
  },
  {
    name: 'conditions',
    kind: 'checkboxes',
    label: { da: 'Betingelser: det må mangle lige nu', en: 'Conditions: this may be missing just now' },
    options: gapOptions,
    onlyWith: ['approved-with-conditions'],
  },
  {
    name: 'points',
    kind: 'lines',
    label: { da: 'Punkter, der skal besvares, ét pr. linje', en: 'Points to be answered, one a line' },
    required: true,
    onlyWith: ['sent-back'],
  },
  {
    name: 'postponedUntil',
    kind: 'date',
    label: { da: 'Udsat til', en: 'Postponed until' },
    required: true,
    onlyWith: ['postponed'],
  },
  {
    name: 'referredTo',
    kind: 'select',
    label: { da: 'Henvist til', en: 'Referred to' },
    required: true,
    options: bodyOptions,
    onlyWith: ['referred'],
  },
  { name: 'reason', kind: 'textarea', label: { da: 'Begrundelse', en: 'Reason' }, required: true },
  ...votes.map((field) => ({ ...field, shown: isVotedOn })),
  {
    name: 'decidedOn',
    kind: 'date',
    label: { da: 'Besluttet den', en: 'Decided on' },
    hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
  },
];

const decidingBody: Field = {
  name: 'body',
  kind: 'select',
  label: { da: 'Besluttet af et andet organ', en: 'Decided by another body' },
  options: otherBodies,
};
const inTheOfficesPlace = {
  foldedUnder: { da: 'Har et andet organ besluttet det?', en: 'Has another body decided it?' },
  shown: mayBeVotedOnElsewhere,
} as const;

/**
 * Who decided, where another body may decide in the place of the one that was asked (P12, report §5.6, p. 22). Where
 * the office is asked nobody votes: body and votes are folded away together.
 */
export const decidingBodyFields: readonly Field[] = [
  {
    ...decidingBody,
    shown: async (cx) => (await isVotedOn(cx)) && (await otherBodies(cx)).length > 0,
  },
  ...[decidingBody, ...votes].map((field) => ({ ...field, ...inTheOfficesPlace })),
];
