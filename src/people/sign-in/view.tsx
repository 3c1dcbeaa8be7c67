import type { FieldProblem } from '../../web/components/form.tsx';
import { assets } from '../../web/assets.ts';
import { Button } from '../../web/components/button.tsx';
import { Details } from '../../web/components/facts.tsx';
import { EmailField, HiddenField, TextField } from '../../web/components/field.tsx';
import { Form, FormActions, formState } from '../../web/components/form.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Mailer } from '../../lib/mailer.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { DemoPerson } from './demo.ts';
import { signInWords } from './words.ts';

interface SignInProps {
  readonly page: Page;
  readonly next: string;
  readonly demo: readonly DemoPerson[] | null;
  /** How codes leave here. */
  readonly codes: Mailer['way'];
  readonly passkeys: boolean;
  readonly email?: string;
  readonly problems?: readonly FieldProblem[];
}

/** Every way in that works here, and for those that do not, why. */
export function SignInView({
  page,
  next,
  demo,
  codes,
  passkeys,
  email = '',
  problems = [],
}: SignInProps): Html {
  const w = signInWords(page.lang);
  const form = formState(page.lang, 'code', { email }, problems);
  const ways = (
    <>
      <Section title={w.emailTitle} card>
        {codes === 'console' && <p>{w.console}</p>}
        {codes !== 'none' ? (
          <Form form={form} action={page.href('/sign-in')}>
            <HiddenField name="next" value={next} />
            <EmailField form={form} name="email" label={w.email} hint={w.emailHint} autocomplete="username" />
            <FormActions>
              <Button variant={demo ? 'secondary' : 'primary'}>{w.sendCode}</Button>
            </FormActions>
          </Form>
        ) : (
          <Notice lang={page.lang} tone="warning" title={w.noMailTitle}>
            {w.noMail}
          </Notice>
        )}
      </Section>
      <Section title={w.passkeyTitle} card intro={w.passkeyIntro}>
        {passkeys ? <PasskeySignIn page={page} next={next} /> : <p>{w.passkeyNotHere}</p>}
      </Section>
    </>
  );
  return (
    <>
      <PageHeading title={w.title} lead={w.lead} />
      {demo ? (
        <>
          <Details summary={w.otherWays} open={email !== '' || problems.length > 0}>
            {ways}
          </Details>
          <DemoPeople page={page} next={next} people={demo} />
        </>
      ) : (
        ways
      )}
    </>
  );
}

function PasskeySignIn({ page, next }: { page: Page; next: string }): Html {
  const w = signInWords(page.lang);
  return (
    <>
      <p data-without-passkey>{w.passkeyNeeds}</p>
      <div
        hidden
        data-passkey="sign-in"
        data-options={page.href('/sign-in/passkey/options')}
        data-verify={page.href('/sign-in/passkey')}
        data-next={next}
        data-waiting={w.passkeyWaiting}
        data-failed={w.passkeyFailed}
      >
        <Button variant="secondary" icon="key">
          {w.passkeyButton}
        </Button>
        <p role="status" />
      </div>
      <script type="module" src={assets.passkey} />
    </>
  );
}

interface DemoProps {
  readonly page: Page;
  readonly next: string;
  readonly people: readonly DemoPerson[];
}

/** One of each role comes first (see `demo/people.ts`); the rest fill the groups. */
const mainPeople = 15;

function DemoPeople({ page, next, people }: DemoProps): Html {
  const w = signInWords(page.lang);
  const others = people.slice(mainPeople);
  return (
    <Section title={w.demoTitle} intro={w.demoIntro} card>
      <DemoTable page={page} next={next} people={people.slice(0, mainPeople)} caption={w.demoTitle} />
      {others.length > 0 && (
        <Details summary={w.demoMore(others.length)}>
          <DemoTable page={page} next={next} people={others} caption={w.demoMore(others.length)} />
        </Details>
      )}
    </Section>
  );
}

function DemoTable({ page, next, people, caption }: DemoProps & { caption: string }): Html {
  const w = signInWords(page.lang);
  return (
    <Table
      lang={page.lang}
      caption={caption}
      hideCaption
      rows={people}
      columns={[
        {
          head: w.title,
          names: true,
          cell: (person) => (
            <form method="post" action={page.href('/sign-in/demo')}>
              <HiddenField name="email" value={person.email} />
              <HiddenField name="next" value={next} />
              <Button variant="secondary" small>
                {person.name}
              </Button>
            </form>
          ),
        },
        {
          head: w.is,
          cell: (person) =>
            person.is.length === 0 ? (
              <span class="muted">{w.nothing}</span>
            ) : (
              person.is.map((text) => text[page.lang]).join('; ')
            ),
        },
        { head: w.demoEmail, cell: (person) => person.email },
      ]}
    />
  );
}

interface CodeProps {
  readonly page: Page;
  readonly next: string;
  readonly request: string;
  readonly codes: Mailer['way'];
  readonly code?: string;
  readonly problems?: readonly FieldProblem[];
}

/** Where the code from the mail is entered. It says the same whether or not the address is known. */
export function CodeView({ page, next, request, codes, code = '', problems = [] }: CodeProps): Html {
  const w = signInWords(page.lang);
  const form = formState(page.lang, 'code', { code }, problems);
  return (
    <>
      <PageHeading title={w.codeTitle} lead={codes === 'console' ? w.codeConsole : w.codeLead} />
      <Form form={form} action={page.href('/sign-in/code')}>
        <HiddenField name="request" value={request} />
        <HiddenField name="next" value={next} />
        <TextField
          form={form}
          name="code"
          label={w.code}
          hint={w.codeHint}
          width="short"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={20}
        />
        <FormActions>
          <Button>{w.signIn}</Button>
        </FormActions>
      </Form>
      <p>
        <a href={page.href(`/sign-in?next=${encodeURIComponent(next)}`)}>{w.again}</a>
      </p>
    </>
  );
}
