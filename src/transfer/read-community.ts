import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../db/client.ts';
import { communityTables, migrationsDone, type Table } from './tables.ts';
import { format, formatVersion } from './write-community.ts';

/** A file that is not a whole, unchanged community, or a database that cannot take it. */
export class NotImportable extends Error {
  override readonly name = 'NotImportable';
}

const linePattern = /^\{"table":"([a-z_]+)","row":(\{.*\})\}$/s;
const batchRows = 1000;
const batchCharacters = 4_000_000;

/**
 * Reads what `writeCommunity` wrote into an empty database, all or nothing. Rows go in as they stand, so that
 * writing them again gives the same bytes. Returns the number of rows.
 * @throws NotImportable with a sentence for the person at the keyboard
 */
export async function readCommunity(db: Db, lines: AsyncIterable<string>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    const tables = new Map((await communityTables(tx)).map((table) => [table.name, table]));
    await mustBeEmpty(tx, tables);
    const restore = await deferReferences(tx);
    const rows = await readRows(tx, tables, lines);
    await sql`set constraints all immediate`.execute(tx);
    await restore();
    await continueNumbers(tx);
    return rows;
  });
}

async function mustBeEmpty(tx: Tx, tables: ReadonlyMap<string, Table>): Promise<void> {
  for (const name of tables.keys()) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(tx);
    if (rows.length > 0)
      throw new NotImportable(`the database is not empty: there are rows in ${name}. Import into a new one.`);
  }
}

async function readRows(
  tx: Tx,
  tables: ReadonlyMap<string, Table>,
  lines: AsyncIterable<string>,
): Promise<number> {
  const hash = createHash('sha256');
  let number = 0;
  let total = 0;
  let ended = false;
  let batch: { table: Table; rows: string[]; size: number } | null = null;
  const flush = async () => {
    if (batch) await insert(tx, batch.table, batch.rows, number);
    batch = null;
  };
  for await (const line of lines) {
    if (line === '') continue;
    number += 1;
    if (ended) throw new NotImportable(`line ${number}: there is something after the last line`);
    if (number === 1) {
      await checkHeader(tx, line);
    } else {
      const match = linePattern.exec(line);
      if (!match) {
        await flush();
        checkEnd(line, number, total, hash.copy().digest('hex'));
        ended = true;
        continue;
      }
      const table = tables.get(match[1] as string);
      if (!table) throw new NotImportable(`line ${number}: there is no table ${match[1]}`);
      if (batch && (batch.table !== table || batch.rows.length >= batchRows || batch.size > batchCharacters))
        await flush();
      batch ??= { table, rows: [], size: 0 };
      batch.rows.push(match[2] as string);
      batch.size += line.length;
      total += 1;
    }
    hash.update(`${line}\n`);
  }
  if (!ended) throw new NotImportable('the file stops before its last line: part of it is missing');
  return total;
}

async function checkHeader(tx: Tx, line: string): Promise<void> {
  const header = parse(line, 1) as { format?: unknown; version?: unknown; migrations?: unknown };
  if (header.format !== format || header.version !== formatVersion)
    throw new NotImportable('line 1: this is not a community exported by this version of Fælled');
  const here = await migrationsDone(tx);
  if (JSON.stringify(header.migrations) !== JSON.stringify(here))
    throw new NotImportable(
      'the file was exported by another version: the database there had other migrations. Bring both to the same version first.',
    );
}

function checkEnd(line: string, number: number, rows: number, sha256: string): void {
  const end = parse(line, number) as { rows?: unknown; sha256?: unknown };
  if (typeof end.sha256 !== 'string') throw new NotImportable(`line ${number}: this is not a row`);
  if (end.rows !== rows || end.sha256 !== sha256)
    throw new NotImportable('the file has been changed since it was exported: its fingerprint does not fit');
}

function parse(line: string, number: number): object {
  try {
    const value: unknown = JSON.parse(line);
    if (value !== null && typeof value === 'object') return value;
  } catch {
    // falls through to the same answer
  }
  throw new NotImportable(`line ${number}: this is not JSON`);
}

async function insert(tx: Tx, table: Table, rows: readonly string[], line: number): Promise<void> {
  const names = table.columns.map((column) => sql.ref(column.name));
  const values = table.columns.map((column) =>
    column.type === 'bytea'
      ? sql`decode(convert_from(${sql.ref(column.name)}, 'UTF8'), 'base64')`
      : sql.ref(column.name),
  );
  try {
    await sql`insert into ${sql.table(table.name)} (${sql.join(names)}) select ${sql.join(values)}
      from json_populate_recordset(null::${sql.table(table.name)}, ${`[${rows.join(',')}]`}::json)`.execute(
      tx,
    );
  } catch (error) {
    throw new NotImportable(`before line ${line}, table ${table.name}: ${(error as Error).message}`);
  }
}

/** Lets rows name each other in any order until the end; the tables' owner may do this, no superuser is needed. */
async function deferReferences(tx: Tx): Promise<() => Promise<void>> {
  const { rows } = await sql<{ table: string; name: string }>`
    select c.conrelid::regclass::text as table, c.conname as name from pg_constraint c
    join pg_namespace n on n.oid = c.connamespace where c.contype = 'f' and n.nspname = current_schema()`.execute(
    tx,
  );
  const alter = async (how: string) => {
    for (const row of rows)
      await sql`alter table ${sql.table(row.table)} alter constraint ${sql.ref(row.name)} ${sql.raw(how)}`.execute(
        tx,
      );
  };
  await alter('deferrable initially deferred');
  return () => alter('not deferrable');
}

/** Running numbers go on after the highest imported. */
async function continueNumbers(tx: Tx): Promise<void> {
  const { rows } = await sql<{ table: string; column: string; sequence: string }>`
    select c.relname as table, a.attname as column, pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind = 'r' and a.attidentity <> '' and not a.attisdropped`.execute(
    tx,
  );
  for (const row of rows) {
    await sql`select setval(${row.sequence}, greatest(1, (select coalesce(max(${sql.ref(row.column)}), 0) from ${sql.table(row.table)})),
      exists (select 1 from ${sql.table(row.table)}))`.execute(tx);
  }
}
