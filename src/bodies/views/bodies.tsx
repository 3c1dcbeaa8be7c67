import { bodyKinds, type BodyKind } from '../../../rulebook/vocabulary.ts';
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
  const kinds = (Object.keys(bodyKinds) as BodyKind[]).filter((kind) =>
    items.some((item) => item.kind === kind),
  );
  return (
    <>
      <PageHeading
        title={w.title}
        lead={w.lead}
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
      {kinds.map((kind) => (
        <Section title={w.kinds[kind]}>
          <BodyTable page={page} kind={kind} items={items.filter((item) => item.kind === kind)} />
        </Section>
      ))}
      {items.length > 0 && <Pagination lang={lang} shown={items.length} total={total} nextHref={nextHref} />}
    </>
  );
}

function BodyTable({ page, kind, items }: { page: Page; kind: BodyKind; items: readonly BodyItem[] }): Html {
  const { lang } = page;
  const w = bodyWords(lang);
  return (
    <Table
      lang={lang}
      caption={w.kinds[kind]}
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
        { head: w.chair, cell: (item) => <Chair page={page} chair={item.chair} /> },
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

/** The chair by name for those who are signed in; visitors are told of the organisation. */
function Chair({ page, chair }: { page: Page; chair: Holder | null }): Html {
  const w = bodyWords(page.lang);
  if (chair === null) return <span class="muted">{w.noChair}</span>;
  if (chair.person !== null) return <PersonLink page={page} person={chair.person} />;
  return chair.organisation === null ? (
    <span>{w.filled}</span>
  ) : (
    <OrganisationLink page={page} organisation={chair.organisation} />
  );
}
