/** The year of the general assembly that began a seat's term: as recorded, or that of its first day. */
export const electedIn = (seat: { readonly elected_in: number | null; readonly from_on: string }): number =>
  seat.elected_in ?? Number(seat.from_on.slice(0, 4));
