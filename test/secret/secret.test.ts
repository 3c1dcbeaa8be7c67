import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testCommunity, type TestCommunity } from '../community.ts';
import { makeMeeting } from '../meetings.ts';
import { newId } from '../../src/lib/id.ts';
import { castVote } from '../../src/meetings/ballots/commands/cast-vote.ts';
import { perform } from '../../src/deeds/perform.ts';
import { programs, startCluster, type Cluster } from './cluster.ts';

/**
 * A secret vote seen with the eyes of whoever has the backups: a dump by pg_dump, the write-ahead log and the server's log
 * with every statement in it. These programs come with a whole PostgreSQL, which CI installs.
 */
const folder = programs();
const names = ['Xylofon', 'Ocarina', 'Klavikord'] as const;

let cluster: Cluster;
let c: TestCommunity;
let ballot: string;
let key: Buffer;
/** Who votes, in the order they vote, and for whom. */
let votes: readonly { readonly person: string; readonly name: (typeof names)[number] }[] = [];
const at = { opened: '', voted: '', closed: '' };
let logged = { before: 0, voted: '' };

const lsn = async (): Promise<string> => {
  const { rows } = await sql<{ lsn: string }>`select pg_current_wal_flush_lsn()::text as lsn`.execute(
    c.app.db,
  );
  return rows[0]?.lsn ?? '';
};
const place = (position: string): bigint => {
  const [high = '0', low = '0'] = position.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
};
/** The write-ahead log between two positions; its first file begins at the second segment. */
const stretch = (from: string, to: string): Buffer => {
  const segment = 16n * 1024n * 1024n;
  return cluster.walBytes().subarray(Number(place(from) - segment), Number(place(to) - segment));
};

const skip = folder === null ? 'needs a whole PostgreSQL: apt-get install postgresql-15' : false;

