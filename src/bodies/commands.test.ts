import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeFixture, type Fixture } from '../../test/permissions/fixture.ts';
import { testCommunity, type Person, type TestCommunity } from '../../test/community.ts';
import type { Result } from '../deeds/perform.ts';
import { newId } from '../lib/id.ts';
import { loadActor } from '../people/actor.ts';

let c: TestCommunity;
let f: Fixture;
before(async () => {
  c = await testCommunity('2016');
});
after(() => c.end());

const today = '2026-11-24';
const fresh = async () => {
  f = await makeFixture(c);
  c.setNow(`${today}T09:00:00Z`);
};
const seatsOf = (body: string) =>
  c.app.db.selectFrom('seats').selectAll().where('body_id', '=', body).orderBy('from_on').execute();
const bodyRow = (id: string) =>
  c.app.db.selectFrom('bodies').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const seatRolesOf = async (person: Person, body: string, on: string) =>
  ((await loadActor(c.app.db, c.people[person], on))?.mandates ?? []).flatMap((m) =>
    m.kind === 'seat' && m.bodyId === body ? [m.role] : [],
  );

const problemsOf = (result: Result): readonly string[] => {
  assert.equal(result.kind, 'bad-input', JSON.stringify(result));
  return (result as Extract<Result, { kind: 'bad-input' }>).problems.map((problem) => problem.path);
};
const refusalsOf = (result: Result) => {
  assert.equal(result.kind, 'refused', JSON.stringify(result));
  return (result as Extract<Result, { kind: 'refused' }>).refusals;
};

describe('setting up a body', () => {
  before(fresh);

  test('the project owner sets up the steering group of an N2 concept, and it stands as not approved', async () => {
    const other = await makeFixture(c);
    await c.app.db
      .updateTable('bodies')
      .set({ closed_on: '2026-06-01' })
      .where('id', '=', other.steering)
      .execute();
    const made = await c.act(
      'projectOwner',
      'establish-body',
      {},
      { kind: 'steering-group', name: 'Ny styregruppe', initiative: other.initiative },
    );
    assert.equal(made['board'], 'approves');
    assert.equal(made['approved'], false);
    assert.equal(made['establishedOn'], today);
    const journal = await c.app.db
      .selectFrom('journal')
      .select(['deed', 'ground', 'initiative_id'])
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    assert.deepEqual(journal, {
      deed: 'establish-body',
      ground: 'project-owner',
      initiative_id: other.initiative,
    });
  });

  test('an initiative has one steering group at a time', async () => {
    const input = { kind: 'steering-group', name: 'En til', initiative: f.initiative };
    const [refusal] = refusalsOf(await c.try('manager', 'establish-body', {}, input));
    assert.equal(refusal?.rule, 'body.steering-group');
    assert.equal(refusal.source.edition, '2016');
    assert.ok(refusal.cure.da.length > 0);
  });

  test('two who set it up at once end with one', async () => {
    const other = await makeFixture(c);
    await c.app.db
      .updateTable('bodies')
      .set({ closed_on: '2026-06-01' })
      .where('id', '=', other.steering)
      .execute();
    const input = { kind: 'steering-group', name: 'Kapløb', initiative: other.initiative };
    const results = await Promise.all([
      c.try('projectOwner', 'establish-body', {}, input),
      c.try('projectManager', 'establish-body', {}, input),
    ]);
    assert.deepEqual(results.map((result) => result.kind).toSorted(), ['done', 'refused']);
  });

  test('the association has one board, whoever asks for another', async () => {
    const [refusal] = refusalsOf(
      await c.try('manager', 'establish-body', {}, { kind: 'board', name: 'Ny bestyrelse' }),
    );
    assert.equal(refusal?.rule, 'body.board');
  });

  test('a group of an initiative needs its initiative, and a committee has none', async () => {
    const as = (input: object) => c.try('manager', 'establish-body', {}, { name: 'Gruppe', ...input });
    assert.deepEqual(problemsOf(await as({ kind: 'coordination-group' })), ['initiative']);
    assert.deepEqual(problemsOf(await as({ kind: 'coordination-group', initiative: 'findes-ikke' })), [
      'initiative',
    ]);
    assert.deepEqual(problemsOf(await as({ kind: 'expert-group', initiative: f.initiative })), [
      'initiative',
    ]);
    assert.deepEqual(problemsOf(await as({ kind: 'expert-group', from: '2026-11-25' })), ['from']);
    await c.act('staff', 'establish-body', {}, { kind: 'expert-group', name: 'Faggruppen for prøver' });
  });

  test('the chair of another initiative’s steering group sets up nothing here', async () => {
    const input = { kind: 'coordination-group', name: 'Fremmed', initiative: f.initiative };
    assert.equal((await c.try('otherChair', 'establish-body', {}, input)).kind, 'no-mandate');
    const own = { ...input, name: 'Egen', initiative: f.other };
    assert.equal((await c.try('otherChair', 'establish-body', {}, own)).kind, 'done');
  });

  test('an initiative that has ended gets no new groups', async () => {
    const other = await makeFixture(c);
    await c.app.db
      .updateTable('initiatives')
      .set({ stage: 'retired', ended_as: 'closed' })
      .where('id', '=', other.initiative)
      .execute();
    const input = { kind: 'coordination-group', name: 'For sent', initiative: other.initiative };
    assert.deepEqual(problemsOf(await c.try('manager', 'establish-body', {}, input)), ['initiative']);
  });
});

