/**
 * A second way of counting a vote, written without the first: it knows voters one by one, strikes votes out against each
 * other, and finds out whether a vote is settled by trying everything the others could still do. Slow, and it says
 * nothing but how it ends. Nothing here may be shared with `rulebook/`.
 */
export interface Voter {
  readonly votes: number;
  readonly chair: boolean;
  readonly aside: boolean;
  readonly said: 'yes' | 'no' | 'neither' | null;
}

export interface Manner {
  readonly twoThirds: boolean;
  readonly heldAgainst: 'yes-and-no' | 'those-present' | 'everybody';
  readonly tie: 'chair' | 'falls' | 'lot';
  readonly enough: number;
  readonly byLetter: boolean;
  readonly everybodysVotes: number;
}

export type End = 'carried' | 'lost' | 'lot';

/** How a vote ends as it stands. */
export function endOf(manner: Manner, voters: readonly Voter[]): End {
  const here = voters.filter(({ aside }) => !aside);
  const answered = here.filter(({ said }) => said !== null);
  if ((manner.byLetter ? answered : here).length < manner.enough) return 'lost';
  const slips: string[] = [];
  for (const voter of here) for (let n = 0; n < voter.votes; n += 1) slips.push(voter.said ?? 'silent');
  const openLetter = manner.byLetter && answered.length !== here.length;
  let against: number;
  if (openLetter || manner.heldAgainst === 'everybody')
    against = manner.everybodysVotes - slips.filter((slip) => slip === 'yes').length;
  else if (manner.heldAgainst === 'those-present') against = slips.filter((slip) => slip !== 'yes').length;
  else against = slips.filter((slip) => slip === 'no').length;
  const forIt = slips.filter((slip) => slip === 'yes').length;
  if (forIt === 0) return 'lost';
  if (manner.twoThirds) return forIt - against - against >= 0 ? 'carried' : 'lost';
  let [left, right] = [forIt, against];
  while (left > 0 && right > 0) {
    left -= 1;
    right -= 1;
  }
  if (left > 0) return 'carried';
  if (right > 0 || openLetter) return 'lost';
  if (manner.tie === 'lot') return 'lot';
  if (manner.tie === 'falls') return 'lost';
  return here.find(({ chair }) => chair)?.said === 'yes' ? 'carried' : 'lost';
}

/** How it must end whatever those do who have not voted; null while that is open. */
export function settledEnd(manner: Manner, voters: readonly Voter[]): 'carried' | 'lost' | null {
  const ends = new Set<End>();
  const waiting = voters.flatMap(({ said, aside }, at) => (said === null && !aside ? [at] : []));
  const answers = ['yes', 'no', 'neither', null] as const;
  for (let n = 0; n < answers.length ** waiting.length; n += 1) {
    const tried = [...voters];
    let rest = n;
    for (const at of waiting) {
      tried[at] = { ...(voters[at] as Voter), said: answers[rest % answers.length] ?? null };
      rest = Math.floor(rest / answers.length);
    }
    ends.add(endOf(manner, tried));
    if (ends.size > 1) return null;
  }
  const [only] = ends;
  return only === 'lot' || only === undefined ? null : only;
}

/**
 * Who is elected, found by trying every way to fill the places: a way is right when nobody left out has more votes than
 * somebody put in. One right way is the result; several are a tie.
 */
export function waysToElect(
  votes: Readonly<Record<string, number>>,
  seats: number,
): readonly (readonly string[])[] {
  const names = Object.keys(votes).filter((name) => (votes[name] ?? 0) > 0);
  const size = Math.min(seats, names.length);
  const ways: string[][] = [];
  for (let mask = 0; mask < 2 ** names.length; mask += 1) {
    const chosen = names.filter((_, at) => (mask >> at) & 1);
    if (chosen.length !== size) continue;
    const out = names.filter((name) => !chosen.includes(name));
    if (chosen.every((a) => out.every((b) => (votes[a] ?? 0) >= (votes[b] ?? 0)))) ways.push(chosen);
  }
  return ways;
}
