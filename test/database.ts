import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase, type Db } from '../src/db/client.ts';
import { migrate, migrations } from '../src/db/migrate.ts';
import { sha256 } from '../src/lib/hash.ts';

/**
 * A PostgreSQL that tests may make databases on: the one of TEST_DATABASE_URL, which the test runner sets, else an
 * embedded one shared by every test file of this checkout, so that a single file can be run by itself.
 */
async function findServer(): Promise<string> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return given;
  const { startEmbedded } = await import('../src/db/embedded.ts');
  const folder = join(tmpdir(), `faelled-tests-${sha256(import.meta.dirname).slice(0, 12)}`);
  const embedded = await startEmbedded(folder, { durable: false });
  if (!embedded.joined)
    for (const kind of ['test', 'template', 'demo'])
      await dropNamed(`faelled_${kind}_`, embedded.connectionString);
  process.once('beforeExit', () => void embedded.stop());
  return embedded.connectionString;
}

let found: Promise<string> | undefined;
const server = (): Promise<string> => (found ??= findServer());

const addressOf = (name: string, address: string): string => {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.toString();
};

export interface TestDatabase {
  readonly db: Db;
  readonly url: string;
  drop(): Promise<void>;
}

/** A database that others are copied from: what is in it, and how it gets there. */
export interface Template {
  /** Tells it from other templates; a template that is there already is not made again. */
  readonly name: string;
  fill(url: string): Promise<void>;
}

/** Migrated and empty; made once for each set of migrations. */
const empty: Template = {
  name: `faelled_template_${sha256(
    migrations()
      .map((m) => m.hash)
      .join(),
  ).slice(0, 12)}`,
  fill: async (url) => {
    const db = openDatabase({ connectionString: url }, { max: 1 });
    await migrate(db);
    await db.destroy();
  },
};

/** A database of one's own, migrated and empty. */
export const freshDatabase = (): Promise<TestDatabase> => copyOf(empty);

/** A database of one's own, copied from a template. */
export async function copyOf(template: Template): Promise<TestDatabase> {
  const address = await server();
  await onServer(address, (connection) => made(connection, template, address));
  const name = await copied(template.name, address);
  const url = addressOf(name, address);
  const db = openDatabase({ connectionString: url }, { max: 4 });
  return {
    db,
    url,
    drop: async () => {
      await db.destroy();
      await dropDatabase(name, address);
    },
  };
}

/**
 * Beginning of the names of the templates that only one run uses: what is in them depends on the code as it is then.
 */
export const templatesOf = (run: string): string => `faelled_demo_${run}_`;

/** Drops every database of a server whose name begins like this. */
export async function dropNamed(beginning: string, address: string): Promise<void> {
  const { rows } = await onServer(address, (connection) =>
    sql<{
      datname: string;
    }>`select datname from pg_database where starts_with(datname, ${beginning})`.execute(connection),
  );
  for (const { datname } of rows) await dropDatabase(datname, address);
}

const dropDatabase = (name: string, address: string) =>
  onServer(address, (connection) =>
    sql`drop database if exists ${sql.ref(name)} with (force)`.execute(connection),
  );

/** Does something on one connection to the server itself. */
async function onServer<T>(address: string, work: (connection: Db) => Promise<T>): Promise<T> {
  const admin = openDatabase({ connectionString: address }, { max: 1 });
  try {
    return await admin.connection().execute(work);
  } finally {
    await admin.destroy();
  }
}

/** Makes a template unless it is there; others who want it wait meanwhile. */
async function made(connection: Db, { name, fill }: Template, address: string): Promise<void> {
  const draft = `${name}_draft`;
  await sql`select pg_advisory_lock(hashtext(${name}))`.execute(connection);
  const { rows } = await sql`select 1 from pg_database where datname = ${name}`.execute(connection);
  if (rows.length === 0) {
    await dropDatabase(draft, address);
    await sql`create database ${sql.ref(draft)}`.execute(connection);
    await fill(addressOf(draft, address));
    await sql`alter database ${sql.ref(draft)} rename to ${sql.ref(name)}`.execute(connection);
  }
  await sql`select pg_advisory_unlock(hashtext(${name}))`.execute(connection);
}

/** A copy of a database that nobody is connected to; one at a time, since copying takes the template for itself. */
async function copied(template: string, address: string): Promise<string> {
  const name = `faelled_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await onServer(address, async (connection) => {
    await sql`select pg_advisory_lock(7303)`.execute(connection);
    await sql`create database ${sql.ref(name)} template ${sql.ref(template)}`.execute(connection);
    await sql`select pg_advisory_unlock(7303)`.execute(connection);
  });
  return name;
}
