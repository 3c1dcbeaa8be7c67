import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../db/client.ts';
import { communityTables, migrationsDone, type Table } from './tables.ts';

export const format = 'faelled-community';
export const formatVersion = 1;

/**
 * The whole community as JSON lines: a header, one line per row with its table, and a last line with the number of
 * rows and the SHA-256 of all lines before it. Tables go by name and rows by primary key, so that the same community
 * always gives the same bytes. Files are base64. Read from one moment, however long it takes.
 */
export async function writeCommunity(db: Db, write: (chunk: string) => Promise<void>): Promise<number> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const hash = createHash('sha256');
      const put = async (lines: string) => {
        hash.update(lines);
        await write(lines);
      };
      await sql`set local statement_timeout = 0`.execute(tx);
      await put(
        `${JSON.stringify({ format, version: formatVersion, migrations: await migrationsDone(tx) })}\n`,
      );
      let rows = 0;
      for (const table of await communityTables(tx)) {
        for await (const lines of linesOf(tx, table)) {
          rows += lines.length;
          await put(`${lines.join('\n')}\n`);
        }
      }
      await write(`${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`);
      return rows;
    });
}

/** The rows of a table as lines, some at a time: few where a row may hold a file. */
async function* linesOf(tx: Tx, table: Table): AsyncGenerator<readonly string[]> {
  const holdsFiles = table.columns.some((column) => column.type === 'bytea');
  const columns = table.columns.map((column) =>
    column.type === 'bytea'
      ? sql`translate(encode(${sql.ref(column.name)}, 'base64'), E'\n', '') as ${sql.ref(column.name)}`
      : sql.ref(column.name),
  );
  const order = table.key.map((column) =>
    column.type === 'text' ? sql`${sql.ref(column.name)} collate "C"` : sql.ref(column.name),
  );
  await sql`declare lines no scroll cursor for
    select row_to_json(r)::text as row from (select ${sql.join(columns)} from ${sql.table(table.name)}
      order by ${sql.join(order)}) r`.execute(tx);
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(holdsFiles ? 2 : 1000)} from lines`.execute(
      tx,
    );
    if (rows.length === 0) break;
    yield rows.map(({ row }) => `{"table":"${table.name}","row":${row}}`);
  }
  await sql`close lines`.execute(tx);
}
