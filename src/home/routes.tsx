import { z } from 'zod';
import { decisionsOf } from '../cases/queries.ts';
import { mayDo } from '../deeds/perform.ts';
import { registerIdea } from '../portfolio/commands/register-idea.ts';
import { listMeetings } from '../meetings/queries.ts';
import { editionOf } from '../rules/edition-of.ts';
import { definePage, type PageSpec } from '../web/pages.ts';
import { myInitiatives, productsByLevel, waiting } from './queries.ts';
import { HomeView } from './views/home.tsx';
import { VisitorView } from './views/visitor.tsx';
import { homeWords } from './words.ts';

const home = definePage({
  path: '/',
  params: z.object({}),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, page, actor }) => {
    const { title } = homeWords(page.lang);
    const { edition } = page.community;
    if (actor === null) {
      const [products, decisions, meetings] = await Promise.all([
        productsByLevel(db),
        decisionsOf(db, { public: true }, 8),
        listMeetings(db, { when: 'coming', limit: 5 }, null, page.now.toString()),
      ]);
      const levels = editionOf(edition).levels.toSorted((a, b) => b.rank - a.rank);
      return {
        title,
        wide: true,
        body: VisitorView({ page, levels, products, decisions, meetings: meetings.items }),
      };
    }
    const [rows, initiatives, ground, meetings] = await Promise.all([
      waiting(db, actor, edition, page.today),
      myInitiatives(db, actor, page.today),
      mayDo(db, registerIdea, {}, actor),
      listMeetings(db, { when: 'coming', mine: true, limit: 5 }, actor, page.now.toString()),
    ]);
    return {
      title,
      wide: true,
      body: HomeView({
        page,
        waiting: rows,
        meetings: meetings.items,
        initiatives,
        operator: actor.operator,
        mayRegister: ground !== null,
      }),
    };
  },
});

export const homePages: readonly PageSpec[] = [home];
