import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { comingBreaches } from './coming-breaches.ts';
import { composition, type ComposedBody } from './composition.ts';
import { addDays } from './dates.ts';
import { editionById } from './editions.ts';
import type { Edition, SeatFact } from './rule.ts';

const edition = editionById('2025') as Edition;
const today = '2026-06-01';
const board: ComposedBody = { kind: 'board', establishedOn: '2026-01-01', closedOn: null, level: null };
const seat = (person: string, more: Partial<SeatFact> = {}): SeatFact => ({
  person,
  organisation: person,
  role: 'member',
  voting: true,
  from: '2026-01-01',
  to: null,
  alsoIn: [],
  ...more,
});
const board5 = (chairUntil: string | null): readonly SeatFact[] => [
  seat('Karla', { role: 'chair', to: chairUntil }),
  ...['Bo', 'Signe', 'Omar', 'Ditte', 'Nanna'].map((name) => seat(name)),
];
const told = (seats: readonly SeatFact[]) =>
  comingBreaches(edition, board, seats, today).map(({ rule, beganOn }) => [rule, beganOn]);

describe('breaches that are coming', () => {
  test('a chair who leaves in July is announced in June, with the first day without a chair', () =>
    assert.deepEqual(told(board5('2026-07-01')), [['composition.board-chair', '2026-07-02']]));

  test('a chair who leaves in half a year is not announced yet', () =>
    assert.deepEqual(told(board5('2026-12-01')), []));

  test('a chair who has left already is a breach of today and not a coming one', () =>
    assert.deepEqual(told(board5('2026-05-01')), []));

  test('nothing is announced where the next chair is chosen', () =>
    assert.deepEqual(
      told([...board5('2026-07-01'), seat('Ida', { role: 'chair', from: '2026-07-02' })]),
      [],
    ));

  const day = fc.integer({ min: -100, max: 120 }).map((days) => addDays(today, days));
  const anySeat = fc
    .record({
      person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      role: fc.constantFrom<SeatFact['role']>('chair', 'member', 'business-manager', 'substitute'),
      voting: fc.boolean(),
      from: day,
      length: fc.option(fc.integer({ min: 0, max: 120 })),
    })
    .map(({ length, ...one }) =>
      seat(one.person, { ...one, to: length === null ? null : addDays(one.from, length) }),
    );
  const bodies = fc.record({
    kind: fc.constant('board' as const),
    establishedOn: fc.constant('2026-01-01'),
    closedOn: fc.option(day),
    level: fc.constant(null),
  });

  test('whatever is announced is a breach on the day it begins, if nothing changes, and not the day before', () => {
    fc.assert(
      fc.property(bodies, fc.array(anySeat, { maxLength: 12 }), (body, seats) => {
        for (const { rule, beganOn } of comingBreaches(edition, body, seats, today)) {
          assert.ok(beganOn > today && beganOn <= addDays(today, 60));
          const on = composition(edition, body, seats, beganOn);
          assert.ok(on.some((each) => each.rule === rule && each.beganOn === beganOn));
          const before = composition(edition, body, seats, addDays(beganOn, -1));
          assert.ok(!before.some((each) => each.rule === rule && each.beganOn === beganOn));
        }
      }),
    );
  });

  test('every breach of the coming days that is none today is announced', () => {
    fc.assert(
      fc.property(
        bodies,
        fc.array(anySeat, { maxLength: 12 }),
        fc.integer({ min: 1, max: 60 }),
        (body, seats, days) => {
          const announced = comingBreaches(edition, body, seats, today);
          for (const { rule, beganOn } of composition(edition, body, seats, addDays(today, days)))
            if (beganOn > today)
              assert.ok(announced.some((each) => each.rule === rule && each.beganOn === beganOn));
        },
      ),
    );
  });
});
