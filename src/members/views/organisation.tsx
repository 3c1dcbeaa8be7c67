import { titledUnder } from '../../rules/community.ts';
import { roleTitle } from '../../../rulebook/titles.ts';
import {
  bodyKinds,
  participations,
  stages,
  type BodyKind,
  type Participation,
  type Stage,
} from '../../../rulebook/vocabulary.ts';
import { LevelBadge, Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState, Facts } from '../../web/components/facts.tsx';
import { Columns, PageHeading, Section } from '../../web/components/heading.tsx';
import { ExternalLink, PersonLink } from '../../web/components/link.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { Table, type Column } from '../../web/components/table.tsx';
import { commonWords } from '../../web/common-words.ts';
import { DateText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { organisationKinds } from '../organisation.ts';
import type { OrganisationDetails } from '../queries.ts';
import { memberWords } from '../words.ts';

export interface OrganisationProps {
  readonly page: Page;
  readonly organisation: OrganisationDetails;
  /** Forms the reader may use: address and name of the deed. */
  readonly may: readonly { readonly href: string; readonly label: string }[];
}

/** One organisation: membership, what it does in initiatives, its seats and people. */
export function OrganisationView({ page, organisation, may }: OrganisationProps): Html {
  const { lang } = page;
  const w = memberWords(lang);
  return (
    <>
      <PageHeading
        kicker={organisationKinds[organisation.kind][lang]}
        title={organisation.name}
        tags={
          organisation.closedOn !== null && organisation.closedOn <= page.today ? (
            <Tag tone="warning">{w.closed}</Tag>
          ) : organisation.memberFrom === null ? (
            <Tag>{w.notMember}</Tag>
          ) : (
            <Tag tone="success" icon="check">
              {w.isMember}
            </Tag>
          )
        }
        actions={
          may.length > 0 &&
          may.map((deed) => (
            <LinkButton href={deed.href} small>
              {deed.label}
            </LinkButton>
          ))
        }
      />
      {may.length > 0 &&
        organisation.warnings.map((warning) => (
          <Notice lang={lang} tone="warning">
            {warning[lang]}
          </Notice>
        ))}
      <Columns aside>
        <div>
          <Relations page={page} organisation={organisation} />
          <Seats page={page} organisation={organisation} />
          <People page={page} people={organisation.people} />
        </div>
        <div>
          <Section title={w.facts}>
            <Facts
              facts={[
                [w.region, organisation.region],
                [w.cvr, organisation.cvr],
                [w.municipalityCode, organisation.municipalityCode],
                [
                  w.website,
                  organisation.website && (
                    <ExternalLink page={page} href={organisation.website}>
                      {organisation.website}
                    </ExternalLink>
                  ),
                ],
                [w.closed, organisation.closedOn && <DateText date={organisation.closedOn} lang={lang} />],
              ]}
            />
          </Section>
          <Section title={w.memberships}>
            {organisation.memberships.length === 0 ? (
              <p class="muted">{w.noMembership}</p>
            ) : (
              <Periods page={page} rows={organisation.memberships} />
            )}
          </Section>
          {organisation.regions.length > 1 && (
            <Section title={w.regions}>
              <Periods
                page={page}
                rows={organisation.regions.map((row) => ({ ...row, label: row.region }))}
              />
            </Section>
          )}
        </div>
      </Columns>
    </>
  );
}

function Periods({
  page,
  rows,
}: {
  page: Page;
  rows: readonly { label?: string; from: string; to: string | null }[];
}): Html {
  const words = commonWords(page.lang);
  return (
    <ul>
      {rows.map((row) => (
        <li>
          {row.label && `${row.label}: `}
          <DateText date={row.from} lang={page.lang} /> –{' '}
          {row.to === null ? words.stillOpen : <DateText date={row.to} lang={page.lang} />}
        </li>
      ))}
    </ul>
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

/** Five relations, each a list of its own. */
function Relations({ page, organisation }: { page: Page; organisation: OrganisationDetails }): Html {
  const { lang } = page;
  const w = memberWords(lang);
  const of = (role: Participation) => organisation.participations.filter((row) => row.role === role);
  return (
    <Section
      title={w.relations}
      intro={organisation.participations.length > 0 ? w.relationsIntro : undefined}
    >
      {organisation.participations.length === 0 && (
        <EmptyState title={w.noRelations} why={w.noRelationsWhy} />
      )}
      {(Object.keys(participations) as Participation[])
        .filter((role) => of(role).length > 0)
        .map((role) => (
          <Table
            lang={lang}
            caption={`${w.relation[role]} (${of(role).length})`}
            rows={of(role)}
            rowTone={(row) => (row.to !== null && row.to < page.today ? 'muted' : undefined)}
            columns={[
              {
                head: w.initiative,
                names: true,
                cell: (row) => <a href={page.href(`/initiatives/${row.slug}`)}>{row.name}</a>,
              },
              { head: w.stage, cell: (row) => stages[row.stage as Stage][lang] },
              { head: w.level, cell: (row) => <LevelBadge level={row.level} lang={lang} /> },
              ...period<(typeof organisation.participations)[number]>(page),
            ]}
          />
        ))}
    </Section>
  );
}

function Seats({ page, organisation }: { page: Page; organisation: OrganisationDetails }): Html {
  const { lang } = page;
  const w = memberWords(lang);
  const words = commonWords(lang);
  return (
    <Section title={w.seats}>
      <Table
        lang={lang}
        caption={w.seats}
        hideCaption
        rows={organisation.seats}
        rowTone={(row) => (row.to !== null && row.to < page.today ? 'muted' : undefined)}
        columns={[
          {
            head: w.body,
            names: true,
            cell: (row) => (
              <>
                <a href={page.href(`/bodies/${row.bodySlug}`)}>{row.body}</a>{' '}
                <span class="muted">{bodyKinds[row.bodyKind as BodyKind][lang]}</span>
              </>
            ),
          },
          ...(organisation.people === null
            ? []
            : [
                {
                  head: words.person,
                  cell: (row: (typeof organisation.seats)[number]) => (
                    <PersonLink page={page} person={row.person} />
                  ),
                },
              ]),
          { head: words.role, cell: (row) => roleTitle(titledUnder(page.community.edition), row.role)[lang] },
          { head: words.vote, cell: (row) => (row.voting ? words.votes : words.noVote) },
          ...period<(typeof organisation.seats)[number]>(page),
        ]}
        empty={<EmptyState title={w.noSeats} why={w.noSeatsWhy} />}
      />
    </Section>
  );
}

function People({ page, people }: { page: Page; people: OrganisationDetails['people'] }): Html {
  const w = memberWords(page.lang);
  return (
    <Section title={w.people}>
      {people === null ? (
        <p>
          <a href={page.href(`/sign-in?next=${encodeURIComponent(page.path)}`)}>{w.peopleSignIn}</a>
        </p>
      ) : people.length === 0 ? (
        <EmptyState title={w.noPeople} why={w.noPeopleWhy} />
      ) : (
        <ul>
          {people.map((person) => (
            <li>
              <PersonLink page={page} person={person} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
