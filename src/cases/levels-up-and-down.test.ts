import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { stepsOf, type Steps } from '../../test/steps.ts';
import { forecastOf } from '../rules/forecast-of.ts';

let c: TestCommunity;
let at: Steps;

/** An idea that has become a concept at a level. */
async function concept(name: string, level: string, reason: string): Promise<string> {
  const { id } = await at.idea(name);
  await c.act('manager', 'place-initiative', { id }, { level, reason });
  await at.documentAll(id, 'concept', level);
  await c.act('manager', 'move-initiative', { id }, { to: 'concept', reason: 'Idéen er klar' });
  return id;
}

async function staff(id: string): Promise<void> {
  await c.act('manager', 'appoint-person', { id }, { person: c.people.projectOwner, role: 'project-owner' });
  await c.act(
    'projectOwner',
    'appoint-person',
    { id },
    { person: c.people.projectManager, role: 'project-manager', qualification: 'documented-experience' },
  );
}

/** Both the steering group and the board approve the economy of a phase. */
async function economy(id: string, phase: 'project' | 'product', votes: number): Promise<void> {
  await c.act(
    'projectManager',
    'propose-budget',
    { id },
    { phase, amountOere: 90_000_000, funding: 'community' },
  );
  await at.decided(id, 'economy', {
    by: 'projectManager',
    decide: { votes: { for: votes, against: 0, abstaining: 0 } },
  });
  await at.decided(id, 'economy', { open: { awaits: 'board' } });
}

describe('the examples that the report of 2016 places', () => {
  before(async () => {
    c = await testCommunity('2016');
    at = stepsOf(c, '2016');
  });
  after(() => c.end());

  test('OS2 Search becomes a product at N1 with local money and no decision of the board (§5.3, p. 17)', async () => {
    const id = await concept('OS2 Search', 'N1', 'Drives af en enkelt kommune');
    await at.documentAll(id, 'product', 'N1');
    await c.act('manager', 'inform-board', { id }, { statement: 'OS2 Search går i gang på N1.' });
    await c.act(
      'manager',
      'appoint-person',
      { id },
      { person: c.people.projectOwner, role: 'project-owner' },
    );
    await c.act(
      'projectOwner',
      'propose-budget',
      { id },
      { phase: 'project', amountOere: 5_000_000, funding: 'community' },
    );
    assert.deepEqual(await at.missing(id), ['no-os2-funding'], 'N1 is paid for locally');
    await c.act(
      'projectOwner',
      'propose-budget',
      { id },
      { phase: 'project', amountOere: 5_000_000, funding: 'local' },
    );
    await c.act('projectOwner', 'move-initiative', { id }, { to: 'project', reason: 'Alt er på plads' });
    await c.act(
      'projectOwner',
      'add-participant',
      { id },
      { organisation: c.organisations.aarhus, role: 'uses' },
    );
    await c.act('projectOwner', 'move-initiative', { id }, { to: 'product', reason: 'I drift' });
    const { stage, level } = await at.row(id);
    assert.deepEqual({ stage, level }, { stage: 'product', level: 'N1' });
    const decisions = await c.app.db
      .selectFrom('decisions')
      .select('id')
      .where('initiative_id', '=', id)
      .execute();
    assert.equal(decisions.length, 1, 'the placement is the only decision');
  });

  test('OS2MO becomes a product at N3: the board appoints, holds the majority and sits in the coordination group (§5.5, p. 21)', async () => {
    const id = await concept('OS2MO', 'N3', 'Strategisk for alle kommuner');
    await at.decided(id, 'approval');
    await at.documentAll(id, 'product', 'N3');
    await staff(id);
    const steering = await at.group(id, 'steering-group', [
      ['board1', 'chair', true],
      ['member', 'member', true],
    ]);
    await c.act(
      'projectManager',
      'propose-budget',
      { id },
      {
        phase: 'project',
        amountOere: 90_000_000,
        funding: 'community',
      },
    );
    assert.deepEqual(
      new Set(await at.missing(id)),
      new Set([
        'steering-group',
        'board-majority',
        'board-appoints',
        'project-economy-steering',
        'project-economy-board',
      ]),
    );
    await c.app.db
      .updateTable('seats')
      .set({ voting: false })
      .where('body_id', '=', steering)
      .where('person_id', '=', c.people.member)
      .execute();
    await at.decided(id, 'steering-group', {
      open: { question: 'Udpeg styregruppen', appoints: true },
    });
    await economy(id, 'project', 1);
    assert.deepEqual(await at.missing(id), []);
    await c.act('projectManager', 'move-initiative', { id }, { to: 'project', reason: 'Alt er på plads' });
    const coordination = await at.group(id, 'coordination-group', [['coordination', 'chair', true]]);
    await economy(id, 'product', 1);
    await c.act(
      'projectManager',
      'add-participant',
      { id },
      { organisation: c.organisations.aarhus, role: 'uses' },
    );
    assert.deepEqual(await at.missing(id), ['board-in-coordination']);
    await c.app.db
      .updateTable('seats')
      .set({ person_id: c.people.board2 })
      .where('body_id', '=', coordination)
      .execute();
    assert.deepEqual(await at.missing(id), []);
    await c.act('projectManager', 'move-initiative', { id }, { to: 'product', reason: 'I drift' });
    assert.deepEqual(await at.row(id).then(({ stage, level }) => ({ stage, level })), {
      stage: 'product',
      level: 'N3',
    });

    // N3 → N2 → N3: nothing is asked twice.
    const down = await at.missing(id, { level: 'N2' });
    assert.deepEqual(down, ['level-change'], 'lowering takes a decision and nothing else');
    await at.decided(id, 'level-change', { open: { level: 'N2' } });
    assert.equal((await at.row(id)).level, 'N2');
    assert.deepEqual(await at.missing(id, { level: 'N3' }), ['level-change'], 'what was done still stands');
    await at.decided(id, 'level-change', { open: { level: 'N3' } });
    assert.equal((await at.row(id)).level, 'N3');
    assert.deepEqual(await at.missing(id, { stage: 'product' }), []);
  });
});

