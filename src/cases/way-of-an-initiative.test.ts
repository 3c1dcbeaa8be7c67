import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { stepsOf, yes, type Steps } from '../../test/steps.ts';
import { editionOf } from '../rules/edition-of.ts';

let c: TestCommunity;
let steps: Steps;
before(async () => {
  c = await testCommunity('2016');
  steps = stepsOf(c, '2016');
});
after(() => c.end());

const idea: Steps['idea'] = (...args) => steps.idea(...args);
const documentAll: Steps['documentAll'] = (...args) => steps.documentAll(...args);
const groups: Steps['group'] = (...args) => steps.group(...args);
const row: Steps['row'] = (...args) => steps.row(...args);
const missing: Steps['missing'] = (...args) => steps.missing(...args);

describe('the way of an initiative under the report of 2016', () => {
  test('CPR Broker goes from idea to N1 product without a decision of the board', async () => {
    const { id, slug } = await idea('CPR Broker');
    assert.deepEqual(
      await missing(id),
      [
        'idea',
        'local-value',
        'value-for-others',
        'level-placed',
        'dialogue',
        'innovation',
        'open-source',
      ].toSorted(byEdition),
    );
    const early = await c.try(
      'manager',
      'move-initiative',
      { id },
      { to: 'concept', reason: 'Lad os komme i gang' },
    );
    assert.equal(early.kind, 'refused');
    await c.act(
      'manager',
      'place-initiative',
      { id },
      { level: 'N1', reason: 'Et mindre initiativ i én kommune' },
    );
    await documentAll(id, 'concept', 'N1');
    await c.act('manager', 'move-initiative', { id }, { to: 'concept', reason: 'Idéen er klar' });
    await documentAll(id, 'project', 'N1');
    assert.deepEqual(await missing(id), ['board-informed', 'small-project-leader']);
    await c.act('manager', 'inform-board', { id: slug }, { statement: 'CPR Broker går i gang på N1.' });
    await c.act(
      'manager',
      'appoint-person',
      { id },
      { person: c.people.projectOwner, role: 'project-owner' },
    );
    assert.deepEqual(await missing(id), []);
    await c.act('projectOwner', 'move-initiative', { id }, { to: 'project', reason: 'Alt er på plads' });
    await documentAll(id, 'product', 'N1');
    assert.deepEqual(await missing(id), ['in-use']);
    await c.act(
      'projectOwner',
      'add-participant',
      { id },
      { organisation: c.organisations.aarhus, role: 'uses' },
    );
    await c.act('projectOwner', 'move-initiative', { id }, { to: 'product', reason: 'I drift i Aarhus' });
    const { stage, level } = await row(id);
    assert.deepEqual({ stage, level }, { stage: 'product', level: 'N1' });
  });

  test('KITOS is sent back twice as a concept, then approved, and becomes a product at N2 (§5.4, p. 19)', async () => {
    const { id } = await idea('KITOS');
    await c.act('manager', 'place-initiative', { id }, { level: 'N2', reason: 'Til gavn for alle' });
    await documentAll(id, 'concept', 'N2');
    await c.act('manager', 'move-initiative', { id }, { to: 'concept', reason: 'Klar' });
    const opened = await c.act(
      'manager',
      'open-case',
      {},
      { initiative: id, kind: 'approval', question: 'Skal KITOS godkendes?', recommendation: 'Godkend' },
    );
    assert.equal(opened['status'], 'waiting');
    const number = String(opened['number']);
    for (const round of [1, 2]) {
      await c.act(
        'manager',
        'decide-case',
        { id: number },
        {
          outcome: 'sent-back',
          reason: 'Mangler strategisk sammenhæng',
          points: [`Punkt ${round}`],
          votes: { for: 3, against: 2, abstaining: 0 },
        },
      );
      assert.equal((await row(id)).stage, 'idea');
      const again = await c.try('manager', 'send-case', { id: number });
      assert.equal(again.kind, 'refused', 'it must be a concept again first');
      await c.act('manager', 'move-initiative', { id }, { to: 'concept', reason: 'Punkterne er besvaret' });
      await c.act('manager', 'send-case', { id: number });
    }
    const decision = await c.act('manager', 'decide-case', { id: number }, yes);
    assert.equal(decision['outcome'], 'approved');
    await documentAll(id, 'project', 'N2');
    const owner = await c.act(
      'manager',
      'appoint-person',
      { id },
      { person: c.people.projectOwner, role: 'project-owner' },
    );
    assert.ok(owner['id']);
    await c.act(
      'projectOwner',
      'appoint-person',
      { id },
      { person: c.people.projectManager, role: 'project-manager', qualification: 'certified' },
    );
    const steering = await groups(id, 'steering-group', [
      ['board1', 'chair', true],
      ['member', 'member', true],
    ]);
    const approve = await c.act(
      'manager',
      'open-case',
      {},
      { initiative: id, kind: 'steering-group', question: 'Godkend styregruppen' },
    );
    await c.act('manager', 'decide-case', { id: String(approve['number']) }, yes);
    await c.act(
      'projectManager',
      'propose-budget',
      { id },
      { phase: 'project', amountOere: 50_000_000, funding: 'community' },
    );
    assert.deepEqual(await missing(id), ['project-economy-steering', 'project-economy-board']);
    const economy = await c.act(
      'projectManager',
      'open-case',
      {},
      { initiative: id, kind: 'economy', question: 'Godkend økonomien' },
    );
    const wrongVotes = await c.try('projectManager', 'decide-case', { id: String(economy['number']) }, yes);
    assert.equal(wrongVotes.kind, 'refused', 'four votes in a body of two');
    await c.act(
      'projectManager',
      'decide-case',
      { id: String(economy['number']) },
      { ...yes, votes: { for: 2, against: 0, abstaining: 0 } },
    );
    const board = await c.act(
      'projectManager',
      'open-case',
      {},
      { initiative: id, kind: 'economy', awaits: 'board', question: 'Godkend økonomien' },
    );
    await c.act('manager', 'decide-case', { id: String(board['number']) }, yes);
    assert.deepEqual(await missing(id), []);
    await c.act('projectManager', 'move-initiative', { id }, { to: 'project', reason: 'Alt er på plads' });
    assert.equal((await row(id)).stage, 'project');
    assert.ok(steering);

    await documentAll(id, 'product', 'N2');
    const early = await c.try(
      'projectManager',
      'move-initiative',
      { id },
      { to: 'product', reason: 'I drift' },
    );
    assert.equal(early.kind, 'refused', 'a product at N2 needs users, a coordination group and its economy');
    assert.deepEqual(
      new Set(await missing(id)),
      new Set([
        'in-use',
        'coordination-group',
        'coordination-chair',
        'product-economy-steering',
        'product-economy-board',
      ]),
    );
    await c.act(
      'projectManager',
      'add-participant',
      { id },
      { organisation: c.organisations.aarhus, role: 'uses' },
    );
    await groups(id, 'coordination-group', [['coordination', 'chair', true]]);
    await c.act(
      'projectManager',
      'propose-budget',
      { id },
      { phase: 'product', amountOere: 20_000_000, funding: 'community' },
    );
    await steps.decided(id, 'economy', {
      by: 'projectManager',
      decide: { votes: { for: 2, against: 0, abstaining: 0 } },
    });
    await steps.decided(id, 'economy', { open: { awaits: 'board' } });
    assert.deepEqual(await missing(id), []);
    await c.act('projectManager', 'move-initiative', { id }, { to: 'product', reason: 'I drift' });
    const { stage, level } = await row(id);
    assert.deepEqual({ stage, level }, { stage: 'product', level: 'N2' });
    const log = await c.app.db
      .selectFrom('journal')
      .select('deed')
      .where('initiative_id', '=', id)
      .orderBy('seq')
      .execute();
    assert.equal(log.filter((each) => each.deed === 'decide-case').length, 8);
  });

  test('the general assembly decides OS2webscanner in the board’s place, and only what is missing is asked for', async () => {
    const { id } = await idea('OS2webscanner');
    await c.act('manager', 'place-initiative', { id }, { level: 'N2', reason: 'Til gavn for næsten alle' });
    await documentAll(id, 'concept', 'N2');
    await c.act('manager', 'move-initiative', { id }, { to: 'concept', reason: 'Klar' });
    const opened = await c.act(
      'manager',
      'open-case',
      {},
      {
        initiative: id,
        kind: 'approval',
        question: 'Skal OS2webscanner godkendes?',
        recommendation: 'Godkend',
        awaits: 'general-assembly',
      },
    );
    assert.equal((opened['awaits'] as { kind: string }).kind, 'general-assembly');
    await c.act(
      'manager',
      'decide-case',
      { id: String(opened['number']) },
      { ...yes, votes: { for: 40, against: 1, abstaining: 2 } },
    );
    const lacking = await missing(id);
    assert.ok(!lacking.includes('board-approval') && !lacking.includes('recommendation'));
    assert.ok(lacking.includes('steering-group'));
  });

  test('a product handed over from outside meets the same requirements and the board decides', async () => {
    const { id } = await idea('Overdraget', 'outside');
    await c.act('manager', 'place-initiative', { id }, { level: 'N2', reason: 'Mange bruger det' });
    const opened = await c.act(
      'manager',
      'open-case',
      {},
      { initiative: id, kind: 'adoption', question: 'Skal produktet optages?', recommendation: 'Optag det' },
    );
    const plain = await c.try('manager', 'decide-case', { id: String(opened['number']) }, yes);
    assert.equal(plain.kind, 'refused', 'requirements are missing and not named as conditions');
    const open = (await missing(id)).filter((rule) => rule !== 'board-approval' && rule !== 'recommendation');
    await c.act(
      'manager',
      'decide-case',
      { id: String(opened['number']) },
      { ...yes, outcome: 'approved-with-conditions', conditions: open },
    );
    assert.deepEqual(await missing(id), []);
    await c.act('manager', 'move-initiative', { id }, { to: 'product', reason: 'Optaget' });
    assert.equal((await row(id)).stage, 'product');
  });

  test('a decision is corrected by a new one that links back, and what it moved goes back', async () => {
    const { id } = await idea('Rettes');
    await c.act('manager', 'place-initiative', { id }, { level: 'N2', reason: 'Til mange' });
    await documentAll(id, 'concept', 'N2');
    await c.act('manager', 'move-initiative', { id }, { to: 'concept', reason: 'Klar' });
    const opened = await c.act(
      'manager',
      'open-case',
      {},
      { initiative: id, kind: 'approval', question: 'Godkendes?', recommendation: 'Ja' },
    );
    const first = await c.act(
      'manager',
      'decide-case',
      { id: String(opened['number']) },
      { outcome: 'rejected', reason: 'Forkert noteret', votes: { for: 1, against: 4, abstaining: 0 } },
    );
    assert.equal((await row(id)).stage, 'retired');
    const second = await c.act(
      'manager',
      'correct-decision',
      { id: String(first['id']) },
      { ...yes, reason: 'Bestyrelsen godkendte; referatet var forkert' },
    );
    assert.equal(second['corrects'], first['id']);
    assert.equal((await row(id)).stage, 'concept');
    const twice = await c.try('manager', 'correct-decision', { id: String(first['id']) }, yes);
    assert.equal(twice.kind, 'refused');
    await assert.rejects(
      c.app.db
        .updateTable('decisions')
        .set({ reason: 'omskrevet' })
        .where('id', '=', String(first['id']))
        .execute(),
    );
  });

  test('nobody decides for a body whose secretary they are not', async () => {
    const { id } = await idea('Uden mandat');
    for (const person of ['member', 'staff', 'chair', 'former', 'operator', 'outsider'] as const) {
      const result = await c.try(person, 'place-initiative', { id }, { level: 'N1', reason: 'Jeg vil' });
      assert.equal(result.kind, 'no-mandate', person);
    }
    assert.equal(
      (await c.try(null, 'place-initiative', { id }, { level: 'N1', reason: 'Jeg vil' })).kind,
      'not-signed-in',
    );
  });
});

const byEdition = (a: string, b: string): number => {
  const order = Object.keys(editionOf('2016').requirements);
  return order.indexOf(a) - order.indexOf(b);
};
