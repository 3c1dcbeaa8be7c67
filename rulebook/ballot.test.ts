import { edition2025 } from './2025/index.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  allAlike,
  secrecyAtRisk,
  whatAnElectionTakes,
  whatHappened,
  whatItTakes,
  whoWasElected,
} from './ballot-sentences.ts';
import {
  countElection,
  countResolution,
  decidedAlready,
  electionTallyOf,
  tallyOf,
  type BallotRule,
  type ElectorVote,
} from './ballot.ts';

const board: BallotRule = {
  majority: 'simple',
  base: 'cast',
  tie: 'chair-decides',
  quorum: 4,
  written: false,
  allWeight: 7,
};

/** The chair first; `+` for, `-` against, `0` neither, `.` not yet, `r` stands aside. */
const votes = (text: string): ElectorVote[] =>
  [...text].map((sign, at) => ({
    weight: 1,
    casting: at === 0,
    recused: sign === 'r',
    choices: { '+': ['for'], '-': ['against'], '0': ['abstaining'], '.': null, r: null }[sign] ?? null,
  }));

interface Row {
  readonly says: string;
  readonly votes: string;
  readonly rule?: Partial<BallotRule>;
  readonly ends: string;
}

const table: readonly Row[] = [
  {
    says: 'more for than against carry',
    votes: '+++--',
    ends: 'Vedtaget: 3 for og 2 imod, og det krævede flere for end imod.',
  },
  {
    says: 'on a tie the chair for carries it',
    votes: '++--0',
    ends: 'Vedtaget: 2 for, 2 imod og 1 hverken for eller imod, og forpersonens stemme afgjorde det.',
  },
  {
    says: 'on a tie the chair against loses it',
    votes: '-++-',
    ends: 'Forkastet: 2 for og 2 imod, og forpersonens stemme afgjorde det.',
  },
  {
    says: 'a chair who stands aside breaks no tie',
    votes: 'r++--',
    ends: 'Forkastet: 2 for og 2 imod, og forpersonen stemte ikke, så stemmeligheden blev ikke brudt.',
  },
  {
    says: 'a tie falls where no rule breaks it',
    votes: '+-+-',
    rule: { tie: 'falls' },
    ends: 'Forkastet: 2 for og 2 imod, og ved stemmelighed falder forslaget.',
  },
  {
    says: 'three of seven are too few',
    votes: '+++',
    ends: 'Der er ikke truffet nogen beslutning: 3 deltog, og der skal mindst 4 til.',
  },
  {
    says: 'four of six present are two thirds',
    votes: '++++-0',
    rule: { majority: 'two-thirds', base: 'present', tie: 'falls' },
    ends: 'Vedtaget: 4 for, 1 imod og 1 hverken for eller imod, og det krævede 4 af de 6 tilstedeværende.',
  },
  {
    says: 'who says nothing counts against two thirds of those present',
    votes: '++++-0.',
    rule: { majority: 'two-thirds', base: 'present', tie: 'falls' },
    ends: 'Forkastet: 4 for, 1 imod og 1 hverken for eller imod, og det krævede 5 af de 7 tilstedeværende.',
  },
  {
    says: 'who abstains does not count where two thirds of the votes cast are asked for',
    votes: '++++--0',
    rule: { majority: 'two-thirds', base: 'cast' },
    ends: 'Vedtaget: 4 for, 2 imod og 1 hverken for eller imod, og det krævede 4 af de 6 afgivne stemmer.',
  },
  {
    says: 'by letter, two answers are too few where four must take part',
    votes: '++.....',
    rule: { written: true },
    ends: 'Der er ikke truffet nogen beslutning: 2 deltog, og der skal mindst 4 til.',
  },
  {
    says: 'by letter, most of all votes are enough before everybody has answered',
    votes: '++++...',
    rule: { written: true, quorum: 0 },
    ends: 'Vedtaget: 4 for og 0 imod, og det krævede 4 af alle 7 stemmer.',
  },
  {
    says: 'by letter, three of seven are not, though nobody is against',
    votes: '+++....',
    rule: { written: true, quorum: 0 },
    ends: 'Forkastet: 3 for og 0 imod, og det krævede 4 af alle 7 stemmer.',
  },
  {
    says: 'by letter, three are enough once all have answered',
    votes: '+++--00',
    rule: { written: true, quorum: 0 },
    ends: 'Vedtaget: 3 for, 2 imod og 2 hverken for eller imod, og det krævede flere for end imod.',
  },
];

describe('A vote on a proposal', () => {
  for (const row of table)
    test(row.says, () => {
      const rule = { ...board, ...row.rule };
      const said = whatHappened(edition2025, rule, countResolution(rule, tallyOf(votes(row.votes))));
      assert.equal(said.da, row.ends);
      assert.ok(said.en.endsWith('.') && said.en !== said.da);
    });

  test('a lot carries or not, as it falls', () => {
    const rule: BallotRule = { ...board, tie: 'lot' };
    const tally = tallyOf(votes('++--'));
    const said = (lot: number) =>
      whatHappened(
        edition2025,
        rule,
        countResolution(rule, tally, () => lot),
      ).da;
    assert.equal(said(0), 'Vedtaget: 2 for og 2 imod, og lodtrækning afgjorde det.');
    assert.equal(said(1), 'Forkastet: 2 for og 2 imod, og lodtrækning afgjorde det.');
  });
});

