import { z } from 'zod';
import { outcomes, type DecisionKind, type Outcome } from '../../../rulebook/vocabulary.ts';
import { outcomesOf } from '../../cases/effects.ts';
import { caseBy } from '../../cases/load.ts';
import { bodyOptions, gapsOfCase } from '../../cases/options.ts';
import type { Field, FieldContext, Option } from '../../deeds/deed.ts';
import { id, isoDate, line, oneOf, reason } from '../../lib/inputs.ts';
import { becomesPublic } from '../becomes-public.ts';
import { itemBy } from '../load.ts';
import { capital } from '../../lib/capital.ts';

/** Several short texts: a list in JSON, one a line in a form. */
const lines = z
  .preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .split('\n')
            .map((each) => each.trim())
            .filter((each) => each !== '')
        : value,
    z.array(line(500)).max(100),
  )
  .default([]);

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

export const itemDecisionInput = z.object({
  outcome: oneOf(outcomes),
  reason: reason(),
  ballot: emptyIsNone(id()),
  conditions: lines,
  points: lines,
  postponedUntil: emptyIsNone(isoDate()),
  referredTo: emptyIsNone(id()),
});

/** What was sent as a plan takes it. */
export const toItemDecision = (input: z.output<typeof itemDecisionInput>) => ({
  outcome: input.outcome,
  reason: input.reason,
  ballot: input.ballot,
  conditions: input.conditions,
  points: input.points,
  postponedUntil: input.postponedUntil,
  referredTo: input.referredTo,
});

/** The fields of a decision on an item: the outcomes its case knows, or all. */
export async function decisionFieldsFor(cx: FieldContext, itemId: string): Promise<readonly Field[]> {
  const { db } = cx;
  const item = await itemBy(db, itemId);
  const asked = item.case_id === null ? null : await caseBy(db, item.case_id);
  const waiting = asked?.status === 'waiting' ? asked : null;
  const fitting: readonly Outcome[] = waiting
    ? outcomesOf(waiting.kind as DecisionKind, waiting.returns_to_body_id !== null)
    : (Object.keys(outcomes) as Outcome[]);
  const ballots = await countedBallots(db, itemId);
  return [
    {
      name: 'outcome',
      kind: 'radio',
      label: { da: 'Udfald', en: 'Outcome' },
      required: true,
      options: fitting.map((value) => ({
        value,
        label: { da: capital(outcomes[value].da), en: capital(outcomes[value].en) },
      })),
    },
    waiting
      ? {
          name: 'conditions',
          kind: 'checkboxes',
          label: { da: 'Betingelser: det må mangle lige nu', en: 'Conditions: this may be missing just now' },
          options: await gapsOfCase(cx, waiting),
          onlyWith: ['approved-with-conditions'],
        }
      : {
          name: 'conditions',
          kind: 'lines',
          label: { da: 'Betingelser, én pr. linje', en: 'Conditions, one a line' },
          onlyWith: ['approved-with-conditions'],
        },
    {
      name: 'points',
      kind: 'lines',
      label: { da: 'Punkter, der skal besvares, ét pr. linje', en: 'Points to be answered, one a line' },
      onlyWith: ['sent-back'],
    },
    {
      name: 'postponedUntil',
      kind: 'date',
      label: { da: 'Udsat til', en: 'Postponed until' },
      onlyWith: ['postponed'],
    },
    {
      name: 'referredTo',
      kind: 'select',
      label: { da: 'Henvist til', en: 'Referred to' },
      options: await bodyOptions(cx),
      onlyWith: ['referred'],
    },
    {
      name: 'ballot',
      kind: 'select',
      label: { da: 'Bygger på afstemningen', en: 'Rests on the vote' },
      hint: {
        da: 'Vælg ingen, hvis alle var enige uden afstemning.',
        en: 'Choose none where all agreed without a vote.',
      },
      options: ballots,
    },
    {
      name: 'reason',
      kind: 'textarea',
      label: { da: 'Begrundelse', en: 'Reason' },
      ...becomesPublic(item),
      required: true,
    },
  ];
}

async function countedBallots(db: FieldContext['db'], itemId: string): Promise<readonly Option[]> {
  const rows = await db
    .selectFrom('ballots')
    .select(['id', 'question', 'result'])
    .where('item_id', '=', itemId)
    .where('result', 'is not', null)
    .orderBy('number', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ id: value, question, result }) => {
    const { says } = result as unknown as { says: { da: string; en: string } };
    return { value, label: { da: `${question} ${says.da}`, en: `${question} ${says.en}` } };
  });
}

/** The latest counted vote on an item: what a decision usually rests on. */
export const latestBallot = async (db: FieldContext['db'], itemId: string): Promise<string> =>
  (await countedBallots(db, itemId))[0]?.value ?? '';
