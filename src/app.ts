import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { fileURLToPath } from 'node:url';
import type { App } from './context.ts';
import { apiRoot, registerApi, sendProblem } from './deeds/api.ts';
import { Failure, statusOf } from './deeds/failure.ts';
import { registerForm } from './deeds/forms.tsx';
import { largestUpload } from './deeds/multipart.ts';
import { isTooLarge } from './deeds/too-large.ts';
import { untilSetUp } from './people/set-up/routes.tsx';
import { deeds, doneBesides, pages, queries, routes, waitingCount } from './registry.ts';
import { splitLanguage } from './web/page.ts';
import { noPage, registerPage, sendProblemPage, setSite } from './web/pages.ts';

const publicFolder = fileURLToPath(new URL('../public', import.meta.url));

/** Builds the HTTP server; the caller listens and closes. */
export function createServer(app: App, options: { readonly logger?: boolean } = {}): FastifyInstance {
  const fastify = Fastify({
    logger: options.logger ? { level: 'info' } : false,
    trustProxy: app.config.trustProxy.length > 0 ? [...app.config.trustProxy] : false,
    bodyLimit: 8 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, request: FastifyRequest, reply: FastifyReply) => {
      // An address that cannot be decoded names nothing; the usual hooks have not run for it.
      if (request.url.startsWith(apiRoot)) return sendProblem(request, reply, 404, 'not-found');
      return reply.code(404).type('text/html; charset=utf-8').send(notDecodable);
    },
    // Input is checked by the deeds and queries; Fastify's own checkers are neither used nor loaded.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    exposeHeadRoutes: false,
    rewriteUrl: (request) => {
      // HEAD is answered as GET, without routes of its own: Node has been told by now that no body goes out.
      if (request.method === 'HEAD') request.method = 'GET';
      return splitLanguage(request.url ?? '/').path;
    },
  });
  fastify.register(cookie);
  fastify.register(formbody, { bodyLimit: 2 * 1024 * 1024 });
  fastify.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: largestUpload, files: 3, fields: 200, parts: 210, fieldSize: 1024 * 1024 },
  });
  fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    hsts: app.config.baseUrl.startsWith('https://') ? { maxAge: 31_536_000 } : false,
  });
  fastify.register(rateLimit, { global: false });
  fastify.register(fastifyStatic, { root: publicFolder, prefix: '/assets/', maxAge: '1h' });
  setSite({
    waitingCount,
    doneText: (name) => deeds.find((deed) => deed.name === name)?.done ?? doneBesides.get(name) ?? null,
  });
  registerApi(fastify, app, deeds, queries);
  fastify.register((site, _options, ready) => {
    untilSetUp(site, app);
    for (const page of pages) registerPage(site, app, page);
    for (const deed of deeds)
      registerForm(
        site,
        app,
        deed,
        pages.find((page) => page.carries === deed.name),
      );
    for (const register of routes) register(site, app);
    ready();
  });
  fastify.setNotFoundHandler((request, reply) => sendProblemPage(app, request, reply, 404, noPage));
  fastify.setErrorHandler((error, request, reply) => {
    if (error instanceof Failure)
      return sendProblemPage(app, request, reply, statusOf[error.code], error.says);
    if (isTooLarge(error)) return sendProblemPage(app, request, reply, 413, tooLarge);
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status >= 400 && status < 500) return sendProblemPage(app, request, reply, status, unreadable);
    app.log.error({ err: error, url: request.routeOptions.url }, 'a request failed');
    return reply.code(500).type('text/html; charset=utf-8').send(lastResort);
  });
  return fastify;
}

function noSchemas(): never {
  throw new Error('routes have no JSON Schema: deeds and queries check what they are given');
}

const tooLarge = {
  da: 'Filen må højst være 20 MB. Der er ikke gemt noget.',
  en: 'A file may be 20 MB at most. Nothing was stored.',
};
const unreadable = {
  da: 'Anmodningen kunne ikke læses. Der er ikke gemt noget.',
  en: 'The request could not be read. Nothing was stored.',
};
const notDecodable = `<!doctype html><html lang="da"><title>Findes ikke</title><h1>Siden findes ikke / There is no such page</h1>
<p><a href="/">Overblik / Home</a></p>`;
const lastResort = `<!doctype html><html lang="da"><title>Fejl</title><h1>Der skete en fejl hos os / Something failed on our side</h1>
<p>Der er ikke gemt noget. Prøv igen om lidt. / Nothing was stored. Try again in a little while.</p>`;