describe('What a vote takes is said while it runs, without saying how anybody voted', () => {
  const now = { entitled: 7, voted: 5, entitledWeight: 7 };
  test('how many are missing, and that the chair decides a tie', () => {
    assert.equal(
      whatItTakes(edition2025, board, now).da,
      'Det kræver flere stemmer for end imod; 2 af 7 mangler, og forpersonens stemme afgør ved stemmelighed.',
    );
  });
  test('two thirds of those present are a number', () => {
    assert.equal(
      whatItTakes(edition2025, { ...board, majority: 'two-thirds', base: 'present' }, now).da,
      'Det kræver 5 stemmer for (to tredjedele af de 7 tilstedeværende); 2 af 7 mangler.',
    );
  });
  test('two thirds of the votes cast are not a number before all have voted', () => {
    assert.equal(
      whatItTakes(edition2025, { ...board, majority: 'two-thirds' }, now).da,
      'Det kræver to tredjedele af de afgivne stemmer; 2 af 7 mangler.',
    );
  });
  test('by letter: most of all, or everybody’s answer', () => {
    assert.equal(
      whatItTakes(edition2025, { ...board, written: true }, { ...now, voted: 0 }).da,
      'Det kræver 4 stemmer for af alle 7, eller at alle har svaret med flere stemmer for end imod; 7 kan stemme.',
    );
  });
  test('an election: places, candidates and what a tie does', () => {
    assert.equal(
      whatAnElectionTakes(edition2025, 'lot', 1, 3, now).en,
      'One of 3 candidates is elected by most votes; 2 of 7 have yet to vote, and a lot decides a tie.',
    );
  });
});

describe('A vote is settled before all have voted', () => {
  test('when those who are left cannot turn it', () => {
    assert.deepEqual(decidedAlready(board, votes('++++...')), { carried: true });
    assert.deepEqual(decidedAlready(board, votes('----...')), { carried: false });
    assert.equal(decidedAlready(board, votes('+++-...')), null);
  });
  test('with the chair’s vote counted on a tie', () => {
    assert.deepEqual(decidedAlready(board, votes('+++--.')), { carried: true });
    assert.equal(decidedAlready(board, votes('.++--+')), null);
  });
});

describe('An election', () => {
  const names: Record<string, string> = { a: 'Ane', b: 'Bo', c: 'Cai' };
  const elect = (
    papers: readonly (readonly string[])[],
    seats: number,
    tie: BallotRule['tie'],
    quorum = 0,
    written = false,
  ) => {
    const rule = { tie, quorum, written };
    const tally = electionTallyOf(
      Object.keys(names),
      papers.map((choices, at) => ({ weight: 1, casting: at === 0, recused: false, choices })),
    );
    return whoWasElected(edition2025, rule, countElection(rule, seats, tally), (key) => names[key] ?? key).da;
  };
  test('is won by most votes', () => {
    assert.equal(elect([['a'], ['a'], ['b']], 1, 'falls'), 'Valgt: Ane (2), efter flest stemmer.');
  });
  test('is taken again among those who are equal, where no rule breaks the tie', () => {
    assert.equal(
      elect([['a', 'b'], ['a', 'c'], []], 2, 'falls'),
      'Valgt: Ane (2); Bo og Cai står lige, og der stemmes om igen mellem dem.',
    );
  });
  test('is settled by the chair’s own vote where the rule says so', () => {
    assert.equal(
      elect([['b'], ['c']], 1, 'chair-decides'),
      'Valgt: Bo (1), og forpersonens stemme afgjorde mellem dem, der stod lige.',
    );
  });
  test('is settled by lot', () => {
    assert.equal(
      elect([['b'], ['c']], 1, 'lot'),
      'Valgt: Bo (1), efter lodtrækning mellem dem, der stod lige.',
    );
  });
  test('elects nobody where too few are there, or too few have answered by letter', () => {
    const few = 'Ingen er valgt: 2 deltog, og der skal mindst 3 til.';
    assert.equal(elect([['a'], ['a']], 1, 'falls', 3), few);
    assert.equal(elect([['a'], ['a']], 1, 'falls', 3, true), few);
  });
  test('elects nobody whom nobody voted for', () => {
    assert.equal(elect([['a'], []], 2, 'falls'), 'Valgt: Ane (1), efter flest stemmer.');
  });
});

test('two voters are told that their vote cannot be secret, three are not', () => {
  assert.ok(secrecyAtRisk(2));
  assert.equal(secrecyAtRisk(3), null);
});

test('a count that gives everything to one choice tells how everybody voted', () => {
  assert.equal(allAlike([4, 0, 0], 4), true);
  assert.equal(allAlike([3, 1, 0], 4), false);
  assert.equal(allAlike([0, 0, 0], 0), false);
});
