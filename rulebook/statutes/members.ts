import type { IsoDate } from '../rule.ts';
import { setting } from './read.ts';
import type { Statutes } from './statute.ts';

/** The votes of a member of whom so many are present (§4.2): one, or none when nobody is. Null where unsaid. */
export function votesOf(statutes: Statutes, present: number): number | null {
  const votes = setting(statutes, 'member.votes')?.value ?? null;
  return votes === null ? null : Math.min(votes, present);
}

/** The first day on which a member that left is one no more (§4.4). Null where unsaid. */
export const leftOn = (statutes: Statutes, registeredOn: IsoDate): IsoDate | null =>
  setting(statutes, 'member.leaves-when-registered') ? registeredOn : null;

/** The part of a year's fee that one pays who joins on a date, in per cent (§5.1). Null where unsaid. */
export function feePercent(statutes: Statutes, joinedOn: IsoDate): number | null {
  const until = setting(statutes, 'fee.full-until')?.value;
  const late = setting(statutes, 'fee.late-share')?.value;
  if (!until || !late) return null;
  const { month, day } = Temporal.PlainDate.from(joinedOn);
  const full = month < until.month || (month === until.month && day <= until.day);
  return full ? 100 : (late.part * 100) / late.of;
}

/**
 * The fee after the yearly regulation: fee times new index over old (§5.1.1), in the unit of the fee and not rounded, as
 * no rule says how. Null where the statutes do not regulate it.
 */
export const regulatedFee = (
  statutes: Statutes,
  fee: number,
  newIndex: number,
  oldIndex: number,
): number | null => (setting(statutes, 'fee.indexed') ? (fee * newIndex) / oldIndex : null);
