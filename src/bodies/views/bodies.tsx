import type { BodyKind } from '../../../rulebook/vocabulary.ts';
import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { OrganisationLink, PersonLink } from '../../web/components/link.tsx';
import { Filters, FilterSelect, FilterText, Pagination } from '../../web/components/list-tools.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { bodyStates } from '../body-states.ts';
import type { BodyItem, Holder } from '../queries.ts';
import { indispensable } from '../refusals.ts';
import { bodyWords } from '../words.ts';

export interface BodiesProps {
  readonly page: Page;
  readonly items: readonly BodyItem[];
  readonly total: number;
  readonly chosen: {
    readonly kind?: string | undefined;
    readonly q?: string | undefined;
    readonly state?: string | undefined;
    readonly initiative?: string | undefined;
  };
  readonly filtered: boolean;
  readonly nextHref: string | undefined;
  readonly establishHref: string | null;
  readonly establishLabel: string;
}

/** Every body, by kind: how many sit there, who leads it, and what is wrong. */
export function BodiesView(props: BodiesProps): Html {
  const { page, items, total, chosen, filtered, nextHref, establishHref } = props;
  const { lang } = page;
  const w = bodyWords(lang);
  const sections = [
    { title: w.association, of: items.filter((item) => indispensable.includes(item.kind)) },
    ...(Object.keys(w.kinds) as BodyKind[])
      .filter((kind) => !indispensable.includes(kind))
      .map((kind) => ({ title: w.kinds[kind], of: items.filter((item) => item.kind === kind) })),
  ];
  return (
    <>
      <PageHeading
        title={w.title}
        lead={w.intro}
        actions={
          establishHref !== null && <LinkButton href={establishHref}>{props.establishLabel}</LinkButton>
        }
      />
      <Filters
        lang={lang}
        action={page.href('/bodies')}
        resetHref={filtered ? page.href('/bodies') : undefined}
      >
        <FilterText name="q" label={w.search} value={chosen.q} />
        <FilterSelect
          name="kind"
          label={w.kind}
          value={chosen.kind}
          all={w.allKinds}
          options={Object.entries(w.kinds).map(([value, label]) => ({ value, label }))}
        />
        <FilterSelect
          name="state"
          label={w.state}
          value={chosen.state}
          all={bodyStates.open[lang]}
          options={(['closed', 'all'] as const).map((value) => ({ value, label: bodyStates[value][lang] }))}
        />
        <FilterText name="initiative" label={w.initiative} value={chosen.initiative} />
      </Filters>
      {items.length === 0 && (
        <EmptyState title={filtered ? w.none : w.nothing} why={filtered ? w.noneWhy : w.nothingWhy} />
      )}
      {sections
        .filter(({ of }) => of.length > 0)
        .map(({ title, of }) => (
          <Section title={title}>
            <BodyTable page={page} caption={title} items={of} />
          </Section>
        ))}
      {items.length > 0 && <Pagination lang={lang} shown={items.length} total={total} nextHref={nextHref} />}
    </>
  );
}

function BodyTable({
  page,
  caption,
  items,
}: {
  page: Page;
  caption: string;
  items: readonly BodyItem[];
}): Html {
  const { lang } = page;
  const w = bodyWords(lang);
  return (
    <Table
      lang={lang}
      caption={caption}
      hideCaption
      rows={items}
      columns={[
        {
          head: w.name,
          names: true,
          cell: (item) => (
            <>
              <a href={page.href(`/bodies/${item.slug}`)}>{item.name}</a>{' '}
              {item.closedOn !== null && item.closedOn <= page.today && <Tag>{w.closed}</Tag>}
            </>
          ),
        },
        ...(items.some((item) => item.initiative !== null)
          ? [
              {
                head: w.initiative,
                cell: (item: BodyItem) =>
                  item.initiative && (
                    <a href={page.href(`/initiatives/${item.initiative.slug}/bodies`)}>
                      {item.initiative.name}
                    </a>
                  ),
              },
            ]
          : []),
        { head: w.lead, cell: (item) => <Lead page={page} lead={item.lead} /> },
        { head: w.seatsToday, numeric: true, cell: (item) => item.seats },
        {
          head: w.findings,
          cell: (item) =>
            item.findings === 0 ? (
              <span class="muted">{w.noFindings}</span>
            ) : (
              <Tag tone="warning" icon="warning">
                {item.findings}
              </Tag>
            ),
        },
      ]}
    />
  );
}

/** Who leads the body, by name for those who are signed in; visitors are told of the organisation. */
function Lead({ page, lead }: { page: Page; lead: Holder | null }): Html {
  const w = bodyWords(page.lang);
  if (lead === null) return <span class="muted">{w.noLead}</span>;
  if (lead.person !== null) return <PersonLink page={page} person={lead.person} />;
  return lead.organisation === null ? (
    <span>{w.filled}</span>
  ) : (
    <OrganisationLink page={page} organisation={lead.organisation} />
  );
}
