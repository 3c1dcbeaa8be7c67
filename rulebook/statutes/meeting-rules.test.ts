import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { editionById, editions } from '../editions.ts';
import type { Edition } from '../rule.ts';
import { bodyKinds, type BodyKind } from '../vocabulary.ts';
import { statutesById, statutesEditions, statutesInForce } from './editions.ts';
import { meetingRules } from './meeting-rules.ts';
import type { Statutes } from './statute.ts';

const edition = editionById('2025') as Edition;
const now = statutesById('2026-03-17') as Statutes;

describe('the rules a body meets by', () => {
  test('the board can decide when half are present, and the chair’s vote decides a tie', () => {
    const rules = meetingRules(edition, now, 'board');
    assert.equal(rules.quorumPercent, 50);
    assert.deepEqual([rules.majority, rules.base, rules.tie], ['simple', 'cast', 'chair-decides']);
    assert.equal(rules.votesBelongTo, 'seat');
    assert.equal(rules.sources.quorum?.rule, 'V17');
    assert.equal(rules.sources.tie?.source.section, '§6.5');
  });

  test('in the general assembly a vote belongs to the organisation, no quorum is written, and a tie falls', () => {
    const rules = meetingRules(edition, now, 'general-assembly');
    assert.deepEqual([rules.votesBelongTo, rules.quorumPercent, rules.tie], ['organisation', null, 'falls']);
    assert.equal(rules.sources.votes?.rule, 'V6');
    assert.equal(rules.sources.quorum, null);
    assert.equal(rules.sources.tie, null, 'a reading has no rule to cite');
    assert.ok(rules.gaps.some(({ id }) => id === 'assembly-quorum'));
    assert.equal(rules.minutesApprovedBy, 'meeting-chair');
  });

  test('the general assembly has nine fixed items, an extraordinary one elects who chairs it', () => {
    const titles = (kind: 'ordinary' | 'extraordinary') =>
      meetingRules(edition, now, 'general-assembly', kind).fixedItems.map(({ key }) => key);
    assert.deepEqual(titles('ordinary'), [
      'elect-meeting-chair',
      'report',
      'elect-chair',
      'elect-members',
      'elect-substitutes',
      'elect-auditor',
      'accounts-and-fee',
      'proposals',
      'any-other-business',
    ]);
    assert.deepEqual(titles('extraordinary'), ['elect-meeting-chair']);
  });

  test('notice is a calendar month for the ordinary assembly and fourteen days for an extraordinary one', () => {
    assert.deepEqual(meetingRules(edition, now, 'general-assembly').spans.notice, { n: 1, unit: 'months' });
    const extraordinary = meetingRules(edition, now, 'general-assembly', 'extraordinary').spans;
    assert.deepEqual(extraordinary.notice, { n: 14, unit: 'days' });
    assert.equal(extraordinary.papers, null);
  });

  test('no source writes a quorum or a notice for a steering group', () => {
    const rules = meetingRules(edition, now, 'steering-group');
    assert.deepEqual([rules.quorumPercent, rules.sources.quorum, rules.spans.notice], [null, null, null]);
    assert.equal(rules.writtenDecisions, null);
    assert.ok(rules.fixedItems.some(({ place }) => place === 'last'));
  });

  test('statutes come before the rulebook, and without statutes the rulebook speaks', () => {
    const report = editionById('2016') as Edition;
    assert.equal(meetingRules(report, null, 'board').quorumPercent, null);
    assert.equal(meetingRules(report, statutesInForce('2017-01-01'), 'board').quorumPercent, 50);
    assert.equal(meetingRules(edition, null, 'board').quorumPercent, 50);
    assert.equal(meetingRules(edition, null, 'board').sources.quorum?.source.edition, '2025');
  });

  test('every body has rules under every edition of both', () => {
    for (const each of editions)
      for (const statutes of [null, ...statutesEditions])
        for (const body of Object.keys(bodyKinds) as BodyKind[]) {
          const { fixedItems, quorumPercent } = meetingRules(each, statutes, body);
          assert.equal(new Set(fixedItems.map(({ key }) => key)).size, fixedItems.length);
          assert.ok(quorumPercent === null || (quorumPercent > 0 && quorumPercent <= 100));
        }
  });
});
