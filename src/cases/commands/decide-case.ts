import { z } from 'zod';
import { defineDeed, type Ending } from '../../deeds/deed.ts';
import type { Tx } from '../../db/client.ts';
import { newId } from '../../lib/id.ts';
import { idOrSlug } from '../../lib/inputs.ts';
import { applyEffects } from '../apply-effects.ts';
import { decidingBodyFields, decisionFields, decisionInput, toDecision } from '../decision-input.ts';
import type { Effect } from '../effects.ts';
import { describeEffect } from '../describe-effect.ts';
import { caseToDecide, lockCase, scopeOfCase, type Case } from '../load.ts';
import { casePermissions } from '../permissions.ts';
import { planDecision, type DecisionInput, type Plan } from '../plan.ts';
import { receiptOf } from '../receipt.ts';
import { decisionRecorded } from '../answers.ts';
import { decisionEvent } from '../told.ts';

/**
 * Records what a body has decided; it takes effect in the same transaction. The receipt keeps edition, rule and facts
 * as they were (report §5.2, p. 16; §4.1.2, p. 8).
 */
export const decideCase = defineDeed({
  name: 'decide-case',
  title: { da: 'Registrér beslutningen', en: 'Record the decision' },
  explains: {
    da: 'Beslutningen træder i kraft med det samme og rettes kun med en ny beslutning.',
    en: 'The decision takes effect at once and is corrected only by a new decision.',
  },
  done: {
    da: 'Beslutningen er registreret og trådt i kraft.',
    en: 'The decision is recorded and has taken effect.',
  },
  api: { method: 'POST', path: '/cases/:id/decision', status: 201 },
  answers: decisionRecorded,
  form: '/cases/:id/decision',
  params: z.object({ id: idOrSlug() }),
  input: decisionInput,
  grounds: casePermissions['decide-case'],
  fields: [...decisionFields, ...decidingBodyFields],
  scope: (db, { id }) => scopeOfCase(db, id),
  preview: async ({ db, params: { id }, input, today }) => {
    const plan = await planDecision(db, await caseToDecide(db, id), toDecision(input, today), today);
    return {
      effects: plan.effects.map((effect) => describeEffect(effect, plan.edition)),
      refusals: plan.refusals,
      problems: plan.problems,
    };
  },
  tells: async ({ db, params: { id }, input, actor, today }) => {
    const asked = await caseToDecide(db, id);
    const decision = toDecision(input, today);
    const { body } = await planDecision(db, asked, decision, today);
    return [await decisionEvent(db, { ...decision, asked, body }, today, actor?.id ?? null)];
  },
  run: async ({ tx, params: { id }, input, actor, now, today }) => {
    const asked = await lockCase(tx, id);
    const decision = toDecision(input, today);
    const plan = await planDecision(tx, asked, decision, today);
    if (plan.problems.length > 0) return { problems: plan.problems };
    if (plan.refusals.length > 0) return { refused: plan.refusals };
    return recordDecision(tx, {
      asked,
      decision,
      plan,
      effects: plan.effects,
      corrects: null,
      personId: actor.id,
      now,
    });
  },
});

export interface Recording {
  readonly asked: Case;
  readonly decision: DecisionInput;
  readonly plan: Plan;
  readonly effects: readonly Effect[];
  readonly corrects: string | null;
  /** The item of a meeting on which it was decided, and how. */
  readonly item?: {
    readonly id: string;
    readonly ballotId: string | null;
    readonly consensus: boolean;
  } | null;
  readonly personId: string;
  readonly now: string;
}

/** Writes a decision with its receipt and carries out its effects. */
export async function recordDecision(
  tx: Tx,
  { asked, decision, plan, effects, corrects, item = null, personId, now }: Recording,
): Promise<Ending> {
  const row = {
    id: newId(),
    case_id: asked.id,
    initiative_id: asked.initiative_id,
    body_id: plan.body.id,
    outcome: decision.outcome,
    reason: decision.reason,
    votes_for: decision.votes.for,
    votes_against: decision.votes.against,
    votes_abstaining: decision.votes.abstaining,
    decided_on: decision.decidedOn,
    conditions: JSON.stringify(decision.conditions),
    points: JSON.stringify(decision.points),
    postponed_until: decision.postponedUntil ?? null,
    referred_to_id: decision.referredTo ?? null,
    effects: JSON.stringify(effects),
    receipt: JSON.stringify(receiptOf(plan, decision)),
    corrects_id: corrects,
    item_id: item?.id ?? null,
    ballot_id: item?.ballotId ?? null,
    consensus: item?.consensus ?? false,
    returned_to_id: effects.find((effect) => effect.kind === 'return-to-body')?.toBodyId ?? null,
    rule: plan.right.id,
    edition: plan.edition.id,
    recorded_at: now,
    recorded_by: personId,
  };
  const { number } = await tx
    .insertInto('decisions')
    .values(row)
    .returning('number')
    .executeTakeFirstOrThrow();
  await applyEffects(tx, effects, {
    asked,
    decisionId: row.id,
    edition: plan.edition.id,
    decidedOn: decision.decidedOn,
    personId,
    now,
  });
  return {
    output: {
      id: row.id,
      number,
      case: asked.id,
      outcome: row.outcome,
      reason: row.reason,
      votes: decision.votes,
      decidedOn: row.decided_on,
      body: { id: plan.body.id, kind: plan.body.kind, name: plan.body.name },
      rule: row.rule,
      edition: row.edition,
      effects,
      receipt: JSON.parse(row.receipt) as unknown,
      corrects,
    },
    subject: { kind: 'decision', id: row.id },
    initiativeId: asked.initiative_id,
    before: { case: asked.number, status: asked.status },
    after: {
      number,
      outcome: row.outcome,
      reason: row.reason,
      votes: decision.votes,
      decidedOn: row.decided_on,
      body: plan.body.kind,
      effects,
    },
    edition: plan.edition.id,
    next: `/cases/${asked.number}`,
  };
}
