export const zone = 'Europe/Copenhagen';

/** The calendar date in Copenhagen at an instant: `2026-11-24`. */
export const dateIn = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(zone).toPlainDate().toString();

/** The same of an instant as the database tells it. Copenhagen has been ahead of UTC by one or two hours since 1894. */
export const dateOf = (instant: string): string =>
  /^(19|2\d)\d\d-\d\d-\d\dT([01]\d|2[01]):.*Z$/.test(instant)
    ? instant.slice(0, 10)
    : dateIn(Temporal.Instant.from(instant));

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
