import type { FastifyInstance } from 'fastify';
import { caseDeeds, caseQueries } from './cases/api.ts';
import type { App } from './context.ts';
import type { Deed } from './deeds/deed.ts';
import type { Query } from './deeds/query.ts';
import { evaluationDeeds, evaluationQueries } from './evaluations/api.ts';
import { evaluationPages } from './evaluations/routes.tsx';
import type { Actor } from './people/actor.ts';
import { memberDeeds, memberQueries } from './members/api.ts';
import { memberPages } from './members/routes.tsx';
import { peopleDeeds, peopleQueries } from './people/api.ts';
import { peoplePages, peopleRoutes } from './people/routes.tsx';
import { portfolioDeeds, portfolioQueries } from './portfolio/api.ts';
import { portfolioPages } from './portfolio/routes.tsx';
import type { PageSpec } from './web/pages.ts';

/**
 * Everything a running Fælled can do and show: each area adds its own. Routes, OpenAPI document, forms, permission
 * matrix and the tests that count coverage are all made from these lists.
 */
export const deeds: readonly Deed[] = [
  ...portfolioDeeds,
  ...caseDeeds,
  ...memberDeeds,
  ...evaluationDeeds,
  ...peopleDeeds,
];
export const queries: readonly Query[] = [
  ...portfolioQueries,
  ...caseQueries,
  ...memberQueries,
  ...evaluationQueries,
  ...peopleQueries,
];
export const pages: readonly PageSpec[] = [
  ...portfolioPages,
  ...memberPages,
  ...evaluationPages,
  ...peoplePages,
];
/** Routes that are neither deed, query nor page: sign-in and files. */
export const routes: readonly ((fastify: FastifyInstance, app: App) => void)[] = [...peopleRoutes];

/** How much waits for a person, for the number beside the overview. */
export const waitingCount = async (_app: App, _actor: Actor): Promise<number> => 0;
