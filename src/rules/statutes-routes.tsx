import { z } from 'zod';
import { diffStatutes } from '../../rulebook/statutes/diff.ts';
import { statutesEditions } from '../../rulebook/statutes/editions.ts';
import { line } from '../lib/inputs.ts';
import { definePage, type PageSpec } from '../web/pages.ts';
import { statutesOf } from './statutes-of.ts';
import { heading } from './views/rule.tsx';
import { StatutesDiffView } from './views/statutes-diff.tsx';
import { StatutesListView } from './views/statutes-list.tsx';
import { StatutesView } from './views/statutes.tsx';
import { ruleWords } from './words.ts';

const all = definePage({
  path: '/rulebook/statutes',
  params: z.object({}),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ page }) => ({
    title: ruleWords(page.lang).statutes,
    wide: true,
    breadcrumb: [{ href: '/rulebook', label: ruleWords(page.lang).title }],
    body: StatutesListView({ page, editions: statutesEditions, today: page.today }),
  }),
});

const one = definePage({
  path: '/rulebook/statutes/:statutes',
  params: z.object({ statutes: line(40) }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ page, params }) => {
    const statutes = statutesOf(params.statutes);
    return {
      title: statutes.name[page.lang],
      wide: true,
      breadcrumb: [
        { href: '/rulebook', label: ruleWords(page.lang).title },
        { href: '/rulebook/statutes', label: ruleWords(page.lang).statutes },
      ],
      body: StatutesView({ page, statutes, today: page.today }),
    };
  },
});

const changes = definePage({
  path: '/rulebook/statutes/:statutes/diff/:other',
  params: z.object({ statutes: line(40), other: line(40) }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ page, params }) => {
    const [before, after] = [statutesOf(params.statutes), statutesOf(params.other)];
    return {
      title: `${heading(page, 'changes')}: ${before.id} → ${after.id}`,
      wide: true,
      breadcrumb: [
        { href: '/rulebook', label: ruleWords(page.lang).title },
        { href: '/rulebook/statutes', label: ruleWords(page.lang).statutes },
      ],
      body: StatutesDiffView({ page, before, after, changes: diffStatutes(before, after) }),
    };
  },
});

/** The statutes to read: all editions side by side, one of them, and what changed. */
export const statutesPages: readonly PageSpec[] = [all, one, changes];
