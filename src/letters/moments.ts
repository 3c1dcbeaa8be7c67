import { zone } from '../lib/time.ts';
import type { How, Way } from './vocabulary.ts';

/** The hour of the day, in Copenhagen, at which digests and reminders go out. */
const hour = 7;
const monday = 1;

const at7 = (date: Temporal.PlainDate): Temporal.Instant =>
  date.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).toInstant();

const dateAt = (now: Temporal.Instant): Temporal.PlainDate => now.toZonedDateTimeISO(zone).toPlainDate();

/** The latest 7.00 in Copenhagen that is not after `now`; every day when `weekday` is absent, else that one only (1 is Monday). */
export function latestMoment(now: Temporal.Instant, weekday?: number): Temporal.Instant {
  for (let date = dateAt(now); ; date = date.subtract({ days: 1 })) {
    const moment = at7(date);
    const right = weekday === undefined || date.dayOfWeek === weekday;
    if (right && Temporal.Instant.compare(moment, now) <= 0) return moment;
  }
}

/** The first 7.00 in Copenhagen after `now`, on any day or on a weekday. */
export function nextMoment(now: Temporal.Instant, weekday?: number): Temporal.Instant {
  for (let date = dateAt(now); ; date = date.add({ days: 1 })) {
    const moment = at7(date);
    const right = weekday === undefined || date.dayOfWeek === weekday;
    if (right && Temporal.Instant.compare(moment, now) > 0) return moment;
  }
}

/** When a digest of a way goes out next. */
export const nextDigest = (way: Exclude<Way, 'at-once'>, now: Temporal.Instant): Temporal.Instant =>
  way === 'daily' ? nextMoment(now) : nextMoment(now, monday);

/** When the latest digest of a way was to go out. */
export const latestDigest = (way: Exclude<Way, 'at-once'>, now: Temporal.Instant): Temporal.Instant =>
  way === 'daily' ? latestMoment(now) : latestMoment(now, monday);

/**
 * How a letter leaves by what its reader has chosen; null when not at all. A notice always goes at once, and what would
 * be too late in the digest chosen goes in an earlier one, or alone. `neededBy` is an instant as ISO text.
 */
export function wayOf(
  chosen: How,
  letter: { readonly notice: boolean; readonly neededBy: string | null },
  now: Temporal.Instant,
): Way | null {
  if (letter.notice) return 'at-once';
  if (chosen === 'never') return null;
  const inTime = (way: Exclude<Way, 'at-once'>): boolean =>
    letter.neededBy === null ||
    Temporal.Instant.compare(nextDigest(way, now), Temporal.Instant.from(letter.neededBy)) < 0;
  if (chosen === 'weekly' && inTime('weekly')) return 'weekly';
  if (chosen !== 'at-once' && inTime('daily')) return 'daily';
  return 'at-once';
}