describe('seats', () => {
  before(fresh);

  test('a vote follows from the role where nothing is said, and the organisation from the person', async () => {
    const give = (person: Person, role: string, more: object = {}) =>
      c.act('steeringChair', 'seat-person', { id: f.steering }, { person: c.people[person], role, ...more });
    const member = await give('board2', 'member', { appointedBy: 'Ballerup Kommune' });
    assert.equal(member['voting'], true);
    assert.equal(member['organisation'], c.organisations.ballerup);
    assert.equal((await give('board3', 'observer'))['voting'], false);
    assert.equal((await give('board4', 'member', { voting: false }))['voting'], false);
    const represented = await give('outsider', 'member', { organisation: c.organisations.aarhus });
    assert.equal(represented['organisation'], c.organisations.aarhus);
  });

  test('whoever sat until yesterday can do nothing by it, and whoever sits from today can', async () => {
    const change = (person: Person) =>
      c.try(person, 'change-body', { id: f.steering }, { task: `Sagt af ${person}` });
    assert.equal((await change('former')).kind, 'no-mandate');
    await c.act(
      'staff',
      'seat-person',
      { id: f.steering },
      { person: c.people.former, role: 'secretary', from: '2026-11-01' },
    );
    assert.equal((await change('former')).kind, 'done');
    const seat = (await seatsOf(f.steering)).find((each) => each.person_id === c.people.former);
    await c.act('staff', 'end-seat', { id: seat?.id }, { to: '2026-11-23' });
    assert.equal((await change('former')).kind, 'no-mandate', 'ended yesterday');
    await c.act('staff', 'seat-person', { id: f.steering }, { person: c.people.former, role: 'secretary' });
    assert.equal((await change('former')).kind, 'done', 'seated again today');
    await c.act(
      'staff',
      'seat-person',
      { id: f.steering },
      { person: c.people.member, role: 'secretary', from: '2026-11-25' },
    );
    assert.equal((await change('member')).kind, 'no-mandate', 'seated from tomorrow');
    c.setNow('2026-11-25T09:00:00Z');
    assert.equal((await change('member')).kind, 'done', 'tomorrow has come');
  });

  test('a seat in a body one sits in already, one that ends before it begins, and one before the body was, are errors', async () => {
    await fresh();
    const give = (input: object) =>
      c.try(
        'staff',
        'seat-person',
        { id: f.steering },
        { person: c.people.board1, role: 'member', ...input },
      );
    assert.deepEqual(problemsOf(await give({})), ['person']);
    const member = { person: c.people.member };
    assert.deepEqual(problemsOf(await give({ ...member, from: '2026-11-10', to: '2026-11-09' })), ['to']);
    assert.deepEqual(problemsOf(await give({ ...member, from: '2025-12-31' })), ['from']);
    assert.deepEqual(problemsOf(await give({ person: c.people.operator })), ['person']);
    assert.deepEqual(problemsOf(await give({ ...member, organisation: f.person })), ['organisation']);
  });

  test('another role ends the seat the day before and begins a new one; the first is as it was', async () => {
    await fresh();
    const before = (await seatsOf(f.steering)).find((seat) => seat.id === f.seat);
    const made = await c.act(
      'steeringChair',
      'change-seat',
      { id: f.seat },
      { role: 'deputy-chair', on: '2026-10-01' },
    );
    const after = await seatsOf(f.steering);
    const old = after.find((seat) => seat.id === f.seat);
    assert.deepEqual(
      { ...old, to_on: null, end_recorded_at: null },
      { ...before, to_on: null, end_recorded_at: null },
    );
    assert.equal(old?.to_on, '2026-09-30');
    const begun = after.find((seat) => seat.id === made['id']);
    assert.deepEqual(
      [begun?.role, begun?.from_on, begun?.to_on, begun?.voting, begun?.appointed_by],
      ['deputy-chair', '2026-10-01', null, true, before?.appointed_by],
    );
    assert.deepEqual(await seatRolesOf('board1', f.steering, '2026-09-30'), ['member']);
    assert.deepEqual(await seatRolesOf('board1', f.steering, '2026-10-01'), ['deputy-chair']);
  });

  test('an end that has passed stands; one that is still to come can be moved or taken away', async () => {
    await fresh();
    const change = (input: Record<string, unknown>) => c.try('staff', 'change-seat', { id: f.seat }, input);
    assert.equal((await change({ to: '2026-12-31' })).kind, 'done');
    assert.equal((await change({ to: null })).kind, 'done');
    assert.deepEqual(problemsOf(await change({})), ['']);
    assert.deepEqual(problemsOf(await change({ to: '2025-01-01' })), ['to']);
    assert.deepEqual(problemsOf(await change({ role: 'chair', on: '2026-01-05' })), ['on']);
    assert.equal((await change({ to: '2026-11-20' })).kind, 'done', 'registered late');
    assert.deepEqual(problemsOf(await change({ to: null })), ['']);
    assert.deepEqual(problemsOf(await change({ role: 'chair', on: '2026-11-10' })), ['']);
    assert.deepEqual(problemsOf(await c.try('staff', 'end-seat', { id: f.seat })), ['']);
  });

  test('a seat entered wrongly is corrected on its first day, and the journal keeps what was written', async () => {
    await fresh();
    const made = await c.act(
      'staff',
      'seat-person',
      { id: f.steering },
      { person: c.people.board4, role: 'member' },
    );
    const id = String(made['id']);
    const number = (await seatsOf(f.steering)).length;
    await c.act('staff', 'change-seat', { id }, { role: 'observer', voting: false });
    const seats = await seatsOf(f.steering);
    assert.equal(seats.length, number, 'no second seat');
    const seat = seats.find((each) => each.id === id);
    assert.deepEqual([seat?.role, seat?.voting, seat?.to_on], ['observer', false, null]);
    const row = await c.app.db
      .selectFrom('journal')
      .select(['before', 'after'])
      .where('deed', '=', 'change-seat')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    assert.equal((row.before as { seat: { role: string } }).seat.role, 'member');
    assert.equal((row.after as { seat: { role: string } }).seat.role, 'observer');
  });

  test('whoever has a seat may leave it, and nobody else of the group may end it', async () => {
    await fresh();
    assert.equal((await c.try('coordination', 'end-seat', { id: f.seat })).kind, 'no-mandate');
    assert.equal(
      (await c.try('board1', 'change-seat', { id: f.seat }, { role: 'chair' })).kind,
      'no-mandate',
    );
    assert.equal((await c.try('board1', 'end-seat', { id: f.seat })).kind, 'done');
  });

  test('the board appoints the steering group at level 3: its business manager and chair record the seats, the group does not', async () => {
    await fresh();
    await c.app.db.updateTable('initiatives').set({ level: 'N3' }).where('id', '=', f.initiative).execute();
    const give = (by: Person, person: Person) =>
      c.try(by, 'seat-person', { id: f.steering }, { person: c.people[person], role: 'member' });
    for (const by of ['steeringChair', 'projectManager', 'projectOwner', 'staff'] as const)
      assert.equal((await give(by, 'board2')).kind, 'no-mandate', by);
    const refused = await give('steeringChair', 'board2');
    assert.deepEqual(
      (refused as Extract<Result, { kind: 'no-mandate' }>).asked,
      ['business-manager', 'association-chair'],
      'the answer names who can',
    );
    assert.equal((await give('chair', 'board2')).kind, 'done');
    assert.equal((await give('manager', 'board3')).kind, 'done');
  });

  test('a steering group that the board has appointed stays the board’s to fill when the level is lowered', async () => {
    await fresh();
    await c.app.db
      .insertInto('body_approvals')
      .values({ body_id: f.steering, decision_id: f.decision, appointed: true })
      .execute();
    const input = { person: c.people.member, role: 'member' };
    assert.equal((await c.try('steeringChair', 'seat-person', { id: f.steering }, input)).kind, 'no-mandate');
    assert.equal((await c.try('chair', 'seat-person', { id: f.steering }, input)).kind, 'done');
  });

  test('a steering group that the board has approved fills its own seats, and is not closed without the board', async () => {
    await fresh();
    await c.app.db
      .insertInto('body_approvals')
      .values({ body_id: f.steering, decision_id: f.decision, appointed: false })
      .execute();
    const input = { person: c.people.member, role: 'member' };
    assert.equal((await c.try('steeringChair', 'seat-person', { id: f.steering }, input)).kind, 'done');
    const close = (by: Person) =>
      c.try(by, 'close-body', { id: f.steering }, { reason: 'Gruppen er færdig' });
    for (const by of ['steeringChair', 'projectOwner', 'staff'] as const)
      assert.equal((await close(by)).kind, 'no-mandate', by);
    assert.equal((await close('chair')).kind, 'done');
  });

  test('the secretariat’s staff seat nobody on the board or in their own office', async () => {
    for (const id of [c.bodies.board, c.bodies.secretariat]) {
      const input = { person: c.people.member, role: 'member' };
      assert.equal((await c.try('staff', 'seat-person', { id }, input)).kind, 'no-mandate');
    }
  });

  test('a group that sits badly goes on: what is wrong is a finding, not a refusal', async () => {
    await fresh();
    const input = { person: c.people.projectManager, role: 'chair' };
    assert.equal((await c.try('staff', 'seat-person', { id: f.steering }, input)).kind, 'done');
  });
});

