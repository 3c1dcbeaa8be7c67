import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/heading.tsx';
import { InitiativeFrame, type FrameFacts } from '../../web/components/initiative-frame.tsx';
import { Table } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { CaseSummary } from '../queries.ts';
import type { DecisionReading } from '../reading.ts';
import { caseWords } from '../words.ts';
import { caseColumns } from './cases.tsx';
import { kindName, OutcomeTag } from './marks.tsx';
import { capital } from '../../lib/capital.ts';

export interface InitiativeCasesProps {
  readonly page: Page;
  readonly initiative: FrameFacts;
  readonly open: readonly CaseSummary[];
  readonly decisions: readonly DecisionReading[];
  /** Questions the reader may put before a body: address and name. */
  readonly start: readonly { readonly href: string; readonly label: string }[];
}

/** What waits in an initiative, and what has been decided on it. */
export function InitiativeCasesView({
  page,
  initiative,
  open,
  decisions,
  start,
}: InitiativeCasesProps): Html {
  const { lang } = page;
  const w = caseWords(lang);
  return (
    <InitiativeFrame page={page} initiative={initiative} tab="cases">
      <Section title={w.open}>
        <Table
          lang={lang}
          caption={w.open}
          hideCaption
          rows={open}
          columns={caseColumns(page).filter((column) => column.head !== w.initiative)}
          empty={<EmptyState title={w.noOpen} why={w.noOpenWhy} />}
        />
      </Section>
      {start.length > 0 && (
        <Section title={w.start} intro={w.startIntro}>
          <div class="actions">
            {start.map(({ href, label }) => (
              <LinkButton href={href} small>
                {capital(label)}
              </LinkButton>
            ))}
          </div>
        </Section>
      )}
      <Section title={w.decidedSoFar}>
        <Decisions page={page} decisions={decisions} />
      </Section>
    </InitiativeFrame>
  );
}

function Decisions({ page, decisions }: { page: Page; decisions: readonly DecisionReading[] }): Html {
  const { lang } = page;
  const w = caseWords(lang);
  return (
    <Table
      lang={lang}
      caption={w.decidedSoFar}
      hideCaption
      rows={decisions}
      rowTone={({ row }) => (row.corrected_by === null ? undefined : 'muted')}
      columns={[
        {
          head: w.question,
          names: true,
          cell: ({ row }) => (
            <a href={page.href(`/cases/${row.case_number}#decision-${row.number}`)}>{row.question}</a>
          ),
        },
        { head: w.kind, cell: ({ row }) => capital(kindName(row.case_kind)[lang]) },
        { head: w.outcome, cell: ({ row }) => <OutcomeTag outcome={row.outcome} page={page} /> },
        {
          head: w.effects,
          cell: ({ effects, row }) => (
            <>
              {row.corrected_by === null
                ? effects.slice(0, -1).map((effect) => <div>{effect[lang]}</div>)
                : w.correctedBy(row.corrected_by)}
            </>
          ),
        },
        {
          head: w.body,
          cell: ({ row }) => <a href={page.href(`/bodies/${row.body_slug}`)}>{row.body_name}</a>,
        },
        { head: w.date, nowrap: true, cell: ({ row }) => <DateText date={row.decided_on} lang={lang} /> },
      ]}
      empty={<EmptyState title={w.noDecided} why={w.noDecidedWhy} />}
    />
  );
}
