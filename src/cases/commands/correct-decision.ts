import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { notFound } from '../../deeds/failure.ts';
import type { Db } from '../../db/client.ts';
import { id } from '../../lib/inputs.ts';
import type { Refusal } from '../../../rulebook/rule.ts';
import type { Stage } from '../../../rulebook/vocabulary.ts';
import { decisionFields, decisionInput, toDecision } from '../decision-input.ts';
import { describeEffect } from '../describe-effect.ts';
import { effectsOf, reversalOf, type Effect } from '../effects.ts';
import { caseToDecide, lockCase, scopeOfCase } from '../load.ts';
import { casePermissions } from '../permissions.ts';
import { planDecision } from '../plan.ts';
import { recordDecision } from './decide-case.ts';
import { decisionRecorded } from '../answers.ts';
import { decisionEvent } from '../told.ts';

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
  answers: decisionRecorded,
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
    if (decision?.case_id == null) throw notFound({ da: 'Beslutningen', en: 'decision' });
    return {
      ...(await scopeOfCase(db, decision.case_id)),
      body: { id: decision.id, kind: decision.kind, initiativeId: decision.initiativeId },
    };
  },
  preview: async ({ db, params, input, today }) => {
    const { plan, effects, refusals, problems } = await planCorrection(db, params.id, input, today);
    return { effects: effects.map((effect) => describeEffect(effect, plan.edition)), refusals, problems };
  },
  tells: async ({ db, params, input, actor, today }) => {
    const { asked, decision, plan } = await planCorrection(db, params.id, input, today);
    return [await decisionEvent(db, { ...decision, asked, body: plan.body }, today, actor?.id ?? null)];
  },
  run: async ({ tx, params, input, actor, now, today }) => {
    await lockCase(tx, (await decisionBy(tx, params.id)).case_id);
    const correction = await planCorrection(tx, params.id, input, today);
    if (correction.problems.length > 0) return { problems: correction.problems };
    if (correction.refusals.length > 0) return { refused: correction.refusals };
    return recordDecision(tx, { ...correction, corrects: params.id, personId: actor.id, now });
  },
});

/** A decision that answers a case. */
async function decisionBy(db: Db, id: string) {
  const row = await db.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirst();
  const caseId = row?.case_id;
  if (!row || caseId == null) throw notFound({ da: 'Beslutningen', en: 'decision' });
  return { ...row, case_id: caseId };
}

/** Works out what a correction would do: what the earlier decision moved goes back, then the new answer counts. */
async function planCorrection(db: Db, id: string, input: z.output<typeof decisionInput>, today: string) {
  const earlier = await decisionBy(db, id);
  const asked = await caseToDecide(db, earlier.case_id);
  const decision = { ...toDecision(input, today), body: undefined };
  const { effects: back, after } = reversalOf(earlier.id, earlier.effects as unknown as Effect[]);
  const initiative = asked.initiative_id
    ? await db
        .selectFrom('initiatives')
        .select(['stage', 'level'])
        .where('id', '=', asked.initiative_id)
        .executeTakeFirstOrThrow()
    : null;
  const reopened = {
    ...asked,
    status: 'waiting',
    awaits_body_id: earlier.body_id,
    returns_to_body_id: earlier.returned_to_id,
  };
  const plan = await planDecision(db, reopened, decision, today);
  const answered =
    earlier.returned_to_id !== null &&
    (asked.status !== 'waiting' || asked.awaits_body_id !== earlier.returned_to_id);
  const closed = await notTheLatest(db, asked.edition, id, back, initiative, answered);
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
      returnsTo: earlier.returned_to_id,
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
  return {
    asked,
    item:
      earlier.item_id === null ? null : { id: earlier.item_id, ballotId: null, consensus: earlier.consensus },
    decision,
    plan,
    effects: [...back, ...forward],
    problems: closed ? [] : plan.problems,
    refusals: closed
      ? [closed]
      : plan.refusals.filter((refusal) => refusal.rule.startsWith(`${plan.body.kind}.`)),
  };
}

/** A refusal where a later decision, or a later move of the initiative, stands on this one. */
async function notTheLatest(
  db: Db,
  edition: string,
  id: string,
  back: readonly Effect[],
  initiative: { readonly stage: string; readonly level: string | null } | null,
  answered: boolean,
): Promise<Refusal | null> {
  const later = await db
    .selectFrom('decisions')
    .select('number')
    .where('corrects_id', '=', id)
    .executeTakeFirst();
  const moved = back.find(
    (effect) =>
      (effect.kind === 'set-level' && effect.from !== initiative?.level) ||
      (effect.kind === 'set-stage' && effect.from !== initiative?.stage),
  );
  if (!later && !moved && !answered) return null;
  return {
    rule: 'decision.correction',
    says: {
      da: 'Kun den seneste beslutning kan rettes, mens det, den flyttede, stadig står.',
      en: 'Only the latest decision can be corrected, while what it moved still stands.',
    },
    source: { edition, document: 'Fælled', section: 'Beslutninger' },
    because: later
      ? {
          da: `Beslutning ${later.number} har allerede rettet den.`,
          en: `Decision ${later.number} has already corrected it.`,
        }
      : moved
        ? { da: 'Initiativet er flyttet siden.', en: 'The initiative has moved since.' }
        : {
            da: 'Organet, der henviste sagen, er gået videre med svaret.',
            en: 'The body that referred the case has gone on with the answer.',
          },
    cure: {
      da: 'Ret den senere beslutning, eller rejs en ny sag.',
      en: 'Correct the later decision, or open a new case.',
    },
  };
}
