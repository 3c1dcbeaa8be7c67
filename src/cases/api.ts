import { z } from 'zod';
import { decisionKinds } from '../../rulebook/vocabulary.ts';
import { paging } from '../deeds/api.ts';
import { notFound } from '../deeds/failure.ts';
import { defineQuery } from '../deeds/query.ts';
import { idOrSlug, oneOf, shortName } from '../lib/inputs.ts';
import { caseAnswer, caseList, decisionPreview } from './answers.ts';
import { addAnnex } from './commands/add-annex.ts';
import { correctDecision } from './commands/correct-decision.ts';
import { decideCase } from './commands/decide-case.ts';
import { sendCase, withdrawCase, writeRecommendation } from './commands/edit-case.ts';
import { informBoard } from './commands/inform-board.ts';
import { openCase } from './commands/open-case.ts';
import { decisionInput, toDecision } from './decision-input.ts';
import { describeEffect } from './describe-effect.ts';
import { caseBy, maySee } from './load.ts';
import { planDecision } from './plan.ts';
import { opinionOf } from './second-opinion.ts';
import { caseDetails, listCases, type CaseSummary, type decisionsOf } from './queries.ts';

export const caseDeeds = [
  openCase,
  writeRecommendation,
  sendCase,
  withdrawCase,
  addAnnex,
  informBoard,
  decideCase,
  correctDecision,
];

/** A case as the API gives it. */
export const caseJson = (row: CaseSummary) => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  question: row.question,
  status: row.status,
  level: row.target_level,
  initiative: row.initiative_slug === null ? null : { slug: row.initiative_slug, name: row.initiative_name },
  awaits: row.body_slug === null ? null : { slug: row.body_slug, kind: row.body_kind, name: row.body_name },
  since: row.awaits_since,
  rule: row.rule,
  edition: row.edition,
  askedAt: row.asked_at,
  deadline: row.deadline,
  postponedUntil: row.postponed_until,
});

export const decisionJson = (row: Awaited<ReturnType<typeof decisionsOf>>[number]) => ({
  id: row.id,
  number: row.number,
  case: row.case_number,
  outcome: row.outcome,
  reason: row.reason,
  votes: { for: row.votes_for, against: row.votes_against, abstaining: row.votes_abstaining },
  decidedOn: row.decided_on,
  recordedAt: row.recorded_at,
  body: { slug: row.body_slug, kind: row.body_kind, name: row.body_name },
  conditions: row.conditions,
  points: row.points,
  effects: row.effects,
  rule: row.rule,
  edition: row.edition,
  receipt: row.receipt,
  corrects: row.corrects,
  correctedBy: row.corrected_by,
});

const named = { da: 'Sagen', en: 'case' };

export const caseQueries = [
  defineQuery({
    name: 'list-cases',
    title: { da: 'Sager', en: 'Cases' },
    path: '/cases',
    params: z.object({}),
    query: z.object({
      awaits: shortName(100).optional(),
      status: z.enum(['draft', 'waiting', 'decided', 'withdrawn']).optional(),
      kind: oneOf(decisionKinds).optional(),
      initiative: idOrSlug().optional(),
      ...paging,
    }),
    grounds: ['anyone'],
    answers: caseList,
    run: async ({ db, query, actor }) => {
      const { items, next } = await listCases(db, query, actor);
      return { items: items.map(caseJson), next };
    },
  }),
  defineQuery({
    name: 'get-case',
    title: { da: 'En sag', en: 'A case' },
    path: '/cases/:id',
    params: z.object({ id: idOrSlug() }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: caseAnswer,
    run: async ({ db, params, actor }) => {
      const row = await caseBy(db, params.id);
      if (!maySee(row, actor)) throw notFound(named);
      const details = await caseDetails(db, row.id);
      return {
        ...caseJson(details),
        statement: details.statement,
        recommendation: details.recommendation,
        secondOpinion: opinionOf(details),
        points: details.points,
        requirement: details.requirement,
        queuePlace: details.place,
        annexes: details.annexes.map(({ id, title, url }) => ({ id, title, url })),
        decisions: details.decisions.map(decisionJson),
      };
    },
  }),
  defineQuery({
    name: 'preview-decision',
    title: { da: 'Hvad en beslutning ville gøre', en: 'What a decision would do' },
    path: '/cases/:id/preview',
    params: z.object({ id: idOrSlug() }),
    query: z.object({}),
    body: decisionInput,
    grounds: ['community-person'],
    answers: decisionPreview,
    run: async ({ db, params, body, today, actor }) => {
      const row = await caseBy(db, params.id);
      if (!maySee(row, actor)) throw notFound(named);
      const plan = await planDecision(
        db,
        row,
        toDecision(body as z.output<typeof decisionInput>, today),
        today,
      );
      return {
        allowed: plan.problems.length === 0 && plan.refusals.length === 0,
        effects: plan.effects,
        says: plan.effects.map((effect) => describeEffect(effect, plan.edition)),
        accepts: plan.accepts,
        refusals: plan.refusals,
        errors: plan.problems.map((problem) => ({ field: problem.path, says: problem.says })),
        decides: {
          rule: plan.right.id,
          body: plan.body,
          source: { edition: plan.edition.id, ...plan.right.source },
        },
      };
    },
  }),
];
