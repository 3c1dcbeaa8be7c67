import { Written } from '../../web/components/written.tsx';
import { bodyKinds, decisionKinds } from '../../../rulebook/vocabulary.ts';
import { dateIn } from '../../lib/time.ts';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PageHeading } from '../../web/components/heading.tsx';
import { Filters, FilterSelect, FilterText, Pagination } from '../../web/components/list-tools.tsx';
import { Table, type Column } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { CaseSummary } from '../queries.ts';
import { caseWords } from '../words.ts';
import { kindName, StatusTag } from './marks.tsx';
import { capital } from '../../lib/capital.ts';

export interface CasesProps {
  readonly page: Page;
  readonly items: readonly CaseSummary[];
  readonly chosen: {
    readonly status: string;
    readonly awaits: string | undefined;
    readonly kind: string | undefined;
    readonly initiative: string | undefined;
  };
  readonly filtered: boolean;
  readonly nextHref: string | undefined;
  readonly mayOpen: boolean;
}

/** Every case: what waits, for which body, and since when. */
export function CasesView({ page, items, chosen, filtered, nextHref, mayOpen }: CasesProps): Html {
  const { lang } = page;
  const w = caseWords(lang);
  return (
    <>
      <PageHeading
        title={w.title}
        lead={w.lead}
        actions={mayOpen && <LinkButton href={page.href('/cases/new')}>{w.start}</LinkButton>}
      />
      <Filters
        lang={lang}
        action={page.href('/cases')}
        resetHref={filtered ? page.href('/cases') : undefined}
      >
        <FilterSelect
          name="status"
          label={w.status}
          value={chosen.status === 'waiting' ? undefined : chosen.status}
          all={w.statuses.waiting}
          options={(['draft', 'decided', 'withdrawn', 'all'] as const).map((value) => ({
            value,
            label: w.statuses[value],
          }))}
        />
        <FilterSelect
          name="awaits"
          label={w.awaits}
          value={chosen.awaits}
          all={w.allBodies}
          options={[
            ...(page.viewer ? [{ value: 'me', label: w.myBodies }] : []),
            ...(
              ['board', 'general-assembly', 'secretariat', 'steering-group', 'coordination-group'] as const
            ).map((value) => ({ value, label: capital(bodyKinds[value][lang]) })),
          ]}
        />
        <FilterSelect
          name="kind"
          label={w.kind}
          value={chosen.kind}
          all={w.allKinds}
          options={Object.entries(decisionKinds).map(([value, name]) => ({
            value,
            label: capital(name[lang]),
          }))}
        />
        <FilterText name="initiative" label={w.initiative} value={chosen.initiative} />
      </Filters>
      <Table
        lang={lang}
        caption={w.caption}
        hideCaption
        compact
        rows={items}
        columns={caseColumns(page)}
        empty={
          filtered ? (
            <EmptyState title={w.noneFound} why={w.noneFoundWhy} />
          ) : (
            <EmptyState title={w.none} why={w.noneWhy} />
          )
        }
      />
      {items.length > 0 && <Pagination lang={lang} shown={items.length} nextHref={nextHref} />}
    </>
  );
}

/** The columns of every list of cases. */
export function caseColumns(page: Page): Column<CaseSummary>[] {
  const { lang } = page;
  const w = caseWords(lang);
  return [
    {
      head: w.question,
      names: true,
      cell: (row) => (
        <a href={page.href(`/cases/${row.number}`)}>
          <Written>{row.question}</Written>
        </a>
      ),
    },
    {
      head: w.initiative,
      cell: (row) =>
        row.initiative_slug !== null && (
          <a href={page.href(`/initiatives/${row.initiative_slug}`)}>{row.initiative_name}</a>
        ),
    },
    { head: w.kind, cell: (row) => capital(kindName(row.kind)[lang]) },
    {
      head: w.awaits,
      cell: (row) =>
        row.body_slug === null ? (
          <span class="muted">—</span>
        ) : (
          <a href={page.href(`/bodies/${row.body_slug}`)}>{row.body_name}</a>
        ),
    },
    {
      head: w.status,
      cell: (row) => (
        <StatusTag
          page={page}
          status={row.status}
          since={row.awaits_since}
          postponedUntil={row.postponed_until}
        />
      ),
    },
    {
      head: w.since,
      nowrap: true,
      cell: (row) => (
        <DateText date={dateIn(Temporal.Instant.from(row.awaits_since ?? row.asked_at))} lang={lang} />
      ),
    },
  ];
}
