import type { FastifyInstance } from 'fastify';
import type { Text } from '../rulebook/vocabulary.ts';
import { aboutPages } from './about/routes.tsx';
import { bodyDeeds, bodyQueries } from './bodies/api.ts';
import { bodyPages } from './bodies/routes.tsx';
import { calendarDeeds, calendarQueries } from './calendar/api.ts';
import { calendarPages, calendarRoutes } from './calendar/routes.tsx';
import { caseDeeds, caseQueries } from './cases/api.ts';
import { casePages } from './cases/routes.tsx';
import { latestDecisionEvent } from './cases/told.ts';
import type { App } from './context.ts';
import type { Deed } from './deeds/deed.ts';
import { openApiQuery } from './deeds/openapi-query.ts';
import type { Query } from './deeds/query.ts';
import { evaluationDeeds, evaluationQueries } from './evaluations/api.ts';
import { evaluationPages } from './evaluations/routes.tsx';
import { homeQueries } from './home/api.ts';
import { waiting } from './home/queries.ts';
import { homePages } from './home/routes.tsx';
import { letterDeeds, letterQueries } from './letters/api.ts';
import { letterPages, letterRoutes } from './letters/routes.tsx';
import { dateIn } from './lib/time.ts';
import { communityEdition } from './rules/community.ts';
import { journalPages } from './journal/routes.tsx';
import { journalQueries } from './journal/api.ts';
import { memberDeeds, memberQueries } from './members/api.ts';
import { memberPages } from './members/routes.tsx';
import { meetingDeeds, meetingQueries } from './meetings/api.ts';
import { actionDeeds, actionQueries } from './meetings/actions/api.ts';
import { actionPages } from './meetings/actions/routes.tsx';
import { latestOfMeetings } from './meetings/latest-told.ts';
import { minutesDeeds, minutesQueries } from './meetings/minutes/api.ts';
import { minutesPages } from './meetings/minutes/routes.tsx';
import { liveRoute } from './meetings/live/routes.ts';
import { meetingPages } from './meetings/routes.tsx';
import type { Actor } from './people/actor.ts';
import { peopleDeeds, peopleQueries } from './people/api.ts';
import { peopleDone, peoplePages, peopleRoutes } from './people/routes.tsx';
import { portfolioDeeds, portfolioQueries } from './portfolio/api.ts';
import { portfolioPages } from './portfolio/routes.tsx';
import { rulesQueries } from './rules/api.ts';
import { rulesPages } from './rules/routes.tsx';
import { statutesQueries } from './rules/statutes-api.ts';
import { statutesPages } from './rules/statutes-routes.tsx';
import type { PageSpec } from './web/pages.ts';

/** What every deed is called, for the journal. */
const deedTitles = () => new Map(deeds.map((deed) => [deed.name, deed.title]));

/**
 * Everything a running Fælled can do and show: each area adds its own. Routes, OpenAPI document, forms, permission
 * matrix and the tests that count coverage are all made from these lists.
 */
export const deeds: readonly Deed[] = [
  ...portfolioDeeds,
  ...caseDeeds,
  ...evaluationDeeds,
  ...bodyDeeds,
  ...meetingDeeds,
  ...minutesDeeds,
  ...actionDeeds,
  ...memberDeeds,
  ...peopleDeeds,
  ...calendarDeeds,
  ...letterDeeds({ 'case-decided': latestDecisionEvent, ...latestOfMeetings }),
];
export const queries: readonly Query[] = [
  ...portfolioQueries,
  ...caseQueries,
  ...evaluationQueries,
  ...bodyQueries,
  ...meetingQueries,
  ...minutesQueries,
  ...actionQueries,
  ...memberQueries,
  ...peopleQueries,
  ...calendarQueries,
  ...letterQueries(() => deeds),
  ...rulesQueries,
  ...statutesQueries,
  ...homeQueries,
  ...journalQueries(deedTitles),
  openApiQuery(() => ({ deeds, queries })),
];
export const pages: readonly PageSpec[] = [
  ...homePages,
  ...portfolioPages,
  ...casePages,
  ...evaluationPages,
  ...bodyPages,
  ...meetingPages,
  ...minutesPages,
  ...actionPages,
  ...memberPages,
  ...peoplePages,
  ...letterPages,
  ...calendarPages,
  ...rulesPages,
  ...statutesPages,
  ...journalPages(deedTitles),
  ...aboutPages,
];
/** Routes that are neither deed, query nor page: sign-in and files. */
export const routes: readonly ((fastify: FastifyInstance, app: App) => void)[] = [
  liveRoute,
  ...peopleRoutes,
  ...letterRoutes,
  ...calendarRoutes,
];

/** What to say after that which no deed does: setting up, and adding a passkey. */
export const doneBesides: ReadonlyMap<string, Text> = new Map(Object.entries(peopleDone));

/** How much waits for a person, for the number beside the overview: as many as home lists. */
export const waitingCount = async (app: App, actor: Actor): Promise<number> =>
  (await waiting(app.db, actor, await communityEdition(app.db), dateIn(app.clock()))).length;
