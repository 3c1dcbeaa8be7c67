import { z } from 'zod';
import { mayDo } from '../../deeds/perform.ts';
import { idOrSlug } from '../../lib/inputs.ts';
import type { Actor } from '../../people/actor.ts';
import { definePage, type PageSpec } from '../../web/pages.ts';
import { bodyChoices } from '../choices.ts';
import { minutesWords } from '../minutes/words.ts';
import { endAction } from './commands/end-action.ts';
import { listActions } from './queries.ts';
import { ActionsView } from './views/actions.tsx';

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const actions = definePage({
  path: '/actions',
  params: z.object({}),
  query: z.object({
    body: emptyIsNone(idOrSlug()),
    state: emptyIsNone(z.literal('ended')),
    mine: emptyIsNone(z.literal('on')),
    cursor: z.string().max(2_000).optional(),
  }),
  grounds: ['community-person'],
  run: async ({ db, page, query, actor }) => {
    const state = query.state ?? 'open';
    const [list, bodies] = await Promise.all([
      listActions(
        db,
        { body: query.body, status: state, mine: query.mine === 'on', cursor: query.cursor, limit: 50 },
        actor as Actor,
      ),
      bodyChoices(db, actor),
    ]);
    const mayEnd = new Set<string>();
    for (const row of list.items)
      if (row.status === 'open' && (await mayDo(db, endAction, { id: row.id }, actor))) mayEnd.add(row.id);
    const address = new URLSearchParams();
    for (const name of ['body', 'state', 'mine'] as const) if (query[name]) address.set(name, query[name]);
    if (list.next) address.set('cursor', list.next);
    return {
      title: minutesWords(page.lang).actionsTitle,
      wide: true,
      body: ActionsView({
        page,
        items: list.items,
        bodies,
        chosen: { body: query.body, state, mine: query.mine === 'on' },
        mayEnd,
        nextHref: list.next ? page.href(`/actions?${address}`) : undefined,
      }),
    };
  },
});

export const actionPages: readonly PageSpec[] = [actions];
