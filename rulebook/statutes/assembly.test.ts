import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixedAgenda } from './agenda.ts';
import { statutesById } from './editions.ts';
import { electedTerm, onElection, substituteTerm, type ElectedSeat } from './elections.ts';
import { lateness, proposalLateness, type AssemblyDates } from './lateness.ts';
import { boardQuorum, carries, extraordinaryThreshold, majorityFor } from './majority.ts';
import { feePercent, leftOn, regulatedFee, votesOf } from './members.ts';
import type { Statutes } from './statute.ts';

const now = statutesById('2026-03-17') as Statutes;
const before2026 = statutesById('2019-05-06') as Statutes;
const unknown = statutesById('2016-05-03') as Statutes;

describe('the fixed agenda', () => {
  const notes = (year: number, vacant: Parameters<typeof fixedAgenda>[3] = []) =>
    Object.fromEntries(
      fixedAgenda(now, 'ordinary', year, vacant).flatMap(({ number, note }) =>
        note === null ? [] : [[number, note.da]],
      ),
    );

  test('has nine items, numbered, proposals eighth and any other business last', () => {
    const items = fixedAgenda(now, 'ordinary', 2027);
    assert.deepEqual(
      items.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    );
    assert.equal(items[7]?.holdsProposals, true);
    assert.equal(items[8]?.place, 'last');
    assert.ok(items.every(({ rule }) => rule.id === 'V27'));
  });

  test('says in even years that the chair is not on election', () => {
    assert.deepEqual(notes(2026), { 3: 'ikke på valg', 4: 'halvdelen er på valg' });
    assert.deepEqual(notes(2027), { 4: 'den anden halvdel er på valg' });
  });

  test('says nothing of the kind when the chair has left', () => {
    assert.deepEqual(notes(2026, ['chair']), { 4: 'halvdelen er på valg' });
  });

  test('an extraordinary assembly elects who chairs it and no more by itself', () => {
    assert.deepEqual(
      fixedAgenda(now, 'extraordinary', 2026).map(({ key }) => key),
      ['elect-meeting-chair'],
    );
  });

  test('is empty where the text is unknown', () =>
    assert.deepEqual(fixedAgenda(unknown, 'ordinary', 2017), []));
});

describe('who stands for election', () => {
  const seat = (person: string, electedIn: number, role: ElectedSeat['role'] = 'member'): ElectedSeat => ({
    person,
    role,
    electedIn,
  });
  const board = [
    seat('Karla', 2025, 'chair'),
    seat('Bo', 2024),
    seat('Signe', 2024),
    seat('Omar', 2025),
    seat('Ditte', 2025),
  ];
  const standing = (seats: readonly ElectedSeat[], year: number) =>
    onElection(now, seats, year).standing.map(({ person }) => person);

  for (const [year, names] of [
    [2025, []],
    [2026, ['Bo', 'Signe']],
    [2027, ['Karla', 'Bo', 'Signe', 'Omar', 'Ditte']],
  ] as const)
    test(`in ${year}: ${names.join(', ') || 'nobody'}`, () =>
      assert.deepEqual(
        standing(
          board.filter(({ electedIn }) => year !== 2025 || electedIn === 2025),
          year,
        ),
        [...names],
      ));

  test('a chair elected in an even year stands again in the next odd one', () => {
    assert.deepEqual(standing([seat('Karla', 2026, 'chair')], 2027), ['Karla']);
    assert.deepEqual(standing([seat('Karla', 2026, 'chair')], 2026), []);
  });

  test('halves out of step are told', () => {
    assert.equal(onElection(now, board, 2026).balanced, true);
    assert.equal(
      onElection(
        now,
        board.map((each) => ({ ...each, electedIn: 2025 })),
        2026,
      ).balanced,
      false,
    );
    const five = [seat('a', 2024), seat('b', 2024), seat('c', 2025), seat('d', 2025), seat('e', 2025)];
    assert.equal(onElection(now, five, 2026).balanced, true, 'two of five is as near to half as can be');
  });

  test('where the statutes are not known, nobody is said to stand', () => {
    const { standing: none, rule, balanced } = onElection(unknown, board, 2026);
    assert.deepEqual([none, rule, balanced], [[], null, true]);
  });

  test('one elected sits two years, and a chair elected in an even year only until the next odd one', () => {
    const until = (role: ElectedSeat['role'], year: number) => electedTerm(now, role, year)?.until;
    assert.deepEqual(
      [until('member', 2026), until('member', 2027), until('chair', 2027), until('chair', 2026)],
      [2028, 2029, 2029, 2027],
    );
    assert.equal(electedTerm(now, 'member', 2026)?.rule.id, 'V18');
    assert.equal(electedTerm(unknown, 'member', 2017), null);
  });

  test('a substitute sits out what was left of the term', () => {
    const term = substituteTerm(now, 2025, '2026-09-01');
    assert.deepEqual([term?.from, term?.until, term?.rule.id], ['2026-09-01', 2027, 'V18']);
    assert.equal(substituteTerm(unknown, 2016, '2017-01-01'), null);
  });
});

