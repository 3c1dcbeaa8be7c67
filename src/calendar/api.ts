import { z } from 'zod';
import type { Deed } from '../deeds/deed.ts';
import { defineQuery, type Query } from '../deeds/query.ts';
import type { Actor } from '../people/actor.ts';
import { feedList } from './answers.ts';
import { makeCalendarAddress, revokeCalendarAddress } from './commands/addresses.ts';
import { feedsOf } from './queries.ts';

/** What can be done with calendar addresses of one's own. */
export const calendarDeeds: readonly Deed[] = [makeCalendarAddress, revokeCalendarAddress];

export const calendarQueries: readonly Query[] = [
  defineQuery({
    name: 'list-my-calendar-addresses',
    title: { da: 'Mine kalenderadresser', en: 'My calendar addresses' },
    path: '/me/calendar-addresses',
    params: z.object({}),
    query: z.object({}),
    grounds: ['signed-in'],
    answers: feedList,
    run: async ({ db, actor }) => ({ items: await feedsOf(db, (actor as Actor).id) }),
  }),
];
