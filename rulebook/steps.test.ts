import assert from 'node:assert/strict';
import { it } from 'node:test';
import { edition2016 } from './2016/index.ts';
import { forecast } from './forecast.ts';
import type { Edition, Line, Standing } from './rule.ts';

it('a line that either of two steps would meet is provided by both, when both are needed anyway', () => {
  const someChair: Line = {
    ...(edition2016.needs['steering-chair'] as Line),
    id: 'some-chair',
    due: 'product',
    condition: { any: [{ is: 'steering-chair' }, { is: 'coordination-chair' }] },
  };
  const edition: Edition = { ...edition2016, needs: { ...edition2016.needs, [someChair.id]: someChair } };
  const standing: Standing = {
    stage: 'project',
    level: 'N2',
    origin: 'community',
    facts: {},
    assessments: {},
    accepted: [],
    decidedLevel: null,
    boardApprovedLevel: null,
  };
  const { steps, missing } = forecast(edition, standing, { stage: 'product', level: 'N2' }, '2026-11-24');
  assert.ok(missing.some(({ rule }) => rule === 'some-chair'));
  const providing = steps.flatMap(({ does, provides }) =>
    'fact' in does && provides.includes('some-chair') ? [does.fact] : [],
  );
  assert.deepEqual(providing, ['steering-chair', 'coordination-chair']);
});
