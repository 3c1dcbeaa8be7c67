import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { verifyJournal } from '../../src/journal/verify.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { newId } from '../../src/lib/id.ts';
import { testCommunity, type TestCommunity } from '../community.ts';
import { makeMeeting } from '../meetings.ts';
import { note, send, write, type Acknowledged, type Unanswered, type Writer } from './load.ts';
import { Servers } from './servers.ts';

/** How often the server is killed: a few times in every run, a hundred in `npm run kills`, which CI does too. */
const kills = Number(process.env['KILLS'] ?? 6);
/** People who write and vote at the same time. */
const crowd = 10;

let c: TestCommunity;
let servers: Servers;
const writers: Writer[] = [];
const acknowledged: Acknowledged = { ideas: new Map(), comments: new Set(), votes: [] };

before(async () => {
  c = await testCommunity('2025');
  servers = new Servers({ DATABASE_URL: c.url, FAELLED_DATA: c.app.config.dataFolder });
  for (let n = 0; n < crowd; n += 1) writers.push(await makeWriter(`Skriver ${n}`));
});
after(async () => {
  await servers?.end();
  await c?.end();
});

async function makeWriter(name: string): Promise<Writer> {
  const person = newId();
  const token = randomBytes(32).toString('base64url');
  const at = '2026-01-01T00:00:00Z';
  await c.app.db
    .insertInto('people')
    .values({
      id: person,
      name,
      email: `${person}@test.example`,
      organisation_id: c.organisations.aarhus,
      recorded_at: at,
    })
    .execute();
  await c.app.db
    .insertInto('api_tokens')
    .values({ id: newId(), person_id: person, name: 'test', token_hash: sha256(token), created_at: at })
    .execute();
  return { person, token };
}

/** A meeting under way with the whole crowd there, a named and a secret box open, and an item to talk about. */
async function openBoxes() {
  const meeting = await makeMeeting(c);
  const at = c.app.clock().toString();
  for (const { person } of writers)
    await sql`with called as (insert into attendances (id, meeting_id, person_id, role, voting, recorded_at)
        values (gen_random_uuid(), ${meeting.id}, ${person}, 'member', true, ${at}) returning id)
      insert into presences (id, attendance_id, from_at) select gen_random_uuid(), id, ${at} from called`.execute(
      c.app.db,
    );
  const ballots = [];
  for (const form of ['named', 'secret']) {
    const item = await meeting.item();
    const { id } = await c.act('manager', 'open-ballot', { id: item }, { question: 'Skal vi?', form });
    ballots.push(String(id));
  }
  return { ballots, item: await meeting.item({ kind: 'discussion' }) };
}

const rowsOf = async <T>(query: ReturnType<typeof sql<T>>): Promise<readonly T[]> =>
  (await query.execute(c.app.db)).rows;
const numberOf = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> =>
  (await rowsOf(query))[0]?.n ?? -1;

/** What must hold whenever a server starts, however the one before ended. */
async function assertWhole(): Promise<void> {
  const { breaches } = await verifyJournal(c.app.db);
  assert.deepEqual(breaches, [], 'the journal’s chain holds');
  const written = (deed: string) =>
    numberOf(sql`select count(*)::int as n from journal where deed = ${deed}`);
  const ideas = await rowsOf(sql<{ id: string }>`select id::text from initiatives`);
  const comments = await rowsOf(sql<{ id: string }>`select id::text from item_comments`);
  const votes = await rowsOf(
    sql<{ ballot: string; person: string; choices: string[] | null; receipt_hash: string }>`
      select ballot_id::text as ballot, person_id::text as person, choices, receipt_hash
      from ballot_electors where has_voted`,
  );
  assert.equal(ideas.length, await written('register-idea'), 'every idea has its row in the journal');
  assert.equal(comments.length, await written('comment-on-item'), 'every comment has its row in the journal');
  assert.equal(votes.length, await written('cast-vote'), 'every vote has its row in the journal');
  assert.equal(
    await numberOf(sql`select count(*)::int as n from idempotency_keys where status = 0`),
    0,
    'no key without the answer it stands for',
  );
  assert.equal(
    await numberOf(
      sql`select count(*)::int as n from ballot_electors e where has_voted <> (receipt_hash is not null)`,
    ),
    0,
    'whoever has voted has a receipt, and nobody else',
  );
  const names = new Set(ideas.map(({ id }) => id));
  for (const id of acknowledged.ideas.values()) assert.ok(names.has(id), `the idea ${id} is there`);
  assert.equal(
    new Set(acknowledged.ideas.values()).size,
    acknowledged.ideas.size,
    'each key gave an idea of its own',
  );
  const said = new Set(comments.map(({ id }) => id));
  for (const id of acknowledged.comments) assert.ok(said.has(id), `the comment ${id} is there`);
  const cast = new Map(votes.map((vote) => [`${vote.ballot} ${vote.person}`, vote]));
  assert.equal(cast.size, votes.length, 'each has voted once in each box');
  for (const vote of acknowledged.votes) {
    const kept = cast.get(`${vote.ballot} ${vote.person}`);
    assert.ok(kept, 'a vote with a receipt is there');
    if (vote.receipt !== null) assert.equal(kept.receipt_hash, sha256(vote.receipt));
    if (kept.choices !== null) assert.deepEqual(kept.choices, [vote.choice]);
  }
}

