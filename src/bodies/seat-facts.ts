import { dayAfter, dayBefore } from '../../rulebook/dates.ts';
import { withOtherSeats, type SeatElsewhere } from '../../rulebook/composition.ts';
import type { SeatFact } from '../../rulebook/rule.ts';

type Seat = Omit<SeatFact, 'alsoIn'>;

/** When somebody was project manager of the body's initiative; both days included. */
export interface Managing {
  readonly person: string;
  readonly from: string;
  readonly to: string | null;
}

/** Seats as composition rules see them: cut where their holders become or cease to be project manager or sit elsewhere. */
export const seatFacts = (
  seats: readonly Seat[],
  elsewhere: readonly SeatElsewhere[],
  managing: readonly Managing[],
): readonly SeatFact[] =>
  withOtherSeats(
    seats.flatMap((seat) => withManaging(seat, managing)),
    elsewhere,
  );

/** B5: the project manager is not a member of the steering group, as long as he or she is project manager (report p. 11). */
function withManaging(seat: Seat, managing: readonly Managing[]): readonly Seat[] {
  const own = managing.filter((each) => each.person === seat.person);
  const cuts = own
    .flatMap((each) => [each.from, ...(each.to ? [dayAfter(each.to)] : [])])
    .filter((day) => day > seat.from && (seat.to === null || day <= seat.to));
  const starts = [...new Set([seat.from, ...cuts])].toSorted();
  return starts.map((from, index) => {
    const next = starts[index + 1];
    return {
      ...seat,
      from,
      to: next === undefined ? seat.to : dayBefore(next),
      isProjectManager: own.some((each) => each.from <= from && (each.to === null || each.to >= from)),
    };
  });
}
