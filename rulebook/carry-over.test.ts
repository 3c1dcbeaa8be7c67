import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { edition2016 } from './2016/index.ts';
import { edition2018 } from './2018/index.ts';
import { edition2025 } from './2025/index.ts';
import { askedAnew, carryOver, saidAfter } from './carry-over.ts';
import { editions } from './editions.ts';
import { isClaimed, isEnough } from './judge.ts';
import { counterparts } from './lineage.ts';
import type { Assessment, Edition, Standing } from './rule.ts';
import { verdicts, type Verdict, type Voice } from './vocabulary.ts';

const word = (verdict: Verdict, more: Partial<Assessment> = {}): Assessment => ({
  verdict,
  explanation: 'Se siden',
  plannedFor: null,
  validUntil: null,
  ...more,
});
const between = (from: Edition, to: Edition) => ({
  carried: (said: Standing['assessments'], existing: Standing['assessments'] = {}) =>
    Object.fromEntries(
      carryOver(from, to, said, existing).map((each) => [
        `${each.requirement} ${each.voice}`,
        each.assessment,
      ]),
    ),
});

describe('what comes along to another edition', () => {
  const to2025 = between(edition2018, edition2025);

  it('a word follows its requirement, not its number, and each voice keeps its own', () => {
    const said = { R5: { self: word('met'), community: word('partly', { validUntil: '2027-01-01' }) } };
    assert.deepEqual(to2025.carried(said), {
      'R4 self': word('met'),
      'R4 community': word('partly', { validUntil: '2027-01-01' }),
    });
  });

  it('a requirement that joins three takes the least of them, the first end date and the last planned one', () => {
    const said = {
      F7: { self: word('met', { explanation: 'Vejledning' }) },
      F8: { self: word('planned', { plannedFor: '2027-03-01', validUntil: '2028-01-01' }) },
      F9: { self: word('planned', { plannedFor: '2027-01-01', explanation: ' ', validUntil: '2027-06-01' }) },
    };
    assert.deepEqual(to2025.carried(said), {
      'F7 self': {
        verdict: 'planned',
        explanation: 'F7: Vejledning\n\nF8: Se siden',
        plannedFor: '2027-03-01',
        validUntil: '2027-06-01',
      },
    });
  });

  it('said of only some of the parts, enough is not carried, but what is not enough is', () => {
    assert.deepEqual(to2025.carried({ F7: { self: word('met') }, F8: { self: word('met') } }), {});
    assert.equal(to2025.carried({ F7: { self: word('unmet') } })['F7 self']?.verdict, 'unmet');
    assert.equal(to2025.carried({ F7: { self: word('partly') } })['F7 self']?.verdict, 'unknown');
  });

  it('“explained” without a word of explanation says nothing about the whole', () => {
    const parts = { F8: { self: word('met') }, F9: { self: word('met') } };
    const bare = { F7: { self: word('explained', { explanation: '' }) }, ...parts };
    assert.equal(to2025.carried(bare)['F7 self']?.verdict, 'unknown');
    const reasoned = { F7: { self: word('explained') }, ...parts };
    assert.equal(to2025.carried(reasoned)['F7 self']?.verdict, 'explained');
  });

  it('a joined requirement split again gives its word to every part', () => {
    const back = between(edition2025, edition2018).carried({ F7: { self: word('met') } });
    assert.deepEqual(Object.keys(back), ['F7 self', 'F8 self', 'F9 self']);
  });

  it('nothing said in the other edition is overwritten', () => {
    assert.deepEqual(to2025.carried({ F4: { self: word('met') } }, { F4: { self: word('unmet') } }), {});
  });

  it('a claim beside registered facts stays one, and is no verdict where people are asked', () => {
    const said = { G6: { self: word('met') } };
    assert.deepEqual(to2025.carried(said), { 'G6 self': word('met') });
    const group = edition2025.requirements['G6'];
    assert.ok(group);
    const asking: Edition = {
      ...edition2025,
      requirements: { ...edition2025.requirements, G6: { ...group, condition: { claimed: true } } },
    };
    assert.deepEqual(between(edition2018, asking).carried(said), {});
  });

  it('a verdict the other edition lacks is asked again', () => {
    const plain: Edition = { ...edition2025, verdicts: ['met', 'unmet', 'unknown'] };
    const { carried } = between(edition2018, plain);
    assert.equal(carried({ F4: { self: word('partly') } })['F4 self']?.verdict, 'unknown');
  });
});

