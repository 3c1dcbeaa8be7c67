import { z } from 'zod';
import { stages } from '../../rulebook/vocabulary.ts';
import { paging } from '../deeds/api.ts';
import { defineQuery } from '../deeds/query.ts';
import { id, idOrSlug, oneOf, shortName } from '../lib/inputs.ts';
import { appointPerson, endAppointment } from './commands/appoint-person.ts';
import { changeEdition } from './commands/change-edition.ts';
import { endContract, recordContract } from './commands/contracts.ts';
import { describeInitiative } from './commands/describe-initiative.ts';
import { addLink, endRelation, relateInitiatives, removeLink } from './commands/links-and-relations.ts';
import { moveInitiative } from './commands/move-initiative.ts';
import { addParticipant, endParticipant } from './commands/participants.ts';
import { placeInitiative } from './commands/place-initiative.ts';
import { proposeBudget } from './commands/propose-budget.ts';
import { registerIdea } from './commands/register-idea.ts';
import { withdrawInitiative } from './commands/withdraw-initiative.ts';
import { contractList, forecastAnswered, initiativeAnswer, initiativeList } from './answers.ts';
import { contractsOf } from './contracts.ts';
import { forecastAnswer, forecastJson } from './forecast-answer.ts';
import { initiativeBy } from './load.ts';
import { listInitiatives, sorts, type InitiativeSummary } from './list-queries.ts';
import { initiativeDetails } from './queries.ts';

export const portfolioDeeds = [
  registerIdea,
  describeInitiative,
  placeInitiative,
  moveInitiative,
  addParticipant,
  endParticipant,
  appointPerson,
  endAppointment,
  addLink,
  removeLink,
  relateInitiatives,
  endRelation,
  recordContract,
  endContract,
  proposeBudget,
  changeEdition,
  withdrawInitiative,
];

const summaryJson = (row: InitiativeSummary) => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  summary: row.summary,
  stage: row.stage,
  level: row.level,
  origin: row.origin,
  edition: row.edition,
  coordinatingOrganisation:
    row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisation_name },
  changedAt: row.changed_at,
});

export const portfolioQueries = [
  defineQuery({
    name: 'list-initiatives',
    title: { da: 'Initiativer', en: 'Initiatives' },
    path: '/initiatives',
    params: z.object({}),
    query: z.object({
      level: shortName().optional(),
      stage: oneOf(stages).optional(),
      q: z
        .string()
        .max(200)
        .refine((text) => text.isWellFormed() && !text.includes('\0'), { error: 'characters' })
        .optional(),
      organisation: id().optional(),
      sort: z.enum(sorts).default('name'),
      order: z.enum(['asc', 'desc']).optional(),
      ...paging,
    }),
    grounds: ['anyone'],
    answers: initiativeList,
    run: async ({ db, query }) => {
      const { items, next } = await listInitiatives(db, {
        ...query,
        stages: query.stage ? [query.stage] : undefined,
      });
      return { items: items.map(summaryJson), next };
    },
  }),
  defineQuery({
    name: 'get-initiative',
    title: { da: 'Et initiativ', en: 'An initiative' },
    path: '/initiatives/:id',
    params: z.object({ id: idOrSlug() }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: initiativeAnswer,
    run: async ({ db, params, actor }) => {
      const row = await initiativeBy(db, params.id);
      const { links, relations, participants, people, budgets } = await initiativeDetails(db, row.id);
      return {
        id: row.id,
        slug: row.slug,
        name: row.name,
        summary: row.summary,
        stage: row.stage,
        level: row.level,
        origin: row.origin,
        edition: row.edition,
        endedAs: row.ended_as,
        idea: row.idea,
        purpose: row.purpose,
        solution: row.solution,
        interfaces: row.interfaces,
        localValue: row.local_value,
        valueForOthers: row.value_for_others,
        licence: row.licence,
        coordinatingOrganisation: row.coordinating_organisation_id,
        registeredAt: row.registered_at,
        stageSince: row.stage_since,
        changedAt: row.changed_at,
        links,
        relations: relations.map((each) => ({
          id: each.id,
          kind: each.kind,
          note: each.note,
          from: { slug: each.from_slug, name: each.from_name },
          to: { slug: each.to_slug, name: each.to_name },
        })),
        participants: participants.map((each) => ({
          id: each.id,
          role: each.role,
          organisation: { id: each.organisation_id, name: each.name, kind: each.kind },
          from: each.from_on,
          to: each.to_on,
        })),
        people: people.map((each) => ({
          id: each.id,
          role: each.role,
          // Visitors and the technical account are told that the role is filled, not by whom.
          person: actor === null || actor.operator ? null : { id: each.person_id, name: each.name },
          qualification: each.qualification,
          from: each.from_on,
          to: each.to_on,
        })),
        budgets: budgets.map((each) => ({
          id: each.id,
          phase: each.phase,
          amountOere: each.amount_oere,
          funding: each.funding,
          note: each.note,
          replaced: each.replaced,
          approvedBySteeringGroup: each.steering_decision,
          approvedByBoard: each.board_decision,
        })),
      };
    },
  }),
  defineQuery({
    name: 'list-contracts-of-initiative',
    title: { da: 'Kontrakter om et initiativ', en: 'Contracts on an initiative' },
    path: '/initiatives/:id/contracts',
    params: z.object({ id: idOrSlug() }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: contractList,
    run: async ({ db, params }) => ({
      contracts: await contractsOf(db, (await initiativeBy(db, params.id)).id),
    }),
  }),
  defineQuery({
    name: 'get-forecast',
    title: { da: 'Hvad mangler, og hvem beslutter', en: 'What is missing, and who decides' },
    path: '/initiatives/:id/forecast',
    params: z.object({ id: idOrSlug() }),
    query: z.object({
      level: shortName().optional(),
      stage: oneOf(stages).optional(),
      edition: shortName().optional(),
    }),
    grounds: ['anyone'],
    answers: forecastAnswered,
    run: async ({ db, params, query, today }) => {
      const initiative = await initiativeBy(db, params.id);
      return forecastJson(await forecastAnswer(db, initiative, query, today));
    },
  }),
];
