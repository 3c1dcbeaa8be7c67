import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { faelled, serving, type Serving } from '../../test/command-line.ts';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { sha256 } from '../lib/hash.ts';

describe('One command starts Fælled with the demo community', () => {
  let database: TestDatabase;
  let server: Serving;
  let environment: Record<string, string>;
  before(async () => {
    database = await freshDatabase();
    environment = { DATABASE_URL: database.url };
    server = await serving(['--edition', '2016'], environment);
  });
  after(async () => {
    await server.stop();
    await database.drop();
  });

  test('the console says where to go and as whom to sign in, in both languages', () => {
    const printed = server.printed();
    assert.ok(printed.includes(`http://localhost:${server.port}`));
    assert.ok(printed.includes('Log ind med ét klik'));
    assert.ok(printed.includes('Sign in with one click'));
    for (const name of ['forretningsleder', 'formand', 'projektleder', 'kommune', 'drift'])
      assert.ok(printed.includes(`${name}@demo.example`), name);
  });

  test('the portfolio answers', async () => {
    const answer = await fetch(`${server.base}/api/v1/initiatives/os2mo`);
    assert.equal(answer.status, 200);
    assert.equal(((await answer.json()) as { name: string }).name, 'OS2mo');
  });

  test('a second start on the same port says so, what to do, and stops', async () => {
    const second = await faelled(['serve'], { ...environment, PORT: String(server.port), HOST: '127.0.0.1' });
    assert.equal(second.code, 1);
    assert.match(second.err, /Port \d+ on 127\.0\.0\.1 is taken/);
    assert.match(second.err, /PORT=\d+ npm start/);
    assert.ok(!second.err.includes('    at '), 'no stack');
  });

  test('a token is made while the server runs, stands alone on the last line, and signs its person in', async () => {
    const made = await faelled(['token', '--person', 'Projektleder@demo.example'], environment);
    assert.equal(made.code, 0);
    const token = made.out.trim().split('\n').at(-1) as string;
    assert.match(token, /^[A-Za-z0-9_-]{20,100}$/);
    const row = await database.db
      .selectFrom('api_tokens as t')
      .innerJoin('people as p', 'p.id', 't.person_id')
      .select('p.email')
      .where('t.token_hash', '=', sha256(token))
      .executeTakeFirstOrThrow();
    assert.equal(row.email, 'projektleder@demo.example');
    const journal = await database.db
      .selectFrom('journal')
      .select(['deed', 'after'])
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    assert.equal(journal.deed, 'make-token');
    assert.ok(!JSON.stringify(journal.after).includes(token));
  });

  test('nobody gets a token for a person who is not there', async () => {
    const made = await faelled(['token', '--person', 'ingen@demo.example'], environment);
    assert.equal(made.code, 1);
    assert.equal(made.out, '');
  });

  test('stopped and started again it answers on what is there, and ends with 0', async () => {
    const before = await database.db.selectFrom('journal').select('hash').orderBy('seq').execute();
    assert.equal(await server.stop(), 0);
    server = await serving([], environment);
    assert.ok(!server.printed().includes('Preparing the demo'));
    const after = await database.db.selectFrom('journal').select('hash').orderBy('seq').execute();
    assert.deepEqual(after, before);
  });

  test('a start under another edition keeps the community’s own and says so', async () => {
    const other = await serving(['--edition', '2025'], environment);
    assert.match(other.printed(), /follows edition 2016/);
    assert.equal(await other.stop('SIGINT'), 0);
  });

  test('the community travels to an empty database and comes out the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faelled-cli-'));
    const target = await freshDatabase();
    try {
      const [first, second] = [join(folder, 'a.jsonl'), join(folder, 'b.jsonl')];
      assert.equal((await faelled(['export', first], environment)).code, 0);
      assert.equal((await faelled(['import', first], { DATABASE_URL: target.url })).code, 0);
      assert.equal((await faelled(['export', second], { DATABASE_URL: target.url })).code, 0);
      assert.ok(readFileSync(first).equals(readFileSync(second)));
      const again = await faelled(['import', first], { DATABASE_URL: target.url });
      assert.equal(again.code, 1);
      assert.match(again.err, /not empty/);
      writeFileSync(second, 'a,b\n');
      assert.match(
        (await faelled(['import', second], { DATABASE_URL: target.url })).err,
        /nothing was stored/,
      );
      for (const [name, says] of [
        [join(folder, 'c.jsonl'), /There is no file/],
        [folder, /is a folder/],
      ] as const) {
        const wrong = await faelled(['import', name], { DATABASE_URL: target.url });
        assert.equal(wrong.code, 1);
        assert.match(wrong.err, says);
        assert.doesNotMatch(wrong.err, /Error:/);
      }
    } finally {
      await target.drop();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('Fælled on the embedded database', () => {
  test('makes a token while the server runs, and the server takes it at once', async () => {
    const data = mkdtempSync(join(tmpdir(), 'faelled-token-'));
    const environment = { FAELLED_DATA: data };
    try {
      const server = await serving(['--empty'], environment);
      try {
        const set = await fetch(`${server.base}/set-up`, {
          method: 'POST',
          redirect: 'manual',
          headers: { origin: `http://localhost:${server.port}` },
          body: new URLSearchParams({
            community: 'Prøve',
            edition: '2025',
            name: 'Mona Først',
            email: 'mona@ny.example',
            organisation: 'Nyby Kommune',
            kind: 'municipality',
          }),
        });
        assert.equal(set.status, 303, await set.text());
        const made = await faelled(['token', '--person', 'mona@ny.example'], environment);
        assert.equal(made.code, 0, made.err);
        const token = made.out.trimEnd().split('\n').at(-1) as string;
        assert.match(token, /^faelled_[A-Za-z0-9_-]+$/);
        const me = await fetch(`${server.base}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
        assert.equal(((await me.json()) as { name: string }).name, 'Mona Først');
      } finally {
        assert.equal(await server.stop(), 0);
      }
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  });
});

describe('Fælled without demo data', () => {
  test('starts empty, and says that the first visit names the community', async () => {
    const database = await freshDatabase();
    const server = await serving(['--empty'], { DATABASE_URL: database.url });
    try {
      assert.match(server.printed(), /The community is empty/);
      assert.deepEqual(await database.db.selectFrom('people').select('id').execute(), []);
    } finally {
      assert.equal(await server.stop(), 0);
      await database.drop();
    }
  });
});

const wrong: readonly [string, readonly string[], number, RegExp][] = [
  ['no command', [], 2, /token --person/],
  ['an unknown command', ['fly'], 2, /no command fly/],
  ['an unknown option', ['token', '--hat', 'x'], 2, /Usage: faelled token/],
  ['a token for nobody', ['token'], 1, /Say whose token/],
  ['an import of nothing', ['import'], 1, /Say which file/],
  ['a seed without a number', ['seed'], 1, /from 1 to 100000/],
  ['a seed of too much', ['seed', '--initiatives', '1e9'], 1, /from 1 to 100000/],
];
for (const [what, args, code, says] of wrong) {
  test(`${what} is answered with a sentence and exit code ${code}`, async () => {
    const ran = await faelled(args);
    assert.equal(ran.code, code);
    assert.match(ran.out + ran.err, says);
    assert.ok(!ran.err.includes('    at '), 'no stack');
  });
}

test('a database that does not answer is said in a sentence without its password', async () => {
  const ran = await faelled(['export'], { DATABASE_URL: 'postgres://x:hemmeligt@127.0.0.1:9/none' });
  assert.equal(ran.code, 1);
  assert.match(ran.err, /database cannot be used/);
  assert.ok(!ran.err.includes('hemmeligt'));
});

test('the help speaks the language of the terminal', async () => {
  const danish = await faelled(['--help'], { LANG: 'da_DK.UTF-8' });
  assert.equal(danish.code, 0);
  assert.match(danish.out, /Brug: npx faelled/);
  assert.match((await faelled(['--help'])).out, /Usage: npx faelled/);
});

test('a load test fills the database with what it promises', async () => {
  const database = await freshDatabase();
  try {
    await database.db
      .insertInto('community')
      .values({ name: 'Prøve', edition: '2016', created_at: '2026-01-01T00:00:00Z' })
      .execute();
    const ran = await faelled(['seed', '--initiatives', '50'], { DATABASE_URL: database.url });
    assert.equal(ran.code, 0, ran.err);
    const count = async (table: 'initiatives' | 'seats' | 'assessments') =>
      (
        await database.db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n;
    assert.deepEqual(
      [await count('initiatives'), await count('seats'), await count('assessments')],
      [50, 20, 1500],
    );
  } finally {
    await database.drop();
  }
});
