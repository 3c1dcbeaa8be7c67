import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PageHeading } from '../../web/components/heading.tsx';
import { Filters, FilterSelect, Pagination } from '../../web/components/list-tools.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { meetingKinds } from '../meeting.ts';
import { MeetingTable } from '../meeting-table.tsx';
import type { MeetingSummary } from '../queries.ts';
import { meetingWords } from '../words.ts';

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
        actions={
          <>
            <LinkButton href={page.href('/meetings/plan')}>{w.yearPlan}</LinkButton>
            {callHref && <LinkButton href={callHref.href}>{callHref.label}</LinkButton>}
          </>
        }
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
