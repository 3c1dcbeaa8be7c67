import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Text } from '../../rulebook/vocabulary.ts';
import type { App } from '../context.ts';
import { Failure } from '../deeds/failure.ts';
import { dateIn } from '../lib/time.ts';
import { loadActor, type Actor } from '../people/actor.ts';
import { groundFor, groundsAsked, type GroundId } from '../people/grounds.ts';
import { credentialOf, type Credential } from '../people/session.ts';
import { community, titledUnder } from '../rules/community.ts';
import type { Db } from '../db/client.ts';
import { render, type Html } from './jsx/jsx-runtime.ts';
import { Layout } from './layout.tsx';
import { localHref, splitLanguage, type Page } from './page.ts';
import { problemPage } from './problem-page.tsx';

export interface PageContext<P, Q> {
  readonly app: App;
  readonly db: Db;
  readonly page: Page;
  readonly params: P;
  readonly query: Q;
  readonly actor: Actor | null;
  readonly credential: Credential | null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** The form that was sent to this page's deed and came back: its messages, and its fields as they were typed. */
  readonly carried?: {
    readonly deed: string;
    readonly messages: Html;
    readonly fields: Html;
    readonly problems: readonly { readonly says: Text }[];
  };
}

export type PageAnswer =
  | {
      readonly title: string;
      readonly body: Html;
      readonly status?: number;
      readonly wide?: boolean;
      readonly breadcrumb?: readonly { readonly label: string; readonly href: string }[];
    }
  /** A path of this site without language prefix, or a whole address elsewhere. */
  | { readonly redirect: string }
  | { readonly download: string | Buffer; readonly type: string; readonly fileName: string | null };

/** One page that is read: address, who may read it, and what it shows. */
export interface PageSpec<P extends z.ZodObject = z.ZodObject, Q extends z.ZodObject = z.ZodObject> {
  readonly path: string;
  readonly params: P;
  readonly query: Q;
  readonly grounds: readonly GroundId[];
  /** Name of the deed whose form stands on this page; sent to the deed's own address, it comes back here. */
  readonly carries?: string;
  readonly run: (cx: PageContext<z.output<P>, z.output<Q>>) => Promise<PageAnswer>;
}

/** Declares a page; the types of `params` and `query` follow from their schemas. */
export function definePage<P extends z.ZodObject, Q extends z.ZodObject>(page: PageSpec<P, Q>): PageSpec {
  return page as unknown as PageSpec;
}

export interface Visit {
  readonly page: Page;
  readonly actor: Actor | null;
  readonly credential: Credential | null;
}

/** Who reads, in which language, and what every page needs to know. */
export async function visitOf(app: App, request: FastifyRequest): Promise<Visit> {
  const now = app.clock();
  const today = dateIn(now);
  const { lang, path } = splitLanguage(request.originalUrl);
  const [credential, home] = await Promise.all([credentialOf(app, request), community(app.db)]);
  const actor = credential?.via === 'session' ? await loadActor(app.db, credential.personId, today) : null;
  return {
    actor,
    credential,
    page: {
      lang,
      path,
      href: (to) => localHref(lang, to),
      viewer: actor
        ? {
            id: actor.id,
            name: actor.name,
            isDemo: actor.email.endsWith('@demo.example'),
            seesPeople: !actor.operator,
          }
        : null,
      community: home ?? { name: 'Fælled', demo: false, edition: '2025' },
      now,
      today,
      waiting: actor ? await site.waitingCount(app, actor) : 0,
    },
  };
}

/** What the web layer is told about the areas, which it does not know itself. */
export interface Site {
  /** How much waits for a person: the number beside the overview. */
  readonly waitingCount: (app: App, actor: Actor) => Promise<number>;
  /** What to say after a deed, by its name. */
  readonly doneText: (deed: string) => Text | null;
}
let site: Site = { waitingCount: async () => 0, doneText: () => null };
export const setSite = (told: Site): void => {
  site = told;
};

/** Sends a page in its layout. */
export function sendPage(reply: FastifyReply, page: Page, answer: PageAnswer): FastifyReply {
  if ('redirect' in answer)
    return reply.redirect(
      answer.redirect.startsWith('/') ? page.href(answer.redirect) : answer.redirect,
      303,
    );
  if ('download' in answer) {
    if (answer.fileName !== null) {
      reply.header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`,
      );
    }
    return reply.type(answer.type).send(answer.download);
  }
  const done = site.doneText(new URL(page.path, 'http://x').searchParams.get('done') ?? '');
  const html = render(
    Layout({
      page,
      title: answer.title,
      children: answer.body,
      wide: answer.wide ?? false,
      breadcrumb: answer.breadcrumb,
      flash: done ? { tone: 'success', says: done[page.lang] } : null,
    }),
  );
  return reply
    .code(answer.status ?? 200)
    .header('cache-control', page.viewer ? 'private, no-store' : 'no-cache')
    .header('content-language', page.lang)
    .type('text/html; charset=utf-8')
    .send(html);
}

/** Sends a page that says what went wrong, why, and what to do. */
export async function sendProblemPage(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  says: Text,
  visit?: Visit,
): Promise<FastifyReply> {
  const { page } = visit ?? (await visitOf(app, request));
  return sendPage(reply, page, { ...problemPage(page, status, says), status });
}

/** Registers a page that is read. */
export function registerPage(fastify: FastifyInstance, app: App, spec: PageSpec): void {
  fastify.get(spec.path, async (request, reply) => {
    const visit = await visitOf(app, request);
    if (groundFor(visit.actor, spec.grounds, {}) === null) {
      return visit.actor === null
        ? toSignIn(reply, visit.page)
        : sendProblemPage(app, request, reply, 403, notForYou(visit.page, spec.grounds), visit);
    }
    const params = spec.params.safeParse(request.params);
    if (!params.success) throw new Failure('not-found', noPage);
    const query = spec.query.safeParse(request.query);
    if (!query.success) return reply.redirect(visit.page.href(visit.page.path.split('?')[0] as string), 303);
    const answer = await spec.run({
      app,
      db: app.db,
      page: visit.page,
      params: params.data,
      query: query.data,
      actor: visit.actor,
      credential: visit.credential,
      request,
      reply,
    });
    return sendPage(reply, visit.page, answer);
  });
}

/** Sends a visitor to the sign-in page and back again afterwards. */
export const toSignIn = (reply: FastifyReply, page: Page): FastifyReply =>
  reply.redirect(page.href(`/sign-in?next=${encodeURIComponent(page.path)}`), 303);

export const noPage: Text = {
  da: 'Siden findes ikke. Måske er adressen forkert, eller siden er flyttet.',
  en: 'There is no such page. The address may be wrong, or the page has moved.',
};

/** Says who may, by their titles in the community. */
const notForYou = ({ community: { edition } }: Page, asked: readonly GroundId[]): Text => {
  const takes = groundsAsked(titledUnder(edition), asked);
  return {
    da: `Siden er ikke åben for dig. ${takes.da}`,
    en: `The page is not open to you. ${takes.en}`,
  };
};
