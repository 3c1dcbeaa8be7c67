import { z } from 'zod';
import { themes } from '../../rulebook/vocabulary.ts';
import { mayDo } from '../deeds/perform.ts';
import { id, idOrSlug, oneOf, shortName } from '../lib/inputs.ts';
import { frameFacts } from '../portfolio/frame.ts';
import { definePage, type PageSpec } from '../web/pages.ts';
import { answerQuestion } from './commands/answer-question.ts';
import { askQuestion } from './commands/ask-question.ts';
import { alongLineage } from './along-lineage.ts';
import { disputeAssessment } from './commands/dispute-assessment.ts';
import { evidenceFile, placeOf, scopeOfRequirement } from './load.ts';
import { requirementParams, voicesOf } from './requirement-inputs.ts';
import {
  casesAbout,
  explainedElsewhere,
  historyOf,
  acceptedElsewhere,
  listQuestions,
  requirementsOf,
} from './requirement-queries.ts';
import { shows, type RequirementState } from './requirement-state.ts';
import { requirementWords } from './requirement-words.ts';
import { RequirementView } from './views/requirement.tsx';
import { QuestionsView } from './views/requirement-talk.tsx';
import { RequirementsView } from './views/requirements.tsx';

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const requirements = definePage({
  path: '/initiatives/:id/requirements',
  params: z.object({ id: idOrSlug() }),
  query: z.object({
    theme: emptyIsNone(oneOf(themes)),
    level: emptyIsNone(shortName()),
    show: emptyIsNone(oneOf(shows)),
  }),
  grounds: ['anyone'],
  run: async ({ db, page, params, query, actor }) => {
    const found = await requirementsOf(db, params.id, actor, page.today);
    const frame = await frameFacts(db, found.initiative, page.today);
    const [first] = found.states;
    const speaks =
      first === undefined || found.initiative.stage === 'retired'
        ? []
        : voicesOf(
            actor,
            await scopeOfRequirement(db, { id: found.initiative.id, requirement: first.requirement.id }),
          );
    return {
      title: `${requirementWords(page.lang).title}: ${found.initiative.name}`,
      wide: true,
      body: RequirementsView({ page, frame, requirements: found, chosen: query, speaks }),
    };
  },
});

const requirement = definePage({
  path: '/initiatives/:id/requirements/:requirement',
  params: requirementParams,
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, page, params, actor }) => {
    const { initiative, edition, states } = await requirementsOf(db, params.id, actor, page.today);
    const place = placeOf(initiative, params.requirement);
    const state = states.find((each) => each.requirement.id === place.requirement.id) as RequirementState;
    const ended = initiative.stage === 'retired';
    const scope = await scopeOfRequirement(db, params);
    const [questions, elsewhere, history, cases, acceptedBefore] = await Promise.all([
      listQuestions(
        db,
        { initiativeId: initiative.id, places: alongLineage(edition, state.requirement.id), limit: 100 },
        actor,
      ),
      explainedElsewhere(db, initiative, state.requirement.id),
      historyOf(db, initiative, state.requirement.id, actor),
      casesAbout(db, initiative, state.requirement.id, actor),
      acceptedElsewhere(db, initiative, edition, state.requirement.id),
    ]);
    const speaks = ended ? [] : voicesOf(actor, scope);
    return {
      title: `${state.requirement.label[page.lang]}: ${initiative.name}`,
      wide: true,
      breadcrumb: [
        { href: `/initiatives/${initiative.slug}`, label: initiative.name },
        { href: `/initiatives/${initiative.slug}/requirements`, label: requirementWords(page.lang).title },
      ],
      body: RequirementView({
        page,
        initiative,
        edition,
        state,
        questions: questions.items,
        elsewhere,
        history,
        cases,
        acceptedBefore,
        speaks,
        reviews: speaks.filter((voice) => state[voice]?.checkedBy?.id !== actor?.id),
        mayAsk: (await mayDo(db, askQuestion, params, actor)) !== null,
        mayAnswer: questions.items[0]
          ? (await mayDo(db, answerQuestion, { id: questions.items[0].id }, actor)) !== null
          : false,
        mayDispute: !ended && (await mayDo(db, disputeAssessment, params, actor)) !== null,
      }),
    };
  },
});

const questions = definePage({
  path: '/questions',
  params: z.object({}),
  query: z.object({
    status: emptyIsNone(z.enum(['open', 'answered'])),
    cursor: z.string().max(2_000).optional(),
  }),
  grounds: ['anyone'],
  run: async ({ db, page, query, actor }) => {
    const status = query.status ?? 'open';
    const { items, next } = await listQuestions(db, { status, cursor: query.cursor, limit: 100 }, actor);
    return {
      title: requirementWords(page.lang).queue,
      wide: true,
      body: QuestionsView({
        page,
        status,
        questions: items,
        mayAnswer: items[0] ? (await mayDo(db, answerQuestion, { id: items[0].id }, actor)) !== null : false,
        nextHref: next ? page.href(`/questions?${new URLSearchParams({ status, cursor: next })}`) : undefined,
      }),
    };
  },
});

/** A file behind an assessment. Always fetched as a file, never shown as a page of ours. */
const file = definePage({
  path: '/evidence/:id/file',
  params: z.object({ id: id() }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, params, actor, reply }) => {
    const found = await evidenceFile(db, params.id, actor);
    reply.header('cache-control', 'private, no-store');
    reply.header('content-security-policy', "sandbox; default-src 'none'");
    return { download: found.content, type: found.type, fileName: found.name };
  },
});

/** The pages about requirements, and the files behind them. */
export const requirementPages: readonly PageSpec[] = [requirements, requirement, questions, file];
