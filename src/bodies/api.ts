import type { Deed } from '../deeds/deed.ts';
import type { Query } from '../deeds/query.ts';
import { changeBody } from './commands/change-body.ts';
import { changeSeat, endSeat } from './commands/change-seat.ts';
import { closeBody } from './commands/close-body.ts';
import { establishBody } from './commands/establish-body.ts';
import { seatPerson } from './commands/seat-person.ts';

/** What can be done with and asked about bodies and seats. */
export const bodyDeeds: readonly Deed[] = [
  establishBody,
  changeBody,
  closeBody,
  seatPerson,
  changeSeat,
  endSeat,
];
export const bodyQueries: readonly Query[] = [];
