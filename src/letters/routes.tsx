import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { App } from '../context.ts';
import { Failure } from '../deeds/failure.ts';
import { perform } from '../deeds/perform.ts';
import { id, oneOf } from '../lib/inputs.ts';
import { definePage, sendPage, visitOf, type PageSpec } from '../web/pages.ts';
import { stopLetters } from './commands/stop-letters.ts';
import { letterKinds } from './kinds.ts';
import { letterDetails, listLetters, listTexts, outboxCounts } from './queries.ts';
import { readToken } from './unsubscribe-link.ts';
import { LetterView } from './views/letter.tsx';
import { OutboxView } from './views/outbox.tsx';
import { StopView } from './views/stop.tsx';
import { TextsView } from './views/texts.tsx';
import { letterStates } from './vocabulary.ts';
import { letterWords } from './words.ts';

const emptyIsNone = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const outbox = definePage({
  path: '/letters',
  params: z.object({}),
  query: z.object({
    status: emptyIsNone(oneOf(letterStates)),
    kind: emptyIsNone(oneOf(letterKinds)),
    cursor: z.string().max(2_000).optional(),
  }),
  grounds: ['secretariat'],
  run: async ({ app, db, page, query }) => {
    const { cursor, ...chosen } = query;
    const [list, counts] = await Promise.all([
      listLetters(db, { ...chosen, cursor, limit: 100 }),
      outboxCounts(db, app.clock()),
    ]);
    const address = new URLSearchParams();
    for (const name of ['status', 'kind'] as const) if (query[name]) address.set(name, query[name]);
    if (list.next) address.set('cursor', list.next);
    return {
      title: letterWords(page.lang).outbox,
      wide: true,
      body: OutboxView({
        page,
        items: list.items,
        chosen,
        counts,
        mailServer: app.mailer.canSend,
        nextHref: list.next ? page.href(`/letters?${address}`) : undefined,
      }),
    };
  },
});

const texts = definePage({
  path: '/letters/texts',
  params: z.object({}),
  query: z.object({}),
  grounds: ['secretariat'],
  run: async ({ db, page }) => {
    const w = letterWords(page.lang);
    return {
      title: w.texts,
      wide: true,
      breadcrumb: [{ href: '/letters', label: w.outbox }],
      body: TextsView({ page, texts: await listTexts(db) }),
    };
  },
});

const letter = definePage({
  path: '/letters/:id',
  params: z.object({ id: id() }),
  query: z.object({}),
  grounds: ['secretariat'],
  run: async ({ db, page, params }) => {
    const details = await letterDetails(db, params.id);
    return {
      title: details.subject,
      wide: true,
      breadcrumb: [{ href: '/letters', label: letterWords(page.lang).outbox }],
      body: LetterView({ page, letter: details }),
    };
  },
});

const badLink = new Failure('not-found', { da: letterWords('da').badLink, en: letterWords('en').badLink });
const token = z.object({ token: z.string().max(200) });

const stop = definePage({
  path: '/unsubscribe/:token',
  params: token,
  query: z.object({}),
  grounds: ['anyone'],
  run: async ({ app, db, page, params }) => {
    const about = await readToken(db, params.token, app.clock());
    if (!about) throw badLink;
    return {
      title: letterWords(page.lang).stopTitle,
      body: StopView({ page, topic: about.topic, done: false }),
    };
  },
});

export const letterPages: readonly PageSpec[] = [outbox, texts, letter, stop];

/**
 * The one click of a mail program (RFC 8058), and the button of the page above. It comes from no page of ours and bears
 * no cookie: the signed link is the right. Answers with a page and never leads on, as such programs do not follow.
 */
export const letterRoutes: readonly ((fastify: FastifyInstance, app: App) => void)[] = [
  (fastify, app) =>
    fastify.post('/unsubscribe/:token', async (request, reply) => {
      const params = token.safeParse(request.params);
      const visit = await visitOf(app, request);
      const about = params.success ? await readToken(app.db, params.data.token, app.clock()) : null;
      if (!about) throw badLink;
      await perform(app, stopLetters, { personId: null, params: request.params, input: {} });
      return sendPage(reply, visit.page, {
        title: letterWords(visit.page.lang).stopped,
        body: StopView({ page: visit.page, topic: about.topic, done: true }),
      });
    }),
];
