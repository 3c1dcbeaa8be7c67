import { z } from 'zod';
import { bodyKinds, outcomes } from '../../rulebook/vocabulary.ts';
import type { Field } from '../deeds/deed.ts';
import { count, id, isoDate, oneOf, reason } from '../lib/inputs.ts';
import { bodyOptions, outcomeOptions } from './options.ts';
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

export const toDecision = (input: z.output<typeof decisionInput>, today: string): DecisionInput => ({
  outcome: input.outcome,
  reason: input.reason,
  votes: input.votes,
  decidedOn: input.decidedOn ?? today,
  body: input.body,
  conditions: input.conditions,
  points: input.points,
  postponedUntil: input.postponedUntil,
  referredTo: input.referredTo,
});

export const decisionFields: readonly Field[] = [
  {
    name: 'outcome',
    kind: 'select',
    label: { da: 'Udfald', en: 'Outcome' },
    required: true,
    options: outcomeOptions,
  },
  { name: 'reason', kind: 'textarea', label: { da: 'Begrundelse', en: 'Reason' }, required: true },
  { name: 'votes.for', kind: 'number', label: { da: 'Stemmer for', en: 'Votes for' } },
  { name: 'votes.against', kind: 'number', label: { da: 'Stemmer imod', en: 'Votes against' } },
  { name: 'votes.abstaining', kind: 'number', label: { da: 'Hverken for eller imod', en: 'Abstaining' } },
  {
    name: 'decidedOn',
    kind: 'date',
    label: { da: 'Besluttet den', en: 'Decided on' },
    hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
  },
  {
    name: 'body',
    kind: 'select',
    label: { da: 'Besluttet af et andet organ', en: 'Decided by another body' },
    hint: {
      da: 'Generalforsamlingen kan beslutte i bestyrelsens sted',
      en: 'The general assembly may decide in the board’s place',
    },
    options: [
      { value: 'general-assembly', label: bodyKinds['general-assembly'] },
      { value: 'board', label: bodyKinds.board },
    ],
  },
  {
    name: 'conditions',
    kind: 'lines',
    label: {
      da: 'Betingelser: de krav der må mangle, ét pr. linje',
      en: 'Conditions: the requirements that may be missing, one a line',
    },
  },
  {
    name: 'points',
    kind: 'lines',
    label: { da: 'Punkter, der skal besvares, ét pr. linje', en: 'Points to be answered, one a line' },
    hint: { da: 'Når sagen sendes tilbage', en: 'When the case is sent back' },
  },
  { name: 'postponedUntil', kind: 'date', label: { da: 'Udsat til', en: 'Postponed until' } },
  {
    name: 'referredTo',
    kind: 'select',
    label: { da: 'Henvist til', en: 'Referred to' },
    options: bodyOptions,
  },
];
