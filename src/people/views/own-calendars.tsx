import type { Feed } from '../../calendar/queries.ts';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/heading.tsx';
import { Table } from '../../web/components/table.tsx';
import { TimeText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { peopleWords } from '../words.ts';

/** One's own calendar addresses: which meetings each gives, whether it is in use, and the way to take it back. */
export function OwnCalendars({ page, feeds }: { page: Page; feeds: readonly Feed[] }): Html {
  const { lang } = page;
  const w = peopleWords(lang);
  return (
    <Section
      title={w.calendars}
      id="calendar"
      intro={w.calendarsIntro}
      actions={
        <LinkButton href={page.href(`/people/${page.viewer?.id}/calendar/new`)} icon="plus" small>
          {w.newCalendar}
        </LinkButton>
      }
    >
      <Table
        lang={lang}
        caption={w.calendars}
        hideCaption
        rows={feeds}
        columns={[
          { head: w.meetings, names: true, cell: (row) => row.body ?? w.allMeetings },
          { head: w.made, cell: (row) => <TimeText at={row.madeAt} lang={lang} /> },
          {
            head: w.lastSeen,
            cell: (row) =>
              row.usedAt === null ? (
                <span class="muted">{w.never}</span>
              ) : (
                <TimeText at={row.usedAt} lang={lang} />
              ),
          },
          {
            head: w.action,
            hideHead: true,
            cell: (row) => (
              <LinkButton href={page.href(`/calendar-addresses/${row.id}/revoke`)} small>
                {w.revoke}
                <span class="sr-only">{` ${row.body ?? w.allMeetings}`}</span>
              </LinkButton>
            ),
          },
        ]}
        empty={<EmptyState title={w.noCalendars} why={w.noCalendarsWhy} />}
      />
    </Section>
  );
}
