import { z } from 'zod';
import { paging } from '../deeds/api.ts';
import { notFound } from '../deeds/failure.ts';
import { defineQuery, type Query } from '../deeds/query.ts';
import { idOrSlug, oneOf, shortName, tick } from '../lib/inputs.ts';
import type { Actor } from '../people/actor.ts';
import { annexesOf } from './annexes.ts';
import { agendaItem, annexList, itemJson, itemList, meetingAnswer, meetingList } from './answers.ts';
import { whoIsCalled, type Attendance } from './attendance-queries.ts';
import { ballotQueries } from './ballots/api.ts';
import { decisionQueries } from './decisions/api.ts';
import { electionQueries } from './elections/api.ts';
import { itemNamed, meetingFacts, meetingFor, readsClosed } from './load.ts';
import { meetingKinds, meetingStatuses } from './meeting.ts';
import { agendaOf, listMeetings } from './queries.ts';

export { meetingDeeds } from './deeds.ts';

/** Somebody called, as the API gives it; people are named to those who are signed in. */
const attendanceJson = (each: Attendance, actor: Actor | null) => {
  const names = actor !== null && !actor.operator;
  return {
    id: each.id,
    person: names ? each.person : null,
    guest: names ? each.guest : null,
    organisation: each.organisation,
    role: each.role,
    voting: each.voting,
    apologiesAt: each.apologiesAt,
    substituteFor: each.substituteFor,
  };
};

export const meetingQueries: readonly Query[] = [
  ...electionQueries,
  ...ballotQueries,
  ...decisionQueries,
  defineQuery({
    name: 'list-meetings',
    title: { da: 'Møder', en: 'Meetings' },
    path: '/meetings',
    params: z.object({}),
    query: z.object({
      ...paging,
      when: z.enum(['coming', 'past']).default('coming'),
      year: z.coerce.number().int().min(1900).max(2200).optional(),
      body: shortName(100).optional(),
      kind: oneOf(meetingKinds).optional(),
      status: oneOf(meetingStatuses).optional(),
      mine: tick(),
    }),
    grounds: ['anyone'],
    answers: meetingList,
    run: ({ app, db, query: { year, when, ...filter }, actor }) =>
      listMeetings(
        db,
        { ...filter, when: year === undefined ? when : { year } },
        actor,
        app.clock().toString(),
      ),
  }),
  defineQuery({
    name: 'get-meeting',
    title: { da: 'Et møde med dagsorden og deltagere', en: 'A meeting with agenda and attendance' },
    path: '/meetings/:id',
    params: z.object({ id: idOrSlug() }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: meetingAnswer,
    run: async ({ db, params, actor }) => {
      const meeting = await meetingFor(db, params.id, actor);
      const [agenda, called] = await Promise.all([agendaOf(db, meeting.id, actor), whoIsCalled(db, meeting)]);
      return {
        ...meetingFacts(meeting),
        agenda: agenda.map(itemJson),
        attendance: called.map((each) => attendanceJson(each, actor)),
      };
    },
  }),
  defineQuery({
    name: 'list-agenda-items',
    title: { da: 'Punkterne på en dagsorden', en: 'The items of an agenda' },
    path: '/meetings/:id/items',
    params: z.object({ id: idOrSlug() }),
    query: z.object({ from: z.coerce.number().int().min(1).max(100_000).optional() }),
    grounds: ['anyone'],
    answers: itemList,
    run: async ({ db, params, query, actor }) => {
      const meeting = await meetingFor(db, params.id, actor);
      const items = await agendaOf(
        db,
        meeting.id,
        actor,
        query.from === undefined ? {} : { from: query.from },
      );
      return { items: items.map(itemJson) };
    },
  }),
  defineQuery({
    name: 'get-agenda-item',
    title: { da: 'Et punkt på en dagsorden', en: 'An item of an agenda' },
    path: '/meetings/:id/items/:number',
    params: z.object({ id: idOrSlug(), number: z.coerce.number().int().min(1).max(100_000) }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: agendaItem,
    run: async ({ db, params, actor }) => {
      const meeting = await meetingFor(db, params.id, actor);
      const [item] = await agendaOf(db, meeting.id, actor, { number: params.number });
      if (!item) throw notFound(itemNamed);
      return itemJson(item);
    },
  }),
  defineQuery({
    name: 'list-item-annexes',
    title: { da: 'Bilagene til et punkt', en: 'The annexes of an item' },
    path: '/meetings/:id/items/:number/annexes',
    params: z.object({ id: idOrSlug(), number: z.coerce.number().int().min(1).max(100_000) }),
    query: z.object({}),
    grounds: ['anyone'],
    answers: annexList,
    run: async ({ db, params, actor }) => {
      const meeting = await meetingFor(db, params.id, actor);
      const [item] = await agendaOf(db, meeting.id, actor, { number: params.number });
      if (!item) throw notFound(itemNamed);
      const annexes = await annexesOf(db, [item], await readsClosed(db, meeting, actor));
      return {
        items: annexes.map(({ id, title, url, file, restricted }) => ({ id, title, url, file, restricted })),
      };
    },
  }),
];
