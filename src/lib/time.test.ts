import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateIn, dateOf } from './time.ts';

test('an instant told by the database has the same date in Copenhagen as the instant itself', () => {
  const within = {
    min: new Date('1896-01-01T00:00:00Z'),
    max: new Date('2999-12-31T00:00:00Z'),
    noInvalidDate: true,
  };
  fc.assert(
    fc.property(fc.date(within), fc.integer({ min: 0, max: 23 }), (date, hour) => {
      const at = `${date.toISOString().slice(0, 11)}${String(hour).padStart(2, '0')}:59:59.999Z`;
      assert.equal(dateOf(at), dateIn(Temporal.Instant.from(at)));
    }),
    { numRuns: 2_000 },
  );
});
