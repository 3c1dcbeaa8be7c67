import { titledUnder } from '../../rules/community.ts';
import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PageHeading } from '../../web/components/heading.tsx';
import { OrganisationLink, PersonLink } from '../../web/components/link.tsx';
import { Filters, FilterSelect, FilterText, Pagination } from '../../web/components/list-tools.tsx';
import { Table } from '../../web/components/table.tsx';
import { commonWords } from '../../web/common-words.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { placeText } from '../places.ts';
import type { PersonFilter, PersonItem } from '../queries.ts';
import { peopleWords } from '../words.ts';

export interface PeopleProps {
  readonly page: Page;
  readonly items: readonly PersonItem[];
  readonly total: number;
  readonly chosen: PersonFilter;
  /** Those that have people. */
  readonly organisations: readonly { readonly value: string; readonly label: string }[];
  readonly addresses: boolean;
  readonly nextHref: string | undefined;
  readonly mayRegister: boolean;
}

/** The people of the community, in Danish order, with what they are today. */
export function PeopleView(props: PeopleProps): Html {
  const { page, chosen } = props;
  const { lang } = page;
  const w = peopleWords(lang);
  const filtered = Object.values(chosen).some((value) => value !== undefined && value !== '');
  return (
    <>
      <PageHeading
        title={w.title}
        lead={w.lead}
        actions={
          props.mayRegister && (
            <>
              <a href={page.href('/letters')}>{w.outbox}</a>
              <LinkButton href={page.href('/people/new')} icon="plus">
                {w.register}
              </LinkButton>
            </>
          )
        }
      />
      <Filters
        lang={lang}
        action={page.href('/people')}
        resetHref={filtered ? page.href('/people') : undefined}
      >
        <FilterText name="q" label={props.addresses ? w.searchBoth : w.search} value={chosen.q} />
        <FilterSelect
          name="organisation"
          label={commonWords(lang).organisation}
          value={chosen.organisation}
          all={w.allOrganisations}
          options={props.organisations}
        />
        <FilterSelect
          name="state"
          label={w.state}
          value={chosen.state}
          all={w.states.open}
          options={[{ value: 'closed', label: w.states.closed }]}
        />
      </Filters>
      <Table
        lang={lang}
        caption={w.caption}
        hideCaption
        rows={props.items}
        columns={[
          { head: w.name, names: true, cell: (row) => <PersonLink page={page} person={row} /> },
          {
            head: commonWords(lang).organisation,
            cell: (row) =>
              row.organisation && (
                <OrganisationLink
                  page={page}
                  organisation={{ id: row.organisation.slug, name: row.organisation.name }}
                />
              ),
          },
          { head: w.is, cell: (row) => <Is row={row} page={page} /> },
          ...(props.addresses ? [{ head: w.email, cell: (row: PersonItem) => row.email }] : []),
        ]}
        empty={
          <EmptyState title={filtered ? w.noneFound : w.none} why={filtered ? w.noneFoundWhy : w.noneWhy} />
        }
      />
      {props.items.length > 0 && (
        <Pagination lang={lang} shown={props.items.length} total={props.total} nextHref={props.nextHref} />
      )}
    </>
  );
}

function Is({ row, page }: { row: PersonItem; page: Page }): Html {
  const { lang } = page;
  const w = peopleWords(lang);
  if (row.closedOn !== null && row.closedOn <= page.today) return <Tag>{w.closed}</Tag>;
  if (row.operator) return <span class="muted">{w.operator}</span>;
  if (row.places.length === 0) return <span class="muted">{w.nothing}</span>;
  const shown = row.places
    .slice(0, 4)
    .map((place) => placeText(titledUnder(page.community.edition), place)[lang]);
  const more = row.places.length - shown.length;
  return <>{[...shown, ...(more > 0 ? [w.more(more)] : [])].join('; ')}</>;
}
