import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../../rulebook/rule.ts';
import type { App } from '../context.ts';
import { countingGrounds, groundFor, type Scope } from '../people/grounds.ts';
import { communityEdition } from '../rules/community.ts';
import type { Html } from '../web/jsx/jsx-runtime.ts';
import { assertSameOrigin } from '../web/same-origin.ts';
import {
  noPage,
  sendPage,
  sendProblemPage,
  toSignIn,
  visitOf,
  type PageSpec,
  type Visit,
} from '../web/pages.ts';
import type { Deed, Field, FieldContext, Option, Problem } from './deed.ts';
import { Failure } from './failure.ts';
import { confirmStep, DeedFields, DeedMessages, DeedPage, seenField, stepField } from './form-view.tsx';
import { multipartInput } from './multipart.ts';
import { emptied } from './emptied.ts';
import { nest } from './nest.ts';
import { foresees, look, noMandate, perform, type Look } from './perform.ts';
import { ShownOnce } from './shown-once.tsx';

interface Shown {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems?: readonly Problem[];
  readonly refusals?: readonly Refusal[];
  readonly notice?: 'signed-out';
  readonly look?: Look;
}

/** The form of a deed for a page that carries it: the fields, and what must be read before them. */
export interface FormParts {
  readonly messages: Html;
  readonly fields: Html;
  /** What is wrong with the fields; for a page that no longer shows them. */
  readonly problems: readonly Problem[];
}

/** Makes the form of a deed, with the choices that hold just now. */
export async function formParts(
  app: App,
  deed: Deed,
  { page, actor }: Pick<Visit, 'page' | 'actor'>,
  params: Record<string, string>,
  shown: Shown,
  action: string,
): Promise<FormParts> {
  const cx = { db: app.db, params, actor, today: page.today, edition: await communityEdition(app.db) };
  const fields: Field[] = [];
  for (const field of [...deed.fields, ...((await deed.fieldsNow?.(cx)) ?? [])])
    if (!field.shown || (await field.shown(cx))) fields.push(field);
  const options = await optionsOf(fields, cx);
  const props = { page, deed: { ...deed, fields }, action: page.href(action), options, ...shown };
  return { messages: DeedMessages(props), fields: DeedFields(props), problems: shown.problems ?? [] };
}

async function optionsOf(
  fields: readonly Field[],
  cx: FieldContext,
): Promise<Record<string, readonly Option[]>> {
  const options: Record<string, readonly Option[]> = {};
  for (const field of fields.flatMap((f) => [
    f,
    ...(f.columns ?? []).map((column) => ({ ...column, name: `${f.name}.${column.name}` })),
  ])) {
    if (field.options)
      options[field.name] = typeof field.options === 'function' ? await field.options(cx) : field.options;
  }
  return options;
}

/**
 * Registers the form of a deed: GET shows it, POST does the deed and goes on, or shows it again with all that was
 * typed. A deed with a preview shows its effects first and is done when they are confirmed.
 * @param carrier the page that carries the form among other things; without one the form is a page of its own
 */
