import { sql } from 'kysely';
import { openDatabase, type Db } from '../src/db/client.ts';
import { migrate, migrations } from '../src/db/migrate.ts';
import { sha256 } from '../src/lib/hash.ts';

/** A PostgreSQL that tests may make databases on: set by the test runner, else the developer's own. */
const server = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:55432/postgres';

const urlOf = (name: string): string => {
  const url = new URL(server);
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
  const admin = openDatabase({ connectionString: server }, { max: 1 });
  try {
    await admin.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(7302)`.execute(connection);
      const { rows } = await sql`select 1 from pg_database where datname = ${template}`.execute(connection);
      if (rows.length === 0) await makeTemplate(connection, template);
      await sql`create database ${sql.ref(name)} template ${sql.ref(template)}`.execute(connection);
      await sql`select pg_advisory_unlock(7302)`.execute(connection);
    });
  } finally {
    await admin.destroy();
  }
  const db = openDatabase({ connectionString: urlOf(name) }, { max: 4 });
  return {
    db,
    url: urlOf(name),
    drop: async () => {
      await db.destroy();
      const cleaner = openDatabase({ connectionString: server }, { max: 1 });
      await sql`drop database if exists ${sql.ref(name)} with (force)`.execute(cleaner);
      await cleaner.destroy();
    },
  };
}

async function makeTemplate(connection: Db, template: string): Promise<void> {
  const draft = `${template}_draft`;
  await sql`drop database if exists ${sql.ref(draft)} with (force)`.execute(connection);
  await sql`create database ${sql.ref(draft)}`.execute(connection);
  const db = openDatabase({ connectionString: urlOf(draft) }, { max: 1 });
  await migrate(db);
  await db.destroy();
  await sql`alter database ${sql.ref(draft)} rename to ${sql.ref(template)}`.execute(connection);
}
