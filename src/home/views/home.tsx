import { Told } from '../../web/components/written.tsx';
import { stages, type Verdict } from '../../../rulebook/vocabulary.ts';
import { LevelBadge, Light, Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { VerdictBar } from '../../web/components/count-bar.tsx';
import { Details, EmptyState } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { RuleLink } from '../../web/components/refusal-box.tsx';
import { Table } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import { formatSince } from '../../web/format.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { MeetingTable } from '../../meetings/meeting-table.tsx';
import type { MeetingSummary } from '../../meetings/queries.ts';
import { meetingWords } from '../../meetings/words.ts';
import type { MyInitiative } from '../queries.ts';
import type { Waiting } from '../waiting.ts';
import { homeWords } from '../words.ts';

/** As many rows as a reader takes in at once; the rest opens. */
const shownFirst = 12;

export interface HomeProps {
  readonly page: Page;
  readonly waiting: readonly Waiting[];
  readonly initiatives: readonly MyInitiative[];
  /** The next meetings the reader is called to. */
  readonly meetings: readonly MeetingSummary[];
  readonly operator: boolean;
  readonly mayRegister: boolean;
}

/** What waits for the reader, then the reader's initiatives. */
export function HomeView({ page, waiting, initiatives, meetings, operator, mayRegister }: HomeProps): Html {
  const w = homeWords(page.lang);
  const rest = waiting.slice(shownFirst);
  return (
    <>
      <PageHeading title={w.waits(waiting.length)} lead={waiting.length > 1 && w.waitsLead} />
      <div class="section">
        {waiting.length === 0 ? (
          <EmptyState title={w.none} why={operator ? w.noneOperator : w.noneWhy} />
        ) : (
          <WaitingTable page={page} rows={waiting.slice(0, shownFirst)} caption={w.waits(waiting.length)} />
        )}
        {rest.length > 0 && (
          <Details summary={w.more(rest.length)}>
            <WaitingTable page={page} rows={rest} caption={w.more(rest.length)} />
          </Details>
        )}
      </div>
      <Section
        title={meetingWords(page.lang).nextMeetings}
        actions={<a href={page.href('/meetings')}>{meetingWords(page.lang).all}</a>}
      >
        <MeetingTable
          page={page}
          caption={meetingWords(page.lang).nextMeetings}
          items={meetings}
          empty={
            <EmptyState
              title={meetingWords(page.lang).noneForMe}
              why={meetingWords(page.lang).noneForMeWhy}
            />
          }
        />
      </Section>
      <Section
        title={w.mine}
        actions={mayRegister && <LinkButton href={page.href('/initiatives/new')}>{w.newIdea}</LinkButton>}
      >
        <Mine page={page} rows={initiatives} />
      </Section>
    </>
  );
}

function WaitingTable({
  page,
  rows,
  caption,
}: {
  page: Page;
  rows: readonly Waiting[];
  caption: string;
}): Html {
  const { lang, today } = page;
  const w = homeWords(lang);
  return (
    <Table
      lang={lang}
      caption={caption}
      hideCaption
      rows={rows}
      rowTone={(row) => (row.due !== null && row.due < today ? 'danger' : undefined)}
      columns={[
        {
          head: w.what,
          names: true,
          cell: (row) => (
            <a href={page.href(row.href)}>
              <Told text={row.what} lang={lang} />
            </a>
          ),
        },
        {
          head: w.why,
          cell: (row) => (
            <>
              {row.why[lang]}{' '}
              {row.rule && <RuleLink page={page} edition={row.rule.edition} rule={row.rule.id} />}
            </>
          ),
        },
        {
          head: w.since,
          nowrap: true,
          cell: (row) => <time datetime={row.since}>{formatSince(row.since, today, lang)}</time>,
        },
        {
          head: w.due,
          cell: (row) => (
            <>
              <DateText date={row.due} lang={lang} />{' '}
              {row.due !== null && row.due < today && <Tag tone="danger">{w.late}</Tag>}
            </>
          ),
        },
        {
          head: w.act,
          hideHead: true,
          cell: (row) => (
            <LinkButton href={page.href(row.href)} small>
              {row.act[lang]}
              <span class="sr-only">
                : <Told text={row.what} lang={lang} />
              </span>
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

function Mine({ page, rows }: { page: Page; rows: readonly MyInitiative[] }): Html {
  const { lang } = page;
  const w = homeWords(lang);
  return (
    <Table
      lang={lang}
      caption={w.mine}
      hideCaption
      rows={rows}
      columns={[
        {
          head: w.name,
          names: true,
          cell: (row) => <a href={page.href(`/initiatives/${row.slug}`)}>{row.name}</a>,
        },
        { head: w.level, cell: (row) => <LevelBadge level={row.level} lang={lang} /> },
        { head: w.stage, cell: (row) => stages[row.stage][lang] },
        { head: w.requirements, cell: (row) => <Requirements page={page} row={row} /> },
        {
          head: w.light,
          cell: (row) =>
            row.standing ? (
              <>
                <Light light={row.standing.light} lang={lang} />
                <span class="muted">: {row.standing.says[lang]}</span>
              </>
            ) : (
              <span class="muted">—</span>
            ),
        },
      ]}
      empty={<EmptyState title={w.mineNone} why={w.mineNoneWhy} />}
    />
  );
}

function Requirements({ page, row }: { page: Page; row: MyInitiative }): Html {
  const w = homeWords(page.lang);
  const all = Object.values(row.counts).reduce((sum, n) => sum + n, 0);
  if (all === 0) return <span class="muted">—</span>;
  const met: readonly Verdict[] = ['met', 'explained', 'not-relevant'];
  return (
    <>
      <VerdictBar
        bare
        id={`mine-${row.slug}`}
        lang={page.lang}
        title={w.requirementsOf(row.name)}
        counts={row.counts}
      />
      <span class="muted">
        {w.met(
          met.reduce((sum, verdict) => sum + (row.counts[verdict] ?? 0), 0),
          all,
        )}
      </span>
    </>
  );
}
