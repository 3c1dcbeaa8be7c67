import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { edition2025 } from '../2025/index.ts';
import { editionInForce } from '../editions.ts';
import { rightFor } from '../gates.ts';
import { judgeLine, lineById } from '../judge.ts';
import type { Line, Standing } from '../rule.ts';
import { decisionKinds, type DecisionKind } from '../vocabulary.ts';
import { edition2018 as edition } from './index.ts';

const all = Object.values(edition.requirements);
const report = readFileSync(
  new URL('../../demo/data/os2/governancerapport-2021-OS2iot.md', import.meta.url),
  'utf8',
);
const plain = (label: string) => label.replaceAll('_', '').replaceAll(/\s+/g, ' ').trim().toLowerCase();
const written = report.split('\n').flatMap((line) => {
  const [, , id, label, , level] = line.split('|').map((cell) => cell.trim());
  return /^[RFSG]\d+$/.test(id ?? '') ? [{ id, label: plain(label ?? ''), level }] : [];
});

const standing: Standing = {
  stage: 'project',
  level: 'N1',
  origin: 'community',
  facts: {},
  assessments: {},
  accepted: [],
  decidedLevel: null,
  boardApprovedLevel: null,
};

describe('The edition of 2018', () => {
  test('has 45 requirements: 6 minimum ones, 13, 18 and 8 at levels 1 to 3', () => {
    assert.deepEqual(
      edition.levels.map((level) => all.filter((each) => each.level === level.id).length),
      [6, 13, 18, 8],
    );
    assert.equal(all.length, 45);
  });

  test('has 5 on relevance, 22 formal, 4 on strategy and 14 on governance', () => {
    assert.deepEqual(
      edition.themes.map((theme) => all.filter((each) => each.theme === theme).length),
      [5, 22, 4, 14],
    );
  });

  test('recommends seven and lets one be followed or explained', () => {
    const ids = (weight: string) => all.filter((each) => each.weight === weight).map((each) => each.id);
    assert.deepEqual(ids('should'), ['R4', 'F19', 'F20', 'G7', 'G8', 'G9', 'G10']);
    assert.deepEqual(ids('comply-or-explain'), ['F18']);
  });

  test('has the ids and levels of the real report of 2021, in its order', () => {
    assert.deepEqual(
      all.map((each) => [each.id, edition.levels.find((level) => level.id === each.level)?.formWord]),
      written.map((row) => [row.id, row.level]),
    );
  });

  test('has the wording of the real report of 2021, but for what its author changed or mistyped', () => {
    const differing = all.filter((each, index) => plain(each.formLabel ?? '') !== written[index]?.label);
    assert.deepEqual(
      differing.map((each) => each.id),
      ['F3', 'F18', 'G12', 'G13', 'G14'],
    );
  });

  test('an explanation is enough at every requirement on which people give verdicts', () => {
    for (const requirement of all.filter((each) => 'claimed' in each.condition)) {
      const assessment = {
        verdict: 'explained',
        explanation: 'Se notatet',
        plannedFor: null,
        validUntil: null,
      } as const;
      const explained = { ...standing, assessments: { [requirement.id]: { self: assessment } } };
      const target = { stage: 'product', level: 'N3' } as const;
      const { satisfied } = judgeLine(edition, requirement, explained, target, '2020-01-01');
      assert.ok(satisfied, requirement.id);
    }
  });

  test('a second municipality is recommended at level 1, not required', () => {
    const line = lineById(edition, 'faq-participants') as Line;
    assert.equal(line.weight, 'should');
    assert.deepEqual(line.condition, { atLeast: 'participants', n: 2 });
  });

  test('the secretariat admits at level 1, the board from level 2 and every change of level', () => {
    const first = (kind: DecisionKind, level: string) => rightFor(edition, kind, level)?.decides[0];
    assert.deepEqual(
      ['sandbox', 'N1', 'N2', 'N3'].map((level) => [first('adoption', level), first('level-change', level)]),
      [
        ['secretariat', 'board'],
        ['secretariat', 'board'],
        ['board', 'board'],
        ['board', 'board'],
      ],
    );
  });

  test('every question has somebody who decides it at every level', () => {
    for (const kind of Object.keys(decisionKinds) as DecisionKind[])
      for (const { id } of edition.levels)
        assert.equal(
          edition.decisionRights.filter((right) => right.kind === kind && right.levels.includes(id)).length,
          1,
          `${kind} at ${id}`,
        );
  });

  test('is in force from 1 May 2018 until the edition of 2025', () => {
    assert.equal(editionInForce('2018-04-30')?.id, '2016');
    assert.equal(editionInForce('2018-05-01')?.id, '2018');
    assert.equal(editionInForce('2025-05-31')?.id, '2018');
    assert.equal(editionInForce('2025-06-01')?.id, '2025');
  });

  test('the ids whose meaning changed by 2025 carry another wording there', () => {
    const changed = ['R2', 'R3', 'R4', 'S4', 'F7', 'F11', 'F13', 'F14', 'G12'];
    for (const id of changed)
      assert.notEqual(edition.requirements[id]?.formLabel, edition2025.requirements[id]?.formLabel, id);
  });

  test('is a plain value that survives being written as JSON', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(edition)), edition);
  });
});
