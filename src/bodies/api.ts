import { z } from 'zod';
import { bodyKinds } from '../../rulebook/vocabulary.ts';
import { paging } from '../deeds/api.ts';
import type { Deed } from '../deeds/deed.ts';
import { defineQuery, type Query } from '../deeds/query.ts';
import { idOrSlug, isoDate, oneOf, optionalLine } from '../lib/inputs.ts';
import type { Actor } from '../people/actor.ts';
import { bodyStates } from './body-states.ts';
import {
  bodyAnswer,
  bodyDecisionList,
  charterVersions,
  bodyJson,
  bodyList,
  findingJson,
  findingList,
} from './answers.ts';
import { approveCharter } from './commands/approve-charter.ts';
import { writeCharter } from './commands/write-charter.ts';
import { chartersOf } from './charter-queries.ts';
import { mayDo } from '../deeds/perform.ts';
import { changeBody } from './commands/change-body.ts';
import { changeSeat, endSeat } from './commands/change-seat.ts';
import { closeBody } from './commands/close-body.ts';
import { establishBody } from './commands/establish-body.ts';
import { joinBody } from './commands/join-body.ts';
import { setFacilitator } from './commands/set-facilitator.ts';
import { seatPerson } from './commands/seat-person.ts';
import { stepIn } from './commands/step-in.ts';
import { bodyBy } from './load.ts';
import { bodyDetails, decisionsOfBody, listBodies, listFindings } from './queries.ts';

/** What can be done with and asked about bodies and seats. */
export const bodyDeeds: readonly Deed[] = [
  establishBody,
  changeBody,
  closeBody,
  seatPerson,
  changeSeat,
  endSeat,
  stepIn,
  joinBody,
  setFacilitator,
  writeCharter,
  approveCharter,
];

const reader = ({ actor, edition, today }: { actor: Actor | null; edition: string; today: string }) => ({
  edition,
  today,
  // The technical account is told of no people.
  names: actor !== null && !actor.operator,
});

export const bodyQueries: readonly Query[] = [
  defineQuery({
    name: 'list-bodies',
    title: { da: 'Organer', en: 'Bodies' },
    path: '/bodies',
    params: z.object({}),
    query: z.object({
      ...paging,
      kind: oneOf(bodyKinds).optional(),
      initiative: idOrSlug().optional(),
      state: oneOf(bodyStates).optional(),
      q: optionalLine(200),
    }),
    grounds: ['anyone'],
    answers: bodyList,
    run: ({ db, query, ...asking }) => listBodies(db, query, reader(asking)),
  }),
  defineQuery({
    name: 'get-body',
    title: { da: 'Et organ og dets pladser', en: 'A body and its seats' },
    path: '/bodies/:id',
    params: z.object({ id: idOrSlug() }),
    query: z.object({
      on: isoDate().optional().describe('Who sat that day'),
      known: isoDate().optional().describe('With on: as the records told it on this day'),
    }),
    grounds: ['anyone'],
    answers: bodyAnswer,
    run: async ({ db, params, query, ...asking }) => {
      const on = query.on ?? null;
      const known = on === null ? null : (query.known ?? null);
      return bodyJson(await bodyDetails(db, params.id, reader(asking), on, known), on);
    },
  }),
  defineQuery({
    name: 'list-decisions-of-body',
    title: { da: 'Det, et organ har besluttet', en: 'What a body has decided' },
    path: '/bodies/:id/decisions',
    params: z.object({ id: idOrSlug() }),
    query: z.object(paging),
    grounds: ['anyone'],
    answers: bodyDecisionList,
    run: async ({ db, params, query, actor }) =>
      decisionsOfBody(db, (await bodyBy(db, params.id)).id, query, actor),
  }),
  defineQuery({
    name: 'list-charters-of-body',
    title: { da: 'Et organs kommissorium', en: 'The charter of a body' },
    path: '/bodies/:id/charter',
    params: z.object({ id: idOrSlug() }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: charterVersions,
    run: async ({ db, params, actor }) => {
      const { id } = await bodyBy(db, params.id);
      const drafts = (await mayDo(db, writeCharter, { id }, actor)) !== null;
      return { versions: await chartersOf(db, id, drafts) };
    },
  }),
  defineQuery({
    name: 'list-findings',
    title: { da: 'Anmærkninger til organernes sammensætning', en: 'Findings on who sits in bodies' },
    path: '/findings',
    params: z.object({}),
    query: z.object(paging),
    grounds: ['anyone'],
    answers: findingList,
    run: async ({ db, query, edition, today }) => {
      const { items, next } = await listFindings(db, edition, today, query);
      return { items: items.map(findingJson), next };
    },
  }),
];
