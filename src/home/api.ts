import { z } from 'zod';
import { defineQuery, type Query } from '../deeds/query.ts';
import { waitingAnswer } from './answers.ts';
import { waiting } from './queries.ts';

export const homeQueries: readonly Query[] = [
  defineQuery({
    name: 'list-waiting',
    title: { da: 'Hvad der venter på mig', en: 'What waits for me' },
    path: '/waiting',
    params: z.object({}),
    query: z.object({}),
    grounds: ['signed-in'],
    answers: waitingAnswer,
    run: async ({ db, actor, edition, today }) => {
      const items = actor === null ? [] : await waiting(db, actor, edition, today);
      return { items, total: items.length };
    },
  }),
];
