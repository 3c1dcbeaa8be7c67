import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { App } from '../../context.ts';
import { Failure } from '../../deeds/failure.ts';
import { sendProblem } from '../../deeds/api.ts';
import { problemsOf } from '../../deeds/problems.ts';
import { appendToJournal } from '../../journal/append.ts';
import { email, id, line } from '../../lib/inputs.ts';
import { communityEdition } from '../../rules/community.ts';
import type { FieldProblem } from '../../web/components/form.tsx';
import { sendPage, visitOf, type Visit } from '../../web/pages.ts';
import { assertSameOrigin } from '../../web/same-origin.ts';
import { cookieName, credentialOf, endSession, startSession } from '../session.ts';
import { checkCode, personWith, requestCode } from './codes.ts';
import { demoPeople, demoSignInAllowed } from './demo.ts';
import { nextAddress } from './next-address.ts';
import {
  addPasskey,
  authenticationOptions,
  checkPasskey,
  registrationOptions,
  relyingParty,
} from './passkeys.ts';
import { addressKey, countAttempt } from './throttle.ts';
import { CodeView, SignInView } from './view.tsx';
import { signInWords } from './words.ts';

const field = (request: FastifyRequest, name: string): unknown =>
  (request.body as Record<string, unknown> | null | undefined)?.[name];
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Signing in and out: by code, by passkey, and with one click in a demo community on one's own machine. */
export function signInRoutes(fastify: FastifyInstance, app: App): void {
  const own = [new URL(app.config.baseUrl).origin];
  const check = async (request: FastifyRequest): Promise<void> => {
    assertSameOrigin(request, own);
    await countAttempt(app, addressKey('sign-in', request.ip), [{ max: 60, minutes: 15 }]);
  };
  /** A browser that signs in leaves the session it had. */
  const enter = async (
    request: FastifyRequest,
    reply: FastifyReply,
    personId: string,
    how: 'code' | 'passkey' | 'demo',
  ) => {
    const before = await credentialOf(app, request);
    if (before?.via === 'session') await endSession(app, before.id);
    await startSession(app, app.db, reply, personId, how, request.headers['user-agent'] ?? '');
  };
  const show = async (
    reply: FastifyReply,
    { page }: Visit,
    next: string,
    more: { email?: string; problems?: readonly FieldProblem[]; status?: number } = {},
  ) =>
    sendPage(reply, page, {
      title: signInWords(page.lang).title,
      status: more.status ?? 200,
      body: SignInView({
        page,
        next,
        demo: (await demoSignInAllowed(app)) ? await demoPeople(app) : null,
        codes: app.mailer.way,
        passkeys: relyingParty(app) !== null,
        ...more,
      }),
    });

  fastify.get('/sign-in', async (request, reply) => {
    const visit = await visitOf(app, request);
    const next = nextAddress((request.query as { next?: unknown }).next);
    if (visit.actor) return reply.redirect(visit.page.href(next), 303);
    return show(reply, visit, next);
  });

  fastify.post('/sign-in', async (request, reply) => {
    await check(request);
    const visit = await visitOf(app, request);
    const next = nextAddress(field(request, 'next'));
    const typed = asText(field(request, 'email'));
    const given = z.object({ email: email() }).safeParse({ email: typed });
    if (!given.success)
      return show(reply, visit, next, { email: typed, problems: problemsOf(given.error), status: 422 });
    if (!app.mailer.canSend) return show(reply, visit, next, { email: typed, status: 503 });
    const asked = await requestCode(app, given.data.email);
    return reply.redirect(
      visit.page.href(`/sign-in/code?request=${asked}&next=${encodeURIComponent(next)}`),
      303,
    );
  });

  fastify.get('/sign-in/code', async (request, reply) => {
    const { page } = await visitOf(app, request);
    const query = request.query as Record<string, unknown>;
    const asked = id().safeParse(query['request']);
    if (!asked.success) return reply.redirect(page.href('/sign-in'), 303);
    const props = { page, next: nextAddress(query['next']), request: asked.data };
    return sendPage(reply, page, {
      title: signInWords(page.lang).codeTitle,
      body: CodeView({ ...props, codes: app.mailer.way }),
    });
  });

  fastify.post('/sign-in/code', async (request, reply) => {
    await check(request);
    const { page } = await visitOf(app, request);
    const next = nextAddress(field(request, 'next'));
    const asked = id().safeParse(field(request, 'request'));
    if (!asked.success) return reply.redirect(page.href('/sign-in'), 303);
    const typed = asText(field(request, 'code')).slice(0, 100);
    const digits = typed.replace(/[\s-]/g, '');
    const personId = /^\d{6}$/.test(digits) ? await checkCode(app, asked.data, digits) : null;
    if (personId === null) {
      const w = signInWords(page.lang);
      return sendPage(reply, page, {
        title: w.codeTitle,
        status: 422,
        body: CodeView({
          page,
          next,
          request: asked.data,
          code: typed,
          codes: app.mailer.way,
          problems: [{ path: 'code', says: w.wrongCode }],
        }),
      });
    }
    await enter(request, reply, personId, 'code');
    return reply.redirect(page.href(next), 303);
  });

  fastify.post('/sign-in/demo', async (request, reply) => {
    await check(request);
    const { page } = await visitOf(app, request);
    const given = asText(field(request, 'email'));
    if (!(await demoSignInAllowed(app)))
      throw new Failure('no-mandate', { da: signInWords('da').demoNo, en: signInWords('en').demoNo });
    const person = given.endsWith('@demo.example') ? await personWith(app, given) : undefined;
    if (!person)
      throw new Failure('not-found', {
        da: 'Demopersonen findes ikke.',
        en: 'There is no such demo person.',
      });
    await enter(request, reply, person.id, 'demo');
    return reply.redirect(page.href(nextAddress(field(request, 'next'))), 303);
  });

  fastify.post('/sign-out', async (request, reply) => {
    assertSameOrigin(request, own);
    const { page, credential } = await visitOf(app, request);
    if (credential?.via === 'session') await endSession(app, credential.id);
    reply.clearCookie(cookieName(app), { path: '/' });
    return reply.redirect(page.href('/'), 303);
  });

  passkeyRoutes(fastify, app, check, enter);
}

