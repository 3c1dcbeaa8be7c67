/**
 * How a decision box is counted: pure arithmetic on whole numbers. What the rule of a body says comes in as data; chance,
 * where a lot decides, comes in as an argument.
 */

export type Majority = 'simple' | 'two-thirds';
/** What the votes for are held against: votes for and against, everybody present with a vote, or everybody with a vote. */
export type Base = 'cast' | 'present' | 'all';
export type Tie = 'chair-decides' | 'falls' | 'lot';

/** The rule a box is counted by, copied from the edition or the statutes when it opened. */
export interface BallotRule {
  readonly majority: Majority;
  readonly base: Base;
  readonly tie: Tie;
  /** How many people must take part; 0 where no rule asks. */
  readonly quorum: number;
  /**
   * A written procedure: carried by enough of all votes of the body, or, once everybody has answered, by the body's usual
   * majority. The statutes are silent on decisions by mail; this is our reading.
   */
  readonly written: boolean;
  /** The weight of everybody with a vote in the body, there or not. */
  readonly allWeight: number;
}

/** One voter as frozen when the box opened, and the keys chosen: null before voting, none for a blank vote. */
export interface ElectorVote {
  readonly weight: number;
  /** The chair, whose vote decides a tie where the rule says so. */
  readonly casting: boolean;
  /** Stands aside in this question: counts nowhere. */
  readonly recused: boolean;
  readonly choices: readonly string[] | null;
}

export const resolutionKeys = ['for', 'against', 'abstaining'] as const;
export type ResolutionKey = (typeof resolutionKeys)[number];

/** Votes on a proposal as added up. Weights but for the two numbers of people. */
export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly abstaining: number;
  /** Of those who may vote. */
  readonly entitledWeight: number;
  readonly entitled: number;
  readonly voted: number;
  /** How the chair voted; null where the chair did not, or where it is not known. */
  readonly chair: ResolutionKey | null;
}

/** What settled it. `tie`: equal, and nothing breaks it. `quorum`: too few took part. */
export type DecidedBy = 'majority' | 'chair' | 'lot' | 'tie' | 'quorum';

export interface Resolution {
  readonly carried: boolean;
  readonly by: DecidedBy;
  readonly for: number;
  readonly against: number;
  readonly abstaining: number;
  /** Weight of those who may vote and did not. */
  readonly silent: number;
  /** What the votes for are held against, and how many of it the proposal needs. */
  readonly base: number;
  readonly needed: number;
  readonly entitled: number;
  readonly voted: number;
}

/** Adds up named votes on a proposal; a vote of several keys or unknown ones counts as abstaining. */
export function tallyOf(votes: readonly ElectorVote[]): Tally {
  const entitled = votes.filter((vote) => !vote.recused);
  const sum = (some: readonly ElectorVote[]) => some.reduce((total, { weight }) => total + weight, 0);
  const of = (key: ResolutionKey) => sum(entitled.filter((vote) => keyOf(vote) === key));
  const chair = entitled.find((vote) => vote.casting);
  return {
    for: of('for'),
    against: of('against'),
    abstaining: of('abstaining'),
    entitledWeight: sum(entitled),
    entitled: entitled.length,
    voted: entitled.filter((vote) => vote.choices !== null).length,
    chair: chair ? keyOf(chair) : null,
  };
}

function keyOf({ choices }: ElectorVote): ResolutionKey | null {
  if (choices === null) return null;
  const [only, ...more] = choices;
  return more.length === 0 && (only === 'for' || only === 'against') ? only : 'abstaining';
}

/** Whether a written procedure must still be held against everybody, since somebody has not answered. */
const awaitsAnswers = (rule: BallotRule, { voted, entitled }: Pick<Tally, 'voted' | 'entitled'>): boolean =>
  rule.written && voted < entitled;

/** What the votes for are held against. */
export function baseOf(rule: BallotRule, tally: Tally): number {
  if (awaitsAnswers(rule, tally) || rule.base === 'all') return rule.allWeight;
  return rule.base === 'present' ? tally.entitledWeight : tally.for + tally.against;
}

/** The fewest votes for that carry a proposal held against a base, a tie left aside. */
export const neededOf = (majority: Majority, base: number): number =>
  Math.max(1, majority === 'two-thirds' ? Math.ceil((base * 2) / 3) : Math.floor(base / 2) + 1);

/**
 * Counts a vote on a proposal.
 * @param draw picks one of so many, from 0; asked only where a lot decides
 */
export function countResolution(
  rule: BallotRule,
  tally: Tally,
  draw: (among: number) => number = () => 1,
): Resolution {
  const base = baseOf(rule, tally);
  const needed = neededOf(rule.majority, base);
  const settled = settle(rule, tally, base, needed, draw);
  return {
    ...settled,
    for: tally.for,
    against: tally.against,
    abstaining: tally.abstaining,
    silent: tally.entitledWeight - tally.for - tally.against - tally.abstaining,
    base,
    needed,
    entitled: tally.entitled,
    voted: tally.voted,
  };
}

/** How many took part, as quorum asks: of those present in a meeting, of those who answered in a written procedure. */
const takingPart = (rule: BallotRule, tally: Pick<Tally, 'voted' | 'entitled'>): number =>
  rule.written ? tally.voted : tally.entitled;

