import { Tag } from '../../../web/components/badge.tsx';
import { Button, LinkButton } from '../../../web/components/button.tsx';
import { Facts } from '../../../web/components/facts.tsx';
import { PageHeading, Section } from '../../../web/components/heading.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { RuleLink } from '../../../web/components/refusal-box.tsx';
import { Table } from '../../../web/components/table.tsx';
import { formatTime } from '../../../web/format.ts';
import { Written } from '../../../web/components/written.tsx';
import type { Html } from '../../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../../web/page.ts';
import { LiveLine } from '../../live/live-line.tsx';
import { ballotForms, isCastHere } from '../ballot.ts';
import type { BallotDetails } from '../queries.ts';
import { ballotWords } from '../words.ts';

export interface BallotProps {
  readonly page: Page;
  readonly details: BallotDetails;
  /** The form that casts a vote, for those who may and have not. */
  readonly vote: Html | null;
  readonly messages: Html | null;
  /** Forms the reader may use: address and name of the deed. */
  readonly may: readonly { readonly href: string; readonly label: string }[];
  /** What was asked of a receipt, and whether it holds. */
  readonly receipt: { readonly typed: string; readonly holds: boolean } | null;
}

/** A decision box on a page of its own: the question, what it takes, one's vote, and how it ended. */
export function BallotView(props: BallotProps): Html {
  const { page, details, may } = props;
  const { lang } = page;
  const w = ballotWords(lang);
  const { ballot, item, meeting } = details;
  return (
    <>
      <PageHeading
        kicker={
          <a href={page.href(`/meetings/${meeting.number}/items/${item.number}`)}>
            {w.item(item.number, item.title)}
          </a>
        }
        title={<Written>{ballot.question}</Written>}
        tags={<BallotTag page={page} details={details} />}
        actions={
          may.length > 0 &&
          may.map((deed) => (
            <LinkButton href={deed.href} small>
              {deed.label}
            </LinkButton>
          ))
        }
      />
      <BallotSays page={page} details={details} />
      {ballot.closed_at === null && <LiveLine page={page} meeting={meeting.number} />}
      {props.messages}
      {ballot.closed_at === null && <MyVote {...props} />}
      {ballot.closed_at !== null && ballot.cancelled_reason === null && (
        <BallotCount page={page} details={details} />
      )}
      <Section title={w.rule}>
        <Facts
          facts={[
            [w.form, ballotForms[ballot.form][lang]],
            [w.turnout, w.of(details.voted, details.entitled)],
            [w.opened, formatTime(ballot.opened_at, lang)],
            [w.closes, ballot.closes_at && formatTime(ballot.closes_at, lang)],
            [w.closedAt, ballot.closed_at && formatTime(ballot.closed_at, lang)],
            [w.rule, <RuleLink page={page} edition={ballot.edition} rule={ballot.rule} />],
          ]}
        />
      </Section>
      {details.votes && <HowEach page={page} details={details} votes={details.votes} />}
      {isCastHere(ballot.form) && <Receipt {...props} />}
    </>
  );
}

/** Open, closed or called off, as a word. */
export function BallotTag({ page, details: { ballot } }: Pick<BallotProps, 'page' | 'details'>): Html {
  const w = ballotWords(page.lang);
  if (ballot.cancelled_reason !== null) return <Tag tone="warning">{w.cancelled}</Tag>;
  return ballot.closed_at === null ? <Tag tone="accent">{w.open}</Tag> : <Tag>{w.closed}</Tag>;
}

/** The one sentence of a box, kept up to date while it is open, and the warning where it cannot be secret. */
export function BallotSays({ page, details }: Pick<BallotProps, 'page' | 'details'>): Html {
  const { lang } = page;
  return (
    <>
      <p class="ballot-says" aria-live="polite" data-live={`ballot-${details.ballot.id}`}>
        {details.says[lang]}
      </p>
      {details.warning && (
        <Notice lang={lang} tone="warning" title={ballotWords(lang).warning}>
          {details.warning[lang]}
        </Notice>
      )}
    </>
  );
}

function MyVote({ page, details, vote }: BallotProps): Html {
  const w = ballotWords(page.lang);
  const { ballot, mine } = details;
  if (!isCastHere(ballot.form))
    return (
      <p class="muted" id="vote">
        {w.inRoom}
      </p>
    );
  return (
    <Section title={w.yourVote} id="vote" card>
      {vote ?? <p>{mine === null ? w.notVoter : mine.voted ? myAnswer(page, details) : w.missed}</p>}
      {ballot.form === 'secret' && vote && <p class="muted">{w.secretHow}</p>}
    </Section>
  );
}

/** What one's own vote says: that it is there, and of a vote by name also how. */
function myAnswer(page: Page, { ballot, mine, choices }: BallotDetails): string {
  const w = ballotWords(page.lang);
  if (ballot.form === 'secret') return w.youVotedSecretly;
  const chosen = choices.filter(({ key }) => mine?.choices?.includes(key));
  return w.youVotedFor(chosen.map(({ label }) => label[page.lang]).join(', '));
}

/** The count of a closed box. */
export function BallotCount({ page, details }: Pick<BallotProps, 'page' | 'details'>): Html {
  const w = ballotWords(page.lang);
  return (
    <Section title={w.result}>
      <Table
        lang={page.lang}
        caption={w.result}
        hideCaption
        rows={details.choices}
        columns={[
          { head: w.choice, names: true, cell: ({ label }) => label[page.lang] },
          { head: w.votes, numeric: true, cell: ({ counted }) => String(counted ?? 0) },
        ]}
      />
      {details.mine?.voted && <p class="muted">{myAnswer(page, details)}</p>}
    </Section>
  );
}

function HowEach({
  page,
  details,
  votes,
}: {
  page: Page;
  details: BallotDetails;
  votes: NonNullable<BallotDetails['votes']>;
}): Html {
  const w = ballotWords(page.lang);
  const label = (key: string) =>
    details.choices.find((choice) => choice.key === key)?.label[page.lang] ?? key;
  return (
    <Section title={w.howEach}>
      <Table
        lang={page.lang}
        caption={w.howEach}
        hideCaption
        rows={votes}
        columns={[
          {
            head: w.voter,
            names: true,
            cell: ({ person }) => <a href={page.href(`/people/${person.id}`)}>{person.name}</a>,
          },
          {
            head: w.choice,
            cell: ({ choices }) => (choices === null ? w.silent : choices.map(label).join(', ')),
          },
        ]}
      />
    </Section>
  );
}

/** Asks whether a receipt is one of this box: says that a vote was received, never what it says. */
function Receipt({ page, details, receipt }: BallotProps): Html {
  const w = ballotWords(page.lang);
  return (
    <Section title={w.checkReceipt} intro={w.receiptHint}>
      <form class="form form-inline" method="get" action={page.href(`/ballots/${details.ballot.id}`)}>
        <div class="ds-field">
          <label class="ds-label" for="receipt">
            {w.receipt}
          </label>
          <input
            class="ds-input"
            id="receipt"
            name="receipt"
            value={receipt?.typed ?? ''}
            autocomplete="off"
          />
        </div>
        <Button variant="secondary">{w.check}</Button>
      </form>
      {receipt && (
        <Notice lang={page.lang} tone={receipt.holds ? 'success' : 'warning'}>
          {receipt.holds ? w.receiptGood : w.receiptBad}
        </Notice>
      )}
    </Section>
  );
}