type Check = (request: FastifyRequest) => Promise<void>;
type Enter = (
  request: FastifyRequest,
  reply: FastifyReply,
  personId: string,
  how: 'passkey',
) => Promise<void>;

/** What a browser's answer about a passkey must look like before the library looks at it. */
const answer = (inner: Record<string, z.ZodType>) =>
  z.looseObject({
    id: z.string().min(1).max(2_000),
    rawId: z.string().max(2_000),
    type: z.literal('public-key'),
    clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
    response: z.looseObject({ clientDataJSON: z.string().max(20_000), ...inner }),
  });
const blob = z.string().max(100_000);
const signInAnswer = z.object({
  next: z.unknown(),
  response: answer({ authenticatorData: blob, signature: blob }),
});
const newPasskey = z.object({ name: line(100), response: answer({ attestationObject: blob }) });

function passkeyRoutes(fastify: FastifyInstance, app: App, check: Check, enter: Enter): void {
  const refuse = (
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    key: 'passkeyNotHere' | 'passkeyUnknown' | 'passkeyFailed',
    lang: 'da' | 'en',
  ) =>
    sendProblem(request, reply, status, status === 503 ? 'unavailable' : 'bad-input', {
      detail: signInWords(lang)[key],
    });

  fastify.post('/sign-in/passkey/options', async (request, reply) => {
    await check(request);
    const { page } = await visitOf(app, request);
    return (await authenticationOptions(app)) ?? refuse(request, reply, 503, 'passkeyNotHere', page.lang);
  });

  fastify.post('/sign-in/passkey', async (request, reply) => {
    await check(request);
    const { page } = await visitOf(app, request);
    const given = signInAnswer.safeParse(request.body);
    const personId = given.success
      ? await checkPasskey(app, given.data.response as unknown as AuthenticationResponseJSON)
      : null;
    if (personId === null) return refuse(request, reply, 422, 'passkeyUnknown', page.lang);
    await enter(request, reply, personId, 'passkey');
    return { next: page.href(nextAddress(given.data?.next)) };
  });

  fastify.post('/passkeys/options', async (request, reply) => {
    await check(request);
    const { page, actor } = await visitOf(app, request);
    if (!actor) return sendProblem(request, reply, 401, 'not-signed-in');
    return (
      (await registrationOptions(app, actor, page.community.name)) ??
      refuse(request, reply, 503, 'passkeyNotHere', page.lang)
    );
  });

  fastify.post('/passkeys', async (request, reply) => {
    await check(request);
    const { page, actor } = await visitOf(app, request);
    if (!actor) return sendProblem(request, reply, 401, 'not-signed-in');
    const given = newPasskey.safeParse(request.body);
    if (!given.success) {
      const [problem] = problemsOf(given.error);
      return sendProblem(request, reply, 422, 'bad-input', { detail: problem?.says });
    }
    const { name, response } = given.data;
    const added = await app.db.transaction().execute(async (tx) => {
      const passkey = await addPasskey(
        app,
        tx,
        actor.id,
        name,
        response as unknown as RegistrationResponseJSON,
      );
      if (!passkey) return null;
      await appendToJournal(tx, {
        at: app.clock().toString(),
        personId: actor.id,
        deed: 'add-passkey',
        subject: { kind: 'person', id: actor.id },
        initiativeId: null,
        before: null,
        after: { passkey: passkey.id, name },
        ground: 'oneself',
        edition: await communityEdition(tx),
      });
      return passkey;
    });
    if (!added) return refuse(request, reply, 422, 'passkeyFailed', page.lang);
    return { next: page.href(`/people/${actor.id}?done=add-passkey#passkeys`) };
  });
}
