import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PageHeading } from '../../web/components/heading.tsx';
import { Filters, FilterSelect, Pagination } from '../../web/components/list-tools.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { meetingKinds, meetingStatuses, meetingTitle } from '../meeting.ts';
import type { MeetingSummary } from '../queries.ts';
import { meetingWords } from '../words.ts';
import { Span } from './span.tsx';

export interface MeetingsProps {
  readonly page: Page;
  readonly items: readonly MeetingSummary[];
  readonly chosen: {
    readonly when: 'coming' | 'past';
    readonly body?: string | undefined;
    readonly kind?: string | undefined;
    readonly mine?: string | undefined;
  };
  readonly bodies: readonly { readonly value: string; readonly label: string }[];
  readonly filtered: boolean;
  readonly nextHref: string | undefined;
  readonly callHref: { readonly href: string; readonly label: string } | null;
}

/** Coming meetings, or those held, of every body. */
export function MeetingsView(props: MeetingsProps): Html {
  const { page, items, chosen, filtered, nextHref, callHref } = props;
  const { lang } = page;
  const w = meetingWords(lang);
  return (
    <>
      <PageHeading
        title={w.title}
        lead={w.intro}
        actions={callHref && <LinkButton href={callHref.href}>{callHref.label}</LinkButton>}
      />
      <Filters
        lang={lang}
        action={page.href('/meetings')}
        resetHref={filtered ? page.href('/meetings') : undefined}
      >
        <FilterSelect
          name="when"
          label={w.which}
          value={chosen.when}
          options={[
            { value: 'coming', label: w.coming },
            { value: 'past', label: w.past },
          ]}
        />
        <FilterSelect
          name="body"
          label={w.body}
          value={chosen.body}
          all={w.allBodies}
          options={props.bodies}
        />
        <FilterSelect
          name="kind"
          label={w.kind}
          value={chosen.kind}
          all={w.allKinds}
          options={Object.entries(meetingKinds).map(([value, label]) => ({ value, label: label[lang] }))}
        />
        {page.viewer && (
          <FilterSelect
            name="mine"
            label={w.whose}
            value={chosen.mine}
            all={w.all}
            options={[{ value: 'on', label: w.mine }]}
          />
        )}
      </Filters>
      <MeetingTable
        page={page}
        caption={chosen.when === 'past' ? w.past : w.coming}
        items={items}
        empty={
          filtered ? (
            <EmptyState title={w.noneMatch} why={w.noneMatchWhy} />
          ) : (
            <EmptyState title={w.noneComing} why={w.noneComingWhy} />
          )
        }
      />
      {items.length > 0 && <Pagination lang={lang} shown={items.length} nextHref={nextHref} />}
    </>
  );
}

/** Meetings as rows, for lists of every kind. */
export function MeetingTable({
  page,
  caption,
  items,
  empty,
}: {
  page: Page;
  caption: string;
  items: readonly MeetingSummary[];
  empty: Html;
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
        {
          head: w.body,
          cell: (row) => <a href={page.href(`/bodies/${row.body.slug}`)}>{row.body.name}</a>,
        },
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
