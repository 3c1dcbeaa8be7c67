import {
  initiativeRoles,
  participations,
  type InitiativeRole,
  type Participation,
} from '../../../rulebook/vocabulary.ts';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/heading.tsx';
import { OrganisationLink, PersonLink } from '../../web/components/link.tsx';
import { Table, type Column } from '../../web/components/table.tsx';
import { DateText, MoneyText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { qualifications } from '../../people/vocabulary.ts';
import { budgetPhases, fundings } from '../vocabulary.ts';
import { overviewWords } from '../words.ts';
import type { OverviewProps } from './overview.tsx';

interface Dated {
  readonly from_on: string;
  readonly to_on: string | null;
}

/** First and last day of something; what has no last day holds still. */
function period<Row extends Dated>(page: Page): readonly Column<Row>[] {
  const w = overviewWords(page.lang);
  return [
    { head: w.from, nowrap: true, cell: (row) => <DateText date={row.from_on} lang={page.lang} /> },
    {
      head: w.to,
      nowrap: true,
      cell: (row) =>
        row.to_on === null ? (
          <span class="muted">{w.current}</span>
        ) : (
          <DateText date={row.to_on} lang={page.lang} />
        ),
    },
  ];
}

const isOver = (row: Dated, today: string): boolean => row.to_on !== null && row.to_on < today;
const byNow = <Row extends Dated>(rows: readonly Row[], today: string): readonly Row[] =>
  rows.toSorted((a, b) => Number(isOver(a, today)) - Number(isOver(b, today)));

/** The organisations in an initiative and what each does there, over time; those of today first. */
export function Organisations({ page, initiative, details, may }: OverviewProps): Html {
  const { lang } = page;
  const w = overviewWords(lang);
  const rows = byNow(details.participants, page.today);
  type Row = (typeof rows)[number];
  return (
    <Section
      title={w.participants}
      actions={
        may.participants && (
          <LinkButton href={page.href(`/initiatives/${initiative.slug}/participants/new`)} icon="plus" small>
            {w.addParticipant}
          </LinkButton>
        )
      }
    >
      <Table<Row>
        lang={lang}
        caption={w.participants}
        hideCaption
        rows={rows}
        rowTone={(row) => (isOver(row, page.today) ? 'muted' : undefined)}
        columns={[
          {
            head: w.organisation,
            names: true,
            cell: (row) => (
              <OrganisationLink page={page} organisation={{ id: row.organisation_slug, name: row.name }} />
            ),
          },
          { head: w.role, cell: (row) => participations[row.role as Participation][lang] },
          ...period<Row>(page),
          ...(may.participants
            ? [
                {
                  head: w.end,
                  hideHead: true,
                  cell: (row: Row) =>
                    row.to_on === null && (
                      <a href={page.href(`/participations/${row.id}/end`)} aria-label={w.endOf(row.name)}>
                        {w.end}
                      </a>
                    ),
                },
              ]
            : []),
        ]}
        empty={<EmptyState title={w.noParticipants} why={w.noParticipantsWhy} />}
      />
    </Section>
  );
}

/** Who has been project owner and project manager; names are for those who are told them. */
export function Roles({ page, initiative, details, may }: OverviewProps): Html {
  const { lang } = page;
  const w = overviewWords(lang);
  if (!page.viewer?.seesPeople) return <></>;
  const rows = byNow(details.people, page.today);
  type Row = (typeof rows)[number];
  return (
    <Section
      title={w.people}
      actions={
        may.people && (
          <LinkButton href={page.href(`/initiatives/${initiative.slug}/people/new`)} icon="plus" small>
            {w.appoint}
          </LinkButton>
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={w.noPeople} why={w.noPeopleWhy} />
      ) : (
        <Table<Row>
          lang={lang}
          caption={w.people}
          hideCaption
          rows={rows}
          rowTone={(row) => (isOver(row, page.today) ? 'muted' : undefined)}
          columns={[
            {
              head: w.person,
              names: true,
              cell: (row) => <PersonLink page={page} person={{ id: row.person_id, name: row.name }} />,
            },
            {
              head: w.role,
              cell: (row) => (
                <>
                  {initiativeRoles[row.role as InitiativeRole][lang]}
                  {row.qualification !== 'none' && (
                    <span class="muted">
                      {`, ${qualifications[row.qualification as keyof typeof qualifications][lang]}`}
                    </span>
                  )}
                </>
              ),
            },
            ...period<Row>(page),
            ...(may.people
              ? [
                  {
                    head: w.end,
                    hideHead: true,
                    cell: (row: Row) =>
                      row.to_on === null && (
                        <a href={page.href(`/appointments/${row.id}/end`)} aria-label={w.endOf(row.name)}>
                          {w.end}
                        </a>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Section>
  );
}

/** The economy as proposed and approved, the newest first. */
export function Budgets({ page, details }: OverviewProps): Html {
  const { lang } = page;
  const w = overviewWords(lang);
  const rows = details.budgets;
  type Row = (typeof rows)[number];
  const approval = (number: number | null) =>
    number === null ? <span class="muted">{w.notApproved}</span> : w.approved(number);
  return (
    <Section title={w.economy}>
      <Table<Row>
        lang={lang}
        caption={w.economy}
        hideCaption
        rows={rows}
        rowTone={(row) => (row.replaced ? 'muted' : undefined)}
        columns={[
          {
            head: w.phase,
            names: true,
            cell: (row) => budgetPhases[row.phase as keyof typeof budgetPhases][lang],
          },
          { head: w.amount, numeric: true, cell: (row) => <MoneyText oere={row.amount_oere} lang={lang} /> },
          { head: w.funding, cell: (row) => fundings[row.funding as keyof typeof fundings][lang] },
          { head: w.steering, cell: (row) => approval(row.steering_decision) },
          { head: w.board, cell: (row) => approval(row.board_decision) },
        ]}
      />
    </Section>
  );
}
