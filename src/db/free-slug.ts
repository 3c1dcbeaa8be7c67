import { sql } from 'kysely';
import { slugOf } from '../lib/slug.ts';
import type { Tx } from './client.ts';

const tables = ['initiatives', 'bodies', 'organisations'] as const;
/** Addresses that mean something else. */
const taken = new Set(['new', 'import', 'export', 'en']);

/** A slug made from a name that no row of the table has yet; a number is added where needed. */
export async function freeSlug(tx: Tx, table: (typeof tables)[number], name: string): Promise<string> {
  const base = slugOf(name);
  await sql`select pg_advisory_xact_lock(hashtext(${`${table}/${base}`}))`.execute(tx);
  const rows = await tx.selectFrom(table).select('slug').where('slug', 'like', `${base}%`).execute();
  const used = new Set([...taken, ...rows.map((row) => row.slug)]);
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!used.has(slug)) return slug;
  }
}
