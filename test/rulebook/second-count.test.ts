import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  countElection,
  countResolution,
  decidedAlready,
  electionTallyOf,
  tallyOf,
  type BallotRule,
  type ElectorVote,
} from '../../rulebook/ballot.ts';
import { endOf, settledEnd, waysToElect, type Manner, type Voter } from './second-count.ts';

const bases = { cast: 'yes-and-no', present: 'those-present', all: 'everybody' } as const;
const ties = { 'chair-decides': 'chair', falls: 'falls', lot: 'lot' } as const;
const words = { for: 'yes', against: 'no', abstaining: 'neither' } as const;

const mannerOf = (rule: BallotRule): Manner => ({
  twoThirds: rule.majority === 'two-thirds',
  heldAgainst: bases[rule.base],
  tie: ties[rule.tie],
  enough: rule.quorum,
  byLetter: rule.written,
  everybodysVotes: rule.allWeight,
});

const voterOf = ({ weight, casting, recused, choices }: ElectorVote): Voter => ({
  votes: weight,
  chair: casting,
  aside: recused,
  said: choices === null ? null : (words[choices[0] as keyof typeof words] ?? 'neither'),
});

function agree(rule: BallotRule, votes: readonly ElectorVote[]): void {
  const first = countResolution(rule, tallyOf(votes));
  const second = endOf(mannerOf(rule), votes.map(voterOf));
  const said = first.by === 'lot' ? 'lot' : first.carried ? 'carried' : 'lost';
  if (said !== second) assert.fail(`${said}, not ${second}: ${JSON.stringify({ rule, votes })}`);
}

function agreeOnTheEnd(rule: BallotRule, votes: readonly ElectorVote[]): void {
  const first = decidedAlready(rule, votes);
  const second = settledEnd(mannerOf(rule), votes.map(voterOf));
  const said = first === null ? null : first.carried ? 'carried' : 'lost';
  if (said !== second) assert.fail(`${said}, not ${second}: ${JSON.stringify({ rule, votes })}`);
}

const kinds: Pick<BallotRule, 'majority' | 'base' | 'tie' | 'written'>[] = [];
for (const majority of ['simple', 'two-thirds'] as const)
  for (const base of ['cast', 'present', 'all'] as const)
    for (const tie of ['chair-decides', 'falls', 'lot'] as const)
      for (const written of [false, true]) kinds.push({ majority, base, tie, written });

const answers = [null, ['for'], ['against'], ['abstaining']] as const;

/** Every way that so many voters, the first of them in the chair, can have voted. */
function* everyVote(n: number): Generator<ElectorVote[]> {
  for (let code = 0; code < 4 ** n; code += 1)
    yield Array.from({ length: n }, (_, at) => ({
      weight: 1,
      casting: at === 0,
      recused: false,
      choices: answers[Math.floor(code / 4 ** at) % 4] ?? null,
    }));
}

const vote = fc.record({
  weight: fc.integer({ min: 1, max: 5 }),
  recused: fc.boolean(),
  choices: fc.constantFrom(...answers),
});
const someVotes = (min: number, max: number) =>
  fc
    .array(vote, { minLength: min, maxLength: max })
    .map((all) => all.map((each, at) => ({ ...each, casting: at === 0 })));
const someRule = fc.record({
  kind: fc.constantFrom(...kinds),
  quorum: fc.integer({ min: 0, max: 9 }),
  absent: fc.integer({ min: 0, max: 9 }),
});
const ruleFor = (
  { kind, quorum, absent }: { kind: (typeof kinds)[number]; quorum: number; absent: number },
  votes: readonly ElectorVote[],
): BallotRule => ({
  ...kind,
  quorum,
  allWeight:
    votes.reduce((sum, { weight, recused }) => sum + (recused ? 0 : weight), 0) + (kind.written ? 0 : absent),
});

describe('Votes are counted the same by a second, independent way of counting', () => {
  test('every vote of up to seven, by every majority, base and tie, with and without quorum', () => {
    for (let n = 0; n <= 7; n += 1)
      for (const votes of everyVote(n))
        for (const kind of kinds)
          for (const [quorum, absent] of [
            [0, 0],
            [Math.ceil(n / 2), kind.written ? 0 : 2],
          ] as const)
            agree({ ...kind, quorum, allWeight: n + absent }, votes);
  });

  test('random votes of up to 200 with weights, absent and recused voters', () => {
    fc.assert(
      fc.property(someRule, someVotes(0, 200), (rule, votes) => agree(ruleFor(rule, votes), votes)),
      { numRuns: 3_000 },
    );
  });

  test('whether a vote is settled before all have voted: every vote of up to four', () => {
    for (let n = 0; n <= 4; n += 1)
      for (const votes of everyVote(n))
        for (const kind of kinds)
          for (const quorum of [0, Math.ceil(n / 2)]) agreeOnTheEnd({ ...kind, quorum, allWeight: n }, votes);
  });

  test('whether a vote is settled: random votes of up to seven, with weights and recusals', () => {
    fc.assert(
      fc.property(someRule, someVotes(1, 7), (rule, votes) => agreeOnTheEnd(ruleFor(rule, votes), votes)),
      { numRuns: 400 },
    );
  });

  test('an election has the one result that nobody left out could complain of, or is a tie', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const ballots = fc.array(fc.subarray(names, { maxLength: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(ballots, fc.integer({ min: 1, max: 4 }), (papers, seats) => {
        const tally = electionTallyOf(
          names,
          papers.map((choices) => ({ weight: 1, casting: false, recused: false, choices })),
        );
        const result = countElection({ tie: 'falls', quorum: 0, written: false }, seats, tally);
        const ways = waysToElect(tally.votes, seats);
        if (ways.length === 1) {
          assert.deepEqual(result.elected.toSorted(), ways[0]?.toSorted());
          assert.deepEqual(result.tied, []);
        } else {
          assert.equal(result.by, 'tie');
          const always = names.filter((name) => ways.every((way) => way.includes(name)));
          const sometimes = names.filter((name) => ways.some((way) => way.includes(name)));
          assert.deepEqual(result.elected.toSorted(), always);
          assert.deepEqual(
            result.tied.toSorted(),
            sometimes.filter((name) => !always.includes(name)),
          );
          const lot = countElection({ tie: 'lot', quorum: 0, written: false }, seats, tally);
          assert.ok(ways.some((way) => String(way.toSorted()) === String(lot.elected.toSorted())));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
