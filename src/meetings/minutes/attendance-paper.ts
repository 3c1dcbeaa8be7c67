import type { Line, Paper } from '../../papers/paper.ts';
import type { Attendance } from '../attendance-queries.ts';
import type { Meeting } from '../load.ts';
import { attendanceTitle } from '../meeting.ts';
import { titleOf } from './agenda-paper.ts';
import { placeText, spanText, timeOfDay, type Wording } from './minutes-paper.ts';
import { minutesWords } from './words.ts';

export interface AttendanceList {
  readonly meeting: Meeting;
  readonly called: readonly Attendance[];
  /** From when to when each was there, by the id of the attendance. */
  readonly presences: ReadonlyMap<string, readonly { readonly from: string; readonly to: string | null }[]>;
  /** People are named. */
  readonly names: boolean;
  readonly madeAt: string;
}

/** Who was called, as what, and who was there when. */
export function attendancePaper(list: AttendanceList, wording: Wording): Paper {
  const { lang } = wording;
  const { meeting, called, names } = list;
  const words = minutesWords(lang);
  return {
    lang,
    title: words.attendanceOf(titleOf(meeting, lang)),
    kicker: meeting.body.name,
    author: wording.community,
    keywords: [words.participants, meeting.body.name],
    madeAt: list.madeAt,
    foot: `${wording.community} · ${words.meetingNumber(meeting.number)}`,
    pageWords: { page: words.page, of: words.of },
    blocks: [
      {
        kind: 'facts',
        facts: [
          [words.body, meeting.body.name],
          [
            words.time,
            spanText(meeting.opened_at ?? meeting.starts_at, meeting.closed_at ?? meeting.ends_at, lang),
          ],
          ...(meeting.kind === 'written'
            ? []
            : ([[words.place, placeText(meeting.place, meeting.online_url !== null, lang)]] as const)),
        ],
      },
      { kind: 'heading', level: 2, text: words.participants },
      called.length === 0
        ? { kind: 'text', text: words.nobody }
        : {
            kind: 'table',
            caption: words.participants,
            columns: [
              ...(names ? [{ head: words.name, share: 2 }] : []),
              { head: words.organisation, share: 2 },
              { head: words.role, share: 1 },
              { head: words.vote, share: 0 },
              { head: words.was, share: 1 },
            ],
            rows: called.map((each): readonly Line[] => [
              ...(names ? [each.person?.name ?? each.guest ?? ''] : []),
              each.organisation?.name ?? '',
              attendanceTitle(wording.titled, each.role)[lang],
              each.voting ? words.hasVote : words.hasNoVote,
              wasThere(each, list, lang),
            ]),
          },
    ],
  };
}

/** When somebody was there; apologies; or that the meeting has not been. */
function wasThere(each: Attendance, { meeting, presences }: AttendanceList, lang: 'da' | 'en'): string {
  const words = minutesWords(lang);
  const spans = presences.get(each.id ?? '') ?? [];
  if (spans.length > 0)
    return spans
      .map(({ from, to }) => words.fromTo(timeOfDay(from, lang), to === null ? '' : timeOfDay(to, lang)))
      .join(', ');
  if (each.apologiesAt !== null) return words.sentApologies;
  return meeting.opened_at === null ? words.called : words.notThere;
}
