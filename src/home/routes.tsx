import { z } from 'zod';
import { decisionsOf } from '../cases/queries.ts';
import { mayDo } from '../deeds/perform.ts';
import { registerIdea } from '../portfolio/commands/register-idea.ts';
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
      const [products, decisions] = await Promise.all([
        productsByLevel(db),
        decisionsOf(db, { public: true }, 8),
      ]);
      const levels = editionOf(edition).levels.toSorted((a, b) => b.rank - a.rank);
      return { title, wide: true, body: VisitorView({ page, levels, products, decisions }) };
    }
    const [rows, initiatives, ground] = await Promise.all([
      waiting(db, actor, edition, page.today),
      myInitiatives(db, actor, page.today),
      mayDo(db, registerIdea, {}, actor),
    ]);
    return {
      title,
      wide: true,
      body: HomeView({
        page,
        waiting: rows,
        initiatives,
        operator: actor.operator,
        mayRegister: ground !== null,
      }),
    };
  },
});

export const homePages: readonly PageSpec[] = [home];
