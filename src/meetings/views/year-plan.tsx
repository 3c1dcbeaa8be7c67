import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { formatDate } from '../../web/format.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { dateIn } from '../../lib/time.ts';
import type { Link } from '../may-here.ts';
import { MeetingTable } from '../meeting-table.tsx';
import type { MeetingSummary } from '../queries.ts';
import { meetingWords } from '../words.ts';
import { capital } from '../../lib/capital.ts';

export interface YearPlanProps {
  readonly page: Page;
  readonly title: string;
  readonly year: number;
  readonly items: readonly MeetingSummary[];
  /** Address of the plan without the year. */
  readonly path: string;
  readonly ofBody: boolean;
  readonly may: readonly Link[];
}

/** The meetings of a year, month by month. */
export function YearPlanView({ page, title, year, items, path, ofBody, may }: YearPlanProps): Html {
  const { lang } = page;
  const w = meetingWords(lang);
  const months = Map.groupBy(items, (item) => dateIn(Temporal.Instant.from(item.startsAt)).slice(0, 7));
  return (
    <>
      <PageHeading
        title={title}
        actions={may.map((link) => (
          <LinkButton href={page.href(link.href)} small>
            {link.label}
          </LinkButton>
        ))}
      />
      <nav class="item-steps" aria-label={w.yearPlan}>
        <a href={page.href(`${path}?year=${year - 1}`)} rel="prev">
          {w.yearBefore}
        </a>
        <a href={page.href(`${path}?year=${year + 1}`)} rel="next">
          {w.yearAfter}
        </a>
      </nav>
      {items.length === 0 && <EmptyState title={w.noneInYear} why={w.noneInYearWhy} />}
      {[...months].map(([month, list]) => {
        const name = formatDate(`${month}-01`, lang).replace(/^\d+\.? /, '');
        return (
          <Section title={capital(name)}>
            <MeetingTable page={page} caption={name} items={list} withoutBody={ofBody} empty={<></>} />
          </Section>
        );
      })}
    </>
  );
}