describe('closing a body', () => {
  before(fresh);

  test('ends its seats the same day, takes their rights from the next, and keeps what was', async () => {
    const made = await c.act('coordination', 'end-seat', {
      id: (await seatsOf(f.coordination))[0]?.id,
    });
    assert.equal(made['to'], today);
    await c.act(
      'staff',
      'seat-person',
      { id: f.coordination },
      { person: c.people.member, role: 'chair', from: '2026-11-01', to: '2027-06-30' },
    );
    const closed = await c.act(
      'staff',
      'close-body',
      { id: f.coordination },
      { reason: 'Produktet er udfaset' },
    );
    assert.equal(closed['closedOn'], '2026-11-25');
    assert.equal(closed['seatsEnded'], 1);
    assert.ok((await seatsOf(f.coordination)).every((seat) => seat.to_on === today));
    assert.deepEqual(await seatRolesOf('member', f.coordination, today), ['chair']);
    assert.deepEqual(await seatRolesOf('member', f.coordination, '2026-11-25'), []);
    const input = { person: c.people.board2, role: 'member' };
    assert.deepEqual(
      problemsOf(await c.try('staff', 'seat-person', { id: f.coordination }, input)),
      [''],
      'nobody is seated in it any more',
    );
    const again = await c.try('staff', 'close-body', { id: f.coordination }, { reason: 'Igen og igen' });
    assert.deepEqual(problemsOf(again), ['']);
  });

  test('is refused while a case waits for it or asks about it, with the way on', async () => {
    await c.app.db
      .updateTable('cases')
      .set({ subject_body_id: f.steering })
      .where('id', '=', f.draft)
      .execute();
    const [refusal] = refusalsOf(
      await c.try('staff', 'close-body', { id: f.steering }, { reason: 'Gruppen er færdig' }),
    );
    assert.equal(refusal?.rule, 'body.cases-wait');
    assert.match(refusal.cure.da, /henvis/);
    assert.equal((await bodyRow(f.steering)).closed_on, null);
  });

  test('is refused for the assembly, the board and the secretariat', async () => {
    for (const [id, kind] of [
      [c.bodies.assembly, 'general-assembly'],
      [c.bodies.board, 'board'],
      [c.bodies.secretariat, 'secretariat'],
    ] as const) {
      const [refusal] = refusalsOf(await c.try('manager', 'close-body', { id }, { reason: 'Vi prøver' }));
      assert.equal(refusal?.rule, `body.${kind}`);
    }
  });

  test('never lies before it was set up, after today, or before its last decision', async () => {
    await fresh();
    const close = (to: string) =>
      c.try('staff', 'close-body', { id: f.coordination }, { reason: 'Gruppen er færdig', to });
    assert.deepEqual(problemsOf(await close('2026-01-04')), ['to']);
    assert.deepEqual(problemsOf(await close('2026-11-25')), ['to']);
    const decided = await c.app.db
      .selectFrom('decisions')
      .selectAll()
      .where('id', '=', f.decision)
      .executeTakeFirstOrThrow();
    await c.app.db
      .insertInto('decisions')
      .values({
        ...decided,
        number: undefined,
        id: newId(),
        body_id: f.coordination,
        decided_on: '2026-11-20',
        conditions: '[]',
        points: '[]',
        effects: '[]',
        receipt: '{}',
      })
      .execute();
    assert.deepEqual(problemsOf(await close('2026-11-19')), ['to']);
    assert.equal((await close('2026-11-20')).kind, 'done');
  });
});
