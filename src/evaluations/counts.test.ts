import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Verdict } from '../../rulebook/vocabulary.ts';
import { verdicts } from '../../rulebook/vocabulary.ts';
import { formCatalogue as edition } from '../../test/evaluation-catalogue.ts';
import { percentages } from '../lib/percentages.ts';
import { countByThemeAndLevel } from './counts.ts';
import { lightIn, lightOf } from './lights.ts';
import type { Light } from './lights.ts';

const values = Object.keys(verdicts) as Verdict[];
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

const shares: readonly [readonly number[], readonly number[], string][] = [
  [[2, 3, 1], [33, 50, 17], 'ordinary rounding where that adds up'],
  [[17, 17, 9], [40, 39, 21], 'of equal losses, the first listed gets the per cent left over'],
  [[1, 1, 1], [34, 33, 33], 'three equal shares'],
  [[1, 0, 0], [100, 0, 0], 'one share'],
  [[0, 0], [0, 0], 'nothing counted'],
  [[], [], 'no shares'],
];
for (const [counts, expected, why] of shares)
  test(`${counts.join(', ') || 'none'} is ${expected.join(', ') || 'none'} per cent: ${why}`, () =>
    assert.deepEqual(percentages(counts), expected));

test('per cents always add up to 100 and never miss the share by a whole', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { minLength: 1, maxLength: 9 }), (counts) => {
      const total = sum(counts);
      const percent = percentages(counts);
      assert.equal(sum(percent), total === 0 ? 0 : 100);
      counts.forEach((count, i) =>
        assert.ok(total === 0 || Math.abs((percent[i] as number) - (count * 100) / total) < 1),
      );
    }),
  );
});

test('rows and columns of any count add up', () => {
  const judged = fc
    .uniqueArray(fc.constantFrom(...Object.keys(edition.requirements)))
    .chain((ids) =>
      fc.tuple(
        ...ids.map((requirement) =>
          fc.record({ requirement: fc.constant(requirement), value: fc.constantFrom(...values) }),
        ),
      ),
    );
  fc.assert(
    fc.property(judged, (rows) => {
      const table = countByThemeAndLevel(edition, rows, values);
      assert.equal(table.all.total, rows.length);
      for (const tally of [table.all, ...Object.values(table.byLevel), ...Object.values(table.byTheme)]) {
        assert.equal(sum(Object.values(tally.counts)), tally.total);
        assert.equal(sum(Object.values(tally.percent)), tally.total === 0 ? 0 : 100);
      }
      for (const value of values) {
        for (const theme of table.themes)
          assert.equal(
            sum(table.levels.map((level) => table.cell[theme][level]!.counts[value])),
            table.byTheme[theme].counts[value],
          );
        for (const level of table.levels)
          assert.equal(
            sum(table.themes.map((theme) => table.cell[theme][level]!.counts[value])),
            table.byLevel[level]!.counts[value],
          );
        assert.equal(
          sum(table.levels.map((level) => table.byLevel[level]!.counts[value])),
          table.all.counts[value],
        );
      }
      assert.deepEqual(table.upToLevel[table.levels.at(-1)!], table.all);
    }),
  );
});

test('the catalogue of 2025 asks for 6, 16, 35 and 43 requirements up to each level', () => {
  const rows = Object.keys(edition.requirements).map((requirement) => ({
    requirement,
    value: 'met' as const,
  }));
  const { upToLevel, levels } = countByThemeAndLevel(edition, rows, values);
  assert.deepEqual(
    levels.map((level) => upToLevel[level]?.total),
    [6, 16, 35, 43],
  );
});

test('what cannot be counted is not counted silently', () => {
  const row = { requirement: 'R1', value: 'met' as Verdict };
  assert.throws(
    () => countByThemeAndLevel(edition, [{ ...row, requirement: 'F8' }], values),
    /no requirement F8/,
  );
  assert.throws(() => countByThemeAndLevel(edition, [row, row], values), /twice/);
  assert.throws(() => countByThemeAndLevel(edition, [row], ['unmet'] as Verdict[]), /not counted/);
});

const lightRows: readonly [Verdict, string | null, Light][] = [
  ['met', null, 'green'],
  ['explained', null, 'green'],
  ['partly', null, 'yellow'],
  ['planned', null, 'yellow'],
  ['planned', '2026-11-24', 'yellow'],
  ['planned', '2026-11-23', 'red'],
  ['unknown', null, 'yellow'],
  ['unmet', null, 'red'],
  ['not-relevant', null, 'grey'],
];
for (const [verdict, plannedFor, light] of lightRows)
  test(`${verdict}${plannedFor ? ` for ${plannedFor}` : ''} is ${light} on 24 November 2026`, () =>
    assert.equal(lightOf(verdict, plannedFor, '2026-11-24'), light));

test('a light is read from its sign or its word, and never guessed', () => {
  assert.deepEqual(['🟢', '🟡 Gul', 'Rød', '⚪', 'blå', '🟢/🔴'].map(lightIn), [
    'green',
    'yellow',
    'red',
    'grey',
    null,
    null,
  ]);
});
