import { countResolution, type Base, type Majority, type ResolutionKey, type Tie } from '../ballot.ts';
import { setting } from './read.ts';
import type { SettingId } from './settings.ts';
import type { MajorityQuestion, StatuteRule, Statutes } from './statute.ts';

/** What a question takes, and the rule that says so. */
export interface MajorityAsked {
  readonly majority: Majority;
  readonly base: Base;
  readonly tie: Tie;
  readonly rule: StatuteRule;
}

const majorityOf = {
  assembly: 'assembly.majority',
  election: 'assembly.majority',
  board: 'board.majority',
  statutes: 'statutes.majority',
  dissolution: 'dissolution.majority',
} as const satisfies Readonly<Record<MajorityQuestion, SettingId>>;

/**
 * What a question takes by the statutes (§6.5, §7.1, §9.1–9.2); null where they do not say. An election takes the
 * simple majority of the general assembly: how to choose among several candidates is a named gap.
 */
export function majorityFor(statutes: Statutes, question: MajorityQuestion): MajorityAsked | null {
  const found = setting(statutes, majorityOf[question]);
  if (found === null) return null;
  const tie = setting(statutes, question === 'board' ? 'board.tie' : 'assembly.tie')?.value ?? 'falls';
  return { majority: found.value.kind, base: found.value.base, tie, rule: found.rule };
}

/** Votes as counted: whole numbers of equal votes. */
export interface Count {
  readonly for: number;
  readonly against: number;
  readonly abstaining: number;
  /** How the chair voted; null where there is no chair among them. */
  readonly chair: ResolutionKey | null;
}

/** Whether a count carries a question where everybody with a vote is present and answers. */
export function carries(asked: MajorityAsked, count: Count): boolean {
  const present = count.for + count.against + count.abstaining;
  const rule = { ...asked, quorum: 0, written: false, allWeight: present };
  return countResolution(rule, { ...count, entitled: present, voted: present, entitledWeight: present })
    .carried;
}

/** The fewest who must be present for the board to decide (§6.3): of five, three. Null where the statutes do not say. */
export function boardQuorum(statutes: Statutes, members: number): number | null {
  const share = setting(statutes, 'board.quorum')?.value;
  return share ? Math.ceil((members * share.part) / share.of) : null;
}

/** How many members can have a new board put to election (§8.2): of 80, 27. Null where the statutes do not say. */
export function extraordinaryThreshold(statutes: Statutes, members: number): number | null {
  const share = setting(statutes, 'extraordinary.asked-for-by')?.value;
  return share ? Math.ceil((members * share.part) / share.of) : null;
}
