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
  if (!embedded.joined) await dropLeftovers(embedded.connectionString);
  process.once('beforeExit', () => void embedded.stop());
  return embedded.connectionString;
}

let found: Promise<string> | undefined;
const server = (): Promise<string> => (found ??= findServer());

async function dropLeftovers(connectionString: string): Promise<void> {
  const admin = openDatabase({ connectionString }, { max: 1 });
  const { rows } = await sql<{ datname: string }>`
    select datname from pg_database where datname like 'faelled\\_test\\_%' or datname like 'faelled\\_template\\_%'`.execute(
    admin,
  );
  for (const { datname } of rows) await sql`drop database ${sql.ref(datname)} with (force)`.execute(admin);
  await admin.destroy();
}

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

/** A database of one's own, migrated and empty: copied from a template that is made once for each set of migrations. */
export async function freshDatabase(): Promise<TestDatabase> {
  const template = `faelled_template_${sha256(
    migrations()
      .map((m) => m.hash)
      .join(),
  ).slice(0, 12)}`;
  const name = `faelled_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const address = await server();
  const admin = openDatabase({ connectionString: address }, { max: 1 });
  try {
    await admin.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(7303)`.execute(connection);
      const { rows } = await sql`select 1 from pg_database where datname = ${template}`.execute(connection);
      if (rows.length === 0) await makeTemplate(connection, template, address);
      await sql`create database ${sql.ref(name)} template ${sql.ref(template)}`.execute(connection);
      await sql`select pg_advisory_unlock(7303)`.execute(connection);
    });
  } finally {
    await admin.destroy();
  }
  const url = addressOf(name, address);
  const db = openDatabase({ connectionString: url }, { max: 4 });
  return {
    db,
    url,
    drop: async () => {
      await db.destroy();
      const cleaner = openDatabase({ connectionString: address }, { max: 1 });
      await sql`drop database if exists ${sql.ref(name)} with (force)`.execute(cleaner);
      await cleaner.destroy();
    },
  };
}

async function makeTemplate(connection: Db, template: string, address: string): Promise<void> {
  const draft = `${template}_draft`;
  await sql`drop database if exists ${sql.ref(draft)} with (force)`.execute(connection);
  await sql`create database ${sql.ref(draft)}`.execute(connection);
  const db = openDatabase({ connectionString: addressOf(draft, address) }, { max: 1 });
  await migrate(db);
  await db.destroy();
  await sql`alter database ${sql.ref(draft)} rename to ${sql.ref(template)}`.execute(connection);
}
