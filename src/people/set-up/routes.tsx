import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { editions } from '../../../rulebook/editions.ts';
import type { App } from '../../context.ts';
import { problemsOf } from '../../deeds/problems.ts';
import { email, line, oneOf } from '../../lib/inputs.ts';
import { dateIn } from '../../lib/time.ts';
import { organisationKinds } from '../../members/organisation.ts';
import { community } from '../../rules/community.ts';
import { Button, LinkButton } from '../../web/components/button.tsx';
import { EmailField, SelectField, TextField } from '../../web/components/field.tsx';
import { Form, FormActions, formState, type FieldProblem } from '../../web/components/form.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { Notice } from '../../web/components/notice.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { sendPage, visitOf } from '../../web/pages.ts';
import { assertSameOrigin } from '../../web/same-origin.ts';
import { startSession } from '../session.ts';
import { createCommunity } from './create-community.ts';
import { setUpWords } from './words.ts';

const input = z.object({
  community: line(120),
  edition: z.string().refine((id) => editions.some((edition) => edition.id === id), { error: 'required' }),
  name: line(120),
  email: email(),
  organisation: line(160),
  kind: oneOf(organisationKinds),
});

/** Sends every page to the set-up until there is a community. Once there is one it stays. */
export function untilSetUp(fastify: FastifyInstance, app: App): void {
  let isSetUp = false;
  fastify.addHook('onRequest', async (request, reply) => {
    if (isSetUp) return;
    isSetUp = (await community(app.db)) !== null;
    if (isSetUp || request.routeOptions.url === '/set-up') return;
    const { page } = await visitOf(app, request);
    return reply.redirect(page.href('/set-up'), 303);
  });
}

/** The first visit of an empty Fælled: names the community and its first business manager. */
export function setUpRoutes(fastify: FastifyInstance, app: App): void {
  const start = { edition: editions.at(-1)?.id ?? '', kind: 'municipality' };

  fastify.get('/set-up', async (request, reply) => {
    const { page } = await visitOf(app, request);
    if (await community(app.db)) return reply.redirect(page.href('/'), 303);
    return sendPage(reply, page, view(page, start, [], app.mailer.canSend));
  });

  fastify.post('/set-up', async (request, reply) => {
    assertSameOrigin(request, [new URL(app.config.baseUrl).origin]);
    const { page } = await visitOf(app, request);
    if (await community(app.db)) return tooLate(app, request, reply);
    const typed = (request.body ?? {}) as Record<string, unknown>;
    const given = input.safeParse(typed);
    if (!given.success)
      return sendPage(reply, page, {
        ...view(page, typed, problemsOf(given.error), app.mailer.canSend),
        status: 422,
      });
    const now = app.clock();
    const personId = await createCommunity(app.db, {
      ...given.data,
      language: page.lang,
      now: now.toString(),
      today: dateIn(now),
    });
    if (personId === null) return tooLate(app, request, reply);
    await startSession(app, app.db, reply, personId, 'set-up', request.headers['user-agent'] ?? '');
    return reply.redirect(page.href(`/people/${personId}?done=create-community`), 303);
  });
}

/** Somebody else set up first: says so, for what was typed is not stored. */
async function tooLate(app: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { page } = await visitOf(app, request);
  const w = setUpWords(page.lang);
  return sendPage(reply, page, {
    title: w.tooLate,
    status: 409,
    body: (
      <>
        <PageHeading title={w.tooLate} lead={w.tooLateLead(page.community.name)} />
        <p>{w.tooLateHow}</p>
        <div class="actions">
          <LinkButton href={page.href('/sign-in')} variant="primary">
            {w.signIn}
          </LinkButton>
          <LinkButton href={page.href('/')}>{w.look}</LinkButton>
        </div>
      </>
    ),
  });
}

function view(
  page: Page,
  values: Readonly<Record<string, unknown>>,
  problems: readonly FieldProblem[],
  canMail: boolean,
): { title: string; body: Html } {
  const { lang } = page;
  const w = setUpWords(lang);
  const form = formState(lang, 'set-up', values, problems);
  return {
    title: w.title,
    body: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        {!canMail && (
          <Notice lang={lang} tone="info">
            {w.noMail}
          </Notice>
        )}
        <Form form={form} action={page.href('/set-up')} draft>
          <TextField form={form} name="community" label={w.community} autocomplete="off" />
          <SelectField
            form={form}
            name="edition"
            label={w.edition}
            hint={w.editionHint}
            options={editions.map((edition) => ({ value: edition.id, label: edition.name[lang] }))}
          />
          <Section title={w.manager}>
            <TextField form={form} name="name" label={w.name} autocomplete="name" />
            <EmailField form={form} name="email" label={w.email} hint={w.emailHint} autocomplete="email" />
            <TextField
              form={form}
              name="organisation"
              label={w.organisation}
              hint={w.organisationHint}
              autocomplete="organization"
            />
            <SelectField
              form={form}
              name="kind"
              label={w.kind}
              options={Object.entries(organisationKinds).map(([value, label]) => ({
                value,
                label: label[lang],
              }))}
            />
          </Section>
          <p>{w.after}</p>
          <FormActions>
            <Button>{w.button}</Button>
          </FormActions>
        </Form>
      </>
    ),
  };
}
