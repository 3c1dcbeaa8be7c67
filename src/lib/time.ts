export const zone = 'Europe/Copenhagen';

/** The calendar date in Copenhagen at an instant: `2026-11-24`. */
export const dateIn = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(zone).toPlainDate().toString();

/** The date a number of days from another date. */
export const plusDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Whole days from one date to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/** The instant at which a date begins in Copenhagen, as ISO text in UTC. */
export const startOf = (date: string): string =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().toString();

/** The instant of a time of day, `10:00`, on a date in Copenhagen, as ISO text in UTC. */
export const instantAt = (date: string, time: string): string =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString();

/** The time of day in Copenhagen at an instant: `10:00`. */
export const timeIn = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
