import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './types.ts';

/** The database, or a transaction on it: queries take either. */
export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

const { builtins } = pg.types;

/** Dates stay text (`2026-11-24`), instants become ISO text in UTC, bigint becomes a number (øre, journal rows). */
const types = new pg.TypeOverrides();
types.setTypeParser(builtins.DATE, (value) => value);
types.setTypeParser(builtins.TIMESTAMPTZ, instantOf);
types.setTypeParser(builtins.INT8, (value) => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint out of range: ${value}`);
  return number;
});

/** `2026-11-24 09:30:00.25+00`, as sessions in UTC write it, to `2026-11-24T09:30:00.250Z`; what is finer is cut off. */
function instantOf(value: string): string {
  // Anything else (years beyond 9999 or before Christ) is rare, and read with care.
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/.test(value)) return new Date(value).toISOString();
  return `${value.slice(0, 10)}T${value.slice(11, 19)}.${value.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`;
}

/**
 * What every session is set to. Data that is asked for lies in memory or on a solid disk, so a row found by an index
 * costs hardly more than the next one; statements are short, so compiling them never pays.
 */
export const sessionOptions = '-c TimeZone=UTC -c statement_timeout=30000 -c jit=off -c random_page_cost=1.1';

export interface DatabaseAddress {
  readonly connectionString?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
}

const addresses = new WeakMap<Db, DatabaseAddress>();

/**
 * Where a database that was opened here is: for a connection beside its pool.
 * @throws Error for anything else, a transaction for instance
 */
export function addressOf(db: Db): DatabaseAddress {
  const address = addresses.get(db);
  if (!address) throw new Error('only a database opened by openDatabase has an address');
  return address;
}

/**
 * Opens a pool on the database.
 * @param onError told when an idle connection is lost; the pool replaces it
 */
export function openDatabase(
  address: DatabaseAddress,
  options: { readonly max?: number; readonly onError?: (error: Error) => void } = {},
): Db {
  const pool = new pg.Pool({
    ...address,
    max: options.max ?? 10,
    types,
    options: sessionOptions,
    application_name: 'faelled',
  });
  pool.on('error', (error) => options.onError?.(error));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  addresses.set(db, address);
  return db;
}
