import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Refusal } from '../../rulebook/rule.ts';
import type { App } from '../context.ts';
import { countingGrounds, groundFor, type Scope } from '../people/grounds.ts';
import { communityEdition } from '../rules/community.ts';
import { assertSameOrigin } from '../web/same-origin.ts';
import { noPage, sendPage, sendProblemPage, toSignIn, visitOf, type Visit } from '../web/pages.ts';
import type { Deed, Option, Problem } from './deed.ts';
import { Failure } from './failure.ts';
import { DeedForm } from './form-view.tsx';
import { multipartInput } from './multipart.ts';
import { emptied } from './emptied.ts';
import { nest } from './nest.ts';
import { noMandate, perform } from './perform.ts';

interface Shown {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems?: readonly Problem[];
  readonly refusals?: readonly Refusal[];
  readonly notice?: 'signed-out';
}

/** Registers the form of a deed: GET shows it, POST does the deed and goes on, or shows it again with all that was typed. */
export function registerForm(fastify: FastifyInstance, app: App, deed: Deed): void {
  if (deed.form === null) return;

  /** What rights depend on while the form is shown; nothing where the address says too little to tell. */
  const scopeShown = async (asked: unknown, query: unknown): Promise<Scope | null> => {
    if (deed.formScope) return deed.formScope(app.db, query as Record<string, unknown>);
    const params = deed.params.safeParse(asked);
    return params.success ? deed.scope(app.db, params.data, null) : null;
  };

  const show = async (visit: Visit, request: FastifyRequest, shown: Shown) => {
    const { page, actor } = visit;
    const params = request.params as Record<string, string>;
    const scope = await scopeShown(params, request.query);
    const options: Record<string, readonly Option[]> = {};
    const cx = { db: app.db, params, actor, today: page.today, edition: await communityEdition(app.db) };
    for (const field of deed.fields.flatMap((f) => [
      f,
      ...(f.columns ?? []).map((column) => ({ ...column, name: `${f.name}.${column.name}` })),
    ])) {
      if (field.options)
        options[field.name] = typeof field.options === 'function' ? await field.options(cx) : field.options;
    }
    return {
      title: deed.title[page.lang],
      body: DeedForm({
        page,
        deed: { ...deed, grounds: countingGrounds(deed.grounds, scope ?? {}) },
        action: page.href(page.path),
        options,
        ...shown,
      }),
    };
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
      const { says } = noMandate({ title: deed.title, grounds: countingGrounds(deed.grounds, scope) });
      return sendProblemPage(app, request, reply, 403, says, visit);
    }
    const given = nest(request.query as Record<string, unknown>);
    const current =
      deed.prefill && visit.actor ? await deed.prefill(app.db, params.data, visit.actor, given) : {};
    const values = { ...current, ...given };
    return sendPage(reply, visit.page, await show(visit, request, { values }));
  });

  fastify.post(deed.form, async (request, reply) => {
    assertSameOrigin(request, [new URL(app.config.baseUrl).origin]);
    const visit = await visitOf(app, request);
    const input = request.isMultipart()
      ? await multipartInput(request)
      : formInput(deed, (request.body ?? {}) as Record<string, unknown>);
    const result = await perform(app, deed, {
      personId: visit.actor?.id ?? null,
      params: request.params,
      input,
    });
    const again = async (
      status: number,
      { unseen, ...shown }: Omit<Shown, 'values'> & { unseen?: Record<string, unknown> },
    ) =>
      sendPage(reply, visit.page, {
        ...(await show(visit, request, { values: { ...input, ...unseen }, ...shown })),
        status,
      });
    switch (result.kind) {
      case 'done':
        return reply.redirect(visit.page.href(withDone(result.next ?? '/', deed.name)), 303);
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

const formInput = (deed: Deed, posted: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...nest(posted),
  ...emptied(deed, posted),
});

/** The next address with the name of the deed, so that the page there can say that it is done. */
const withDone = (next: string, deed: string): string => {
  const [path, hash] = next.split('#') as [string, string | undefined];
  return `${path}${path.includes('?') ? '&' : '?'}done=${deed}${hash ? `#${hash}` : ''}`;
};
