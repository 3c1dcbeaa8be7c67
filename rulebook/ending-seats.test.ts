import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { ComposedBody } from './composition.ts';
import { addDays } from './dates.ts';
import { editionById } from './editions.ts';
import { endingSeats, withoutSuccessor } from './ending-seats.ts';
import type { Edition, SeatFact } from './rule.ts';

const edition = editionById('2025') as Edition;
const board: ComposedBody = { kind: 'board', establishedOn: '2025-05-01', closedOn: null, level: null };
const seat = (person: string, more: Partial<SeatFact> = {}): SeatFact => ({
  person,
  organisation: person,
  role: 'member',
  voting: true,
  from: '2025-05-01',
  to: null,
  alsoIn: [],
  ...more,
});
const five = (more: Partial<SeatFact> = {}): readonly SeatFact[] => [
  seat('Karla', { role: 'chair' }),
  seat('Bo'),
  seat('Signe'),
  seat('Omar'),
  seat('Ditte', more),
];
const told = (seats: readonly SeatFact[], today: string, within?: number) =>
  endingSeats(edition, board, seats, today, within).map((each) => [
    each.seat.person,
    each.endsOn,
    each.breaks.map(({ rule }) => rule),
  ]);

describe('seats that end soon', () => {
  const seats = five({ to: '2026-12-31' });

  for (const [today, found] of [
    ['2026-10-31', false],
    ['2026-11-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ] as const)
    test(`on ${today} a seat until 31 December is ${found ? 'told' : 'not told'}`, () =>
      assert.equal(told(seats, today).length, found ? 1 : 0));

  test('say which rule breaks when nobody steps in', () =>
    assert.deepEqual(told(seats, '2026-12-01'), [['Ditte', '2026-12-31', ['composition.board-size']]]));

  test('break nothing where others are enough', () =>
    assert.deepEqual(told([...seats, seat('Nanna')], '2026-12-01'), [['Ditte', '2026-12-31', []]]));

  test('break nothing where a substitute begins the day after', () =>
    assert.deepEqual(told([...seats, seat('Nanna', { from: '2027-01-01' })], '2026-12-01'), [
      ['Ditte', '2026-12-31', []],
    ]));

  test('are no end where the same person carries on', () =>
    assert.deepEqual(told([...seats, seat('Ditte', { from: '2027-01-01' })], '2026-12-01'), []));

  test('say that the chair will be missing when the chair ends', () => {
    const chairless = [seat('Karla', { role: 'chair', to: '2026-12-31' }), ...five().slice(1), seat('Nanna')];
    assert.deepEqual(told(chairless, '2026-12-01'), [['Karla', '2026-12-31', ['composition.board-chair']]]);
  });

  test('come in the order they end', () => {
    const both = [...five({ to: '2026-12-31' }), seat('Nanna', { to: '2026-12-20' })];
    assert.deepEqual(
      told(both, '2026-12-01').map(([person]) => person),
      ['Nanna', 'Ditte'],
    );
  });

  test('are filled one by one by those who begin in the same role after them', () => {
    const both = [seat('Karla', { role: 'chair' }), ...five().slice(1, 3)].concat(
      seat('Omar', { to: '2026-12-31' }),
      seat('Ditte', { to: '2026-12-31' }),
    );
    const left = (more: readonly SeatFact[]) => {
      const all = [...both, ...more];
      return withoutSuccessor(endingSeats(edition, board, all, '2026-12-01'), all).map(
        (each) => each.seat.person,
      );
    };
    assert.deepEqual(left([]), ['Omar', 'Ditte']);
    assert.deepEqual(left([seat('Nanna', { from: '2027-01-15' })]), ['Ditte']);
    assert.deepEqual(left([seat('Nanna', { from: '2027-01-01', role: 'substitute' })]), ['Omar', 'Ditte']);
    assert.deepEqual(
      left([seat('Nanna', { to: '2027-02-01' }), seat('Nanna', { from: '2027-02-02' })]),
      ['Omar', 'Ditte'],
      'who goes on from one seat to the next follows nobody',
    );
  });

  test('that break a rule today already are not said to break it anew', () => {
    const four = five({ to: '2026-12-31' }).slice(1);
    const [, , rules] = told(four, '2026-12-01').at(-1) ?? [];
    assert.deepEqual(rules, []);
  });

  test('are told within the days asked for and never else', () => {
    const days = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(days, days, (end, within) => {
        const found = told(five({ to: addDays('2026-01-01', end) }), '2026-01-01', within);
        assert.equal(found.length, end <= within ? 1 : 0);
      }),
    );
  });
});
