import type { Language } from '../../rulebook/vocabulary.ts';
import { dateIn, timeIn } from '../lib/time.ts';
import { formatTime } from '../web/format.ts';
import type { Html } from '../web/jsx/jsx-runtime.ts';

/** From when to when, as people say it: one day with two times, or both ends of a seminar. */
export function spanText(startsAt: string, endsAt: string, lang: Language): string {
  const day = (at: string) => dateIn(Temporal.Instant.from(at));
  if (day(startsAt) !== day(endsAt)) return `${formatTime(startsAt, lang)} – ${formatTime(endsAt, lang)}`;
  const until = timeIn(endsAt).replace(':', lang === 'da' ? '.' : ':');
  return `${formatTime(startsAt, lang)}–${until}`;
}

/** The same as an element. */
export function Span({
  meeting,
  lang,
}: {
  meeting: { readonly startsAt: string; readonly endsAt: string };
  lang: Language;
}): Html {
  return <time datetime={meeting.startsAt}>{spanText(meeting.startsAt, meeting.endsAt, lang)}</time>;
}