describe('whoever has all backups and logs cannot tell who voted what', { skip }, () => {
  before(
    async () => {
      cluster = await startCluster(folder as string);
      process.env['TEST_DATABASE_URL'] = cluster.url;
      c = await testCommunity('2025');
      await vote();
    },
    { timeout: 120_000 },
  );
  after(async () => {
    await c?.end();
    await cluster?.stop();
  });

  /** Sixty vote in an election of three, in an order that has nothing to do with whom they choose. */
  async function vote(): Promise<void> {
    const { db } = c.app;
    const meeting = await makeMeeting(c);
    const item = await meeting.item({ title: 'Valg af formand' });
    const people = Array.from({ length: 60 }, () => newId());
    for (const [n, person] of people.entries()) {
      await db
        .insertInto('people')
        .values({
          id: person,
          name: `Vælger ${n}`,
          email: `v${n}@test.example`,
          recorded_at: '2026-01-01T00:00:00Z',
        })
        .execute();
      await sql`with called as (insert into attendances (id, meeting_id, person_id, role, voting, recorded_at)
          values (gen_random_uuid(), ${meeting.id}, ${person}, 'member', true, now()) returning id)
        insert into presences (id, attendance_id, from_at) select gen_random_uuid(), id, '2026-11-24T08:30:00Z' from called`.execute(
        db,
      );
    }
    const opened = await c.act(
      'manager',
      'open-ballot',
      { id: item },
      {
        question: 'Hvem skal være formand?',
        form: 'secret',
        purpose: 'election',
        candidates: [...names],
        lot: true,
      },
    );
    ballot = String(opened['id']);
    key = await readFile(join(c.app.config.dataFolder, 'ballots', `${ballot}.key`));
    const keys = new Map(
      (
        await db
          .selectFrom('ballot_choices')
          .select(['key', 'label'])
          .where('ballot_id', '=', ballot)
          .execute()
      ).map((row) => [row.label, row.key]),
    );
    votes = people.map((person, n) => ({
      person,
      name: names[(n * 7 + (n % 4)) % 3] as (typeof names)[number],
    }));
    await sql`checkpoint`.execute(db);
    logged = { before: cluster.log().length, voted: '' };
    at.opened = await lsn();
    for (const { person, name } of votes) {
      const result = await perform(c.app, castVote, {
        personId: person,
        params: { id: ballot },
        input: { choices: [keys.get(name) as string] },
        idempotencyKey: newId(),
      });
      assert.equal(result.kind, 'done');
    }
    at.voted = await lsn();
    logged.voted = cluster.log().slice(logged.before);
    await c.act('manager', 'close-ballot', { id: ballot });
    at.closed = await lsn();
  }

  const database = () => new URL(c.url).pathname.slice(1);
  /** Rows of a table of the dump, in the order they lie in it. */
  const rowsOf = (dump: string, table: string): readonly (readonly string[])[] => {
    const found = new RegExp(
      `^COPY public\\.${table} \\(.*\\) FROM stdin;\\n([\\s\\S]*?)^\\\\\\.$`,
      'm',
    ).exec(dump);
    return (found?.[1] ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t'));
  };

  test('the dump of a closed vote has the sums, and nothing that belongs to one vote but that it was cast', () => {
    const dump = cluster.dump(database());
    const electors = rowsOf(dump, 'ballot_electors').filter((row) => row.includes(ballot));
    assert.equal(electors.length, votes.length + 5);
    const who = new Map(votes.map(({ person, name }) => [person, name]));
    const voters = electors.filter((row) => row.some((value) => who.has(value)));
    const chosen = voters.map((row) => who.get(row.find((value) => who.has(value)) ?? ''));
    // Every value of every column, and what it is beside: none of them parts the voters by whom they chose.
    for (let column = 0; column < (voters[0]?.length ?? 0); column += 1) {
      const groups = Map.groupBy(voters.keys(), (row) => voters[row]?.[column]);
      const shared = [...groups.values()].filter((rows) => rows.length > 1);
      for (const rows of shared)
        assert.ok(new Set(rows.map((row) => chosen[row])).size === 3, `column ${column} parts the voters`);
    }
    // The order in which they lie is that of no choice: neighbours agree no oftener than strangers would.
    const alike = chosen.filter((name, n) => n > 0 && name === chosen[n - 1]).length;
    assert.ok(alike > 5 && alike < 40, `${alike} of ${chosen.length} neighbours chose the same`);
    // A name chosen stands only in what belongs to the whole box.
    for (const line of dump.split('\n').filter((each) => names.some((name) => each.includes(name))))
      assert.ok(
        !votes.some(({ person }) => line.includes(person)),
        `names a voter and a choice: ${line.slice(0, 300)}`,
      );
    const sums = rowsOf(dump, 'ballot_choices').filter((row) => row.includes(ballot));
    assert.equal(sums.length, names.length + 1, 'one sum for each name, and one of the blank');
    assert.ok(
      electors.every((row) => !row.some((value) => value.length > 100)),
      'no envelope is left',
    );
  });

  test('the dump has as many rows that change with each vote as there are votes, and none of them knows the choice', () => {
    const dump = cluster.dump(database());
    const perVoter = dump
      .split('\n')
      .filter((line) => line.includes(ballot) && votes.some(({ person }) => line.includes(person)));
    assert.ok(perVoter.length >= votes.length);
    const blank = (line: string) =>
      line
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '·')
        .replace(/[0-9a-f]{64}/g, '·')
        .replace(/^\d+/, '·');
    const kinds = Map.groupBy(perVoter, blank);
    const shapes = [...kinds.values()].filter((lines) => lines.length > 1);
    const covered = shapes.flat().length;
    assert.equal(
      covered,
      perVoter.length,
      'but for ids and hashes, what is kept of one voter is kept of the others',
    );
  });

  test('the write-ahead log of the voting has no choice, and no key ever enters it', () => {
    const voting = stretch(at.opened, at.voted);
    assert.ok(voting.length > 10_000);
    assert.ok(
      votes.every(({ person }) => voting.includes(Buffer.from(person.replaceAll('-', ''), 'hex'))),
      'it is the right stretch',
    );
    for (const name of names)
      assert.ok(!voting.includes(Buffer.from(name)), `${name} is written with a vote`);
    const everything = cluster.walBytes();
    const raw = key.subarray(-32);
    for (const form of [raw, Buffer.from(raw.toString('hex')), Buffer.from(key.toString('base64')), key])
      assert.ok(!everything.includes(form), 'the key is in the write-ahead log');
  });

  test('closing writes each sum once and all voters in one transaction: nothing is counted one by one', async () => {
    const { rows } = await sql<{ name: string; node: number }>`
      select relname as name, relfilenode::int as node from pg_class where relname in ('ballot_choices', 'ballot_electors')`.execute(
      c.app.db,
    );
    const node = (name: string) => rows.find((row) => row.name === name)?.node;
    const lines = (from: string, to: string, name: string) =>
      cluster
        .wal(from, to)
        .split('\n')
        .filter(
          (line) =>
            /Heap/.test(line) && /UPDATE|INSERT|DELETE/.test(line) && line.includes(`/${node(name)} `),
        );
    assert.equal(lines(at.opened, at.voted, 'ballot_choices').length, 0, 'no sum moves while people vote');
    const sums = lines(at.voted, at.closed, 'ballot_choices');
    assert.equal(sums.length, names.length + 1);
    const voters = lines(at.voted, at.closed, 'ballot_electors');
    const transactions = new Set([...sums, ...voters].map((line) => /tx:\s*(\d+)/.exec(line)?.[1]));
    assert.equal(transactions.size, 1);
  });

  test('the database’s own log, with every statement and its values, has no choice beside a vote', () => {
    assert.ok(
      logged.voted.includes('ballot_electors') && logged.voted.includes(ballot),
      'it logs statements and values',
    );
    for (const name of names) assert.ok(!logged.voted.includes(name), name);
    assert.ok(!cluster.log().includes(key.subarray(-32).toString('hex')));
  });
});
