import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { sha256 } from '../lib/hash.ts';
import type { Db } from './client.ts';

const folder = fileURLToPath(new URL('./migrations/', import.meta.url));

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

/** The numbered SQL files in order. */
export const migrations = (): readonly Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{3}-.+\.sql$/.test(name))
    .toSorted()
    .map((name) => {
      const text = readFileSync(folder + name, 'utf8');
      return { name, text, hash: sha256(text) };
    });

/**
 * Brings the database up to date: each file in one transaction, under an advisory lock so that several processes
 * may start at once. Returns the names carried out.
 * @throws Error when a file that has been carried out was edited afterwards
 */
export async function migrate(db: Db): Promise<readonly string[]> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(7301)`.execute(connection);
    try {
      await sql`create table if not exists migrations (name text primary key, hash text not null, carried_out_at timestamptz not null default now())`.execute(
        connection,
      );
      const done = new Map(
        (
          await sql<{ name: string; hash: string }>`select name, hash from migrations`.execute(connection)
        ).rows.map((row) => [row.name, row.hash]),
      );
      const carriedOut: string[] = [];
      for (const { name, text, hash } of migrations()) {
        const earlier = done.get(name);
        if (earlier !== undefined && earlier !== hash)
          throw new Error(`${name} was edited after it had been carried out; add a new migration instead`);
        if (earlier !== undefined) continue;
        await connection.transaction().execute(async (tx) => {
          await sql.raw(text).execute(tx);
          await sql`insert into migrations (name, hash) values (${name}, ${hash})`.execute(tx);
        });
        carriedOut.push(name);
      }
      return carriedOut;
    } finally {
      await sql`select pg_advisory_unlock(7301)`.execute(connection);
    }
  });
}
