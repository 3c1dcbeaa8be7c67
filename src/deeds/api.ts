import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from '../../rulebook/vocabulary.ts';
import type { App } from '../context.ts';
import { localise } from '../lib/localise.ts';
import { dateIn } from '../lib/time.ts';
import { loadActor } from '../people/actor.ts';
import { groundFor } from '../people/grounds.ts';
import { credentialOf } from '../people/session.ts';
import { communityEdition } from '../rules/community.ts';
import { assertSameOrigin } from '../web/same-origin.ts';
import { allowedMethods, type AllowedMethods } from './allowed-methods.ts';
import type { Deed } from './deed.ts';
import { Failure, statusOf } from './failure.ts';
import { multipartInput } from './multipart.ts';
import { noMandate, perform, type Result } from './perform.ts';
import { problemsOf } from './problems.ts';
import type { Query } from './query.ts';
import { isTooLarge } from './too-large.ts';

export const apiRoot = '/api/v1';

/** The reader's language by `Accept-Language`; Danish unless English comes first. */
export const languageOf = (request: FastifyRequest): Language =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'da';

interface ProblemBody {
  readonly title: { da: string; en: string };
  readonly detail?: unknown;
  readonly [more: string]: unknown;
}

const titles = {
  refused: { da: 'Regelsættet tillader det ikke', en: 'The rulebook does not allow it' },
  'bad-input': { da: 'Noget skal rettes', en: 'Something must be corrected' },
  'no-mandate': { da: 'Du har ikke mandat', en: 'You have no mandate' },
  'not-signed-in': { da: 'Du er ikke logget ind', en: 'You are not signed in' },
  'not-found': { da: 'Findes ikke', en: 'Not found' },
  'changed-meanwhile': { da: 'Noget er ændret imens', en: 'Something has changed meanwhile' },
  'too-many': { da: 'For mange forsøg', en: 'Too many attempts' },
  'too-large': { da: 'For stort', en: 'Too large' },
  'cross-site': { da: 'Afvist', en: 'Refused' },
  unavailable: { da: 'Ikke muligt lige nu', en: 'Not possible just now' },
  'not-allowed': { da: 'Metoden kan ikke bruges her', en: 'The method cannot be used here' },
  'bad-request': { da: 'Anmodningen kan ikke læses', en: 'The request cannot be read' },
  internal: { da: 'Der skete en fejl hos os', en: 'Something failed on our side' },
} as const;

/** Sends `application/problem+json` (RFC 9457) in the reader's language. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  type: keyof typeof titles,
  more: Omit<ProblemBody, 'title'> = {},
) {
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="faelled"');
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify(
        localise(
          {
            type: `urn:faelled:problem:${type}`,
            title: titles[type],
            status,
            instance: request.url,
            ...more,
          },
          languageOf(request),
        ),
      ),
    );
}

const answers: {
  [K in Result['kind']]: (
    request: FastifyRequest,
    reply: FastifyReply,
    result: Extract<Result, { kind: K }>,
  ) => unknown;
} = {
  done: (request, reply, result) =>
    reply.code(result.status).send(localise(result.output, languageOf(request))),
  refused: (request, reply, result) =>
    sendProblem(request, reply, 409, 'refused', {
      detail: result.refusals[0]?.says,
      refusals: result.refusals,
    }),
  'bad-input': (request, reply, result) =>
    sendProblem(request, reply, 422, 'bad-input', {
      errors: result.problems.map((problem) => ({ field: problem.path, says: problem.says })),
    }),
  'no-mandate': (request, reply, result) =>
    sendProblem(request, reply, 403, 'no-mandate', { detail: result.says, grounds: result.asked }),
  'not-signed-in': (request, reply) =>
    sendProblem(request, reply, 401, 'not-signed-in', { detail: signInFirst }),
};

const signInFirst = {
  da: 'Send et token i Authorization: Bearer … – du laver det på din egen side under Tokens.',
  en: 'Send a token in Authorization: Bearer … – you make one on your own page under Tokens.',
};

/** Answers a request with what a deed ended in. */
export const sendResult = (request: FastifyRequest, reply: FastifyReply, result: Result): unknown =>
  (answers[result.kind] as (q: FastifyRequest, r: FastifyReply, x: Result) => unknown)(
    request,
    reply,
    result,
  );

/** Turns anything thrown in an API route into a problem document. */
export function sendError(app: App, request: FastifyRequest, reply: FastifyReply, error: unknown): unknown {
  if (error instanceof Failure)
    return sendProblem(
      request,
      reply,
      statusOf[error.code],
      error.code,
      error.field === null ? { detail: error.says } : { errors: [{ field: error.field, says: error.says }] },
    );
  if (isTooLarge(error)) return sendProblem(request, reply, 413, 'too-large', { detail: tooLarge });
  const status = (error as { statusCode?: number }).statusCode;
  if (status === 429) return sendProblem(request, reply, 429, 'too-many');
  if (status !== undefined && status >= 400 && status < 500) {
    return sendProblem(request, reply, status, 'bad-request', { detail: String((error as Error).message) });
  }
  app.log.error({ err: error, url: request.routeOptions.url }, 'a request failed');
  return sendProblem(request, reply, 500, 'internal');
}

