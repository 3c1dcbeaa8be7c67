import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';

describe('instants from the database', () => {
  let database: TestDatabase;
  before(async () => void (database = await freshDatabase()));
  after(() => database.drop());

  const told = async (written: string): Promise<string> => {
    const { rows } = await sql<{ at: string }>`select ${written}::timestamptz as at`.execute(database.db);
    return rows[0]?.at as string;
  };

  test('are ISO text in UTC to the millisecond, whatever zone they were written in', async () => {
    assert.equal(await told('2026-03-29 02:30:00+02'), '2026-03-29T00:30:00.000Z');
    assert.equal(await told('2026-11-24T09:30:00.250Z'), '2026-11-24T09:30:00.250Z');
    assert.equal(await told('2026-11-24T09:30:00.5Z'), '2026-11-24T09:30:00.500Z');
    assert.equal(await told('2026-11-24T09:30:00.000999Z'), '2026-11-24T09:30:00.000Z');
    assert.equal(await told('2026-12-31T23:59:59.999999Z'), '2026-12-31T23:59:59.999Z');
    assert.equal(await told('0001-01-01T00:00:00Z'), '0001-01-01T00:00:00.000Z');
  });

  test('are told of years that take five digits', async () => {
    assert.equal(await told('10026-11-24T09:30:00Z'), '+010026-11-24T09:30:00.000Z');
  });
});
