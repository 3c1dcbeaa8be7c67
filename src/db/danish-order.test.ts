import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';

describe('Danish order', () => {
  let database: TestDatabase;
  before(async () => void (database = await freshDatabase()));
  after(() => database.drop());

  it('sorts names as a Danish reader looks them up', async () => {
    const names = [
      'Ærø',
      'Århus',
      'Aalborg',
      'Zealand',
      'Ørsted',
      'abe',
      'Aarhus',
      'Albertslund',
      'Östersund',
    ];
    for (const name of names)
      await sql`insert into organisations (id, slug, name, kind, recorded_at)
        values (gen_random_uuid(), ${name}, ${name}, 'other', now())`.execute(database.db);
    const { rows } = await sql<{ name: string }>`select name from organisations order by name, id`.execute(
      database.db,
    );
    assert.deepEqual(
      rows.map((row) => row.name),
      names.toSorted(new Intl.Collator('da').compare),
    );
    assert.deepEqual(rows.map((row) => row.name).slice(0, 3), ['abe', 'Albertslund', 'Zealand']);
  });

  it('holds for every column that people’s names for things stand in', async () => {
    const { rows } = await sql<{ place: string; collation: string }>`
      select c.table_name || '.' || c.column_name as place, coalesce(c.collation_name, 'none') as collation
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'text'
        and column_name in ('name', 'region')
      order by 1`.execute(database.db);
    const technical = new Set([
      'migrations.name',
      'api_tokens.name',
      'community.name',
      'passkeys.name',
      'files.name',
    ]);
    assert.deepEqual(
      rows.filter((row) => row.collation !== 'da-x-icu' && !technical.has(row.place)),
      [],
    );
  });
});
