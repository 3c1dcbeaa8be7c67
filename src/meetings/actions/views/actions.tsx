import { Tag } from '../../../web/components/badge.tsx';
import { EmptyState } from '../../../web/components/facts.tsx';
import { PageHeading } from '../../../web/components/heading.tsx';
import { PersonLink } from '../../../web/components/link.tsx';
import { Filters, FilterSelect, Pagination } from '../../../web/components/list-tools.tsx';
import { Table } from '../../../web/components/table.tsx';
import { DateText } from '../../../web/components/text.tsx';
import type { Html } from '../../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../../web/page.ts';
import { minutesWords } from '../../minutes/words.ts';
import { actionStatuses } from '../action.ts';
import type { ActionRow } from '../queries.ts';

export interface ActionsProps {
  readonly page: Page;
  readonly items: readonly ActionRow[];
  readonly bodies: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: {
    readonly body?: string | undefined;
    readonly state: 'open' | 'ended';
    readonly mine: boolean;
  };
  /** Ids of those the reader may end. */
  readonly mayEnd: ReadonlySet<string>;
  readonly nextHref: string | undefined;
}

/** Actions from meetings: open ones, or ended ones. */
export function ActionsView(props: ActionsProps): Html {
  const { page, chosen } = props;
  const { lang } = page;
  const w = minutesWords(lang);
  return (
    <>
      <PageHeading title={w.actionsTitle} lead={w.actionsLead} />
      <Filters
        lang={lang}
        action={page.href('/actions')}
        resetHref={
          chosen.body !== undefined || chosen.mine || chosen.state === 'ended'
            ? page.href('/actions')
            : undefined
        }
      >
        <FilterSelect
          name="state"
          label={w.state}
          value={chosen.state === 'open' ? undefined : 'ended'}
          all={w.openActions}
          options={[{ value: 'ended', label: w.endedActions }]}
        />
        <FilterSelect
          name="body"
          label={w.body}
          value={chosen.body}
          all={w.allBodies}
          options={props.bodies}
        />
        <FilterSelect
          name="mine"
          label={w.whose}
          value={chosen.mine ? 'on' : undefined}
          all={w.everybodys}
          options={[{ value: 'on', label: w.mine }]}
        />
      </Filters>
      <ActionTable page={page} items={props.items} mayEnd={props.mayEnd} />
      {props.items.length > 0 && (
        <Pagination lang={lang} shown={props.items.length} nextHref={props.nextHref} />
      )}
    </>
  );
}

/** The table alone, for pages that show some of them. */
export function ActionTable({ page, items, mayEnd }: Pick<ActionsProps, 'page' | 'items' | 'mayEnd'>): Html {
  const { lang } = page;
  const w = minutesWords(lang);
  return (
    <Table
      lang={lang}
      caption={w.actionsTitle}
      hideCaption
      rows={items}
      columns={[
        {
          head: w.action,
          names: true,
          cell: (row) => (
            <>
              {row.task} {row.status !== 'open' && <Tag>{actionStatuses[row.status][lang]}</Tag>}
              {row.endedNote !== '' && <p class="muted">{row.endedNote}</p>}
            </>
          ),
        },
        { head: w.owner, cell: (row) => <PersonLink page={page} person={row.owner} /> },
        {
          head: w.due,
          nowrap: true,
          cell: (row) =>
            row.dueOn !== null && (
              <>
                <DateText date={row.dueOn} lang={lang} />{' '}
                {row.status === 'open' && row.dueOn < page.today && <Tag tone="warning">{w.overdue}</Tag>}
              </>
            ),
        },
        {
          head: w.from,
          cell: (row) => (
            <a href={page.href(`/meetings/${row.meeting}/items/${row.item}`)}>
              {`${row.body.name}, ${w.meetingNumber(row.meeting).toLowerCase()}`}
            </a>
          ),
        },
        {
          head: w.end,
          hideHead: true,
          cell: (row) =>
            mayEnd.has(row.id) && (
              <a href={page.href(`/actions/${row.id}/end`)} aria-label={w.endOf(row.task)}>
                {w.end}
              </a>
            ),
        },
      ]}
      empty={<EmptyState title={w.noActions} why={w.noActionsWhy} />}
    />
  );
}
