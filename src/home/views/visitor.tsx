import { Written } from '../../web/components/written.tsx';
import type { Level } from '../../../rulebook/rule.ts';
import { outcomes, type Outcome } from '../../../rulebook/vocabulary.ts';
import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { Columns, PageHeading, Section } from '../../web/components/heading.tsx';
import { Table } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import { formatNumber } from '../../web/format.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import { MeetingTable } from '../../meetings/meeting-table.tsx';
import type { MeetingSummary } from '../../meetings/queries.ts';
import { meetingWords } from '../../meetings/words.ts';
import type { Page } from '../../web/page.ts';
import { homeWords } from '../words.ts';
import { capital } from '../../lib/capital.ts';

/** A decision as the front page tells it. */
export interface Decided {
  readonly number: number;
  readonly case_number: number;
  readonly question: string;
  readonly outcome: string;
  readonly decided_on: string;
  readonly body_name: string;
  readonly body_slug: string;
}

export interface VisitorProps {
  readonly page: Page;
  readonly levels: readonly Level[];
  readonly products: ReadonlyMap<string | null, number>;
  readonly decisions: readonly Decided[];
  /** The next meetings whose agenda is public. */
  readonly meetings: readonly MeetingSummary[];
}

/** What a visitor is told: what this is, its products, what was decided last, how to sign in. */
export function VisitorView({ page, levels, products, decisions, meetings }: VisitorProps): Html {
  const { lang } = page;
  const w = homeWords(lang);
  return (
    <>
      <PageHeading
        title={page.community.name}
        lead={w.about(page.community.name)}
        actions={
          <LinkButton href={page.href('/sign-in')} variant="primary">
            {w.signIn}
          </LinkButton>
        }
      />
      <Columns aside>
        <div>
          <Section title={w.products} intro={w.productsLead}>
            <ul class="doors">
              {[
                ...levels.map((level) => ({ id: level.id, name: level.name[lang], says: level.says[lang] })),
                null,
              ].map((level) => (
                <Door page={page} level={level} count={products.get(level?.id ?? null) ?? 0} />
              ))}
            </ul>
          </Section>
          <Section
            title={meetingWords(lang).nextMeetings}
            actions={<a href={page.href('/meetings')}>{meetingWords(lang).all}</a>}
          >
            <MeetingTable
              page={page}
              caption={meetingWords(lang).nextMeetings}
              items={meetings}
              empty={
                <EmptyState title={meetingWords(lang).nonePublic} why={meetingWords(lang).nonePublicWhy} />
              }
            />
          </Section>
          <Section
            title={w.decisions}
            actions={<a href={page.href('/cases?status=decided')}>{w.allDecisions}</a>}
          >
            <DecisionsTable page={page} decisions={decisions} />
          </Section>
        </div>
        <div>
          <Section title={w.signIn}>
            <p>{w.signInWhy}</p>
            {page.community.demo && <p>{w.signInDemo}</p>}
          </Section>
          <Section title={w.see}>
            <ul>
              <li>
                <a href={page.href('/projects')}>{w.seeProjects}</a>
              </li>
              <li>
                <a href={page.href('/rulebook')}>{w.seeRules}</a>
              </li>
              <li>
                <a href={page.href('/members')}>{w.seeMembers}</a>
              </li>
            </ul>
          </Section>
        </div>
      </Columns>
    </>
  );
}

/** One level with its number of products; the whole of it leads there. */
function Door({
  page,
  level,
  count,
}: {
  page: Page;
  level: { id: string; name: string; says: string } | null;
  count: number;
}): Html {
  const w = homeWords(page.lang);
  if (count === 0) return <></>;
  return (
    <li>
      <a href={page.href(`/products?level=${level?.id ?? 'none'}`)}>{level?.name ?? w.notPlaced}</a>
      <strong class="numeric">{w.count(formatNumber(count, page.lang))}</strong>
      {level && <span class="muted">{level.says}</span>}
    </li>
  );
}

function DecisionsTable({ page, decisions }: { page: Page; decisions: readonly Decided[] }): Html {
  const { lang } = page;
  const w = homeWords(lang);
  return (
    <Table
      lang={lang}
      caption={w.decisions}
      hideCaption
      rows={decisions}
      columns={[
        {
          head: w.what,
          names: true,
          cell: (row) => (
            <a href={page.href(`/cases/${row.case_number}#decision-${row.number}`)}>
              <Written>{row.question}</Written>
            </a>
          ),
        },
        {
          head: w.outcome,
          cell: (row) => {
            const word = outcomes[row.outcome as Outcome][lang];
            return <Tag>{capital(word)}</Tag>;
          },
        },
        {
          head: w.body,
          cell: (row) => <a href={page.href(`/bodies/${row.body_slug}`)}>{row.body_name}</a>,
        },
        { head: w.date, nowrap: true, cell: (row) => <DateText date={row.decided_on} lang={lang} /> },
      ]}
      empty={<EmptyState title={w.decisionsNone} why={w.decisionsNoneWhy} />}
    />
  );
}
