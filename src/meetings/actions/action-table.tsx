import { Tag } from '../../web/components/badge.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PersonLink } from '../../web/components/link.tsx';
import { Table } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { minutesWords } from '../minutes/words.ts';
import { actionStatuses } from './action.ts';
import type { ActionRow } from './queries.ts';

export interface ActionTableProps {
  readonly page: Page;
  readonly items: readonly ActionRow[];
  /** Ids of those the reader may end. */
  readonly mayEnd: ReadonlySet<string>;
}

/** Actions with owner and date: on their own page, and where some of them are shown. */
export function ActionTable({ page, items, mayEnd }: ActionTableProps): Html {
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
