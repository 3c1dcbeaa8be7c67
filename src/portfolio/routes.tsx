import { z } from 'zod';
import { idOrSlug } from '../lib/inputs.ts';
import { InitiativeFrame } from '../web/components/initiative-frame.tsx';
import { definePage, type PageSpec } from '../web/pages.ts';
import { frameFacts } from './frame.ts';
import { initiativeBy } from './load.ts';

const overview = definePage({
  path: '/initiatives/:id',
  params: z.object({ id: idOrSlug() }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, page, params }) => {
    const row = await initiativeBy(db, params.id);
    const initiative = await frameFacts(db, row, page.today);
    return { title: row.name, wide: true, body: InitiativeFrame({ page, initiative, tab: 'overview' }) };
  },
});

export const portfolioPages: readonly PageSpec[] = [overview];