/** Counts what was acknowledged against what the closed box says: every receipt is in the sum, and nothing else is. */
async function assertCounted(ballot: string): Promise<void> {
  const { form, result } = await c.app.db
    .selectFrom('ballots')
    .select(['form', 'result'])
    .where('id', '=', ballot)
    .executeTakeFirstOrThrow();
  const sums = result as Record<string, number>;
  const voted = await numberOf(
    sql`select count(*)::int as n from ballot_electors where ballot_id = ${ballot} and has_voted`,
  );
  const total = (['for', 'against', 'abstaining'] as const).reduce((sum, key) => sum + (sums[key] ?? 0), 0);
  assert.equal(total, voted, `${form}: as many are counted as have voted`);
  for (const key of ['for', 'against', 'abstaining'])
    assert.ok(
      (sums[key] ?? 0) >=
        acknowledged.votes.filter((vote) => vote.ballot === ballot && vote.choice === key).length,
      `${form}: no acknowledged ${key} is missing`,
    );
  assert.equal(
    await numberOf(
      sql`select count(*)::int as n from ballot_electors where ballot_id = ${ballot} and sealed is not null`,
    ),
    0,
    'no envelope is left',
  );
}

test(
  `a server killed ${kills} times under writes and votes loses nothing that it acknowledged and leaves nothing half done`,
  { timeout: 1_800_000 },
  async (t) => {
    const begun = performance.now();
    const manager: Writer = await makeWriter('Leder');
    await sql`insert into seats (id, body_id, person_id, role, voting, from_on, recorded_at)
      values (gen_random_uuid(), ${c.bodies.secretariat}, ${manager.person}, 'business-manager', false, '2020-01-01',
        '2020-01-01T00:00:00Z')`.execute(c.app.db);
    const random = () => randomInt(1_000_000) / 1_000_000;
    const counts = { unanswered: 0, closing: 0, closedAtKill: 0, sentAgain: 0 };
    let server = await servers.start();
    for (let round = 0; round < kills; round += 1) {
      const { ballots, item } = await openBoxes();
      const { base } = server;
      const working = writers.map((writer) => write(writer, { base, ballots, item }, acknowledged, random));
      await pause(60 + randomInt(300));
      const counting = round % 3 === 0;
      const closing = counting
        ? ballots.map((id) =>
            send(base, { writer: manager, path: `/ballots/${id}/close`, key: newId(), body: {} }),
          )
        : [];
      if (counting) await pause(randomInt(150));
      await server.kill();
      const unanswered: Unanswered[] = (await Promise.all(working)).flat();
      await Promise.all(closing);
      counts.unanswered += unanswered.length;
      counts.closing += closing.length;
      server = await servers.start();
      await assertWhole();
      // Whoever got no answer asks again with the same key: it is done once, whether or not it was done before.
      for (const again of unanswered) {
        const answer = await send(server.base, again);
        assert.ok(answer, 'the server answers again');
        note(again, answer, acknowledged);
        counts.sentAgain += 1;
      }
      for (const id of ballots) {
        const { closed_at } = await c.app.db
          .selectFrom('ballots')
          .select('closed_at')
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        if (closed_at !== null) counts.closedAtKill += 1;
        else {
          const answer = await send(server.base, {
            writer: manager,
            path: `/ballots/${id}/close`,
            key: newId(),
            body: {},
          });
          assert.equal(answer?.status, 200, JSON.stringify(answer?.body));
        }
        await assertCounted(id);
      }
    }
    await assertWhole();
    await server.kill();
    server = await servers.start();
    const folder = await readdir(join(c.app.config.dataFolder, 'ballots'));
    assert.deepEqual(folder, [], 'no key of a closed box is left');
    await server.kill();
    t.diagnostic(
      `${kills} kills in ${Math.round((performance.now() - begun) / 1000)} s: acknowledged ${acknowledged.votes.length} votes, ${acknowledged.ideas.size} ideas, ${acknowledged.comments.size} comments; ${JSON.stringify(counts)}`,
    );
    assert.ok(
      acknowledged.votes.length > kills &&
        acknowledged.comments.size > kills &&
        acknowledged.ideas.size > kills / 2,
    );
    assert.ok(counts.unanswered > kills / 2, 'the kills came in the middle of work');
  },
);
