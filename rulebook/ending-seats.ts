import { composition, type ComposedBody, type Finding } from './composition.ts';
import { addDays, dayAfter } from './dates.ts';
import type { Edition, IsoDate, SeatFact } from './rule.ts';

/** How long before a seat ends it is told, in days: two monthly meetings of a board. Our own reading. */
export const toldBefore = 60;

/** A seat that ends soon and is not carried on. */
export interface EndingSeat {
  readonly seat: SeatFact;
  /** The last day of the seat. */
  readonly endsOn: IsoDate;
  /** The rules on who sits in the body that break the day after, all else unchanged; empty where none does. */
  readonly breaks: readonly Finding[];
}

/**
 * The seats of a body that end within so many days, and what breaks when nobody steps in. A seat that the same person
 * carries on, in whatever role, does not end.
 * @param seats every seat the body ever had
 * @param today a seat that ends today is told, one that ended yesterday is not
 */
export function endingSeats(
  edition: Edition,
  body: ComposedBody,
  seats: readonly SeatFact[],
  today: IsoDate,
  within: number = toldBefore,
): readonly EndingSeat[] {
  const until = addDays(today, within);
  const ending = seats.flatMap((seat) => {
    const { to } = seat;
    if (to === null || to < today || to > until || isCarriedOn(seat.person, to, seats)) return [];
    return [{ seat, endsOn: to }];
  });
  if (ending.length === 0) return [];
  const coming = composition(edition, body, seats, { from: today, to: dayAfter(until) });
  return ending
    .map(({ seat, endsOn }) => ({
      seat,
      endsOn,
      breaks: coming.filter(({ beganOn }) => beganOn === dayAfter(endsOn)),
    }))
    .toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : 0));
}

/**
 * The seats that end with nobody to follow: for each that begins in the same role after another has ended, one is filled.
 * @param ending from `endingSeats`, in the order they end
 * @param seats every seat the body ever had
 */
export function withoutSuccessor(
  ending: readonly EndingSeat[],
  seats: readonly SeatFact[],
): readonly EndingSeat[] {
  const followers = seats.filter((seat) => !seats.some((other) => isCarriedOnBy(other, seat)));
  return ending.filter(({ seat, endsOn }) => {
    const at = followers.findIndex((each) => each.role === seat.role && each.from > endsOn);
    if (at >= 0) followers.splice(at, 1);
    return at < 0;
  });
}

const isCarriedOnBy = (earlier: SeatFact, later: SeatFact): boolean =>
  earlier.person === later.person && earlier.to !== null && dayAfter(earlier.to) === later.from;

const isCarriedOn = (person: string, to: IsoDate, seats: readonly SeatFact[]): boolean => {
  const next = dayAfter(to);
  return seats.some(
    (other) => other.person === person && other.from <= next && (other.to === null || other.to >= next),
  );
};