describe('what a question takes', () => {
  test('each question has its own majority and rule', () => {
    const asked = (question: Parameters<typeof majorityFor>[1]) => {
      const { majority, base, tie, rule } = majorityFor(now, question) ?? {};
      return [majority, base, tie, rule?.id];
    };
    assert.deepEqual(asked('board'), ['simple', 'cast', 'chair-decides', 'V19']);
    assert.deepEqual(asked('assembly'), ['simple', 'cast', 'falls', 'V23']);
    assert.deepEqual(asked('election'), ['simple', 'cast', 'falls', 'V23']);
    assert.deepEqual(asked('statutes'), ['two-thirds', 'present', 'falls', 'V32']);
    assert.deepEqual(asked('dissolution'), ['two-thirds', 'present', 'falls', 'V33']);
    assert.equal(majorityFor(unknown, 'statutes'), null);
  });

  test('one who abstains counts against a change of the statutes, and not against anything else', () => {
    const count = { for: 20, against: 5, abstaining: 6, chair: null };
    const carried = (question: 'statutes' | 'assembly') => {
      const asked = majorityFor(now, question);
      assert.ok(asked);
      return carries(asked, count);
    };
    assert.deepEqual([carried('statutes'), carried('assembly')], [false, true]);
  });

  for (const [members, quorum] of [
    [5, 3],
    [6, 3],
    [7, 4],
    [8, 4],
  ] as const)
    test(`${quorum} of a board of ${members} can decide`, () =>
      assert.equal(boardQuorum(now, members), quorum));

  for (const [members, threshold] of [
    [1, 1],
    [78, 26],
    [79, 27],
    [80, 27],
    [81, 27],
    [82, 28],
  ] as const)
    test(`${threshold} of ${members} members can ask for a new board`, () =>
      assert.equal(extraordinaryThreshold(now, members), threshold));
});

describe('members and fees', () => {
  test('a member has one vote when somebody is there for it', () =>
    assert.deepEqual([votesOf(now, 0), votesOf(now, 1), votesOf(now, 4)], [0, 1, 1]));

  test('leaving counts from the day it is registered', () =>
    assert.equal(leftOn(now, '2026-09-03'), '2026-09-03'));

  for (const [joinedOn, percent] of [
    ['2026-01-01', 100],
    ['2026-07-01', 100],
    ['2026-07-02', 50],
    ['2026-12-31', 50],
  ] as const)
    test(`who joins on ${joinedOn} pays ${percent} %`, () =>
      assert.equal(feePercent(now, joinedOn), percent));

  test('the fee follows the index since 2026 and not before, and is not rounded', () => {
    assert.equal(regulatedFee(now, 2_500_000, 103, 100), 2_575_000);
    assert.equal(regulatedFee(now, 100, 1, 3), 100 / 3);
    assert.equal(regulatedFee(before2026, 2_500_000, 103, 100), null);
  });

  test('where the text is unknown nothing is answered', () =>
    assert.deepEqual(
      [votesOf(unknown, 1), leftOn(unknown, '2017-01-01'), feePercent(unknown, '2017-01-01')],
      [null, null, null],
    ));
});

