import { sql } from 'kysely';
import type { Db } from '../db/client.ts';

/** What belongs to one installation and never leaves it: sign-in, tokens, keys, answers kept for repeats, what the clock has set off, migrations. */
export const leftBehind: ReadonlySet<string> = new Set([
  'migrations',
  'sessions',
  'sign_in_codes',
  'sign_in_attempts',
  'passkey_challenges',
  'api_tokens',
  'idempotency_keys',
  'signing_keys',
  'job_runs',
  'calendar_feeds',
]);

export interface Column {
  readonly name: string;
  readonly type: string;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The primary key, in its own order: rows are written in this order. */
  readonly key: readonly Column[];
}

/** Every table that makes up the community, by name, as the live database has them. */
export async function communityTables(db: Db): Promise<readonly Table[]> {
  const { rows } = await sql<{ name: string; columns: Column[]; key: Column[] | null }>`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by k.place)
        from pg_index i, unnest(i.indkey) with ordinality as k(attnum, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind = 'r'
    order by c.relname collate "C"`.execute(db);
  return rows
    .filter((row) => !leftBehind.has(row.name))
    .map((row) => {
      if (!row.key) throw new Error(`table ${row.name} has no primary key, so its rows have no stable order`);
      return { name: row.name, columns: row.columns, key: row.key };
    });
}

/** The names of the migrations carried out, in order. */
export async function migrationsDone(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from migrations order by name collate "C"`.execute(
    db,
  );
  return rows.map((row) => row.name);
}
