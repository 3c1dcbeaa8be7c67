import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serve, type Http } from '../../test/http.ts';
import { testCommunity, type Person, type TestCommunity } from '../../test/community.ts';
import { newId } from '../lib/id.ts';
import { comingElection } from './elections.ts';

const today = '2026-11-24';
let c: TestCommunity;
let http: Http;
let leaving: string;
let substitute: string;
before(async () => {
  c = await testCommunity('2025');
  http = await serve(c);
  c.setNow(`${today}T09:00:00Z`);
  leaving = await seatIdOf('board4');
  substitute = newId();
  await c.app.db
    .insertInto('seats')
    .values({
      id: substitute,
      body_id: c.bodies.board,
      person_id: c.people.steeringChair,
      organisation_id: c.organisations.aarhus,
      role: 'substitute',
      voting: false,
      appointed_by: 'Generalforsamlingen',
      from_on: '2026-04-01',
      recorded_at: '2026-04-01T09:00:00Z',
    })
    .execute();
  await c.app.db.updateTable('seats').set({ elected_in: 2025 }).where('id', '=', leaving).execute();
});
after(async () => {
  await http.end();
  await c.end();
});

const seatIdOf = async (person: Person): Promise<string> => {
  const { id } = await c.app.db
    .selectFrom('seats')
    .select('id')
    .where('body_id', '=', c.bodies.board)
    .where('person_id', '=', c.people[person])
    .executeTakeFirstOrThrow();
  return id;
};
const seatRow = (id: string) =>
  c.app.db.selectFrom('seats').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
interface FindingJson {
  readonly rule: string;
  readonly beganOn: string | null;
  readonly beginsOn: string | null;
  readonly overdue: boolean;
}
const findingsInApi = async (): Promise<readonly FindingJson[]> =>
  (await http.get('manager', '/api/v1/findings?limit=50')).json<{ items: FindingJson[] }>().items;

describe('a board member who leaves', () => {
  test('is announced as a breach to come, with the day it begins, and is none today', async () => {
    await c.act('manager', 'end-seat', { id: leaving }, { to: '2026-12-31' });
    const found = (await findingsInApi()).find((each) => each.rule === 'composition.board-size');
    assert.equal(found?.beganOn, null);
    assert.equal(found?.beginsOn, '2027-01-01');
    assert.equal(found?.overdue, false);
    const page = await http.get('manager', '/bodies/board');
    assert.match(page.text, /Det bryder en regel om lidt/);
    assert.match(page.text, /Fra 1\. januar 2027 \(om 38 dage\)/);
    const home = await http.get('manager', '/');
    assert.match(home.text, /Sker ved fristen, hvis intet ændres/);
  });

  test('is offered a substitute on the board’s page, in a form with the right values in it', async () => {
    const page = await http.get('manager', '/bodies/board');
    const link = new RegExp(`/seats/${leaving}/step-in\\?substitute=${substitute}&amp;from=2027-01-01`);
    assert.match(page.text, link);
    const visitor = await http.get(null, '/bodies/board');
    assert.doesNotMatch(visitor.text, /step-in/);
  });

  test('is not followed by somebody who is no substitute, nor in a group that has none', async () => {
    const other = await c.try(
      'manager',
      'step-in',
      { id: leaving },
      { substitute: await seatIdOf('board1') },
    );
    assert.equal(other.kind, 'bad-input');
    const secretariat = await c.app.db
      .selectFrom('seats')
      .select('id')
      .where('body_id', '=', c.bodies.secretariat)
      .executeTakeFirstOrThrow();
    const group = await c.try('manager', 'step-in', { id: secretariat.id }, { substitute });
    assert.equal(group.kind, 'refused');
    assert.ok('refusals' in group);
    assert.equal(group.refusals[0]?.rule, 'V18');
  });

  test('is followed by the substitute for what is left of the term, and the two seats end the day before', async () => {
    const begun = await c.act('manager', 'step-in', { id: leaving }, { substitute, from: '2026-12-01' });
    assert.equal(begun['until'], 2027);
    assert.equal(begun['stoodInFor'], leaving);
    assert.equal(begun['to'], '2026-12-31', 'the end that was known stays');
    assert.equal((await seatRow(leaving)).to_on, '2026-11-30');
    assert.equal((await seatRow(substitute)).to_on, '2026-11-30');
    const row = await seatRow(String(begun['id']));
    assert.deepEqual(
      [row.role, row.voting, row.stood_in_for, row.elected_in],
      ['member', true, leaving, 2025],
    );
  });

  test('is not followed twice', async () => {
    const again = await c.try('manager', 'step-in', { id: leaving }, { substitute, from: '2026-12-01' });
    assert.equal(again.kind, 'bad-input');
  });

  test('is taken over on the day: the substitute stands when the one who left would have', async () => {
    c.setNow('2026-12-02T09:00:00Z');
    const page = await http.get('manager', '/bodies/board');
    assert.match(page.text, /På valg på generalforsamlingen i 2027/);
    assert.match(page.text, /Pladser, der ophører inden for 60 dage/);
    assert.match(page.text, /\/rulebook\/statutes\/[\d-]+#V18/);
    const board = { id: c.bodies.board, kind: 'board' as const };
    const election = await comingElection(c.app.db, board, '2026-12-02');
    assert.ok(election);
    const taken = await c.app.db
      .selectFrom('seats')
      .select('id')
      .where('stood_in_for', '=', leaving)
      .execute();
    assert.ok(election.standing.includes(String(taken[0]?.id)));
    const earlier = await comingElection(c.app.db, board, '2026-03-01');
    assert.equal(earlier?.year, 2026);
    assert.equal(
      await comingElection(c.app.db, { id: c.bodies.secretariat, kind: 'secretariat' }, today),
      null,
    );
  });

  test('is seen on the board’s page as followed by a substitute', async () => {
    const page = await http.get('manager', '/bodies/board');
    assert.match(page.text, /trådt ind som suppleant/);
  });
});
