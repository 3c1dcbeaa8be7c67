import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeFixture, type Fixture } from '../../test/permissions/fixture.ts';
import { testCommunity, type Person, type TestCommunity } from '../../test/community.ts';
import { newId } from '../lib/id.ts';
import { findingsOf } from './findings.ts';
import { openFindings } from './queries.ts';

const today = '2026-11-24';
let c: TestCommunity;
let f: Fixture;
before(async () => {
  c = await testCommunity('2016');
  f = await makeFixture(c);
});
after(() => c.end());

const seat = (body_id: string, person: Person, more: Record<string, unknown> = {}) =>
  c.app.db
    .insertInto('seats')
    .values({
      id: newId(),
      body_id,
      person_id: c.people[person],
      role: 'member',
      voting: true,
      from_on: '2026-01-05',
      recorded_at: '2026-01-05T09:00:00Z',
      ...more,
    })
    .execute();

const rulesOf = async (on: string) =>
  (await findingsOf(c.app.db, { bodies: [f.steering] }, '2016', on, today)).map(
    ({ finding }) => finding.rule,
  );

test('a steering group with a chair and no project manager among its members is in order at level 2', async () => {
  assert.deepEqual(await rulesOf(today), []);
});

test('at level 3 the board must hold the majority: the day a board member leaves the board, it is lost', async () => {
  const { db } = c.app;
  await db.updateTable('initiatives').set({ level: 'N3' }).where('id', '=', f.initiative).execute();
  await seat(f.steering, 'board2');
  assert.deepEqual(await rulesOf(today), [], 'two of three are of the board');
  await db
    .updateTable('seats')
    .set({ to_on: '2026-09-30' })
    .where('person_id', '=', c.people.board2)
    .where('body_id', '=', c.bodies.board)
    .execute();
  assert.deepEqual(await rulesOf('2026-09-30'), []);
  const found = (await openFindings(db, '2016', today, 10)).items.find((each) => each.body.id === f.steering);
  assert.equal(found?.finding.rule, 'composition.board-majority');
  assert.equal(found.finding.beganOn, '2026-10-01');
  assert.equal(found.finding.dueOn, '2026-12-30', '90 days to cure it');
  assert.equal(found.overdue, false);
  assert.match(found.finding.cure.da, /bestyrelsesmedlemmer/);
  await seat(f.steering, 'board3', { from_on: '2026-11-10' });
  await seat(f.steering, 'board4', { from_on: '2026-11-10' });
  assert.deepEqual(await rulesOf(today), [], 'cured by two more of the board');
  const [past] = await findingsOf(
    db,
    { bodies: [f.steering] },
    '2016',
    { from: '2026-01-01', to: today },
    today,
  );
  assert.equal(past?.finding.endedOn, '2026-11-09', 'what has been stays to be read');
});

test('a project manager may not be a member of the group while managing, and may again afterwards', async () => {
  await seat(f.steering, 'projectManager', { from_on: '2026-11-01' });
  assert.ok((await rulesOf(today)).includes('composition.project-manager'));
  await c.app.db
    .updateTable('initiative_people')
    .set({ to_on: '2026-11-20' })
    .where('id', '=', f.appointment)
    .execute();
  assert.ok((await rulesOf('2026-11-20')).includes('composition.project-manager'));
  assert.ok(!(await rulesOf('2026-11-21')).includes('composition.project-manager'));
});

test('what has ended has no findings any more', async () => {
  await c.app.db
    .updateTable('seats')
    .set({ to_on: '2026-11-15' })
    .where('body_id', '=', f.steering)
    .execute();
  const about = async () =>
    (await openFindings(c.app.db, '2016', today, 100)).items.filter((each) => each.body.id === f.steering);
  assert.notEqual((await about()).length, 0);
  await c.app.db
    .updateTable('initiatives')
    .set({ stage: 'retired', ended_as: 'closed' })
    .where('id', '=', f.initiative)
    .execute();
  assert.equal((await about()).length, 0);
});
