import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { faelled } from '../../test/command-line.ts';
import { freshDatabase } from '../../test/database.ts';
import type { Db } from '../db/client.ts';
import { appendToJournal, genesis, journalHash, type NewEntry } from './append.ts';
import { verifyJournal } from './verify.ts';

let c: TestCommunity;
let db: Db;
let head: string;

/** Someone with the database's own password, past the trigger that keeps the rows. */
const tamper = (...statements: readonly string[]) =>
  db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const statement of statements) await sql.raw(statement).execute(tx);
  });
const kinds = async (published?: string) =>
  (await verifyJournal(db, published)).breaches.map((breach) => `${breach.kind} ${breach.seq ?? ''}`.trim());

/** A row about nothing in particular. */
const entry = (n: number): NewEntry => ({
  at: '2026-11-24T09:00:00Z',
  personId: null,
  deed: 'register-idea',
  subject: { kind: 'initiative', id: String(n) },
  initiativeId: null,
  before: null,
  after: { n },
  ground: 'member',
  edition: '2025',
});

beforeEach(async () => {
  c = await testCommunity('2025');
  db = c.app.db;
  for (let n = 1; n <= 6; n += 1)
    await c.act('member', 'register-idea', {}, { name: `Idé ${n}`, summary: `Æblets værdi er ${n},5` });
  head = (await verifyJournal(db)).head;
});
afterEach(() => c.end());

describe('the journal tells when somebody has been at it', () => {
  test('a chain nobody has touched holds, and its rows are counted', async () => {
    const found = await verifyJournal(db, head);
    assert.deepEqual(found, { count: 6, head, breaches: [] });
  });

  test('an empty journal holds, and its head is the hash of nothing', async () => {
    await tamper('delete from journal');
    assert.deepEqual(await verifyJournal(db), { count: 0, head: genesis, breaches: [] });
  });

  test('the database itself refuses to change or delete a row', async () => {
    await assert.rejects(db.updateTable('journal').set({ deed: 'x' }).execute());
    await assert.rejects(db.deleteFrom('journal').execute());
  });

  for (const [column, value] of [
    ['after', `'{"name": "Noget andet"}'`],
    ['before', `'{"name": "Før"}'`],
    ['deed', `'place-initiative'`],
    ['person_id', 'null'],
    ['at', `at + interval '1 microsecond'`],
    ['ground', `'business-manager'`],
    ['edition', `'2016'`],
    ['subject_id', `'en anden'`],
    ['subject_kind', `'case'`],
    ['initiative_id', 'null'],
  ] as const) {
    test(`a row whose ${column} was edited is found`, async () => {
      await tamper(`update journal set ${column} = ${value} where seq = 3`);
      assert.deepEqual(await kinds(), ['edited 3']);
    });
  }

  test('a row edited and given a hash that fits is found at the row after it', async () => {
    const row = await db.selectFrom('journal').selectAll().where('seq', '=', 3).executeTakeFirstOrThrow();
    const changed = {
      at: row.at,
      personId: row.person_id,
      deed: row.deed,
      subject: { kind: row.subject_kind, id: row.subject_id },
      initiativeId: row.initiative_id,
      before: row.before,
      after: { name: 'Skrevet om' },
      ground: row.ground,
      edition: row.edition,
    };
    const hash = journalHash(3, changed, row.prev_hash);
    await tamper(`update journal set after = '{"name": "Skrevet om"}', hash = '${hash}' where seq = 3`);
    assert.deepEqual(await kinds(), ['out-of-chain 4']);
  });

  test('a deleted row is found, in the middle and at the beginning', async () => {
    await tamper('delete from journal where seq = 3');
    assert.deepEqual(await kinds(), ['missing 3']);
    await tamper('delete from journal where seq = 1');
    assert.deepEqual(await kinds(), ['missing 1', 'missing 3']);
  });

  test('a deleted row is found though the rows after it were given new numbers', async () => {
    await tamper('delete from journal where seq = 3', 'update journal set seq = seq - 1 where seq > 3');
    assert.ok((await kinds()).includes('out-of-chain 3'));
  });

  test('two rows that changed places are found', async () => {
    await tamper(
      'update journal set seq = -1 where seq = 3',
      'update journal set seq = 3 where seq = 4',
      'update journal set seq = 4 where seq = -1',
    );
    const found = await kinds();
    assert.ok(found.includes('out-of-chain 3') && found.includes('edited 3'), found.join());
  });

  test('a row put in between is found', async () => {
    await tamper(
      'update journal set seq = seq + 100 where seq > 3',
      'update journal set seq = seq - 99 where seq > 100',
      `insert into journal select 4, at, person_id, deed, subject_kind, subject_id, initiative_id, before,
        '{"name": "Sneget ind"}', ground, edition, hash, repeat('a', 64) from journal where seq = 3`,
    );
    const found = await kinds();
    assert.ok(found.includes('edited 4') && found.includes('out-of-chain 5'), found.join());
  });

  test('a tail cut off holds by itself, and is found against a head published before', async () => {
    await tamper('delete from journal where seq > 4');
    assert.deepEqual(await kinds(), []);
    assert.deepEqual(await kinds(head), ['head-unknown']);
  });

  test('a chain written wholly anew is found against a head published before', async () => {
    await tamper('delete from journal');
    await db.transaction().execute((tx) => appendToJournal(tx, entry(1)));
    assert.deepEqual(await kinds(), []);
    assert.deepEqual(await kinds(head), ['head-unknown']);
  });

  test('a head published earlier is still found when the journal has grown', async () => {
    await c.act('member', 'register-idea', {}, { name: 'Endnu en', summary: 'Senere' });
    assert.deepEqual(await kinds(head), []);
  });
});

test('npx faelled journal verify prints the count and the head, and its exit code says whether the chain holds', async () => {
  const database = await freshDatabase();
  try {
    for (const n of [1, 2, 3]) await database.db.transaction().execute((tx) => appendToJournal(tx, entry(n)));
    const environment = { DATABASE_URL: database.url };
    const { head: published } = await verifyJournal(database.db);
    const good = await faelled(['journal', 'verify', '--head', published], environment);
    assert.equal(good.code, 0, good.err);
    assert.match(good.out, /^rows 3$/m);
    assert.match(good.out, new RegExp(`^head ${published}$`, 'm'));
    await sql`alter table journal disable trigger journal_stands`.execute(database.db);
    await sql`delete from journal where seq = 3`.execute(database.db);
    const cut = await faelled(['journal', 'verify', '--head', published], environment);
    assert.equal(cut.code, 1);
    assert.match(cut.err, /nowhere in the chain/);
    await sql`update journal set deed = 'x' where seq = 1`.execute(database.db);
    const edited = await faelled(['journal', 'verify'], environment);
    assert.equal(edited.code, 1);
    assert.match(edited.err, /Row 1 was edited/);
    for (const args of [['check'], ['verify', '--head', 'abc'], ['verify', 'extra']])
      assert.equal((await faelled(['journal', ...args], environment)).code, 1, args.join(' '));
  } finally {
    await database.drop();
  }
});