describe('a general assembly out of time', () => {
  const dates: AssemblyDates = {
    kind: 'ordinary',
    meeting: '2026-05-18',
    noticeGivenOn: '2026-04-18',
    papersSentOn: '2026-05-10',
    minutesPublishedOn: '2026-06-01',
    wishTreatedOn: null,
  };
  const late = (more: Partial<AssemblyDates>, today = '2026-06-20') =>
    lateness(now, { ...dates, ...more }, today).map(({ rule, because, cure }) => [rule, because.da, cure.da]);

  test('on its last days nothing is wrong', () => assert.deepEqual(late({}), []));

  test('called a day too late, it is told from which day it can be held', () =>
    assert.deepEqual(late({ noticeGivenOn: '2026-04-19' }), [
      [
        'V24',
        'Indkaldelsen blev sendt den 19. april 2026; sidste dag var den 18. april 2026.',
        'Hold generalforsamlingen den 19. maj 2026 eller senere.',
      ],
    ]));

  test('not called at all is late from the day after the last day', () => {
    const notYet = { noticeGivenOn: null, papersSentOn: null, minutesPublishedOn: null };
    assert.deepEqual(late(notYet, '2026-04-18'), []);
    assert.deepEqual(
      late(notYet, '2026-04-19').map(([rule]) => rule),
      ['V24'],
    );
    assert.deepEqual(
      late(notYet, '2026-06-02').map(([rule]) => rule),
      ['V24', 'V26', 'V28'],
    );
  });

  test('in June it is out of season, but an extraordinary one is not', () => {
    const june = { meeting: '2026-06-01', minutesPublishedOn: '2026-06-02' };
    assert.deepEqual(late(june), [
      [
        'V22',
        'Den er sat til den 1. juni 2026.',
        'Vælg en dag i april eller maj, eller kald den ekstraordinær, hvis den er det.',
      ],
    ]);
    assert.deepEqual(late({ ...june, kind: 'extraordinary' }), []);
  });

  test('an extraordinary one is held within four weeks of the board treating the wish', () => {
    const asked: Partial<AssemblyDates> = {
      kind: 'extraordinary',
      meeting: '2026-09-30',
      noticeGivenOn: '2026-09-02',
      minutesPublishedOn: '2026-10-01',
    };
    assert.deepEqual(late({ ...asked, wishTreatedOn: '2026-09-02' }), []);
    assert.deepEqual(late({ ...asked, wishTreatedOn: '2026-09-01' }), [
      [
        'V30',
        'Bestyrelsen behandlede ønsket den 1. september 2026, og generalforsamlingen er sat til den 30. september 2026.',
        'Hold den senest den 29. september 2026.',
      ],
    ]);
  });

  test('minutes published late cannot be undone, and papers sent late are for the assembly to accept', () => {
    const [papers, minutes] = late({ papersSentOn: '2026-05-11', minutesPublishedOn: '2026-06-02' });
    assert.match(String(papers?.[2]), /den 19\. maj 2026 eller senere, eller lad den tage stilling/);
    assert.match(String(minutes?.[2]), /kan ikke gøres om/);
  });

  test('a proposal of the 4th is in time for the 18th, one of the 5th is not', () => {
    assert.equal(proposalLateness(now, 'ordinary', '2026-05-18', '2026-05-04'), null);
    assert.equal(proposalLateness(now, 'ordinary', '2026-05-18', '2026-05-05')?.rule, 'V25');
    assert.equal(proposalLateness(now, 'extraordinary', '2026-05-18', '2026-05-17'), null);
  });

  test('statutes whose text is unknown blame nobody', () =>
    assert.deepEqual(
      lateness(unknown, { ...dates, meeting: '2017-12-01', noticeGivenOn: null }, '2018-01-01'),
      [],
    ));
});