const tooLarge = {
  da: 'Anmodningen er for stor: JSON højst 8 MB, en fil højst 20 MB. Der er ikke gemt noget.',
  en: 'The request is too large: JSON 8 MB at most, a file 20 MB at most. Nothing was stored.',
};

const keyPattern = /^[\x21-\x7e]{1,200}$/;

/** Registers every deed and every query as operations under /api/v1. */
export function registerApi(
  fastify: FastifyInstance,
  app: App,
  deeds: readonly Deed[],
  queries: readonly Query[],
): void {
  fastify.register(
    (api, _options, ready) => {
      api.setErrorHandler((error, request, reply) => sendError(app, request, reply, error));
      api.setNotFoundHandler(otherwise(allowedMethods(deeds, queries)));
      for (const deed of deeds) {
        api.route({
          method: deed.api.method,
          url: deed.api.path,
          handler: async (request, reply) => {
            const credential = await credentialOf(app, request);
            if (credential?.via !== 'token') assertSameOrigin(request, [new URL(app.config.baseUrl).origin]);
            const key = request.headers['idempotency-key'];
            if (key !== undefined && (typeof key !== 'string' || !keyPattern.test(key))) {
              return sendResult(request, reply, {
                kind: 'bad-input',
                problems: [
                  {
                    path: 'Idempotency-Key',
                    says: {
                      da: 'Nøglen skal være 1–200 synlige ASCII-tegn.',
                      en: 'The key must be 1–200 visible ASCII characters.',
                    },
                  },
                ],
              });
            }
            const input = request.isMultipart() ? await multipartInput(request) : (request.body ?? {});
            const result = await perform(app, deed, {
              personId: credential?.personId ?? null,
              params: request.params,
              input,
              idempotencyKey: key,
            });
            return sendResult(request, reply, result);
          },
        });
      }
      for (const query of queries) registerQuery(api, app, query);
      ready();
    },
    { prefix: apiRoot },
  );
}

/** What no operation answers: OPTIONS tells the methods of an address, another method that it lacks is 405. */
const otherwise =
  (allowed: AllowedMethods) =>
  (request: FastifyRequest, reply: FastifyReply): unknown => {
    const methods = allowed(request.url.slice(apiRoot.length).split('?')[0] as string);
    if (methods.length === 0) return sendProblem(request, reply, 404, 'not-found');
    const allow = methods.join(', ');
    reply.header('allow', allow);
    if (request.method === 'OPTIONS') return reply.code(204).send();
    // What an address knows and still is not found has a name too long to be anyone's.
    if (methods.includes(request.method)) return sendProblem(request, reply, 404, 'not-found');
    return sendProblem(request, reply, 405, 'not-allowed', {
      detail: { da: `Her kan bruges: ${allow}.`, en: `Allowed here: ${allow}.` },
    });
  };

function registerQuery(api: FastifyInstance, app: App, query: Query): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const credential = await credentialOf(app, request);
    const today = dateIn(app.clock());
    const actor = credential ? await loadActor(app.db, credential.personId, today) : null;
    // A token that no longer holds is told so, rather than shown the little that a visitor sees.
    if (credential === null && /^bearer /i.test(request.headers.authorization ?? ''))
      return sendResult(request, reply, { kind: 'not-signed-in' });
    if (groundFor(actor, query.grounds, {}) === null) {
      return actor === null
        ? sendResult(request, reply, { kind: 'not-signed-in' })
        : sendResult(
            request,
            reply,
            noMandate(await communityEdition(app.db), { title: query.title, grounds: query.grounds }),
          );
    }
    const params = query.params.safeParse(request.params);
    if (!params.success) return sendProblem(request, reply, 404, 'not-found');
    const asked = query.query.safeParse(request.query, { reportInput: true });
    if (!asked.success)
      return sendResult(request, reply, { kind: 'bad-input', problems: problemsOf(asked.error) });
    const posted = query.body?.safeParse(request.body ?? {}, { reportInput: true });
    if (posted && !posted.success) {
      return sendResult(request, reply, { kind: 'bad-input', problems: problemsOf(posted.error) });
    }
    const produces = query.produces ?? ['application/json'];
    const accepts =
      produces.find((type) => (request.headers.accept ?? '').includes(type)) ?? (produces[0] as string);
    const lang = languageOf(request);
    const answer = await query.run({
      app,
      db: app.db,
      params: params.data,
      query: asked.data,
      body: posted?.data,
      actor,
      today,
      lang,
      accepts,
      edition: await communityEdition(app.db),
    });
    reply.header('vary', 'accept, accept-language').header('content-language', lang);
    if (typeof answer === 'string') return reply.type(`${accepts}; charset=utf-8`).send(answer);
    return reply.send(query.bilingual ? answer : localise(answer, lang));
  };
  api.route({ method: query.body ? 'POST' : 'GET', url: query.path, handler });
}

/** `limit` and `cursor` of a list: at most 100 at a time. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(2_000).optional(),
};
