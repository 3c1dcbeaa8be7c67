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

/** Whether a period with inclusive dates holds on a date; an open end holds for ever. */
export const holdsOn = (period: { from_on: string; to_on: string | null }, on: string): boolean =>
  period.from_on <= on && (period.to_on === null || period.to_on >= on);

/** The instant at which a date begins in Copenhagen, as ISO text in UTC. */
export const startOf = (date: string): string =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().toString();
