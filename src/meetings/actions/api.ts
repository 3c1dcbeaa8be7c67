import { z } from 'zod';
import { paging } from '../../deeds/api.ts';
import type { Deed } from '../../deeds/deed.ts';
import { defineQuery, type Query } from '../../deeds/query.ts';
import { idOrSlug, tick } from '../../lib/inputs.ts';
import type { Actor } from '../../people/actor.ts';
import { actionList } from './answers.ts';
import { endAction } from './commands/end-action.ts';
import { recordAction } from './commands/record-action.ts';
import { listActions } from './queries.ts';

export const actionDeeds: readonly Deed[] = [recordAction, endAction];

export const actionQueries: readonly Query[] = [
  defineQuery({
    name: 'list-actions',
    title: { da: 'Opgaver fra møder', en: 'Actions from meetings' },
    path: '/actions',
    params: z.object({}),
    query: z.object({
      ...paging,
      body: idOrSlug().optional(),
      status: z.enum(['open', 'done', 'dropped', 'ended']).optional(),
      mine: tick(),
    }),
    grounds: ['community-person'],
    answers: actionList,
    run: ({ db, query, actor }) => listActions(db, query, actor as Actor),
  }),
];
