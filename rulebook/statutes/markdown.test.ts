import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { escaped } from '../markdown.ts';
import { languages } from '../vocabulary.ts';
import { diffStatutes } from './diff.ts';
import { statutesById, statutesEditions } from './editions.ts';
import { valueInWords } from './in-words.ts';
import { statutesToMarkdown } from './markdown.ts';
import type { Statutes } from './statute.ts';

const [then, before, now] = statutesEditions as readonly [Statutes, Statutes, Statutes];

for (const statutes of statutesEditions)
  for (const language of languages)
    test(`the readable statutes of ${statutes.id} in ${language} hold every rule, gap and reading`, () => {
      const text = statutesToMarkdown(statutes, language);
      for (const { id, says, source } of statutes.rules)
        for (const part of [id, says[language], source.section])
          assert.ok(text.includes(escaped(part)), part);
      for (const { question, meanwhile } of statutes.gaps)
        for (const part of [question, meanwhile]) assert.ok(text.includes(escaped(part[language])));
      for (const { chosen } of statutes.choices) assert.ok(text.includes(escaped(chosen[language])));
      assert.ok(!/undefined|\[object/.test(text));
    });

describe('values in words', () => {
  for (const [id, value, da, en] of [
    ['assembly.notice', { n: 1, unit: 'months' }, '1 måned', '1 month'],
    ['assembly.papers', { n: 8, unit: 'days' }, '8 dage', '8 days'],
    ['board.quorum', { part: 1, of: 2 }, 'halvdelen', 'half'],
    ['extraordinary.asked-for-by', { part: 1, of: 3 }, '1 af 3', '1 of 3'],
    ['assembly.months', [4, 5], 'april eller maj', 'April or May'],
    ['fee.full-until', { month: 7, day: 1 }, '1. juli', '1 July'],
    ['election.chair', 'odd', 'ulige år', 'odd years'],
  ] as const)
    test(`${id} is »${da}«`, () => assert.deepEqual(valueInWords(id, value), { da, en }));
});

describe('what changed between statutes', () => {
  test('in 2026 the regulation of the fee came, and with it the question of rounding', () => {
    const changes = diffStatutes(before, now).map(({ how, kind, id }) => [how, kind, id]);
    assert.deepEqual(changes, [
      ['added', 'rule', 'V12'],
      ['added', 'gap', 'fee-rounding'],
      ['removed', 'gap', 'fee-regulation'],
    ]);
  });

  test('nothing differs from itself', () => assert.deepEqual(diffStatutes(now, now), []));

  test('since 2016 the deputy chair is no longer elected, and the size of the board is known', () => {
    const changed = diffStatutes(then, before).filter(({ how }) => how === 'changed');
    assert.deepEqual(
      changed.map(({ id }) => id),
      ['V14', 'V16', 'V17', 'V19', 'V21'],
    );
    const deputy = changed.find(({ id }) => id === 'V16')?.differences.at(-1);
    assert.deepEqual([deputy?.what.en, deputy?.before.en, deputy?.after.en], ['Deputy chair', 'yes', '–']);
  });

  test('a shorter notice is told in words on both sides', () => {
    const shorter: Statutes = {
      ...now,
      rules: now.rules.map((rule) =>
        rule.id === 'V24' ? { ...rule, sets: { 'assembly.notice': { n: 14, unit: 'days' } } } : rule,
      ),
    };
    const [change] = diffStatutes(now, shorter);
    assert.deepEqual(
      change?.differences.map((each) => [each.what.da, each.before.da, each.after.da]),
      [['Indkaldelse', '1 måned', '14 dage']],
    );
    assert.equal(statutesById('2026-03-17'), now);
  });
});
