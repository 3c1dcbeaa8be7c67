import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { bodyBy } from '../bodies/load.ts';
import type { App } from '../context.ts';
import { notFound } from '../deeds/failure.ts';
import { dateIn } from '../lib/time.ts';
import { idOrSlug } from '../lib/inputs.ts';
import { meetingFor } from '../meetings/load.ts';
import { definePage, type PageSpec } from '../web/pages.ts';
import { calendarOf } from './ics.ts';
import { entryBy, feedBy, feedEntries, isCalled, publicEntries } from './queries.ts';

const type = 'text/calendar; charset=utf-8';
const named = { da: 'Kalenderen', en: 'calendar' };

/** One meeting as a file; place and the way in only for those called. */
const meetingFile = definePage({
  path: '/meetings/:id/calendar.ics',
  params: z.object({ id: idOrSlug() }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ app, db, page, params, actor }) => {
    const meeting = await meetingFor(db, params.id, actor);
    const called = await isCalled(db, meeting.id, actor?.id ?? null);
    const site = app.config.baseUrl;
    const entry = await entryBy(db, meeting.id, called, page.lang, site);
    return {
      download: calendarOf([entry], { name: entry.title, lang: page.lang, site, method: 'PUBLISH' }),
      type,
      fileName: `moede-${meeting.number}.ics`,
    };
  },
});

/** What everybody may know of a body's meetings. */
const bodyFeed = definePage({
  path: '/bodies/:id/calendar.ics',
  params: z.object({ id: idOrSlug() }),
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ app, db, page, params }) => {
    const body = await bodyBy(db, params.id);
    const site = app.config.baseUrl;
    const entries = await publicEntries(db, body.id, page.today, page.lang, site);
    return {
      download: calendarOf(entries, { name: body.name, lang: page.lang, site }),
      type,
      fileName: null,
    };
  },
});

export const calendarPages: readonly PageSpec[] = [meetingFile, bodyFeed];

/** The secret addresses that calendar programs read: no cookie, no sign-in, nothing kept on the way. */
export const calendarRoutes: readonly ((fastify: FastifyInstance, app: App) => void)[] = [
  (fastify, app) =>
    fastify.get('/calendar/:file', async (request, reply: FastifyReply) => {
      const { file } = request.params as { file: string };
      const now = app.clock();
      const token = /^([\w-]{32})\.ics$/.exec(file)?.[1];
      const feed = token === undefined ? null : await feedBy(app.db, token, now.toString());
      const found = feed && (await feedEntries(app.db, feed, dateIn(now), app.config.baseUrl));
      if (!feed || !found) throw notFound(named);
      const name = feed.body_name ?? (found.lang === 'da' ? 'Mine møder' : 'My meetings');
      return reply
        .header('cache-control', 'private, no-store')
        .header('referrer-policy', 'no-referrer')
        .type(type)
        .send(calendarOf(found.entries, { name, lang: found.lang, site: app.config.baseUrl }));
    }),
];
