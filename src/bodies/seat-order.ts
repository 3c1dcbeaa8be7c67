import { seatRoles, type SeatRole } from '../../rulebook/vocabulary.ts';

const order = Object.keys(seatRoles) as SeatRole[];

/** Seats as people list them: chair first, then by the vocabulary's order of roles, those who came first before others. */
export const byRole = <Seat extends { readonly role: SeatRole; readonly from: string }>(
  seats: readonly Seat[],
): readonly Seat[] =>
  seats.toSorted(
    (a, b) =>
      order.indexOf(a.role) - order.indexOf(b.role) || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0),
  );
