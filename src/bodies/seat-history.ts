import type { Problem } from '../deeds/deed.ts';

/**
 * A seat's time: the days it is held, both included, and the days on which that was recorded. A row never changes but
 * for an end that has not passed yet; another role or vote is a new row. So what the records told on a day they tell
 * for ever.
 */
export interface SeatTime {
  readonly from: string;
  readonly to: string | null;
  readonly recordedOn: string;
  /** Null while the seat has no end, and where its end was recorded together with it. */
  readonly endRecordedOn: string | null;
}

/** Whether a seat is held on a day, as known today. */
export const heldOn = (seat: Pick<SeatTime, 'from' | 'to'>, on: string): boolean =>
  seat.from <= on && (seat.to === null || seat.to >= on);

/** Whether the records told on the day `asOf` that a seat was held on the day `on`; `on` is no later than `asOf`. */
export const heldAsRecorded = (seat: SeatTime, on: string, asOf: string): boolean =>
  seat.recordedOn <= asOf &&
  (heldOn(seat, on) || (seat.from <= on && seat.endRecordedOn !== null && seat.endRecordedOn > asOf));

const problem = (path: string, da: string, en: string): Problem => ({ path, says: { da, en } });

const passed = (seat: SeatTime): Problem =>
  problem(
    '',
    `Pladsen er ophørt den ${seat.to}. Det ændres ikke bagefter: besæt personen igen fra en ny dato.`,
    `The seat ended on ${seat.to}. That does not change afterwards: seat the person again from a new date.`,
  );

/** Ends a seat on its last day, moves an end that is still to come, or (null) takes it away. */
export function endSeatOn(
  seat: SeatTime,
  to: string | null,
  today: string,
): { readonly seat: SeatTime } | { readonly problem: Problem } {
  if (seat.to !== null && seat.to < today) return { problem: passed(seat) };
  if (to !== null && to < seat.from)
    return {
      problem: problem('to', 'Sidste dag ligger før første dag.', 'The last day lies before the first.'),
    };
  return { seat: { ...seat, to, endRecordedOn: to === null ? null : today } };
}

/**
 * Whether another role or vote from the seat’s first day corrects an entry instead of dividing the seat: while that day
 * has not passed, or on the day it was recorded, the records have told no earlier day anything else.
 * @param on the day given; null where none is
 */
export const correctsEntry = (seat: SeatTime, on: string | null, today: string): boolean =>
  (on === seat.from || (on === null && seat.from >= today)) &&
  (seat.from >= today || seat.recordedOn === today);

/** Another role or vote from a day: the seat ends the day before, and a new one begins. */
export function divideSeatOn(
  seat: SeatTime,
  on: string,
  dayBefore: string,
  today: string,
): { readonly ended: SeatTime; readonly begun: SeatTime } | { readonly problem: Problem } {
  if (seat.to !== null && seat.to < today) return { problem: passed(seat) };
  if (on <= seat.from)
    return {
      problem: problem(
        'on',
        `Datoen skal ligge efter ${seat.from}, hvor pladsen begynder.`,
        `The date must lie after ${seat.from}, when the seat begins.`,
      ),
    };
  if (seat.to !== null && on > seat.to)
    return {
      problem: problem(
        'on',
        `Datoen skal ligge senest ${seat.to}, hvor pladsen ophører.`,
        `The date must be ${seat.to} at the latest, when the seat ends.`,
      ),
    };
  return {
    ended: { ...seat, to: dayBefore, endRecordedOn: today },
    begun: { from: on, to: seat.to, recordedOn: today, endRecordedOn: null },
  };
}
