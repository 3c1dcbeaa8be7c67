import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { dateIn, plusDays } from '../lib/time.ts';
import {
  correctsEntry,
  divideSeatOn,
  endSeatOn,
  heldAsRecorded,
  heldOn,
  type SeatTime,
} from './seat-history.ts';

const first = '2026-03-01';
const length = 30;
const days = Array.from({ length }, (_, index) => plusDays(first, index));
const day = fc.constantFrom(...days);

/** What people do with seats, each on the day after the one before. */
type Step =
  | { readonly does: 'seat'; readonly from: string; readonly to: string | null }
  | { readonly does: 'end'; readonly which: number; readonly to: string | null }
  | { readonly does: 'divide'; readonly which: number; readonly on: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('seat' as const), from: day, to: fc.option(day) }),
  fc.record({ does: fc.constant('end' as const), which: fc.nat(5), to: fc.option(day) }),
  fc.record({ does: fc.constant('divide' as const), which: fc.nat(5), on: day }),
);

function carryOut(seats: readonly SeatTime[], doing: Step, today: string): readonly SeatTime[] {
  if (doing.does === 'seat') {
    const to = doing.to !== null && doing.to < doing.from ? null : doing.to;
    return [...seats, { from: doing.from, to, recordedOn: today, endRecordedOn: to === null ? null : today }];
  }
  const chosen = seats[doing.which % Math.max(seats.length, 1)];
  if (!chosen) return seats;
  const others = seats.filter((seat) => seat !== chosen);
  if (doing.does === 'end') {
    const ended = endSeatOn(chosen, doing.to, today);
    return 'seat' in ended ? [...others, ended.seat] : seats;
  }
  const divided = divideSeatOn(chosen, doing.on, plusDays(doing.on, -1), today);
  return 'ended' in divided ? [...others, divided.ended, divided.begun] : seats;
}

/** For each day until `asOf`, how many seats the records of `asOf` say were held. */
const told = (seats: readonly SeatTime[], asOf: string): readonly number[] =>
  days.filter((on) => on <= asOf).map((on) => seats.filter((seat) => heldAsRecorded(seat, on, asOf)).length);

describe('the history of seats', () => {
  test('a wrong role is corrected in place on the seat’s first day or the day it was recorded, never later', () => {
    const seat: SeatTime = { from: '2026-03-05', to: null, recordedOn: '2026-03-05', endRecordedOn: null };
    assert.ok(correctsEntry(seat, null, '2026-03-05'), 'the first day');
    assert.ok(correctsEntry(seat, '2026-03-05', '2026-03-04'), 'before it begins');
    assert.ok(!correctsEntry(seat, null, '2026-03-06'), 'the day after');
    assert.ok(!correctsEntry(seat, '2026-03-05', '2026-03-06'), 'the first day, said a day late');
    assert.ok(!correctsEntry(seat, '2026-03-07', '2026-03-05'), 'a later day divides');
    const late = { ...seat, from: '2026-03-01' };
    assert.ok(correctsEntry(late, '2026-03-01', '2026-03-05'), 'recorded today for an earlier day');
    assert.ok(!correctsEntry(late, null, '2026-03-05'), 'from today on it divides');
  });

  test('what the records told on a day they tell for ever, whatever is ended, changed or registered late', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: length }), (steps) => {
        let seats: readonly SeatTime[] = [];
        const known: { readonly asOf: string; readonly told: readonly number[] }[] = [];
        steps.forEach((doing, index) => {
          const today = days[index] as string;
          seats = carryOut(seats, doing, today);
          for (const earlier of known)
            assert.deepEqual(told(seats, earlier.asOf), earlier.told, `as recorded on ${earlier.asOf}`);
          known.push({ asOf: today, told: told(seats, today) });
        });
      }),
      { numRuns: 2_000 },
    );
  });

  test('what is recorded today is what is known today', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: length }), (steps) => {
        let seats: readonly SeatTime[] = [];
        steps.forEach((doing, index) => {
          seats = carryOut(seats, doing, days[index] as string);
        });
        const today = days[steps.length - 1] as string;
        for (const on of days.filter((each) => each <= today))
          for (const seat of seats)
            assert.equal(heldAsRecorded(seat, on, today), heldOn(seat, on), JSON.stringify({ seat, on }));
      }),
    );
  });

  test('another role takes nothing from the days a person sat, and adds none', () => {
    fc.assert(
      fc.property(day, fc.option(day), day, day, (from, to, on, today) => {
        const seat: SeatTime = { from, to, recordedOn: first, endRecordedOn: null };
        fc.pre(to === null || to >= from);
        const divided = divideSeatOn(seat, on, plusDays(on, -1), today);
        fc.pre('ended' in divided);
        for (const date of days) {
          const parts: readonly SeatTime[] = [divided.ended, divided.begun].filter((part) =>
            heldOn(part, date),
          );
          assert.equal(parts.length, heldOn(seat, date) ? 1 : 0, date);
        }
      }),
    );
  });
});

describe('the deeds with seats, on the database', () => {
  let c: TestCommunity;
  before(async () => {
    c = await testCommunity('2016');
  });
  after(() => c.end());

  const recorded = async (body: string): Promise<readonly SeatTime[]> =>
    (await c.app.db.selectFrom('seats').selectAll().where('body_id', '=', body).execute()).map((row) => ({
      from: row.from_on,
      to: row.to_on,
      recordedOn: dateIn(Temporal.Instant.from(row.recorded_at)),
      endRecordedOn: row.end_recorded_at === null ? null : dateIn(Temporal.Instant.from(row.end_recorded_at)),
    }));

  test('keep what the records told on every earlier day', async () => {
    let number = 0;
    const people = ['board1', 'board2', 'member', 'former'] as const;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        c.setNow(`${first}T08:00:00Z`);
        number += 1;
        const name = `Faggruppe ${number}`;
        const { id } = await c.act(
          'staff',
          'establish-body',
          {},
          { kind: 'expert-group', name, from: first },
        );
        const body = String(id);
        const known: { readonly asOf: string; readonly told: readonly number[] }[] = [];
        for (const [index, doing] of steps.entries()) {
          const today = days[index] as string;
          c.setNow(`${today}T09:00:00Z`);
          const seats = await c.app.db
            .selectFrom('seats')
            .select(['id', 'role'])
            .where('body_id', '=', body)
            .orderBy('id')
            .execute();
          const chosen = doing.does === 'seat' ? undefined : seats[doing.which % Math.max(seats.length, 1)];
          if (doing.does === 'seat')
            await c.try(
              'staff',
              'seat-person',
              { id: body },
              {
                person: c.people[people[index % people.length] as (typeof people)[number]],
                role: 'member',
                from: doing.from,
                ...(doing.to === null ? {} : { to: doing.to }),
              },
            );
          else if (chosen && doing.does === 'end')
            await c.try('staff', 'change-seat', { id: chosen.id }, { to: doing.to });
          else if (chosen && doing.does === 'divide')
            await c.try(
              'staff',
              'change-seat',
              { id: chosen.id },
              {
                role: chosen.role === 'member' ? 'observer' : 'member',
                on: doing.on,
              },
            );
          const now = await recorded(body);
          for (const earlier of known)
            assert.deepEqual(told(now, earlier.asOf), earlier.told, `as recorded on ${earlier.asOf}`);
          known.push({ asOf: today, told: told(now, today) });
        }
      }),
      { numRuns: 15 },
    );
  });
});