describe('an evaluation under the edition of 2025', () => {
  before(async () => {
    c = await testCommunity('2025');
    at = stepsOf(c, '2025');
  });
  after(() => c.end());

  test('lowers OS2faktor from N2 to N1: the secretariat decides, and no work is lost (evaluation of 16 November 2025)', async () => {
    const { id } = await at.idea('OS2faktor', 'outside');
    await c.act('manager', 'place-initiative', { id }, { level: 'N2', reason: 'Bruges af mange kommuner' });
    await at.documentAll(id, 'product', 'N2');
    await at.decided(id, 'adoption');
    await c.act('manager', 'move-initiative', { id }, { to: 'product', reason: 'Optaget' });
    assert.deepEqual(await at.row(id).then(({ stage, level }) => ({ stage, level })), {
      stage: 'product',
      level: 'N2',
    });
    const before = await c.app.db
      .selectFrom('assessments')
      .selectAll()
      .where('initiative_id', '=', id)
      .execute();

    const opened = await c.act(
      'manager',
      'open-case',
      {},
      {
        initiative: id,
        kind: 'level-change',
        level: 'N1',
        question: 'Skal OS2faktor sænkes til niveau 1?',
        recommendation: 'Der er ingen aktiv og dokumenteret styregruppe; niveau 2 er målet igen senere',
      },
    );
    assert.equal((opened['awaits'] as { kind: string }).kind, 'secretariat', 'the secretariat fixes N1');
    const decision = await c.act(
      'manager',
      'decide-case',
      { id: String(opened['number']) },
      {
        outcome: 'approved',
        reason: 'Styregruppen er ikke dokumenteret',
        votes: { for: 0, against: 0, abstaining: 0 },
      },
    );
    assert.equal(decision['outcome'], 'approved');
    assert.deepEqual(await at.row(id).then(({ stage, level }) => ({ stage, level })), {
      stage: 'product',
      level: 'N1',
    });
    assert.deepEqual(
      await c.app.db.selectFrom('assessments').selectAll().where('initiative_id', '=', id).execute(),
      before,
      'every assessment is kept',
    );

    const back = await forecastToN2(id);
    assert.equal(back.decides, 'board', 'the way up again goes through the board');
    assert.ok(back.missing.includes('level-change'));
    assert.ok(
      back.missing.includes('G6'),
      'the steering group that was overlooked at adoption is asked for now',
    );
  });
});

async function forecastToN2(id: string) {
  const { forecast } = await forecastOf(c.app.db, await at.row(id), { level: 'N2' }, '2026-11-24');
  return { missing: forecast.missing.map((line) => line.rule), decides: forecast.decides?.bodies[0] };
}
