import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { edition2016 } from './2016/index.ts';
import { edition2018 } from './2018/index.ts';
import { edition2025 } from './2025/index.ts';
import { diff, type Change } from './diff.ts';
import { editions } from './editions.ts';
import { counterparts } from './lineage.ts';
import { recordKinds, type RecordKind } from './portrait.ts';
import type { Edition } from './rule.ts';
import { weights, type Weight } from './vocabulary.ts';

const anEdition = fc.constantFrom(...editions);
const count = (changes: readonly Change[], how: Change['how'], kind?: RecordKind) =>
  changes.filter((change) => change.how === how && (kind === undefined || change.kind === kind)).length;
const one = (changes: readonly Change[], kind: RecordKind, id: string): Change => {
  const found = changes.filter((change) => change.kind === kind && change.id === id);
  assert.equal(found.length, 1, `${kind} ${id}`);
  return found[0] as Change;
};
const told = (change: Change) =>
  Object.fromEntries(change.differences.map(({ what, before, after }) => [what.en, [before.en, after.en]]));

/** The lists of an edition whose records have ids. */
const lists = {
  gate: 'gates',
  composition: 'composition',
  right: 'decisionRights',
  level: 'levels',
} as const;

describe('what changed between two editions', () => {
  for (const edition of editions)
    it(`is nothing between ${edition.id} and itself`, () => {
      assert.deepEqual(diff(edition, edition), []);
    });

  it('is the same seen from the other end: what one way adds, the other removes', () => {
    fc.assert(
      fc.property(anEdition, anEdition, (before, after) => {
        const [there, back] = [diff(before, after), diff(after, before)];
        const ids = (changes: readonly Change[], how: Change['how']) =>
          changes
            .filter((change) => change.how === how)
            .map(({ kind, id }) => `${kind} ${id}`)
            .toSorted();
        assert.deepEqual(ids(there, 'added'), ids(back, 'removed'));
        assert.deepEqual(ids(there, 'removed'), ids(back, 'added'));
      }),
      { numRuns: 30 },
    );
  });

  it('names exactly the records taken out of an edition, and exactly those when they come back', () => {
    const kinds = Object.keys(lists) as (keyof typeof lists)[];
    fc.assert(
      fc.property(anEdition, fc.constantFrom(...kinds), fc.nat(), (edition, kind, seed) => {
        const records = edition[lists[kind]];
        const out = records[seed % records.length] as { id: string };
        const less: Edition = { ...edition, [lists[kind]]: records.filter((each) => each !== out) };
        const gone = diff(edition, less).filter((change) => change.how !== 'changed');
        assert.deepEqual(
          gone.map(({ kind: of, how, id }) => [of, how, id]),
          [[kind, 'removed', out.id]],
        );
        assert.deepEqual(one(diff(less, edition), kind, out.id).how, 'added');
      }),
    );
  });

  it('finds every change of a requirement’s weight, and nothing else', () => {
    fc.assert(
      fc.property(
        anEdition,
        fc.nat(),
        fc.constantFrom(...(Object.keys(weights) as Weight[])),
        (edition, seed, weight) => {
          const all = Object.values(edition.requirements);
          const chosen = all[seed % all.length] as (typeof all)[number];
          const changed: Edition = {
            ...edition,
            requirements: { ...edition.requirements, [chosen.id]: { ...chosen, weight } },
          };
          const changes = diff(edition, changed);
          if (chosen.weight === weight) return assert.deepEqual(changes, []);
          assert.equal(changes.length, 1);
          const change = one(changes, 'requirement', chosen.id);
          assert.deepEqual(told(change), { Weight: [weights[chosen.weight].en, weights[weight].en] });
        },
      ),
    );
  });

  it('is told in both languages, on each side that has the record, with at least one difference when changed', () => {
    for (const before of editions)
      for (const after of editions)
        for (const change of diff(before, after)) {
          assert.ok(change.kind in recordKinds);
          assert.equal(change.before === null, change.how === 'added');
          assert.equal(change.after === null, change.how === 'removed');
          assert.equal(change.differences.length > 0, change.how === 'changed');
          assert.equal(change.formerly.length === 0, change.how === 'added');
          const texts = [
            change.label,
            ...[change.before, change.after].flatMap((text) => text ?? []),
            ...change.differences.flatMap((each) => [each.what, each.before, each.after]),
          ];
          for (const text of texts)
            assert.ok(text.da.trim() !== '' && text.en.trim() !== '', `${change.kind} ${change.id}`);
        }
  });
});

