import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { notFound } from '../../deeds/failure.ts';
import { id } from '../../lib/inputs.ts';
import type { Stage } from '../../../rulebook/vocabulary.ts';
import { decisionFields, decisionInput, toDecision } from '../decision-input.ts';
import { effectsOf, reversalOf, type Effect } from '../effects.ts';
import { caseBy, lockCase, scopeOfCase } from '../load.ts';
import { casePermissions } from '../permissions.ts';
import { planDecision } from '../plan.ts';
import { recordDecision } from './decide-case.ts';

/** A decision is never edited: a correction or reversal is a new decision that links back to it. */
export const correctDecision = defineDeed({
  name: 'correct-decision',
  title: { da: 'Ret eller omgør beslutningen', en: 'Correct or reverse the decision' },
  explains: {
    da: 'Den tidligere beslutning bliver stående og får et link til den nye. Det, den flyttede, flyttes tilbage først.',
    en: 'The earlier decision stays and links to the new one. What it moved is moved back first.',
  },
  done: { da: 'Den nye beslutning er registreret.', en: 'The new decision is recorded.' },
  api: { method: 'POST', path: '/decisions/:id/correction', status: 201 },
  form: '/decisions/:id/correct',
  params: z.object({ id: id() }),
  input: decisionInput,
  grounds: casePermissions['correct-decision'],
  fields: decisionFields,
  scope: async (db, params) => {
    const decision = await db
      .selectFrom('decisions')
      .innerJoin('bodies as b', 'b.id', 'decisions.body_id')
      .select(['case_id', 'b.id', 'b.kind', 'b.initiative_id as initiativeId'])
      .where('decisions.id', '=', params.id)
      .executeTakeFirst();
    if (!decision) throw notFound({ da: 'Beslutningen', en: 'decision' });
    return {
      ...(await scopeOfCase(db, decision.case_id)),
      body: { id: decision.id, kind: decision.kind, initiativeId: decision.initiativeId },
    };
  },
  run: async ({ tx, params, input, actor, now, today }) => {
    const earlier = await tx
      .selectFrom('decisions')
      .selectAll()
      .where('id', '=', params.id)
      .executeTakeFirst();
    if (!earlier) throw notFound({ da: 'Beslutningen', en: 'decision' });
    const asked = await lockCase(tx, (await caseBy(tx, earlier.case_id)).id);
    const later = await tx
      .selectFrom('decisions')
      .select('number')
      .where('corrects_id', '=', earlier.id)
      .executeTakeFirst();
    const { effects: back, after } = reversalOf(earlier.id, earlier.effects as unknown as Effect[]);
    const initiative = asked.initiative_id
      ? await tx
          .selectFrom('initiatives')
          .select(['stage', 'level'])
          .where('id', '=', asked.initiative_id)
          .executeTakeFirstOrThrow()
      : null;
    const moved = back.find(
      (effect) =>
        (effect.kind === 'set-level' && effect.from !== initiative?.level) ||
        (effect.kind === 'set-stage' && effect.from !== initiative?.stage),
    );
    if (later || moved) {
      return {
        refused: [
          {
            rule: 'decision.correction',
            says: {
              da: 'Kun den seneste beslutning kan rettes, mens det, den flyttede, stadig står.',
              en: 'Only the latest decision can be corrected, while what it moved still stands.',
            },
            source: { edition: asked.edition, document: 'Fælled', section: 'Beslutninger' },
            because: later
              ? {
                  da: `Beslutning ${later.number} har allerede rettet den.`,
                  en: `Decision ${later.number} has already corrected it.`,
                }
              : { da: 'Initiativet er flyttet siden.', en: 'The initiative has moved since.' },
            cure: {
              da: 'Ret den senere beslutning, eller rejs en ny sag.',
              en: 'Correct the later decision, or open a new case.',
            },
          },
        ],
      };
    }
    const decision = { ...toDecision(input, today), body: undefined };
    const reopened = { ...asked, status: 'waiting', awaits_body_id: earlier.body_id };
    const plan = await planDecision(tx, reopened, decision, today);
    if (plan.problems.length > 0) return { problems: plan.problems };
    const voteOnly = plan.refusals.filter((refusal) => refusal.rule.startsWith(`${plan.body.kind}.`));
    if (voteOnly.length > 0) return { refused: voteOnly };
    const situation = {
      stage: (after.stage ?? initiative?.stage ?? 'idea') as Stage,
      level: after.level !== undefined ? after.level : (initiative?.level ?? null),
    };
    const forward = effectsOf(
      {
        kind: plan.right.kind,
        targetLevel: asked.target_level,
        requirement: asked.requirement,
        budgetId: asked.budget_id,
        subjectBodyId: asked.subject_body_id,
        appoints: asked.appoints,
      },
      situation,
      {
        outcome: decision.outcome,
        by: plan.body.kind,
        accepts: plan.accepts,
        lapses: plan.lapses,
        points: decision.points,
        postponedUntil: decision.postponedUntil ?? null,
        referredTo: decision.referredTo ?? null,
      },
    );
    return recordDecision(tx, {
      asked,
      decision,
      plan,
      effects: [...back, ...forward],
      corrects: earlier.id,
      personId: actor.id,
      now,
    });
  },
});
