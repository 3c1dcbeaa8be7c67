import { z } from 'zod';
import { themes } from '../../rulebook/vocabulary.ts';
import { paging } from '../deeds/api.ts';
import type { Deed } from '../deeds/deed.ts';
import { defineQuery, type Query } from '../deeds/query.ts';
import { idOrSlug, oneOf, shortName } from '../lib/inputs.ts';
import { initiativeBy } from '../portfolio/load.ts';
import { answerQuestion } from './commands/answer-question.ts';
import { askQuestion } from './commands/ask-question.ts';
import { assessRequirement } from './commands/assess-requirement.ts';
import { attachEvidence } from './commands/attach-evidence.ts';
import { disputeAssessment } from './commands/dispute-assessment.ts';
import { removeEvidence } from './commands/remove-evidence.ts';
import { reviewAssessment } from './commands/review-assessment.ts';
import { placeOf } from './load.ts';
import { assessmentAnswer, assessmentList, questionList } from './requirement-answers.ts';
import { requirementParams } from './requirement-inputs.ts';
import { stateJson } from './requirement-json.ts';
import { alongLineage } from './along-lineage.ts';
import { acceptedElsewhere, listQuestions, requirementsOf } from './requirement-queries.ts';
import { filtered, shows, type RequirementState } from './requirement-state.ts';

/** What can be done with requirements. */
export const requirementDeeds: readonly Deed[] = [
  assessRequirement,
  attachEvidence,
  removeEvidence,
  reviewAssessment,
  askQuestion,
  answerQuestion,
  disputeAssessment,
];

export const requirementQueries: readonly Query[] = [
  defineQuery({
    name: 'list-assessments',
    title: { da: 'Kravene og hvordan de står', en: 'The requirements and how they stand' },
    path: '/initiatives/:id/assessments',
    params: z.object({ id: idOrSlug() }),
    query: z.object({
      theme: oneOf(themes).optional(),
      level: shortName().optional(),
      show: oneOf(shows).optional(),
    }),
    grounds: ['anyone'],
    answers: assessmentList,
    run: async ({ db, params, query, actor, today }) => {
      const { initiative, edition, states } = await requirementsOf(db, params.id, actor, today);
      return {
        initiative: initiative.slug,
        edition: edition.id,
        level: initiative.level,
        items: filtered(states, query).map(stateJson),
        next: null,
      };
    },
  }),
  defineQuery({
    name: 'get-assessment',
    title: { da: 'Ét krav og hvordan det står', en: 'One requirement and how it stands' },
    path: '/initiatives/:id/assessments/:requirement',
    params: requirementParams,
    query: z.object({}),
    grounds: ['anyone'],
    answers: assessmentAnswer,
    run: async ({ db, params, actor, today }) => {
      const { initiative, edition, states } = await requirementsOf(db, params.id, actor, today);
      const { requirement } = placeOf(initiative, params.requirement);
      const state = states.find((each) => each.requirement.id === requirement.id) as RequirementState;
      const [questions, acceptedBefore] = await Promise.all([
        listQuestions(
          db,
          { initiativeId: initiative.id, places: alongLineage(edition, requirement.id), limit: 100 },
          actor,
        ),
        acceptedElsewhere(db, initiative, edition, requirement.id),
      ]);
      return {
        initiative: initiative.slug,
        edition: edition.id,
        ...stateJson(state),
        guidance: requirement.guidance,
        askedAndAnswered: questions.items,
        acceptedBefore,
      };
    },
  }),
  defineQuery({
    name: 'list-questions',
    title: { da: 'Spørgsmål om krav', en: 'Questions about requirements' },
    path: '/questions',
    params: z.object({}),
    query: z.object({
      status: z.enum(['open', 'answered']).optional(),
      initiative: idOrSlug().optional(),
      ...paging,
    }),
    grounds: ['anyone'],
    answers: questionList,
    run: async ({ db, query, actor }) => {
      const initiativeId =
        query.initiative === undefined ? undefined : (await initiativeBy(db, query.initiative)).id;
      return listQuestions(db, { ...query, initiativeId }, actor);
    },
  }),
];