describe('from the report of 2016 to the model of 2018', () => {
  const changes = diff(edition2016, edition2018);

  it('local value moved down to the minimum', () => {
    const change = one(changes, 'requirement', 'R1');
    assert.deepEqual(change.formerly, ['local-value']);
    assert.ok('From level' in told(change));
  });

  it('procurement, other law and data processing became one requirement', () => {
    assert.deepEqual(one(changes, 'requirement', 'F3').formerly, [
      'procurement',
      'lawful',
      'data-processing',
    ]);
  });

  it('the idea, the money of one’s own, the number of participants and one board seat are asked no more', () => {
    assert.deepEqual(
      changes.filter(({ kind, how }) => kind === 'requirement' && how === 'removed').map(({ id }) => id),
      ['idea', 'no-os2-funding', 'participants', 'board-in-coordination'],
    );
  });

  it('the coordination group became a recommendation', () => {
    assert.deepEqual(told(one(changes, 'requirement', 'G7'))['Weight'], [weights.must.en, weights.should.en]);
  });

  it('an explanation counts everywhere', () => {
    assert.ok('An explanation counts at every requirement' in told(one(changes, 'edition', 'edition')));
  });
});

describe('from the model of 2018 to the governance report of 2025', () => {
  const changes = diff(edition2018, edition2025);

  it('the requirements on relevance moved up one number, and nothing else happened to two of them', () => {
    const kept = changes.filter(({ how }) => how === 'changed');
    for (const [id, formerly] of [
      ['R2', 'R3'],
      ['R4', 'R5'],
    ] as const)
      assert.deepEqual(told(one(kept, 'requirement', id)), { Id: [formerly, id] });
    assert.deepEqual(counterparts(edition2018, edition2025, 'R4'), ['R5']);
    assert.deepEqual(counterparts(edition2025, edition2018, 'R5'), ['R4']);
  });

  it('three requirements on documentation became one', () => {
    assert.deepEqual(one(changes, 'requirement', 'F7').formerly, ['F7', 'F8', 'F9']);
  });

  it('one requirement is new and one is gone: the product’s own strategy, and value for others', () => {
    assert.equal(count(changes, 'added', 'requirement'), 1);
    assert.equal(count(changes, 'removed', 'requirement'), 1);
    assert.equal(one(changes, 'requirement', 'S4').how, 'added');
    assert.deepEqual(
      changes.filter(({ how, kind }) => how === 'removed' && kind === 'requirement').map(({ id }) => id),
      ['R2'],
    );
  });

  it('the board’s majority became a seat', () => {
    assert.match(told(one(changes, 'requirement', 'G12'))['Met when']?.[1] ?? '', /represented/);
  });
});

describe('a requirement’s line through the editions', () => {
  it('is the same in both directions and across one edition between', () => {
    for (const from of editions)
      for (const to of editions)
        for (const id of Object.keys(to.requirements))
          for (const old of counterparts(from, to, id))
            assert.ok(
              counterparts(to, from, old).includes(id),
              `${to.id} ${id} and ${from.id} ${old} name each other`,
            );
  });

  it('keeps its id where neither edition tells anything else', () => {
    const bare: Edition = { ...edition2016, id: 'bare' };
    assert.deepEqual(counterparts(edition2016, bare, 'idea'), ['idea']);
    assert.deepEqual(counterparts(edition2016, bare, 'unheard-of'), []);
  });
});
