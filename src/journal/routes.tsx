import { z } from 'zod';
import { editionById } from '../../rulebook/editions.ts';
import type { Text } from '../../rulebook/vocabulary.ts';
import { describeEffect } from '../cases/describe-effect.ts';
import type { Effect } from '../cases/effects.ts';
import { notFound } from '../deeds/failure.ts';
import { idOrSlug, isoDate, optionalLine } from '../lib/inputs.ts';
import { frameFacts } from '../portfolio/frame.ts';
import { initiativeBy } from '../portfolio/load.ts';
import { definePage, type PageSpec } from '../web/pages.ts';
import type { DeedTitles } from './api.ts';
import { knowsPeople } from './closed.ts';
import { allDeedTitles, deedTitle } from './deed-titles.ts';
import { journalHead, journalRow, listJournal, type JournalItem } from './queries.ts';
import { EntryView } from './views/entry.tsx';
import { HistoryView } from './views/history.tsx';
import { JournalView } from './views/journal.tsx';
import { journalWords } from './words.ts';

/** A field of a search form that was left empty asks for nothing. */
const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const cursor = z.string().max(2_000).optional();

const filters = {
  deed: unlessEmpty(optionalLine(80)),
  kind: unlessEmpty(optionalLine(40)),
  subject: unlessEmpty(optionalLine(80)),
  person: unlessEmpty(optionalLine(200)),
  from: unlessEmpty(isoDate()),
  to: unlessEmpty(isoDate()),
};

/** An address with the parts that are filled in. */
const address = (path: string, parts: Readonly<Record<string, string | undefined>>): string => {
  const query = new URLSearchParams(
    Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined),
  ).toString();
  return query === '' ? path : `${path}?${query}`;
};

/** What a decision did, in sentences of the edition it rested on. */
function effectsIn({ after, edition }: JournalItem): readonly Text[] {
  const effects = (after as { effects?: unknown } | null)?.effects;
  const known = editionById(edition);
  return Array.isArray(effects) && known
    ? (effects as Effect[]).map((effect) => describeEffect(effect, known))
    : [];
}

/** The pages about the journal. */
export const journalPages = (titles: DeedTitles): readonly PageSpec[] => [
  definePage({
    path: '/journal',
    params: z.object({}),
    query: z.object({ ...filters, cursor }),
    grounds: ['anyone'],
    run: async ({ db, page, query, actor }) => {
      const { cursor: from, ...chosen } = query;
      const named = knowsPeople(actor);
      if (chosen.person !== undefined && !named)
        return { redirect: `/sign-in?next=${encodeURIComponent(page.path)}` };
      const [list, head] = await Promise.all([
        listJournal(db, { ...chosen, cursor: from, limit: 100 }, actor),
        journalHead(db),
      ]);
      return {
        title: journalWords(page.lang).title,
        wide: true,
        body: JournalView({
          page,
          items: list.items,
          head,
          chosen,
          named,
          deeds: allDeedTitles(titles()),
          title: (deed) => deedTitle(deed, titles()),
          nextHref:
            list.next === null ? undefined : page.href(address('/journal', { ...chosen, cursor: list.next })),
        }),
      };
    },
  }),
  definePage({
    path: '/journal/:seq',
    params: z.object({ seq: z.string() }),
    query: z.object({}),
    grounds: ['anyone'],
    run: async ({ db, page, params, actor }) => {
      if (!/^[1-9]\d{0,14}$/.test(params.seq)) throw notFound({ da: 'Posten', en: 'entry' });
      const item = await journalRow(db, Number(params.seq), actor);
      const w = journalWords(page.lang);
      return {
        title: `${w.entry(item.seq)} – ${deedTitle(item.deed, titles())[page.lang]}`,
        wide: true,
        breadcrumb: [{ href: '/journal', label: w.title }],
        body: EntryView({
          page,
          item,
          title: deedTitle(item.deed, titles()),
          effects: effectsIn(item),
        }),
      };
    },
  }),
  definePage({
    path: '/initiatives/:id/history',
    params: z.object({ id: idOrSlug() }),
    query: z.object({ cursor }),
    grounds: ['anyone'],
    run: async ({ db, page, params, query, actor }) => {
      const row = await initiativeBy(db, params.id);
      const [initiative, list] = await Promise.all([
        frameFacts(db, row, page.today),
        listJournal(db, { initiative: row.id, cursor: query.cursor, limit: 50 }, actor),
      ]);
      const w = journalWords(page.lang);
      return {
        title: `${w.history} – ${row.name}`,
        wide: true,
        body: HistoryView({
          page,
          initiative,
          items: list.items,
          title: (deed) => deedTitle(deed, titles()),
          effects: effectsIn,
          nextHref:
            list.next === null
              ? undefined
              : page.href(address(`/initiatives/${row.slug}/history`, { cursor: list.next })),
        }),
      };
    },
  }),
];
