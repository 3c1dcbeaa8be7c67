import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql, type KyselyPlugin } from 'kysely';
import { testCommunity, type Person, type TestCommunity } from '../../../test/community.ts';
import { makeMeeting } from '../../../test/meetings.ts';
import { openDatabase, type Db } from '../../db/client.ts';
import { perform } from '../../deeds/perform.ts';
import { newId } from '../../lib/id.ts';
import { castVote } from './commands/cast-vote.ts';
import { closeBallot } from './commands/close-ballot.ts';
import { envelopeLabel } from './count.ts';
import { unseal } from './seal.ts';

let c: TestCommunity;
before(async () => {
  c = await testCommunity('2025');
});
after(() => c.end());

const voters = ['chair', 'board1', 'board2', 'board3', 'board4'] as const;
const choices: Readonly<Record<(typeof voters)[number], string>> = {
  chair: 'for',
  board1: 'against',
  board2: 'for',
  board3: 'abstaining',
  board4: 'for',
};

async function open(form: 'named' | 'secret'): Promise<string> {
  const item = await (await makeMeeting(c)).item();
  return String((await c.act('manager', 'open-ballot', { id: item }, { question: 'Skal vi?', form }))['id']);
}
const voteOf = (app: TestCommunity['app'], person: string, id: string, choice: string, key?: string) =>
  perform(app, castVote, {
    personId: person,
    params: { id },
    input: { choices: choice },
    idempotencyKey: key,
  });

/** Everything the database holds, system columns and statistics with it, as one text for each row. */
async function dump(db: Db): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname = 'public'
    union all select 'pg_catalog.pg_statistic' union all select 'pg_catalog.pg_stat_user_tables'`.execute(db);
  const all: string[] = [];
  for (const { name } of tables) {
    const system = name.includes('pg_stat_') ? '' : ', t.xmin::text, t.cmin::text, t.ctid::text';
    const { rows } = await sql<{
      row: string;
    }>`select row_to_json(x)::text as row from (select t.*${sql.raw(system)} from ${sql.raw(name)} t) x`.execute(
      db,
    );
    all.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return all;
}

describe('a secret vote links nobody to a choice', () => {
  const marks = (lines: readonly string[], ballot: string) =>
    lines.filter((line) => line.includes(ballot) && /"(for|against|abstaining)"/.test(line));

  test('while it is open: not one row of the database tells a choice, and no envelope opens without the key file', async () => {
    const id = await open('secret');
    for (const person of voters) await voteOf(c.app, c.people[person], id, choices[person], newId());
    const rows = await c.app.db
      .selectFrom('ballot_electors')
      .selectAll()
      .where('ballot_id', '=', id)
      .execute();
    assert.equal(new Set(rows.map((row) => row.sealed?.length)).size, 1, 'all envelopes are equally long');
    assert.equal(new Set(rows.map((row) => row.sealed)).size, rows.length, 'equal choices look different');
    for (const row of rows) assert.deepEqual([row.choices, row.cast_at], [null, null]);
    const lines = await dump(c.app.db);
    const telling = marks(lines, id).filter((line) => !line.startsWith('public.ballot_choices'));
    assert.deepEqual(telling, [], 'no row of any table has box and choice together');
    const key = await readFile(join(c.app.config.dataFolder, 'ballots', `${id}.key`));
    for (const secret of [key.toString('base64'), key.toString('hex'), key.subarray(-32).toString('hex')])
      assert.ok(!lines.some((line) => line.includes(secret)), 'the key is nowhere in the database');
    const [first, second] = rows as [(typeof rows)[number], (typeof rows)[number]];
    assert.throws(
      () => unseal(key, envelopeLabel(id, second.id), String(first.sealed)),
      'an envelope opens for no other voter',
    );
  });

  test('when it is closed: no join of what is left parts the voters by what they chose', async () => {
    const id = await open('secret');
    const before = new Map<string, string>();
    for (const person of voters) await voteOf(c.app, c.people[person], id, choices[person], newId());
    await c.act('manager', 'close-ballot', { id });
    const { rows } = await sql<Record<string, unknown>>`
      select xmin::text, weight, casting, recused, has_voted, choices, cast_at, sealed, length(receipt_hash) as receipt
      from ballot_electors where ballot_id = ${id} and not casting`.execute(c.app.db);
    for (const row of rows) before.set(JSON.stringify(row), '');
    assert.equal(
      before.size,
      1,
      'apart from who they are, all voters look the same, down to the transaction',
    );
    const sums = await sql<{ xmin: string }>`
      select distinct xmin::text from ballot_choices where ballot_id = ${id}`.execute(c.app.db);
    assert.equal(sums.rows.length, 1, 'the sums were written together');
    const lines = await dump(c.app.db);
    const telling = marks(lines, id).filter(
      (line) => !/^public\.(ballot_choices|ballots) /.test(line) && !line.includes('"close-ballot"'),
    );
    assert.deepEqual(telling, []);
    const people = new Set<string>(voters.map((person) => c.people[person]));
    for (const line of marks(lines, id))
      assert.ok(![...people].some((person) => line.includes(person)), `names a voter: ${line}`);
    const journal = await c.app.db.selectFrom('journal').selectAll().where('subject_id', '=', id).execute();
    const cast = journal.filter((row) => row.deed === 'cast-vote');
    assert.equal(
      new Set(cast.map((row) => JSON.stringify(row.after))).size,
      1,
      'the journal says the same of all',
    );
  });

  test('the export of the community holds neither envelope nor choice once it is closed', async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ballot_electors e
      join ballots b on b.id = e.ballot_id where b.form = 'secret' and b.closed_at is not null
      and (e.sealed is not null or e.choices is not null or e.cast_at is not null)`.execute(c.app.db);
    assert.equal(rows[0]?.n, 0);
  });
});

