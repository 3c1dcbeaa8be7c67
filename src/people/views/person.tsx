import { titledUnder } from '../../rules/community.ts';
import { roleTitle } from '../../../rulebook/titles.ts';
import { bodyKinds, initiativeRoles } from '../../../rulebook/vocabulary.ts';
import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState, Facts } from '../../web/components/facts.tsx';
import { Columns, PageHeading, Section } from '../../web/components/heading.tsx';
import { OrganisationLink } from '../../web/components/link.tsx';
import { Table, type Column } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import { commonWords } from '../../web/common-words.ts';
import type { Child, Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { languages, qualifications } from '../vocabulary.ts';
import type { PersonDetails } from '../queries.ts';
import { peopleWords } from '../words.ts';

export interface PersonProps {
  readonly page: Page;
  readonly person: PersonDetails;
  /** Forms the reader may use. */
  readonly may: readonly { readonly href: string; readonly label: string }[];
  /** Sessions, tokens and passkeys, on one's own page. */
  readonly own?: Child;
}

/** One person: where employed, seats and roles now and earlier; on one's own page also the ways in. */
export function PersonView({ page, person, may, own }: PersonProps): Html {
  const { lang } = page;
  const w = peopleWords(lang);
  return (
    <>
      <PageHeading
        kicker={page.viewer?.id === person.id && w.ownPage}
        title={person.name}
        tags={
          person.closedOn !== null && person.closedOn <= page.today && <Tag tone="warning">{w.closed}</Tag>
        }
        lead={person.operator && w.operator}
        actions={
          may.length > 0 &&
          may.map((deed) => (
            <LinkButton href={deed.href} small>
              {deed.label}
            </LinkButton>
          ))
        }
      />
      <Columns aside>
        <div>
          {!person.operator && <Seats page={page} seats={person.seats} />}
          {!person.operator && <Appointments page={page} appointments={person.appointments} />}
          {own}
        </div>
        <div>
          <Section title={w.facts}>
            <Facts
              facts={[
                [
                  commonWords(lang).organisation,
                  person.organisation && (
                    <OrganisationLink
                      page={page}
                      organisation={{ id: person.organisation.slug, name: person.organisation.name }}
                    />
                  ),
                ],
                [w.email, person.email],
                [w.language, person.language && languages[person.language as keyof typeof languages][lang]],
                [w.closedOn, person.closedOn && <DateText date={person.closedOn} lang={lang} />],
              ]}
            />
          </Section>
        </div>
      </Columns>
    </>
  );
}

const period = <Row extends { from: string; to: string | null }>(page: Page): Column<Row>[] => {
  const words = commonWords(page.lang);
  return [
    { head: words.from, nowrap: true, cell: (row) => <DateText date={row.from} lang={page.lang} /> },
    {
      head: words.to,
      nowrap: true,
      cell: (row) =>
        row.to === null ? (
          <span class="muted">{words.stillOpen}</span>
        ) : (
          <>
            <DateText date={row.to} lang={page.lang} /> {row.to < page.today && <Tag>{words.ended}</Tag>}
          </>
        ),
    },
  ];
};

function Seats({ page, seats }: { page: Page; seats: PersonDetails['seats'] }): Html {
  const { lang } = page;
  const w = peopleWords(lang);
  const words = commonWords(lang);
  return (
    <Section title={w.seats} id="seats">
      <Table
        lang={lang}
        caption={w.seats}
        hideCaption
        rows={seats}
        rowTone={(row) => (row.to !== null && row.to < page.today ? 'muted' : undefined)}
        columns={[
          {
            head: w.body,
            names: true,
            cell: (row) => (
              <>
                <a href={page.href(`/bodies/${row.bodySlug}`)}>{row.body}</a>{' '}
                {row.initiative !== null && (
                  <span class="muted">{`${bodyKinds[row.bodyKind][lang]}, ${row.initiative}`}</span>
                )}
              </>
            ),
          },
          { head: words.role, cell: (row) => roleTitle(titledUnder(page.community.edition), row.role)[lang] },
          { head: words.vote, cell: (row) => (row.voting ? words.votes : words.noVote) },
          { head: words.appointedBy, wideOnly: true, cell: (row) => row.appointedBy },
          ...period<PersonDetails['seats'][number]>(page),
        ]}
        empty={<EmptyState title={w.noSeats} why={w.noSeatsWhy} />}
      />
    </Section>
  );
}

function Appointments({
  page,
  appointments,
}: {
  page: Page;
  appointments: PersonDetails['appointments'];
}): Html {
  const { lang } = page;
  const w = peopleWords(lang);
  return (
    <Section title={w.appointments} id="appointments">
      <Table
        lang={lang}
        caption={w.appointments}
        hideCaption
        rows={appointments}
        rowTone={(row) => (row.to !== null && row.to < page.today ? 'muted' : undefined)}
        columns={[
          {
            head: w.initiative,
            names: true,
            cell: (row) => <a href={page.href(`/initiatives/${row.initiativeSlug}`)}>{row.initiative}</a>,
          },
          { head: commonWords(lang).role, cell: (row) => initiativeRoles[row.role][lang] },
          {
            head: w.qualification,
            cell: (row) => (
              <>
                {qualifications[row.qualification as keyof typeof qualifications][lang]}
                {row.qualificationNote !== '' && (
                  <>
                    {' '}
                    <span class="muted">{row.qualificationNote}</span>
                  </>
                )}
              </>
            ),
          },
          ...period<PersonDetails['appointments'][number]>(page),
        ]}
        empty={<EmptyState title={w.noAppointments} why={w.noAppointmentsWhy} />}
      />
    </Section>
  );
}
