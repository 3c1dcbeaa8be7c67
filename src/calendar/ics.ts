import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Language } from '../../rulebook/vocabulary.ts';

/** A meeting as a calendar enters it. Instants as ISO text. */
export interface CalendarEntry {
  /** Id of the meeting: the same event in every file and feed. */
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Empty where the reader is not told. */
  readonly place: string;
  /** Address to join at; only for those called. */
  readonly joinAt: string | null;
  /** The meeting's page, whole address. */
  readonly page: string;
  readonly cancelled: boolean;
  readonly sequence: number;
  /** When it was called. */
  readonly calledAt: string;
}

const words = {
  da: { join: 'Deltag', read: 'Dagsorden og papirer' },
  en: { join: 'Join', read: 'Agenda and papers' },
} as const;

/**
 * Meetings as a calendar file (RFC 5545). Times are in UTC, which every program shows in its own zone, so that no table
 * of summer time goes with it. Pure: the same meetings give the same file.
 * @param method what a mail program is to do with it; absent for a feed
 */
export function calendarOf(
  entries: readonly CalendarEntry[],
  calendar: {
    readonly name: string;
    readonly lang: Language;
    readonly site: string;
    readonly method?: 'PUBLISH' | 'CANCEL';
  },
): string {
  const w = words[calendar.lang];
  const made = ical({
    name: calendar.name,
    prodId: { company: 'OS2', product: 'Faelled', language: calendar.lang.toUpperCase() },
    ...(calendar.method ? { method: ICalCalendarMethod[calendar.method] } : {}),
  });
  for (const entry of entries)
    made.createEvent({
      id: `${entry.id}@${new URL(calendar.site).hostname}`,
      sequence: entry.sequence,
      stamp: new Date(entry.calledAt),
      start: new Date(entry.startsAt),
      end: new Date(entry.endsAt),
      summary: entry.title,
      location: entry.place || entry.joinAt || null,
      description: [
        ...(entry.joinAt === null ? [] : [`${w.join}: ${entry.joinAt}`]),
        `${w.read}: ${entry.page}`,
      ].join('\n'),
      url: entry.page,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return made.toString();
}
