import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { electedRoles, seatsElected, type ElectionFacts, type SeatHeld } from './elect.ts';

const seat = (person: string, more: Partial<SeatHeld> = {}): SeatHeld => ({
  id: `seat-${person}`,
  person,
  organisation: null,
  role: 'member',
  voting: true,
  electedIn: 2024,
  from: '2024-04-10',
  to: null,
  recordedOn: '2024-04-11',
  endRecordedOn: null,
  ...more,
});
const elect = (more: Partial<ElectionFacts>) =>
  seatsElected({
    body: { kind: 'board', closed: false, establishedOn: '2013-01-01' },
    within: false,
    role: 'member',
    elected: [{ person: 'anna', organisation: 'ballerup' }],
    seats: [],
    on: '2026-04-15',
    today: '2026-04-15',
    ...more,
  });

describe('the seats an election fills', () => {
  test('begin on the day of the general assembly and last two years', () => {
    assert.deepEqual(elect({}).established, [
      {
        person: 'anna',
        organisation: 'ballerup',
        role: 'member',
        voting: true,
        from: '2026-04-15',
        electedIn: 2026,
        until: 2028,
      },
    ]);
  });

  test('take the place of those whose term is over; who was elected last year stays', () => {
    const { ended } = elect({ seats: [seat('bo'), seat('carl', { electedIn: 2025 })] });
    assert.deepEqual(ended, [{ id: 'seat-bo', person: 'bo', to: '2026-04-14' }]);
  });

  test('one who is elected again gets a new seat after the old one', () => {
    const { ended, established } = elect({ seats: [seat('anna')] });
    assert.deepEqual([ended.map(({ person }) => person), established.length], [['anna'], 1]);
  });

  test('a substitute has no vote and sits as long as the others', () => {
    const [one] = elect({ role: 'substitute' }).established;
    assert.deepEqual([one?.voting, one?.until], [false, 2028]);
  });

  test('a chair elected in an even year stands again the year after, and the old one leaves', () => {
    const { ended, established } = elect({
      role: 'chair',
      seats: [seat('frida', { role: 'chair', electedIn: 2025 })],
    });
    assert.deepEqual([ended[0]?.person, established.map(({ until }) => until)], ['frida', [2027]]);
  });

  test('a group that elects its chair keeps the old one as a member, without a term', () => {
    const { ended, established } = elect({
      body: { kind: 'steering-group', closed: false, establishedOn: '2024-01-01' },
      within: true,
      role: 'chair',
      seats: [seat('anna'), seat('bo', { role: 'chair' })],
    });
    assert.deepEqual(ended.map(({ person }) => person).toSorted(), ['anna', 'bo']);
    assert.deepEqual(
      established.map(({ person, role, until }) => [person, role, until]),
      [
        ['anna', 'chair', null],
        ['bo', 'member', null],
      ],
    );
  });

  test('a board member chosen as deputy chair by the board keeps the term of the member', () => {
    const [one] = elect({
      within: true,
      role: 'deputy-chair',
      seats: [seat('anna', { electedIn: 2025 })],
    }).established;
    assert.deepEqual([one?.electedIn, one?.until], [2025, 2027]);
  });

  test('are not filled in a closed body, nor twice for one person', () => {
    assert.equal(
      elect({ body: { kind: 'board', closed: true, establishedOn: '2013-01-01' } }).problems.length,
      1,
    );
    assert.equal(elect({ seats: [seat('anna', { from: '2026-06-01' })] }).problems.length, 1);
    assert.equal(elect({ seats: [seat('anna', { from: '2026-04-15' })] }).problems.length, 1);
  });

  test('whoever is elected, nobody has two seats afterwards and every one elected has the role', () => {
    const person = fc.constantFrom('anna', 'bo', 'carl', 'dorte', 'erik');
    fc.assert(
      fc.property(
        fc.constantFrom(...electedRoles),
        fc.boolean(),
        fc.uniqueArray(person, { minLength: 1, maxLength: 3 }),
        fc.uniqueArray(
          fc.record({
            who: person,
            role: fc.constantFrom(...electedRoles),
            electedIn: fc.integer({ min: 2023, max: 2025 }),
          }),
          {
            selector: ({ who }) => who,
          },
        ),
        (role, within, elected, holders) => {
          const seats = holders.map(({ who, ...more }) => seat(who, more));
          const { established, ended, problems } = elect({
            role,
            within,
            elected: elected.map((each) => ({ person: each, organisation: null })),
            seats,
          });
          assert.deepEqual(problems, []);
          const gone = new Set(ended.map(({ id }) => id));
          const after = [...seats.filter(({ id }) => !gone.has(id)), ...established];
          assert.equal(new Set(after.map((each) => each.person)).size, after.length);
          for (const each of elected) assert.equal(after.find((one) => one.person === each)?.role, role);
        },
      ),
    );
  });
});
