import { z } from 'zod';
import { diff } from '../../rulebook/diff.ts';
import { editions } from '../../rulebook/editions.ts';
import { line } from '../lib/inputs.ts';
import { definePage, type PageSpec } from '../web/pages.ts';
import { editionOf } from './edition-of.ts';
import { figuresNow } from './figures.ts';
import { DiffView } from './views/diff.tsx';
import { EditionView } from './views/edition.tsx';
import { EditionsView } from './views/editions.tsx';
import { heading } from './views/rule.tsx';
import { ruleWords } from './words.ts';

const all = definePage({
  path: '/rulebook',
  params: z.object({}),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ page }) => ({
    title: ruleWords(page.lang).title,
    wide: true,
    body: EditionsView({ page, editions }),
  }),
});

const one = definePage({
  path: '/rulebook/:edition',
  params: z.object({ edition: line(40) }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, page, params }) => {
    const edition = editionOf(params.edition);
    const here = edition.id === page.community.edition;
    return {
      title: edition.name[page.lang],
      wide: true,
      breadcrumb: [{ href: '/rulebook', label: ruleWords(page.lang).title }],
      body: EditionView({ page, edition, editions, figures: here ? await figuresNow(db, edition) : null }),
    };
  },
});

const changes = definePage({
  path: '/rulebook/:edition/diff/:other',
  params: z.object({ edition: line(40), other: line(40) }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ page, params }) => {
    const [before, after] = [editionOf(params.edition), editionOf(params.other)];
    return {
      title: `${heading(page, 'changes')}: ${before.id} → ${after.id}`,
      wide: true,
      breadcrumb: [
        { href: '/rulebook', label: ruleWords(page.lang).title },
        { href: `/rulebook/${after.id}`, label: after.name[page.lang] },
      ],
      body: DiffView({ page, before, after, changes: diff(before, after) }),
    };
  },
});

export const rulesPages: readonly PageSpec[] = [all, one, changes];
