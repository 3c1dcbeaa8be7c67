import { z } from 'zod';
import { correctDecision } from '../../cases/commands/correct-decision.ts';
import type { Deed } from '../../deeds/deed.ts';
import { mayDo } from '../../deeds/perform.ts';
import { idOrSlug } from '../../lib/inputs.ts';
import { definePage, type PageContext, type PageSpec } from '../../web/pages.ts';
import { addMinorityStatement } from './commands/add-minority-statement.ts';
import { correctItemDecision } from './commands/correct-item-decision.ts';
import { decisionFor, type DecisionDetails } from './queries.ts';
import { DecisionPageView } from './views/decision.tsx';
import { decisionWords } from './words.ts';

const decisionPage = definePage({
  path: '/decisions/:id',
  params: z.object({ id: idOrSlug() }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async (cx) => {
    const { db, page, params, actor } = cx;
    const decision = await decisionFor(db, params.id, actor);
    const { meeting, item } = decision;
    return {
      title: decisionWords(page.lang).title(decision.number),
      breadcrumb:
        meeting && item
          ? [
              {
                href: `/meetings/${meeting.number}/items/${item.number}`,
                label: `${item.number}. ${item.title ?? ''}`,
              },
            ]
          : decision.case
            ? [{ href: `/cases/${decision.case.number}`, label: decision.case.question }]
            : [],
      body: DecisionPageView({ page, decision, may: await mayOn(cx, decision) }),
    };
  },
});

/** What the reader may do with a decision that stands. */
async function mayOn(
  { db, page, actor }: Pick<PageContext<unknown, unknown>, 'db' | 'page' | 'actor'>,
  { id, case: asked, item, hidden, correctedBy }: DecisionDetails,
) {
  if (hidden || correctedBy !== null) return [];
  const deeds: readonly (readonly [Deed, string])[] = [
    ...(item ? [[addMinorityStatement, 'minority-statement'] as const] : []),
    asked ? [correctDecision, 'correct'] : [correctItemDecision, 'correct-item'],
  ];
  const may = await Promise.all(deeds.map(([deed]) => mayDo(db, deed, { id }, actor)));
  return deeds.flatMap(([deed, at], index) =>
    may[index] === null ? [] : [{ href: page.href(`/decisions/${id}/${at}`), label: deed.title[page.lang] }],
  );
}

export const decisionPages: readonly PageSpec[] = [decisionPage];
