import { z } from 'zod';
import { mayDo } from '../deeds/perform.ts';
import { id, idOrSlug, oneOf, optionalLine } from '../lib/inputs.ts';
import { stages } from '../../rulebook/vocabulary.ts';
import { decisionsOf } from '../cases/queries.ts';
import { groundFor } from '../people/grounds.ts';
import { editionOf } from '../rules/edition-of.ts';
import { deedsHere } from './deeds-here.ts';
import { nextStepOf } from './next-step.ts';
import { portfolioPermissions } from './permissions.ts';
import { initiativeDetails } from './queries.ts';
import { OverviewView } from './views/overview.tsx';
import { InitiativeFrame } from '../web/components/initiative-frame.tsx';
import { definePage, type PageSpec } from '../web/pages.ts';
import { registerIdea } from './commands/register-idea.ts';
import { aroundOf } from './around.ts';
import { forecastAnswer } from './forecast-answer.ts';
import { frameFacts } from './frame.ts';
import { mayMoveTo } from './ways.ts';
import { ForecastView } from './views/forecast.tsx';
import {
  coordinatingOrganisations,
  countInitiatives,
  listInitiatives,
  sorts,
  usualOrder,
} from './list-queries.ts';
import { initiativeBy } from './load.ts';
import { standingsInList } from './standings.ts';
import { portfolioAddress, PortfolioView, stagesOf, type Portfolio } from './views/portfolio.tsx';
import { search, shortest } from './search.ts';
import { SearchView } from './views/search.tsx';
import { forecastWords, portfolioWords, searchWords } from './words.ts';

/** A field of a search form that was left empty asks for nothing. */
const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** For a row whose standing was not found. */
const nothingKnown = { standing: null, participants: 0, users: 0 };

const portfolioPage = (portfolio: Portfolio): PageSpec =>
  definePage({
    path: `/${portfolio}`,
    params: z.object({}),
    query: z.object({
      q: unlessEmpty(optionalLine(200)),
      level: unlessEmpty(optionalLine(20)),
      stage: unlessEmpty(z.enum(stagesOf[portfolio].choices)),
      organisation: unlessEmpty(id()),
      sort: z.enum(sorts).default('name'),
      order: z.enum(['asc', 'desc']).optional(),
      cursor: z.string().max(2_000).optional(),
    }),
    grounds: ['anyone'],
    run: async ({ db, page, query, actor }) => {
      const { q, level, stage, organisation, sort, cursor } = query;
      const order = query.order ?? usualOrder(sort);
      const chosen = { q, level, stage, organisation };
      const filter = {
        ...chosen,
        stages: stage ? [stage] : stagesOf[portfolio].all,
        ended: stage === 'retired' ? stagesOf[portfolio].ended : undefined,
      };
      const [list, total, organisations, mayRegister] = await Promise.all([
        listInitiatives(db, { ...filter, sort, order, cursor, limit: 100 }),
        countInitiatives(db, filter),
        coordinatingOrganisations(db),
        mayDo(db, registerIdea, {}, actor),
      ]);
      const standings = await standingsInList(db, list.items, page.today);
      return {
        title: portfolioWords(page.lang)[portfolio],
        wide: true,
        body: PortfolioView({
          page,
          portfolio,
          rows: list.items.map((row) => ({ ...row, ...(standings.get(row.id) ?? nothingKnown) })),
          total,
          levels: editionOf(page.community.edition).levels,
          organisations,
          chosen,
          sort,
          order,
          further: cursor !== undefined,
          nextHref: list.next
            ? page.href(portfolioAddress(portfolio, { ...chosen, sort, order, cursor: list.next }))
            : undefined,
          mayRegister: mayRegister !== null,
        }),
      };
    },
  });

const overview = definePage({
  path: '/initiatives/:id',
  params: z.object({ id: idOrSlug() }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ db, page, params, actor }) => {
    const row = await initiativeBy(db, params.id);
    const [answer, around, details, decisions] = await Promise.all([
      forecastAnswer(db, row, {}, page.today),
      aroundOf(db, row, editionOf(row.edition), actor),
      initiativeDetails(db, row.id),
      decisionsOf(db, { initiativeId: row.id }, 5),
    ]);
    const initiative = await frameFacts(db, row, page.today, answer.standing);
    const may = (deed: keyof typeof portfolioPermissions): boolean =>
      groundFor(actor, portfolioPermissions[deed], around.scope) !== null;
    return {
      title: row.name,
      wide: true,
      body: InitiativeFrame({
        page,
        initiative,
        tab: 'overview',
        children: OverviewView({
          page,
          initiative: row,
          details,
          decisions,
          next: nextStepOf(answer, around, page.today),
          deeds: deedsHere(around, answer.standing, page.today),
          may: {
            describe: may('describe-initiative'),
            participants: may('add-participant'),
            people: may('appoint-person'),
            links: may('add-link'),
            relations: may('relate-initiatives'),
          },
        }),
      }),
    };
  },
});

const forecastPage = definePage({
  path: '/initiatives/:id/forecast',
  params: z.object({ id: idOrSlug() }),
  query: z.object({
    level: unlessEmpty(optionalLine(20)),
    stage: unlessEmpty(oneOf(stages)),
    edition: unlessEmpty(optionalLine(40)),
  }),
  grounds: ['anyone'],
  run: async ({ db, page, params, query, actor }) => {
    const row = await initiativeBy(db, params.id);
    const [facts, answer, around] = await Promise.all([
      frameFacts(db, row, page.today),
      forecastAnswer(db, row, query, page.today),
      aroundOf(db, row, editionOf(row.edition), actor),
    ]);
    return {
      title: `${forecastWords(page.lang).title}: ${row.name}`,
      wide: true,
      body: InitiativeFrame({
        page,
        initiative: facts,
        tab: 'forecast',
        children: ForecastView({
          page,
          answer,
          around,
          facts,
          mayMove: mayMoveTo(around, answer.standing, answer.forecast.target.stage),
        }),
      }),
    };
  },
});

const searchPage = definePage({
  path: '/search',
  params: z.object({}),
  query: z.object({ q: optionalLine(200) }),
  grounds: ['anyone'],
  run: async ({ db, page, query: { q }, actor }) => {
    const found =
      q.length < shortest
        ? null
        : await search(db, q, {
            edition: editionOf(page.community.edition),
            people: actor !== null && !actor.operator,
            today: page.today,
          });
    return { title: searchWords(page.lang).title, wide: true, body: SearchView({ page, q, found }) };
  },
});

export const portfolioPages: readonly PageSpec[] = [
  portfolioPage('projects'),
  portfolioPage('products'),
  overview,
  forecastPage,
  searchPage,
];
