import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { latestMoment, nextMoment, wayOf } from './moments.ts';

const instants = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));

test('The morning’s work is at seven in Copenhagen, in summer and in winter', () => {
  const at = (text: string) => nextMoment(Temporal.Instant.from(text)).toString();
  assert.equal(at('2026-07-01T04:59:00Z'), '2026-07-01T05:00:00Z');
  assert.equal(at('2026-12-01T05:59:00Z'), '2026-12-01T06:00:00Z');
  assert.equal(at('2026-10-24T05:00:00Z'), '2026-10-25T06:00:00Z');
  assert.equal(at('2027-03-27T06:00:00Z'), '2027-03-28T05:00:00Z');
});

test('Every moment is at seven, the latest is not after now, and the next follows it within a day or a week', () => {
  fc.assert(
    fc.property(instants, fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }), (now, weekday) => {
      const [latest, next] = [latestMoment(now, weekday), nextMoment(now, weekday)];
      for (const moment of [latest, next]) {
        const local = moment.toZonedDateTimeISO('Europe/Copenhagen');
        assert.deepEqual([local.hour, local.minute, local.second], [7, 0, 0]);
        if (weekday !== undefined) assert.equal(local.dayOfWeek, weekday);
      }
      assert.ok(Temporal.Instant.compare(latest, now) <= 0 && Temporal.Instant.compare(next, now) > 0);
      const hours = latest.until(next).total('hours');
      assert.ok(Math.abs(hours - (weekday === undefined ? 24 : 168)) <= 1, String(hours));
    }),
  );
});

test('What would come too late in the digest chosen comes earlier, and what nobody wants does not come', () => {
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 1, max: 20 * 24 }),
      fc.constantFrom('daily' as const, 'weekly' as const),
      (now, hours, chosen) => {
        const neededBy = now.add({ hours }).toString();
        const way = wayOf(chosen, { notice: false, neededBy }, now);
        const arrives = way === 'weekly' ? nextMoment(now, 1) : way === 'daily' ? nextMoment(now) : now;
        assert.ok(Temporal.Instant.compare(arrives, Temporal.Instant.from(neededBy)) < 0);
        assert.equal(wayOf('never', { notice: false, neededBy }, now), null);
        assert.equal(wayOf('never', { notice: true, neededBy }, now), 'at-once');
      },
    ),
  );
});
