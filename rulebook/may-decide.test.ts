import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { editionById } from './editions.ts';
import { mayDecide, type Deciding } from './may-decide.ts';
import type { Edition, Standing } from './rule.ts';

const report = editionById('2016') as Edition;
const inForce = editionById('2025') as Edition;
const on = '2026-11-24';

/** A concept at N2 with a recommendation and nothing else in place. */
const concept: Standing = {
  stage: 'concept',
  level: 'N2',
  origin: 'community',
  facts: { recommendation: true, 'level-placed': true },
  assessments: {},
  accepted: [],
  decidedLevel: null,
  boardApprovedLevel: null,
};
const approval: Deciding = {
  kind: 'approval',
  outcome: 'approved',
  body: 'board',
  standing: concept,
  target: { stage: 'concept', level: 'N2' },
  conditions: [],
  on,
};

/** Every line that is still missing for the concept, by what the report's edition refuses. */
const gaps = mayDecide(report, approval).refusals.map((refusal) => refusal.rule);

describe('whether a body may give an answer', () => {
  test('the board may not approve over gaps that nobody names: each is refused with its rule (§5.4, p. 19–20)', () => {
    assert.ok(gaps.length > 3);
    for (const refusal of mayDecide(report, approval).refusals)
      assert.match(refusal.cure.en, /condition/, refusal.rule);
    assert.deepEqual(mayDecide(report, approval).accepts, []);
  });

  test('the board approves once every gap is named as a condition, and thereby accepts them', () => {
    const may = mayDecide(report, { ...approval, outcome: 'approved-with-conditions', conditions: gaps });
    assert.deepEqual(may.refusals, []);
    assert.deepEqual(may.accepts, gaps);
  });

  test('one gap left unnamed is refused, and only that one', () => {
    const [left, ...named] = gaps;
    const may = mayDecide(report, { ...approval, outcome: 'approved-with-conditions', conditions: named });
    assert.deepEqual(
      may.refusals.map((refusal) => refusal.rule),
      [left],
    );
  });

  test('under the edition in force the board judges overall: it may approve and accepts what is missing', () => {
    const may = mayDecide(inForce, approval);
    assert.deepEqual(may.refusals, []);
    assert.ok(may.accepts.length > 0);
  });

  for (const edition of [report, inForce])
    test(`a steering group may not approve a concept (${edition.id}): the refusal names who may`, () => {
      const [refusal, ...more] = mayDecide(edition, { ...approval, body: 'steering-group' }).refusals;
      assert.deepEqual(more, []);
      assert.match(refusal?.because.da ?? '', /styregruppe har ikke retten/);
      assert.match(refusal?.cure.da ?? '', /bestyrelse/);
      assert.match(refusal?.cure.en ?? '', /board/);
    });

  test('the general assembly may decide in the board’s place (P12; §5.6, p. 22)', () => {
    const may = mayDecide(report, {
      ...approval,
      body: 'general-assembly',
      outcome: 'approved-with-conditions',
      conditions: gaps,
    });
    assert.deepEqual(may.refusals, []);
  });

  test('nothing is approved without the recommendation that goes with it (§5.2, p. 16)', () => {
    const bare = { ...concept, facts: { 'level-placed': true } };
    const [refusal, ...more] = mayDecide(report, { ...approval, standing: bare }).refusals;
    assert.deepEqual(more, []);
    assert.match(refusal?.because.en ?? '', /no recommendation/);
  });

  for (const outcome of ['sent-back', 'rejected', 'postponed', 'referred'] as const)
    test(`an answer that approves nothing asks for nothing: ${outcome}`, () => {
      assert.deepEqual(mayDecide(report, { ...approval, outcome }), { refusals: [], accepts: [] });
    });

  test('closing is decided without looking at requirements (§5.3.2, p. 18)', () => {
    const may = mayDecide(report, {
      ...approval,
      kind: 'closing',
      standing: { ...concept, stage: 'project' },
      target: { stage: 'project', level: 'N2' },
    });
    assert.deepEqual(may, { refusals: [], accepts: [] });
  });

  test('an edition without a row for the question is a fault, not an answer', () => {
    assert.throws(() => mayDecide({ ...report, decisionRights: [] }, approval), /gives no right to decide/);
  });
});
