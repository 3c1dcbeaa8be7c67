import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PageHeading } from '../../web/components/heading.tsx';
import { OrganisationLink } from '../../web/components/link.tsx';
import { Filters, FilterSelect, FilterText, Pagination } from '../../web/components/list-tools.tsx';
import { Table } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { memberStates, organisationKinds } from '../organisation.ts';
import type { OrganisationItem } from '../queries.ts';
import { memberWords } from '../words.ts';

export interface MembersProps {
  readonly page: Page;
  readonly items: readonly OrganisationItem[];
  readonly total: number;
  readonly regions: readonly string[];
  readonly chosen: {
    readonly kind?: string | undefined;
    readonly region?: string | undefined;
    readonly member: string;
    readonly q?: string | undefined;
  };
  readonly filtered: boolean;
  readonly nextHref: string | undefined;
  readonly mayRegister: boolean;
  /** Names of people are for those signed in. */
  readonly seesPeople: boolean;
}

/** The organisations of the community, in Danish order. */
export function MembersView(props: MembersProps): Html {
  const { page, chosen } = props;
  const { lang } = page;
  const w = memberWords(lang);
  const choices = (table: Readonly<Record<string, { da: string; en: string }>>) =>
    Object.entries(table).map(([value, label]) => ({ value, label: label[lang] }));
  return (
    <>
      <PageHeading
        title={w.title}
        lead={w.lead}
        actions={
          (props.seesPeople || props.mayRegister) && (
            <>
              {props.seesPeople && <a href={page.href('/people')}>{w.seePeople}</a>}
              {props.mayRegister && (
                <LinkButton href={page.href('/members/new')} icon="plus">
                  {lang === 'da' ? 'Registrér organisation' : 'Register an organisation'}
                </LinkButton>
              )}
            </>
          )
        }
      />
      <Filters
        lang={lang}
        action={page.href('/members')}
        resetHref={props.filtered ? page.href('/members') : undefined}
      >
        <FilterText name="q" label={w.search} value={chosen.q} />
        <FilterSelect
          name="kind"
          label={w.kind}
          value={chosen.kind}
          all={w.allKinds}
          options={choices(organisationKinds)}
        />
        <FilterSelect
          name="region"
          label={w.region}
          value={chosen.region}
          all={w.allRegions}
          options={props.regions.map((region) => ({ value: region, label: region }))}
        />
        <FilterSelect
          name="member"
          label={w.member}
          value={chosen.member}
          all={memberStates.now[lang]}
          options={[
            ...choices(memberStates).filter(({ value }) => value !== 'now'),
            { value: 'all', label: w.everyone },
          ]}
        />
      </Filters>
      <Table
        lang={lang}
        caption={w.caption}
        hideCaption
        rows={props.items}
        columns={[
          {
            head: w.name,
            names: true,
            cell: (row) => <OrganisationLink page={page} organisation={{ id: row.slug, name: row.name }} />,
          },
          { head: w.kind, cell: (row) => organisationKinds[row.kind][lang] },
          { head: w.region, cell: (row) => row.region },
          { head: w.cvr, nowrap: true, wideOnly: true, cell: (row) => row.cvr },
          {
            head: w.memberFrom,
            nowrap: true,
            cell: (row) =>
              row.memberFrom === null ? (
                <span class="muted">{w.notMember}</span>
              ) : (
                <DateText date={row.memberFrom} lang={lang} />
              ),
          },
        ]}
        empty={
          <EmptyState
            title={props.filtered ? w.noneFound : w.none}
            why={props.filtered ? w.noneFoundWhy : w.noneWhy}
          />
        }
      />
      {props.items.length > 0 && (
        <Pagination lang={lang} shown={props.items.length} total={props.total} nextHref={props.nextHref} />
      )}
    </>
  );
}
