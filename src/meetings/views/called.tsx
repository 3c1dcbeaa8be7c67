import { titledUnder } from '../../rules/community.ts';
import { EmptyState } from '../../web/components/facts.tsx';
import { OrganisationLink, PersonLink } from '../../web/components/link.tsx';
import { Table } from '../../web/components/table.tsx';
import { timeIn } from '../../lib/time.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Attendance } from '../attendance-queries.ts';
import { attendanceTitle } from '../meeting.ts';
import { meetingWords } from '../words.ts';
import type { MeetingProps } from './meeting.tsx';

/** Who is called, as what, and who was there from when to when. Visitors are told of organisations only. */
export function Called({ page, meeting, called, presences, names, inside }: MeetingProps): Html {
  const { lang } = page;
  const w = meetingWords(lang);
  const clock = (at: string) => timeIn(at).replace(':', lang === 'da' ? '.' : ':');
  const nameOf = (id: string | null) => {
    const found = called.find((each) => each.id === id);
    return found?.person?.name ?? found?.organisation?.name ?? '';
  };
  const was = (each: Attendance): string => {
    const times = presences
      .filter(({ attendance }) => attendance === each.id)
      .map(({ from, to }) => w.here(clock(from), to === null ? '' : clock(to)));
    if (times.length > 0) return times.join(', ');
    if (each.apologiesAt !== null)
      return inside && each.apologiesNote !== '' ? `${w.apologies}: ${each.apologiesNote}` : w.apologies;
    return meeting.opened_at === null ? w.expected : w.absent;
  };
  return (
    <Table
      lang={lang}
      caption={w.called}
      hideCaption
      rows={called}
      columns={[
        ...(names
          ? [
              {
                head: w.person,
                names: true,
                cell: (each: Attendance) =>
                  each.person ? <PersonLink page={page} person={each.person} /> : each.guest,
              },
            ]
          : []),
        {
          head: w.organisation,
          names: !names,
          cell: (each) =>
            each.organisation ? (
              <OrganisationLink
                page={page}
                organisation={{ id: each.organisation.slug, name: each.organisation.name }}
              />
            ) : (
              '–'
            ),
        },
        {
          head: w.role,
          cell: (each) => (
            <>
              {attendanceTitle(titledUnder(page.community.edition), each.role)[lang]}
              {each.substituteFor !== null && names && ` ${w.substituteFor(nameOf(each.substituteFor))}`}
            </>
          ),
        },
        { head: w.vote, cell: (each) => (each.voting ? w.withVote : w.withoutVote) },
        { head: w.state, cell: was },
      ]}
      empty={<EmptyState title={w.nobody} why={w.nobodyWhy} />}
    />
  );
}