describe('what a change of edition asks anew', () => {
  const all = (edition: Edition) => Object.keys(edition.requirements);

  it('is the new requirements and those that join what is said with what is not, each with why', () => {
    const said = { F4: { self: word('met') }, F7: { self: word('met') } };
    const anew = askedAnew(edition2018, edition2025, said, {}, all(edition2025));
    assert.deepEqual(
      anew.map(({ requirement, formerly }) => [requirement, formerly]),
      [
        ['F7', ['F7', 'F8', 'F9']],
        ['S4', []],
      ],
    );
    assert.match(anew[0]?.because.en ?? '', /joins F7, F8, F9/);
    assert.match(anew[1]?.because.da ?? '', /intet modstykke i udgave 2018/);
    assert.deepEqual(askedAnew(edition2018, edition2025, said, { S4: { self: word('unmet') } }, ['S4']), []);
  });

  it('is also an explanation that counts no more; not what was not enough before', () => {
    const explained = { F4: { self: word('explained') }, F2: { self: word('unmet') } };
    const anew = askedAnew(edition2018, edition2016, explained, {}, ['security', 'licence', 'level-placed']);
    assert.deepEqual(
      anew.map(({ requirement }) => requirement),
      ['security'],
    );
    assert.match(anew[0]?.because.en ?? '', /not enough in edition 2016/);
    assert.deepEqual(
      askedAnew(edition2018, edition2016, { F4: { community: word('met') } }, {}, ['security', 'no-such']),
      [],
    );
  });
});

const aWord: fc.Arbitrary<Assessment> = fc.record({
  verdict: fc.constantFrom(...(Object.keys(verdicts) as Verdict[])),
  explanation: fc.constantFrom('', 'Se siden'),
  plannedFor: fc.constant(null),
  validUntil: fc.constantFrom(null, '2026-01-01', '2027-01-01'),
});
const saidUnder = (edition: Edition): fc.Arbitrary<Standing['assessments']> =>
  fc.dictionary(
    fc.constantFrom(...Object.keys(edition.requirements)),
    fc.record({ self: aWord, community: aWord }, { requiredKeys: [] }),
    { maxKeys: 30 },
  );
const on = '2026-11-24';

it('no change of edition makes a requirement stand of which some part did not', () => {
  const pair = fc
    .tuple(fc.constantFrom(...editions), fc.constantFrom(...editions))
    .filter(([from, to]) => from !== to)
    .chain(([from, to]) => fc.tuple(fc.constant(from), fc.constant(to), saidUnder(from)));
  fc.assert(
    fc.property(pair, ([from, to, said]) => {
      const after = saidAfter(from, to, said, {});
      for (const requirement of Object.values(to.requirements).filter(isClaimed)) {
        const stands = (words: Partial<Record<Voice, Assessment>> | undefined): boolean => {
          const counts = words?.community ?? words?.self;
          return (
            counts !== undefined &&
            (counts.validUntil === null || counts.validUntil >= on) &&
            isEnough(to, requirement, counts.verdict, counts.explanation)
          );
        };
        if (stands(after[requirement.id]))
          for (const part of counterparts(from, to, requirement.id))
            assert.ok(stands(said[part]), `${to.id} ${requirement.id} stands without ${from.id} ${part}`);
      }
    }),
    { numRuns: 500 },
  );
});
