import type { IsoDate } from './rule.ts';

/** The date a number of days later, or earlier when negative. */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

export const dayAfter = (date: IsoDate): IsoDate => addDays(date, 1);
export const dayBefore = (date: IsoDate): IsoDate => addDays(date, -1);

/** Whether a text is a date of the calendar, written `2026-11-24`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
