import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import type { Db } from '../db/client.ts';
import { appendToJournal } from '../journal/append.ts';
import { verifyJournal } from '../journal/verify.ts';
import { sha256 } from '../lib/hash.ts';
import { newId } from '../lib/id.ts';
import { linesIn } from './lines.ts';
import { NotImportable, readCommunity } from './read-community.ts';
import { leftBehind } from './tables.ts';
import { writeCommunity } from './write-community.ts';

const at = '2026-05-04T08:00:00.123456Z';
let source: TestDatabase;
const opened: TestDatabase[] = [];

const exported = async (db: Db): Promise<string> => {
  let text = '';
  await writeCommunity(db, async (chunk) => void (text += chunk));
  return text;
};
async function* inChunks(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 97) yield text.slice(at, at + 97);
}
const linesOf = (text: string) => linesIn(inChunks(text));
const empty = async (): Promise<Db> => {
  const database = await freshDatabase();
  opened.push(database);
  return database.db;
};

before(async () => {
  source = await freshDatabase();
  opened.push(source);
  await smallCommunity(source.db);
});
after(async () => {
  for (const database of opened) await database.drop();
});

test('A community exported, imported into an empty database and exported again is the same to the byte', async () => {
  const first = await exported(source.db);
  const target = await empty();
  const rows = await readCommunity(target, linesOf(first));
  assert.equal(rows, first.trim().split('\n').length - 2);
  assert.equal(await exported(target), first);
});

test('The journal’s chain still holds in the new place', async () => {
  const target = await empty();
  await readCommunity(target, linesOf(await exported(source.db)));
  assert.deepEqual(await verifyJournal(target), await verifyJournal(source.db));
  assert.deepEqual((await verifyJournal(target)).breaches, []);
});

test('A file stored as evidence is the same file after the journey', async () => {
  const target = await empty();
  await readCommunity(target, linesOf(await exported(source.db)));
  const file = await target.selectFrom('files').selectAll().executeTakeFirstOrThrow();
  assert.equal(sha256(file.content), file.hash);
});

test('Cases and decisions get the next free number after an import', async () => {
  const target = await empty();
  await readCommunity(target, linesOf(await exported(source.db)));
  const highest = await target.selectFrom('cases').select('number').executeTakeFirstOrThrow();
  const added = await target
    .insertInto('cases')
    .values({
      id: newId(),
      kind: 'information',
      question: 'Ny sag',
      status: 'decided',
      rule: 'x',
      edition: '2025',
      asked_at: at,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  assert.equal(added.number, highest.number + 1);
});

test('Nothing that signs anybody in is exported', async () => {
  const text = await exported(source.db);
  for (const table of leftBehind) assert.ok(!text.includes(`"table":"${table}"`), table);
  assert.ok(!text.includes('secret-hash'));
});

const spoiled: readonly [string, (text: string) => string, RegExp][] = [
  ['a file that stops in the middle', (text) => text.split('\n').slice(0, -3).join('\n'), /stops before/],
  ['a file in which a name was changed', (text) => text.replace('Ærø', 'Øre'), /has been changed/],
  [
    'a file with a row of no known table',
    (text) => text.replace('"table":"people"', '"table":"folk"'),
    /folk/,
  ],
  [
    'a file from another version',
    (text) => text.replace('001-community.sql', '000-other.sql'),
    /another version/,
  ],
  ['a file of another kind', () => '{"hello":1}\n', /not a community/],
  ['a file that is not JSON', () => 'navn;alder\n', /not JSON/],
  [
    'a file whose rows point at nothing',
    (text) => withoutOrganisations(text),
    /violates foreign key|changed/,
  ],
];
for (const [what, spoil, says] of spoiled) {
  test(`${what} is refused, and nothing of it is stored`, async () => {
    const text = await exported(source.db);
    const target = await empty();
    await assert.rejects(readCommunity(target, linesOf(spoil(text))), (error: Error) =>
      says.test(error.message),
    );
    assert.deepEqual(await target.selectFrom('people').select('id').execute(), []);
    assert.deepEqual(await target.selectFrom('journal').select('seq').execute(), []);
  });
}

test('A database that holds a community takes no other', async () => {
  const text = await exported(source.db);
  await assert.rejects(readCommunity(source.db, linesOf(text)), NotImportable);
});

/** The same export without organisations, with a fingerprint that fits: only the references are wrong. */
function withoutOrganisations(text: string): string {
  const lines = text
    .trim()
    .split('\n')
    .slice(0, -1)
    .filter((line) => !line.startsWith('{"table":"organisations"'));
  const body = `${lines.join('\n')}\n`;
  return `${body}${JSON.stringify({ rows: lines.length - 1, sha256: sha256(body) })}\n`;
}

async function smallCommunity(db: Db): Promise<void> {
  const organisation = newId();
  const person = newId();
  const initiative = newId();
  const content = Buffer.from([0, 1, 2, 255, 10, 13, 92, 120]);
  await db.insertInto('community').values({ name: 'Prøve', edition: '2025', created_at: at }).execute();
  await db
    .insertInto('organisations')
    .values({
      id: organisation,
      slug: 'aeroe',
      name: 'Ærø "Kommune"\u2028\n',
      kind: 'municipality',
      recorded_at: at,
    })
    .execute();
  await db
    .insertInto('people')
    .values({
      id: person,
      name: 'Prøve Person',
      email: 'a@demo.example',
      organisation_id: organisation,
      recorded_at: at,
    })
    .execute();
  await db
    .insertInto('initiatives')
    .values({
      id: initiative,
      slug: 'proeve',
      name: 'Prøve',
      origin: 'community',
      stage: 'idea',
      edition: '2025',
      registered_by: person,
      registered_at: at,
      stage_since: at,
      changed_at: at,
    })
    .execute();
  await db
    .insertInto('cases')
    .values({
      id: newId(),
      number: 41,
      initiative_id: initiative,
      kind: 'placement',
      question: 'Hvilket niveau?',
      status: 'draft',
      rule: 'x',
      edition: '2025',
      asked_at: at,
    })
    .execute();
  await db
    .insertInto('files')
    .values({
      hash: sha256(content),
      media_type: 'application/pdf',
      size: content.length,
      content,
      stored_at: at,
    })
    .execute();
  await db
    .insertInto('sessions')
    .values({
      id: newId(),
      person_id: person,
      token_hash: 'secret-hash',
      how: 'demo',
      created_at: at,
      seen_at: at,
      expires_at: at,
    })
    .execute();
  await db.transaction().execute((tx) =>
    appendToJournal(tx, {
      at,
      personId: person,
      deed: 'register-idea',
      subject: { kind: 'initiative', id: initiative },
      initiativeId: initiative,
      before: null,
      after: { name: 'Prøve', share: 1.5, list: [1, 'to'] },
      ground: 'member',
      edition: '2025',
    }),
  );
}
