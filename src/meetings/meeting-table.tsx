import { Tag } from '../web/components/badge.tsx';
import { Table } from '../web/components/table.tsx';
import type { Html } from '../web/jsx/jsx-runtime.ts';
import type { Page } from '../web/page.ts';
import { meetingStatuses, meetingTitle } from './meeting.ts';
import type { MeetingSummary } from './queries.ts';
import { Span } from './span.tsx';
import { meetingWords } from './words.ts';

/** Meetings as rows, for lists of every kind. */
export function MeetingTable({
  page,
  caption,
  items,
  empty,
  withoutBody = false,
}: {
  page: Page;
  caption: string;
  items: readonly MeetingSummary[];
  empty: Html;
  /** Left out on the page of the body itself. */
  withoutBody?: boolean;
}): Html {
  const { lang } = page;
  const w = meetingWords(lang);
  return (
    <Table
      lang={lang}
      caption={caption}
      hideCaption
      rows={items}
      columns={[
        {
          head: w.meeting,
          names: true,
          cell: (row) => <a href={page.href(`/meetings/${row.number}`)}>{meetingTitle(row, lang)}</a>,
        },
        { head: w.when, cell: (row) => <Span meeting={row} lang={lang} /> },
        ...(withoutBody
          ? []
          : [
              {
                head: w.body,
                cell: (row: MeetingSummary) => (
                  <a href={page.href(`/bodies/${row.body.slug}`)}>{row.body.name}</a>
                ),
              },
            ]),
        { head: w.place, wideOnly: true, cell: (row) => row.place },
        { head: w.status, cell: (row) => <StatusTag status={row.status} lang={lang} /> },
        { head: w.items, numeric: true, cell: (row) => row.items },
      ]}
      empty={empty}
    />
  );
}

const tones = {
  draft: undefined,
  sent: 'info',
  running: 'success',
  'minutes-draft': 'warning',
  approved: undefined,
  published: undefined,
  cancelled: 'warning',
} as const;

/** Where a meeting stands, in words. */
export function StatusTag({ status, lang }: { status: MeetingSummary['status']; lang: Page['lang'] }): Html {
  return <Tag tone={tones[status]}>{meetingStatuses[status][lang]}</Tag>;
}
