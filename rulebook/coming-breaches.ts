import { composition, type ComposedBody, type Finding } from './composition.ts';
import { addDays } from './dates.ts';
import { toldBefore } from './ending-seats.ts';
import type { Edition, IsoDate, SeatFact } from './rule.ts';

/**
 * The breaches that begin after a day and within so many days of it, if nothing is changed: the same rules, asked of the
 * days to come. What is announced today is a breach on the day it begins.
 * @param seats every seat the body ever had, with the ends that are known
 */
export function comingBreaches(
  edition: Edition,
  body: ComposedBody,
  seats: readonly SeatFact[],
  today: IsoDate,
  within: number = toldBefore,
): readonly Finding[] {
  return composition(edition, body, seats, { from: today, to: addDays(today, within) }).filter(
    ({ beganOn }) => beganOn > today,
  );
}