export function registerForm(fastify: FastifyInstance, app: App, deed: Deed, carrier?: PageSpec): void {
  if (deed.form === null) return;

  /** What rights depend on while the form is shown; nothing where the address says too little to tell. */
  const scopeShown = async (asked: unknown, query: unknown): Promise<Scope | null> => {
    if (deed.formScope) return deed.formScope(app.db, query as Record<string, unknown>);
    const params = deed.params.safeParse(asked);
    return params.success ? deed.scope(app.db, params.data, null) : null;
  };

  /** What the form is about, named to those who may do it: others may not be allowed to know. */
  const above = async ({ actor, page }: Visit, asked: unknown, scope: Scope) => {
    const params = deed.params.safeParse(asked);
    if (!deed.about || !params.success || groundFor(actor, deed.grounds, scope) === null) return [];
    const { href, label } = await deed.about(app.db, params.data);
    return [{ href, label: typeof label === 'string' ? label : label[page.lang] }];
  };

  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
    shown: Shown,
    status = 200,
  ) => {
    const { page } = visit;
    const params = request.params as Record<string, string>;
    const worded = inWords(deed, shown.values);
    const parts = await formParts(app, worded, visit, params, shown, page.path);
    if (!carrier) {
      const scope = (await scopeShown(params, request.query)) ?? {};
      const grounds = countingGrounds(deed.grounds, scope);
      return sendPage(reply, page, {
        title: worded.title[page.lang],
        breadcrumb: await above(visit, params, scope),
        body: DeedPage({ page, deed: { ...worded, grounds }, ...parts }),
        status,
      });
    }
    const answer = await carrier.run({
      ...visit,
      app,
      db: app.db,
      params: carrier.params.parse(params),
      query: carrier.query.parse({}),
      request,
      reply,
      carried: { deed: deed.name, ...parts },
    });
    return sendPage(reply, page, { ...answer, ...(status === 200 ? {} : { status }) });
  };

  /** What hidden fields hold now: after a refusal the sender has been told what changed, and may send again. */
  const unseenNow = async (
    visit: Visit,
    asked: unknown,
    input: Record<string, unknown>,
  ): Promise<Record<string, unknown>> => {
    const params = deed.params.safeParse(asked);
    if (!deed.prefill || !visit.actor || !params.success) return {};
    const now = await deed.prefill(app.db, params.data, visit.actor, input);
    const hidden = deed.fields.filter((field) => field.kind === 'hidden' && field.name in now);
    return Object.fromEntries(hidden.map(({ name }) => [name, now[name]]));
  };

  fastify.get(deed.form, async (request, reply) => {
    const visit = await visitOf(app, request);
    if (visit.actor === null && !deed.grounds.includes('anyone')) return toSignIn(reply, visit.page);
    const params = deed.params.safeParse(request.params);
    if (!params.success) throw new Failure('not-found', noPage);
    const scope = (await scopeShown(request.params, request.query)) ?? {};
    if (groundFor(visit.actor, deed.grounds, scope) === null) {
      const { says } = noMandate(visit.page.community.edition, {
        title: deed.title,
        grounds: countingGrounds(deed.grounds, scope),
      });
      return sendProblemPage(app, request, reply, 403, says, visit);
    }
    const given = nest(request.query as Record<string, unknown>);
    const current =
      deed.prefill && visit.actor ? await deed.prefill(app.db, params.data, visit.actor, given) : {};
    return send(request, reply, visit, { values: { ...current, ...given } });
  });

  fastify.post(deed.form, async (request, reply) => {
    assertSameOrigin(request, [new URL(app.config.baseUrl).origin]);
    const visit = await visitOf(app, request);
    const sent = request.isMultipart()
      ? await multipartInput(request)
      : formInput(deed, (request.body ?? {}) as Record<string, unknown>);
    const { [stepField]: step, [seenField]: seen, ...input } = sent;
    const asked = { personId: visit.actor?.id ?? null, params: request.params, input };
    const confirmed = step === confirmStep && typeof seen === 'string';
    const result =
      foresees(deed) && !confirmed
        ? await look(app, deed, asked)
        : await perform(app, deed, { ...asked, seen: confirmed ? seen : undefined });
    const again = (
      status: number,
      { unseen, ...shown }: Omit<Shown, 'values'> & { unseen?: Record<string, unknown> },
    ) => send(request, reply, visit, { values: { ...input, ...unseen }, ...shown }, status);
    switch (result.kind) {
      case 'done':
        if (deed.shownOnce)
          return sendPage(reply, visit.page, {
            title: deed.done[visit.page.lang],
            body: ShownOnce({
              page: visit.page,
              done: deed.done,
              values: Object.entries(deed.shownOnce).map(([name, label]) => ({
                name,
                label,
                value: String(result.output[name]),
              })),
              next: result.next ?? '/',
            }),
          });
        return reply.redirect(visit.page.href(withDone(result.next ?? '/', deed.name)), 303);
      case 'look':
        return again(200, { look: result });
      case 'bad-input':
        return again(422, { problems: result.problems });
      case 'refused':
        return again(409, {
          refusals: result.refusals,
          unseen: await unseenNow(visit, request.params, input),
        });
      case 'not-signed-in':
        return again(401, { notice: 'signed-out' });
      case 'no-mandate':
        return again(403, { problems: [{ path: '', says: result.says }] });
    }
  });
}

/** The deed as its form words it for what is asked. */
function inWords(deed: Deed, given: Readonly<Record<string, unknown>>): Deed {
  const words = deed.formWords?.(given);
  if (!words) return deed;
  const fields = deed.fields.map((field) =>
    words.settled.includes(field.name) ? { ...field, kind: 'hidden' as const } : field,
  );
  return { ...deed, title: words.title, explains: words.explains, fields };
}

const formInput = (deed: Deed, posted: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...nest(posted),
  ...emptied(deed, posted),
});

/** The next address with the name of the deed, so that the page there can say that it is done. */
const withDone = (next: string, deed: string): string => {
  const [path, hash] = next.split('#') as [string, string | undefined];
  return `${path}${path.includes('?') ? '&' : '?'}done=${deed}${hash ? `#${hash}` : ''}`;
};
