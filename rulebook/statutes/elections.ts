import type { IsoDate } from '../rule.ts';
import { setting } from './read.ts';
import type { Years } from './settings.ts';
import type { StatuteRule, Statutes } from './statute.ts';

/** A seat on the board as elections see it. */
export interface ElectedSeat {
  readonly person: string;
  readonly role: 'chair' | 'member';
  /** The year of the general assembly that began the term; a substitute has the one of the seat taken over. */
  readonly electedIn: number;
}

export interface Elections {
  /** Whose term ends at the general assembly of the year. */
  readonly standing: readonly ElectedSeat[];
  readonly staying: readonly ElectedSeat[];
  /** Whether half of the members stand, one more or less; false says that the two years have come out of step. */
  readonly balanced: boolean;
  /** Null where the statutes do not say when anybody stands. */
  readonly rule: StatuteRule | null;
}

const isOdd = (year: number): boolean => year % 2 !== 0;

/** Whether a year is among those meant. */
export const isAmong = (years: Years, year: number): boolean =>
  years === 'every' || (years === 'odd') === isOdd(year);

/**
 * Who stands for election in a year (§6.4). The chair stands in odd years whenever elected; a member when two years have
 * passed since the term began.
 */
export function onElection(statutes: Statutes, seats: readonly ElectedSeat[], year: number): Elections {
  const term = setting(statutes, 'election.term');
  const stands = (seat: ElectedSeat): boolean => {
    if (term === null || seat.electedIn >= year) return false;
    const years = seat.role === 'chair' ? setting(statutes, 'election.chair')?.value : undefined;
    return seat.electedIn + term.value <= year || (years !== undefined && isAmong(years, year));
  };
  const standing = seats.filter(stands);
  const members = seats.filter(({ role }) => role === 'member').length;
  const ofMembers = standing.filter(({ role }) => role === 'member').length;
  return {
    standing,
    staying: seats.filter((seat) => !stands(seat)),
    balanced: term === null || Math.abs(members - 2 * ofMembers) <= 1,
    rule: term?.rule ?? null,
  };
}

/** How long a substitute sits who steps in. */
export interface SubstituteTerm {
  readonly from: IsoDate;
  /** The year of the general assembly at which the term ends. */
  readonly until: number;
  readonly rule: StatuteRule;
}

/**
 * The term of a substitute who steps in for a member: what was left of the member's (§6.4). Null where the statutes do
 * not say.
 * @param electedIn the year the member's term began
 */
export function substituteTerm(
  statutes: Statutes,
  electedIn: number,
  stepsInOn: IsoDate,
): SubstituteTerm | null {
  const takesOver = setting(statutes, 'election.substitute-takes-over-term');
  const term = setting(statutes, 'election.term');
  return takesOver && term ? { from: stepsInOn, until: electedIn + term.value, rule: takesOver.rule } : null;
}

/** How long somebody sits who is elected at the general assembly of a year. */
export interface ElectedTerm {
  /** The year of the general assembly at which the term ends. */
  readonly until: number;
  readonly rule: StatuteRule;
}

/**
 * The term of somebody elected in a year (§6.4): as many years as the statutes say, and the chair no longer than to the
 * next year in which the chair stands. Null where the statutes do not say.
 */
export function electedTerm(statutes: Statutes, role: ElectedSeat['role'], year: number): ElectedTerm | null {
  const term = setting(statutes, 'election.term');
  if (term === null) return null;
  let until = year + 1;
  while (onElection(statutes, [{ person: '', role, electedIn: year }], until).standing.length === 0)
    until += 1;
  return { until, rule: term.rule };
}
