import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { facilitationRule, mayFacilitate } from './facilitation.ts';

describe('who may run a group', () => {
  for (const { says, facts, neutral } of facilitationRule.examples)
    test(`${says.en}: ${neutral ? 'may' : 'may not'}`, () => {
      assert.equal(mayFacilitate(facts), neutral);
    });
});
