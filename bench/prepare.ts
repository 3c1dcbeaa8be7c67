import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase, type Db } from '../src/db/client.ts';
import { startEmbedded } from '../src/db/embedded.ts';
import { migrate } from '../src/db/migrate.ts';
import { seed } from '../src/demo/seed.ts';
import { newId } from '../src/lib/id.ts';
import { makeToken } from '../src/people/make-token.ts';
import { editionOf } from '../src/rules/edition-of.ts';
import type { Sample } from './addresses.ts';
import { makeBoard, type BoardMade } from './meetings-data.ts';

export interface Place {
  /** Address of a database of the server. */
  addressOf(name: string): string;
  readonly what: string;
  close(): Promise<void>;
}

/** The PostgreSQL to measure on: one's own, or the embedded one in a folder that goes away afterwards. */
export async function findPlace(given: string | undefined): Promise<Place> {
  if (given) {
    const addressOf = (name: string) => {
      const url = new URL(given);
      url.pathname = `/${name}`;
      return url.toString();
    };
    return { addressOf, what: await versionOf(given), close: async () => undefined };
  }
  const folder = mkdtempSync(join(tmpdir(), 'faelled-bench-'));
  const embedded = await startEmbedded(folder);
  return {
    addressOf: embedded.addressOf,
    what: `${await versionOf(embedded.connectionString)}, embedded`,
    close: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function versionOf(connectionString: string): Promise<string> {
  const db = openDatabase({ connectionString }, { max: 1 });
  const { rows } = await sql<{
    v: string;
  }>`select 'PostgreSQL ' || current_setting('server_version') as v`.execute(db);
  await db.destroy();
  return rows[0]?.v ?? 'PostgreSQL';
}

export interface Prepared {
  readonly url: string;
  readonly size: number;
  readonly seconds: number;
  readonly sample: Sample & { readonly meeting: number };
  readonly ideas: readonly (Sample & { readonly caseId: string })[];
  /** The business manager and a token of theirs. */
  readonly manager: string;
  readonly token: string;
  readonly board: BoardMade;
}

/** A database of a size with everything in it, and a business manager's token. */
export async function prepare(place: Place, size: number, edition: string): Promise<Prepared> {
  const name = `faelled_bench_${size}`;
  const admin = openDatabase({ connectionString: place.addressOf('postgres') }, { max: 1 });
  await sql`drop database if exists ${sql.ref(name)} with (force)`.execute(admin);
  await sql`create database ${sql.ref(name)}`.execute(admin);
  await admin.destroy();
  const url = place.addressOf(name);
  const db = openDatabase({ connectionString: url });
  await migrate(db);
  const rules = editionOf(edition);
  const begun = performance.now();
  const now = new Date().toISOString();
  await seed(
    db,
    size,
    {
      id: rules.id,
      levels: rules.levels.map((level) => level.id),
      requirements: Object.keys(rules.requirements),
    },
    now,
  );
  const seconds = (performance.now() - begun) / 1000;
  const { person, token } = await businessManager(db, now);
  const board = await makeBoard(db, edition, now);
  const sample = await db
    .selectFrom('initiatives as i')
    .innerJoin('bodies as b', 'b.initiative_id', 'i.id')
    .select(['i.id', 'i.slug'])
    .where('i.stage', '=', 'product')
    .where('i.level', '=', 'N1')
    .orderBy('i.name')
    .limit(1)
    .executeTakeFirstOrThrow();
  const ideas = await db
    .selectFrom('initiatives as i')
    .innerJoin('cases as c', 'c.initiative_id', 'i.id')
    .select(['i.id', 'i.slug', 'c.id as caseId'])
    .where('i.stage', '=', 'idea')
    .where('c.kind', '=', 'placement')
    .orderBy('i.id')
    .execute();
  await sql`vacuum analyze`.execute(db);
  await db.destroy();
  return {
    url,
    size,
    seconds,
    sample: { ...sample, meeting: board.read.number },
    ideas,
    manager: person,
    token,
    board,
  };
}

async function businessManager(db: Db, now: string): Promise<{ person: string; token: string }> {
  const person = await db
    .selectFrom('people')
    .select('id')
    .orderBy('email')
    .limit(1)
    .executeTakeFirstOrThrow();
  const secretariat = await db
    .selectFrom('bodies')
    .select('id')
    .where('kind', '=', 'secretariat')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('seats')
    .values({
      id: newId(),
      body_id: secretariat.id,
      person_id: person.id,
      role: 'business-manager',
      voting: false,
      from_on: '2020-01-01',
      recorded_at: now,
    })
    .execute();
  const { token } = await makeToken(db, { personId: person.id, name: 'bench', expiresAt: null }, now);
  return { person: person.id, token };
}
