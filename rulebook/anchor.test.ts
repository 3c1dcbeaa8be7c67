import assert from 'node:assert/strict';
import { it } from 'node:test';
import { edition2016 } from './2016/index.ts';
import { anchorOf } from './anchor.ts';

it('every rule, body, duty and reading of an edition has a place on its page, and nothing else has', () => {
  const places: readonly [string, string | null][] = [
    ['idea', 'idea'],
    ['in-use', 'in-use'],
    ['gate.concept', 'gate.concept'],
    ['right.closing', 'right.closing'],
    ['composition.board-chair', 'composition.board-chair'],
    ['N3', 'N3'],
    ['board', 'body.board'],
    ['body.board', 'body.board'],
    ['steering-group', 'steering-group'],
    ['body.steering-group', 'body.steering-group'],
    ['P4', 'duty.P4'],
    ['facilitation.neutral', 'body.coordination-group'],
    ['p2-means-n2', 'choice.p2-means-n2'],
    ['case.once', null],
  ];
  for (const [rule, place] of places) assert.equal(anchorOf(edition2016, rule), place, rule);
});
