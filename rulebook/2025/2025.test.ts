import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { rightFor } from '../gates.ts';
import { decisionKinds, type DecisionKind } from '../vocabulary.ts';
import { edition2025 as edition } from './index.ts';

interface FormRow {
  readonly id: string;
  readonly kategori: string;
  readonly krav: string;
  readonly produktniveau: string;
}

const folder = new URL('../../demo/data/os2/', import.meta.url);
const forms = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name,
    rows: (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { krav: FormRow[] }).krav,
  }));
const formThemes = {
  relevance: 'relevans',
  formal: 'formkrav',
  strategic: 'strategisk',
  governance: 'governance',
};
const all = Object.values(edition.requirements);
const bodiesFor = (kind: DecisionKind, level: string) => rightFor(edition, kind, level)?.decides;

describe('The edition of 2025', () => {
  test('has 43 requirements: 6 in the sandbox, 10, 19 and 8 at levels 1 to 3', () => {
    const count = (level: string) => all.filter((each) => each.level === level).length;
    assert.deepEqual(
      edition.levels.map((level) => count(level.id)),
      [6, 10, 19, 8],
    );
    assert.equal(all.length, 43);
  });

  test('has 4 on relevance, 20 formal, 5 on strategy and 14 on governance', () => {
    assert.deepEqual(
      edition.themes.map((theme) => all.filter((each) => each.theme === theme).length),
      [4, 20, 5, 14],
    );
  });

  test('leaves the ids F8 and F9 unused', () => {
    assert.deepEqual(
      ['F7', 'F8', 'F9', 'F10'].map((id) => id in edition.requirements),
      [true, false, false, true],
    );
  });

  test('recommends six and lets one be followed or explained', () => {
    const ids = (weight: string) => all.filter((each) => each.weight === weight).map((each) => each.id);
    assert.deepEqual(ids('should'), ['F19', 'F20', 'G7', 'G8', 'G9', 'G10']);
    assert.deepEqual(ids('comply-or-explain'), ['F18']);
  });

  for (const { name, rows } of forms) {
    test(`has the ids, wording, levels and themes of ${name}, in its order`, () => {
      assert.deepEqual(
        all.map(({ id, theme, level, formLabel }) => ({
          id,
          kategori: formThemes[theme],
          krav: formLabel,
          produktniveau: edition.levels.find((each) => each.id === level)?.formWord,
        })),
        rows.map(({ id, kategori, krav, produktniveau }) => ({ id, kategori, krav, produktniveau })),
      );
    });
  }

  test('reads the four real files of 2026', () => assert.equal(forms.length, 4));

  test('works eight governance requirements out of what is recorded and asks people for the rest', () => {
    assert.deepEqual(
      all.filter((each) => !('claimed' in each.condition)).map((each) => each.id),
      ['G1', 'G3', 'G4', 'G5', 'G6', 'G7', 'G11', 'G12'],
    );
  });

  test('the secretariat decides up to level 1, lowering included; the board from level 2', () => {
    for (const kind of ['approval', 'adoption', 'level-change'] as const) {
      for (const level of ['sandbox', 'N1']) assert.equal(bodiesFor(kind, level)?.[0], 'secretariat', kind);
      for (const level of ['N2', 'N3'])
        assert.deepEqual(bodiesFor(kind, level), ['board', 'general-assembly'], kind);
    }
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

  test('the general assembly may stand in for the board wherever the board decides', () => {
    const withoutAssembly = edition.decisionRights.filter(
      (right) => right.decides.includes('board') && !right.decides.includes('general-assembly'),
    );
    assert.deepEqual(
      withoutAssembly.map((right) => right.id),
      ['right.information'],
    );
  });

  test('is a plain value that survives being written as JSON', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(edition)), edition);
  });
});
