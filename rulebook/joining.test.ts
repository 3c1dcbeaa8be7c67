import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { approvesCharter, decidesOn } from './answers-to.ts';
import { editions } from './editions.ts';
import { joiningRefusals, joinings, usualJoining, type JoiningFacts } from './joining.ts';
import { bodyKinds, type BodyKind } from './vocabulary.ts';

const kinds = Object.keys(bodyKinds) as BodyKind[];
const facts: JoiningFacts = { joining: 'open', mostPerOrganisation: null, uses: true, seats: 0 };

describe('joining a group by oneself', () => {
  const table: readonly [says: string, facts: Partial<JoiningFacts>, refusals: number][] = [
    ['whose organisation uses the product', {}, 0],
    ['a group of the whole community', { uses: null }, 0],
    ['whose organisation does not use the product', { uses: false }, 1],
    ['one seat below the limit', { mostPerOrganisation: 2, seats: 1 }, 0],
    ['at the limit', { mostPerOrganisation: 2, seats: 2 }, 1],
    ['neither using nor within the limit', { uses: false, mostPerOrganisation: 1, seats: 1 }, 2],
    ['where people are appointed', { joining: 'appointed' }, 1],
    ['where people are elected', { joining: 'elected' }, 1],
    ['by invitation only', { joining: 'invitation' }, 1],
  ];
  for (const edition of editions)
    for (const [says, given, refusals] of table)
      test(`${says}: ${refusals === 0 ? 'may' : 'may not'}, by edition ${edition.id}`, () => {
        const found = joiningRefusals(edition, { ...facts, ...given });
        assert.equal(found.length, refusals);
        for (const { says: rule, because, cure, source } of found) {
          for (const text of [rule, because, cure]) assert.ok(text.da !== '' && text.en !== '');
          assert.equal(source.edition, edition.id);
        }
      });
});

describe('the bodies of a community', () => {
  test('each has a usual way in, somebody who decides on it and somebody who approves its charter', () => {
    for (const kind of kinds) {
      assert.ok(usualJoining[kind] in joinings, kind);
      for (const whose of [decidesOn[kind], approvesCharter[kind]]) {
        assert.ok(whose.length > 0 && whose.every((each) => each in bodyKinds), kind);
        assert.equal(new Set(whose).size, whose.length, kind);
      }
    }
  });
});
