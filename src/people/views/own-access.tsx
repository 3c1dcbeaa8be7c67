import { assets } from '../../web/assets.ts';
import { Tag } from '../../web/components/badge.tsx';
import { Button, LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { TextField } from '../../web/components/field.tsx';
import { formState } from '../../web/components/form.tsx';
import { Section } from '../../web/components/heading.tsx';
import { Table } from '../../web/components/table.tsx';
import { TimeText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { browserOf } from '../browser-of.ts';
import type { OwnAccess } from '../queries.ts';
import { peopleWords } from '../words.ts';

export interface OwnAccessProps {
  readonly page: Page;
  readonly access: OwnAccess;
  /** The session that reads. */
  readonly current: string | null;
  /** Whether passkeys work at this address. */
  readonly passkeys: boolean;
}

/** The ways into one's own account: where one is signed in, tokens of one's programs, passkeys. */
export function OwnAccessView(props: OwnAccessProps): Html {
  return (
    <>
      <Sessions {...props} />
      <Tokens {...props} />
      <Passkeys {...props} />
    </>
  );
}

function Sessions({ page, access, current }: OwnAccessProps): Html {
  const { lang } = page;
  const w = peopleWords(lang);
  const name = (userAgent: string): string => {
    const { browser, system } = browserOf(userAgent);
    if (browser === null) return system ?? w.unknownBrowser;
    return system === null ? browser : w.on(browser, system);
  };
  return (
    <Section title={w.sessions} id="sessions" intro={w.sessionsIntro}>
      <Table
        lang={lang}
        caption={w.sessions}
        hideCaption
        rows={access.sessions}
        columns={[
          {
            head: w.browser,
            names: true,
            cell: (row) => (
              <>
                {name(row.userAgent)} {row.id === current && <Tag tone="info">{w.thisOne}</Tag>}
              </>
            ),
          },
          { head: w.how, cell: (row) => w.hows[row.how as keyof typeof w.hows] },
          { head: w.since, cell: (row) => <TimeText at={row.createdAt} lang={lang} /> },
          { head: w.lastSeen, cell: (row) => <TimeText at={row.seenAt} lang={lang} /> },
          {
            head: w.action,
            hideHead: true,
            cell: (row) => (
              <form method="post" action={page.href(`/sessions/${row.id}/revoke`)}>
                <Button variant="secondary" small icon="leave">
                  {w.signOut}
                  <span class="sr-only">{` ${name(row.userAgent)}`}</span>
                </Button>
              </form>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Tokens({ page, access }: OwnAccessProps): Html {
  const { lang } = page;
  const w = peopleWords(lang);
  return (
    <Section
      title={w.tokens}
      id="tokens"
      intro={w.tokensIntro}
      actions={
        <LinkButton href={page.href(`/people/${page.viewer?.id}/tokens/new`)} icon="plus" small>
          {w.newToken}
        </LinkButton>
      }
    >
      <Table
        lang={lang}
        caption={w.tokens}
        hideCaption
        rows={access.tokens}
        columns={[
          { head: w.tokenName, names: true, cell: (row) => row.name },
          { head: w.made, cell: (row) => <TimeText at={row.createdAt} lang={lang} /> },
          { head: w.lastSeen, cell: (row) => <When at={row.usedAt} otherwise={w.never} page={page} /> },
          {
            head: w.expires,
            cell: (row) => <When at={row.expiresAt} otherwise={w.neverExpires} page={page} />,
          },
          {
            head: w.action,
            hideHead: true,
            cell: (row) => (
              <LinkButton href={page.href(`/tokens/${row.id}/revoke`)} small>
                {w.revoke}
                <span class="sr-only">{` ${row.name}`}</span>
              </LinkButton>
            ),
          },
        ]}
        empty={<EmptyState title={w.noTokens} why={w.noTokensWhy} />}
      />
    </Section>
  );
}

function Passkeys({ page, access, passkeys }: OwnAccessProps): Html {
  const { lang } = page;
  const w = peopleWords(lang);
  return (
    <Section title={w.passkeys} id="passkeys" intro={w.passkeysIntro}>
      <Table
        lang={lang}
        caption={w.passkeys}
        hideCaption
        rows={access.passkeys}
        columns={[
          { head: w.passkeyName, names: true, cell: (row) => row.name },
          { head: w.made, cell: (row) => <TimeText at={row.createdAt} lang={lang} /> },
          { head: w.lastSeen, cell: (row) => <When at={row.usedAt} otherwise={w.never} page={page} /> },
          {
            head: w.action,
            hideHead: true,
            cell: (row) => (
              <LinkButton href={page.href(`/passkeys/${row.id}/remove`)} small>
                {w.remove}
                <span class="sr-only">{` ${row.name}`}</span>
              </LinkButton>
            ),
          },
        ]}
        empty={<EmptyState title={w.noPasskeys} why={w.noPasskeysWhy} />}
      />
      {passkeys ? <NewPasskey page={page} /> : <p>{w.passkeyNotHere}</p>}
    </Section>
  );
}

/** Made by the browser itself, so it takes JavaScript; without it the page says so. */
function NewPasskey({ page }: { page: Page }): Html {
  const w = peopleWords(page.lang);
  return (
    <>
      <p data-without-passkey>{w.passkeyNeeds}</p>
      <div
        hidden
        data-passkey="add"
        data-options={page.href('/passkeys/options')}
        data-verify={page.href('/passkeys')}
        data-waiting={w.passkeyWaiting}
        data-failed={w.passkeyFailed}
      >
        <div class="form">
          <TextField
            form={formState(page.lang, 'new-passkey', { name: w.passkeyExample })}
            name="name"
            label={w.passkeyLabel}
            maxlength={100}
            width="medium"
          />
          <div class="actions">
            <Button variant="secondary" icon="key">
              {w.newPasskey}
            </Button>
          </div>
        </div>
        <p role="status" />
      </div>
      <script type="module" src={assets.passkey} />
    </>
  );
}

function When({ at, otherwise, page }: { at: string | null; otherwise: string; page: Page }): Html {
  return at === null ? <span class="muted">{otherwise}</span> : <TimeText at={at} lang={page.lang} />;
}