describe('each votes once', () => {
  test(
    'two hundred voters at once, each pressing twice: every vote is counted once',
    { timeout: 120_000 },
    async () => {
      const item = await (await makeMeeting(c)).item();
      const id = String(
        (await c.act('manager', 'open-ballot', { id: item }, { question: 'Skal vi?', form: 'named' }))['id'],
      );
      const people = Array.from({ length: 200 }, () => newId());
      await c.app.db
        .insertInto('people')
        .values(
          people.map((person, at) => ({
            id: person,
            name: `Vælger ${at}`,
            email: `v${at}@test.example`,
            recorded_at: '2026-01-01T00:00:00Z',
          })),
        )
        .execute();
      await c.app.db
        .insertInto('ballot_electors')
        .values(people.map((person) => ({ id: newId(), ballot_id: id, person_id: person })))
        .execute();
      const results = await Promise.all(
        people.flatMap((person, at) => {
          const choice = at % 4 === 0 ? 'against' : 'for';
          return [voteOf(c.app, person, id, choice), voteOf(c.app, person, id, choice)];
        }),
      );
      assert.equal(results.filter(({ kind }) => kind === 'done').length, 200);
      assert.equal(results.filter(({ kind }) => kind === 'refused').length, 200);
      const { result } = (await c.act('manager', 'close-ballot', { id })) as {
        result: { for: number; against: number };
      };
      assert.deepEqual([result.for, result.against], [150, 50]);
    },
  );

  test('votes that come while the box is being closed are counted or refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await open('secret');
      const [closing, ...votes] = await Promise.all([
        perform(c.app, closeBallot, { personId: c.people.manager, params: { id }, input: {} }),
        ...voters.map((person) => voteOf(c.app, c.people[person], id, 'for')),
      ]);
      assert.equal(closing?.kind, 'done');
      const counted = closing?.kind === 'done' ? (closing.output['result'] as { for: number }).for : -1;
      assert.equal(counted, votes.filter(({ kind }) => kind === 'done').length);
    }
  });
});

/** A database whose n-th statement never reaches PostgreSQL, and whose connections die with it. */
function dyingAt(url: string, n: number): { db: Db; died: () => boolean } {
  let seen = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      seen += 1;
      if (seen === n) throw new Error('the process died');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    db: openDatabase({ connectionString: url }, { max: 1 }).withPlugin(plugin),
    died: () => seen >= n,
  };
}

test('a vote that dies between any two statements is refused or counted, and never lost after its receipt', async () => {
  for (const form of ['named', 'secret'] as const) {
    const id = await open(form);
    let receipt = null as string | null;
    for (let n = 1; receipt === null; n += 1) {
      assert.ok(n < 60, 'it ends');
      const { db, died } = dyingAt(c.url, n);
      const result = await voteOf({ ...c.app, db }, c.people.board1, id, 'for').catch(() => null);
      await db.destroy();
      const row = await c.app.db
        .selectFrom('ballot_electors')
        .select('has_voted')
        .where('ballot_id', '=', id)
        .where('person_id', '=', c.people.board1)
        .executeTakeFirstOrThrow();
      if (result?.kind === 'done') receipt = String(result.output['receipt']);
      assert.equal(row.has_voted, receipt !== null, `${form}, dead at statement ${n}`);
      assert.ok(receipt !== null || died());
    }
    for (const person of ['chair', 'board2'] as const satisfies readonly Person[])
      await voteOf(c.app, c.people[person], id, 'for');
    const { result } = (await c.act('manager', 'close-ballot', { id })) as { result: { for: number } };
    assert.equal(result.for, 3);
  }
});
