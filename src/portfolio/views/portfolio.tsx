import { stages, type Stage } from '../../../rulebook/vocabulary.ts';
import type { Level } from '../../../rulebook/rule.ts';
import { dateOf } from '../../lib/time.ts';
import { LevelBadge, Light, Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PageHeading } from '../../web/components/heading.tsx';
import { OrganisationLink } from '../../web/components/link.tsx';
import { Filters, FilterSelect, FilterText, Pagination } from '../../web/components/list-tools.tsx';
import { Table, type Column } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { endings } from '../frame.ts';
import { mostCounted, usualOrder, type InitiativeSummary, type Order, type Sort } from '../list-queries.ts';
import type { StandingInList } from '../standings.ts';
import { portfolioWords } from '../words.ts';

export type Portfolio = 'projects' | 'products';

export interface PortfolioRow extends InitiativeSummary, StandingInList {}

export interface PortfolioProps {
  readonly page: Page;
  readonly portfolio: Portfolio;
  readonly rows: readonly PortfolioRow[];
  /** How many there are; one more than `mostCounted` for more than that. */
  readonly total: number;
  readonly levels: readonly Level[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: {
    readonly q?: string | undefined;
    readonly level?: string | undefined;
    readonly stage?: Stage | undefined;
    readonly organisation?: string | undefined;
  };
  readonly sort: Sort;
  readonly order: Order;
  readonly nextHref: string | undefined;
  /** Not the first page of the list. */
  readonly further: boolean;
  readonly mayRegister: boolean;
}

/** What a portfolio shows when no stage is chosen, and the stages it can be narrowed to. */
export const stagesOf = {
  projects: {
    all: ['idea', 'concept', 'project'],
    choices: ['idea', 'concept', 'project', 'retired'],
    ended: ['withdrawn', 'rejected', 'closed'],
  },
  products: { all: ['product'], choices: ['retired'], ended: ['retired'] },
} as const satisfies Record<
  Portfolio,
  { all: readonly Stage[]; choices: readonly Stage[]; ended: readonly string[] }
>;

/** The address of a portfolio with filters and sorting; what is usual is left out. */
export function portfolioAddress(
  portfolio: Portfolio,
  asked: PortfolioProps['chosen'] & { sort?: Sort; order?: Order; cursor?: string },
): string {
  const address = new URLSearchParams();
  for (const name of ['q', 'level', 'stage', 'organisation'] as const)
    if (asked[name]) address.set(name, asked[name]);
  const sort = asked.sort ?? 'name';
  const order = asked.order ?? usualOrder(sort);
  if (sort !== 'name' || order !== 'asc') address.set('sort', sort);
  if (order !== usualOrder(sort)) address.set('order', order);
  if (asked.cursor) address.set('cursor', asked.cursor);
  const query = address.toString();
  return `/${portfolio}${query ? `?${query}` : ''}`;
}

/** One of the two portfolios: of projects, with the ideas and concepts on their way, and of products. */
export function PortfolioView(props: PortfolioProps): Html {
  const { page, portfolio, chosen, rows } = props;
  const w = portfolioWords(page.lang);
  const filtered = Object.values(chosen).some((value) => value !== undefined && value !== '');
  const isProjects = portfolio === 'projects';
  const register = props.mayRegister && (
    <LinkButton
      href={page.href(isProjects ? '/initiatives/new' : '/initiatives/new?origin=outside')}
      icon="plus"
      variant="primary"
    >
      {isProjects ? w.register : w.adopt}
    </LinkButton>
  );
  return (
    <>
      <PageHeading
        title={w[portfolio]}
        lead={isProjects ? w.projectsLead : w.productsLead}
        actions={register}
      />
      <PortfolioFilters {...props} filtered={filtered} />
      <Table
        lang={page.lang}
        caption={w[portfolio]}
        hideCaption
        rows={rows}
        columns={columnsOf(props)}
        empty={
          filtered || props.further ? (
            <EmptyState
              title={w.noneFound}
              why={w.noneFoundWhy}
              action={<LinkButton href={page.href(`/${portfolio}`)}>{w[portfolio]}</LinkButton>}
            />
          ) : (
            <EmptyState
              title={isProjects ? w.noProjects : w.noProducts}
              why={isProjects ? w.noProjectsWhy : w.noProductsWhy}
            />
          )
        }
      />
      {rows.length > 0 && (
        <Pagination
          lang={page.lang}
          shown={rows.length}
          total={Math.min(props.total, mostCounted)}
          over={props.total > mostCounted}
          firstHref={
            props.further
              ? page.href(portfolioAddress(portfolio, { ...chosen, sort: props.sort, order: props.order }))
              : undefined
          }
          nextHref={props.nextHref}
        />
      )}
    </>
  );
}

function PortfolioFilters(props: PortfolioProps & { filtered: boolean }): Html {
  const { page, portfolio, chosen } = props;
  const { lang } = page;
  const w = portfolioWords(lang);
  const stageName = (stage: Stage): string =>
    stage !== 'retired' ? stages[stage][lang] : portfolio === 'projects' ? w.endedProjects : w.endedProducts;
  return (
    <Filters
      lang={lang}
      action={page.href(`/${portfolio}`)}
      resetHref={props.filtered ? page.href(`/${portfolio}`) : undefined}
    >
      <FilterText name="q" label={w.search} value={chosen.q} />
      <FilterSelect
        name="stage"
        label={w.stage}
        value={chosen.stage}
        all={portfolio === 'projects' ? w.allProjects : w.allProducts}
        options={stagesOf[portfolio].choices.map((stage) => ({ value: stage, label: stageName(stage) }))}
      />
      <FilterSelect
        name="level"
        label={w.level}
        value={chosen.level}
        all={w.allLevels}
        options={[
          ...props.levels.map((level) => ({ value: level.id, label: level.name[lang] })),
          { value: 'none', label: w.notPlaced },
        ]}
      />
      <FilterSelect
        name="organisation"
        label={w.coordinator}
        value={chosen.organisation}
        all={w.allCoordinators}
        options={props.organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {props.sort !== 'name' && <input type="hidden" name="sort" value={props.sort} />}
      {props.order !== usualOrder(props.sort) && <input type="hidden" name="order" value={props.order} />}
    </Filters>
  );
}

function columnsOf(props: PortfolioProps): readonly Column<PortfolioRow>[] {
  const { page, portfolio, chosen } = props;
  const { lang } = page;
  const w = portfolioWords(lang);
  const shortName = new Map(props.levels.map((level) => [level.id, level.short[lang]]));
  const sortable = (sort: Sort) => {
    const isSorted = props.sort === sort;
    const order = isSorted ? (props.order === 'asc' ? 'desc' : 'asc') : usualOrder(sort);
    return {
      sortHref: page.href(portfolioAddress(portfolio, { ...chosen, sort, order })),
      sorted: isSorted ? ({ asc: 'ascending', desc: 'descending' } as const)[props.order] : undefined,
    };
  };
  return [
    {
      head: w.name,
      names: true,
      cell: (row) => <a href={page.href(`/initiatives/${row.slug}`)}>{row.name}</a>,
      ...sortable('name'),
    },
    {
      head: w.level,
      nowrap: true,
      cell: (row) => (
        <LevelBadge
          level={row.level}
          lang={lang}
          name={row.level === null ? undefined : shortName.get(row.level)}
        />
      ),
      ...sortable('level'),
    },
    ...(portfolio === 'projects' || chosen.stage === 'retired'
      ? [
          {
            head: w.stage,
            cell: (row: PortfolioRow) => <StageCell page={page} row={row} />,
            ...sortable('stage'),
          },
        ]
      : []),
    {
      head: w.standing,
      nowrap: true,
      cell: ({ standing }) =>
        standing && (
          <>
            <Light light={standing.light} lang={lang} />
            {standing.missing > 0 && <span class="muted">{`: ${w.missing(standing.missing)}`}</span>}
          </>
        ),
    },
    {
      head: w.coordinator,
      cell: (row) =>
        row.organisation_slug !== null &&
        row.organisation_name !== null && (
          <OrganisationLink
            page={page}
            organisation={{ id: row.organisation_slug, name: row.organisation_name }}
          />
        ),
    },
    { head: w.takesPart, numeric: true, cell: (row) => row.participants },
    ...(portfolio === 'products'
      ? [{ head: w.uses, numeric: true, cell: (row: PortfolioRow) => row.users }]
      : []),
    {
      head: w.since,
      nowrap: true,
      cell: (row) => <DateText date={dateOf(row.stage_since)} lang={lang} />,
      ...sortable('since'),
    },
  ];
}

function StageCell({ page, row }: { page: Page; row: PortfolioRow }): Html {
  const ending = row.ended_as === null ? undefined : endings[row.ended_as];
  return ending ? <Tag>{ending[page.lang]}</Tag> : <>{stages[row.stage][page.lang]}</>;
}