function settle(
  rule: BallotRule,
  tally: Tally,
  base: number,
  needed: number,
  draw: (among: number) => number,
): { carried: boolean; by: DecidedBy } {
  if (takingPart(rule, tally) < rule.quorum) return { carried: false, by: 'quorum' };
  if (tally.for >= needed) return { carried: true, by: 'majority' };
  const tied = rule.majority === 'simple' && tally.for > 0 && tally.for * 2 === base;
  if (!tied || awaitsAnswers(rule, tally)) return { carried: false, by: 'majority' };
  if (rule.tie === 'lot') return { carried: draw(2) === 0, by: 'lot' };
  if (rule.tie === 'chair-decides' && tally.chair !== null && tally.chair !== 'abstaining')
    return { carried: tally.chair === 'for', by: 'chair' };
  return { carried: false, by: 'tie' };
}

/**
 * Whether a vote on a proposal is settled before everybody has voted: carried or lost whatever the others do. Null while
 * it can still go both ways, and where a lot would decide. More votes for never make a proposal fall, so that the two
 * ends are enough: all others against or silent, and all others for.
 */
export function decidedAlready(
  rule: BallotRule,
  votes: readonly ElectorVote[],
): { readonly carried: boolean } | null {
  const rest = (choices: readonly string[] | null) =>
    tallyOf(votes.map((vote) => (vote.choices === null ? { ...vote, choices } : vote)));
  const end = (choices: readonly string[] | null) => countResolution(rule, rest(choices));
  const [silent, against, forIt] = [end(null), end(['against']), end(['for'])];
  if ([silent, against, forIt].some(({ by }) => by === 'lot')) return null;
  if (silent.carried && against.carried) return { carried: true };
  return forIt.carried ? null : { carried: false };
}

/** Votes in an election as added up: weights by candidate. */
export interface ElectionTally {
  readonly votes: Readonly<Record<string, number>>;
  readonly blank: number;
  readonly entitled: number;
  readonly voted: number;
  /** Whom the chair voted for; null where the chair did not vote or it is not known. */
  readonly chair: readonly string[] | null;
}

export interface Election {
  /** In the order of their votes. */
  readonly elected: readonly string[];
  /** Candidates with equal votes for the places that are left; vote again among them. Empty when all is settled. */
  readonly tied: readonly string[];
  readonly unfilled: number;
  readonly by: DecidedBy;
  readonly votes: Readonly<Record<string, number>>;
  readonly blank: number;
  readonly entitled: number;
  readonly voted: number;
}

/** Adds up an election: each voter gives as many candidates one vote each as there are places, or fewer. */
export function electionTallyOf(candidates: readonly string[], votes: readonly ElectorVote[]): ElectionTally {
  const entitled = votes.filter((vote) => !vote.recused);
  const voted = entitled.filter((vote) => vote.choices !== null);
  const weight = (some: readonly ElectorVote[]) => some.reduce((total, each) => total + each.weight, 0);
  return {
    votes: Object.fromEntries(
      candidates.map((key) => [key, weight(voted.filter((vote) => vote.choices?.includes(key)))]),
    ),
    blank: weight(voted.filter((vote) => !vote.choices?.some((key) => candidates.includes(key)))),
    entitled: entitled.length,
    voted: voted.length,
    chair: voted.find((vote) => vote.casting)?.choices ?? null,
  };
}

/**
 * Counts an election: the candidates with most votes fill the places. Equal votes for the last places are settled by the
 * chair's own votes, by lot, or not at all. A candidate without a vote is not elected.
 */
export function countElection(
  rule: Pick<BallotRule, 'tie' | 'quorum' | 'written'>,
  seats: number,
  tally: ElectionTally,
  draw: (among: number) => number = () => 0,
): Election {
  const end = (elected: readonly string[], tied: readonly string[], by: DecidedBy): Election => ({
    elected,
    tied,
    unfilled: Math.max(0, seats - elected.length),
    by,
    votes: tally.votes,
    blank: tally.blank,
    entitled: tally.entitled,
    voted: tally.voted,
  });
  if ((rule.written ? tally.voted : tally.entitled) < rule.quorum) return end([], [], 'quorum');
  const votesOf = (key: string) => tally.votes[key] ?? 0;
  const ranked = Object.keys(tally.votes)
    .filter((key) => votesOf(key) > 0)
    .toSorted((a, b) => votesOf(b) - votesOf(a));
  if (ranked.length <= seats) return end(ranked, [], 'majority');
  const last = votesOf(ranked[seats - 1] as string);
  const sure = ranked.filter((key) => votesOf(key) > last);
  const equal = ranked.filter((key) => votesOf(key) === last);
  const left = seats - sure.length;
  if (equal.length === left) return end([...sure, ...equal], [], 'majority');
  if (rule.tie === 'lot') return end([...sure, ...drawn(equal, left, draw)], [], 'lot');
  const preferred = equal.filter((key) => tally.chair?.includes(key));
  if (rule.tie === 'chair-decides' && preferred.length === left)
    return end([...sure, ...preferred], [], 'chair');
  return end(sure, equal, 'tie');
}

/** So many of the candidates, each as likely as the other. */
function drawn(from: readonly string[], n: number, draw: (among: number) => number): readonly string[] {
  const hat = [...from];
  return Array.from({ length: n }, () => hat.splice(draw(hat.length), 1)[0] as string);
}
