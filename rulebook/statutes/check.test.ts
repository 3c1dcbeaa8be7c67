import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { toJson } from '../json.ts';
import { statutes2026 } from './2026.ts';
import { checkStatutes, checkStatutesText, statuteChecks, type StatuteCheckId } from './check.ts';
import { statutesEditions, statutesInForce } from './editions.ts';
import { statutesSchema } from './schema.ts';
import type { Statutes } from './statute.ts';

type Draft<T> = T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T;
type Spoilt = Draft<Statutes>;

const copy = (): Spoilt => JSON.parse(toJson(statutes2026)) as Spoilt;
const rule = (statutes: Spoilt, id: string) => {
  const found = statutes.rules.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};
const gap = (statutes: Spoilt, id: string) => {
  const found = statutes.gaps.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};

interface Seeded {
  /** What a careless hand did to the statutes of 2026. */
  readonly did: string;
  readonly caught: StatuteCheckId;
  /** Other checks that rightly speak up too. */
  readonly also?: readonly StatuteCheckId[];
  readonly spoil: (statutes: Spoilt) => void;
}

const defects: readonly Seeded[] = [
  {
    did: 'left the English sentence of a rule out',
    caught: 'shape',
    spoil: (all) => delete (rule(all, 'V24').says as { en?: string }).en,
  },
  {
    did: 'gave a rule no paragraph',
    caught: 'shape',
    spoil: (all) => delete (rule(all, 'V24') as { source?: unknown }).source,
  },
  {
    did: 'wrote a month as thirty fortnights',
    caught: 'shape',
    spoil: (all) =>
      Object.assign(rule(all, 'V24').sets, { 'assembly.notice': { n: 30, unit: 'fortnights' } }),
  },
  {
    did: 'set something nobody reads',
    caught: 'shape',
    spoil: (all) => Object.assign(rule(all, 'V24').sets, { 'assembly.coffee': true }),
  },
  {
    did: 'held the assembly in the thirteenth month',
    caught: 'shape',
    spoil: (all) => (rule(all, 'V22').sets['assembly.months'] = [13]),
  },
  {
    did: 'asked an example a question there is not',
    caught: 'shape',
    spoil: (all) => Object.assign(rule(all, 'V22').examples[0] ?? {}, { question: { asks: 'weather' } }),
  },
  {
    did: 'used the id of a rule twice',
    caught: 'id-twice',
    spoil: (all) => (rule(all, 'V3').id = 'V2'),
  },
  {
    did: 'used the id of a gap twice',
    caught: 'id-twice',
    spoil: (all) => (gap(all, 'proxies').id = 'ballot-form'),
  },
  {
    did: 'put an example on the 31st of April',
    caught: 'date-valid',
    spoil: (all) => Object.assign(rule(all, 'V22').examples[1]?.question ?? {}, { meeting: '2026-04-31' }),
  },
  {
    did: 'let the statutes end before they began',
    caught: 'date-valid',
    spoil: (all) => (all.inForceUntil = '2026-03-16'),
  },
  {
    did: 'copied the Danish sentence into the English one',
    caught: 'language-copied',
    spoil: (all) => (rule(all, 'V5').says.en = rule(all, 'V5').says.da),
  },
  {
    did: 'set the quorum of the board in two rules',
    caught: 'set-once',
    also: ['number-example'],
    spoil: (all) => (rule(all, 'V19').sets['board.quorum'] = { part: 1, of: 2 }),
  },
  {
    did: 'forgot a gap',
    caught: 'set-or-open',
    spoil: (all) => (all.gaps = all.gaps.filter(({ id }) => id !== 'assembly-quorum')),
  },
  {
    did: 'filled a gap and still called it open',
    caught: 'set-or-open',
    spoil: (all) => (rule(all, 'V23').sets['assembly.quorum'] = { part: 1, of: 2 }),
  },
  {
    did: 'named the same as open in two gaps',
    caught: 'set-or-open',
    spoil: (all) => gap(all, 'budget').leaves.push('assembly.quorum'),
  },
  {
    did: 'left a rule to people that sets something',
    caught: 'rule-carried',
    spoil: (all) => (rule(all, 'V8').leftToPeople = { da: 'Det gør folk selv.', en: 'People do it.' }),
  },
  {
    did: 'neither set anything nor left the rule to people',
    caught: 'rule-carried',
    spoil: (all) => delete rule(all, 'V2').leftToPeople,
  },
  {
    did: 'asked for three halves of the board',
    caught: 'share-part',
    also: ['example-answers', 'number-example'],
    spoil: (all) => {
      rule(all, 'V17').sets['board.quorum'] = { part: 3, of: 2 };
    },
  },
  {
    did: 'put the report on the agenda twice',
    caught: 'agenda-once',
    spoil: (all) => {
      const items = rule(all, 'V27').sets['assembly.agenda'];
      const report = items?.[1];
      assert.ok(items && report);
      items.push(report);
    },
  },
  {
    did: 'wrote 25 of 78 for a third',
    caught: 'example-answers',
    spoil: (all) => Object.assign(rule(all, 'V31').examples[0] ?? {}, { answer: 25 }),
  },
  {
    did: 'changed a month’s notice to three weeks and not the examples',
    caught: 'example-answers',
    also: ['number-example'],
    spoil: (all) => (rule(all, 'V24').sets['assembly.notice'] = { n: 3, unit: 'weeks' }),
  },
  {
    did: 'let abstaining not count when the statutes are changed',
    caught: 'example-answers',
    spoil: (all) => (rule(all, 'V32').sets['statutes.majority'] = { kind: 'two-thirds', base: 'cast' }),
  },
  {
    did: 'kept only the example of a full fee',
    caught: 'number-example',
    spoil: (all) => (rule(all, 'V11').examples = rule(all, 'V11').examples.slice(0, 1)),
  },
];

describe('the checks of statutes', () => {
  for (const statutes of statutesEditions)
    test(`find nothing wrong in ${statutes.name.en.toLowerCase()}`, () =>
      assert.deepEqual(checkStatutes(statutes), []));

  for (const { did, caught, also = [], spoil } of defects)
    test(`catch one who ${did}`, () => {
      const spoilt = copy();
      spoil(spoilt);
      const told = new Set(checkStatutes(spoilt).map(({ check }) => check));
      assert.ok(told.has(caught), [...told].join(', '));
      for (const check of told)
        assert.ok(check === caught || also.includes(check), `${check} is not about what was done`);
      assert.equal(checkStatutesText(JSON.stringify(spoilt)).statutes, null);
    });

  test('are each tried by at least one defect', () =>
    assert.deepEqual(
      [...new Set(defects.map(({ caught }) => caught))].toSorted(),
      Object.keys(statuteChecks).toSorted(),
    ));

  for (const text of ['', '{"id": ', '[]', 'null', '42'])
    test(`answer a file that says »${text}« with a sentence and never throw`, () => {
      const { statutes, defects: told } = checkStatutesText(text);
      assert.equal(statutes, null);
      assert.ok(told.length > 0);
    });
});

describe('statutes as JSON', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(statutesSchema);
  for (const statutes of statutesEditions)
    test(`${statutes.id} keeps to the published schema and loads as what it was`, () => {
      assert.equal(
        validate(JSON.parse(toJson(statutes))),
        true,
        JSON.stringify(validate.errors?.slice(0, 3)),
      );
      assert.deepEqual(checkStatutesText(toJson(statutes)).statutes, statutes);
    });
});

describe('the editions of the statutes', () => {
  test('follow each other without a day between or in both', () => {
    for (const [index, { inForceUntil }] of statutesEditions.entries()) {
      const next = statutesEditions[index + 1]?.inForceFrom;
      assert.equal(
        next,
        inForceUntil === null ? undefined : Temporal.PlainDate.from(inForceUntil).add({ days: 1 }).toString(),
      );
    }
  });

  for (const [on, id] of [
    ['2016-05-02', null],
    ['2016-05-03', '2016-05-03'],
    ['2019-05-05', '2016-05-03'],
    ['2019-05-06', '2019-05-06'],
    ['2026-03-16', '2019-05-06'],
    ['2026-03-17', '2026-03-17'],
    ['2030-01-01', '2026-03-17'],
  ] as const)
    test(`on ${on} those of ${id ?? 'nobody known'} are in force`, () =>
      assert.equal(statutesInForce(on)?.id ?? null, id));

  const numbers = (statutes: Statutes) => statutes.rules.map(({ id }) => id);
  const all = Array.from({ length: 37 }, (_, index) => `V${index + 1}`);

  test('all of V1 to V37 stand in 2026, 24 carried by what they set and 13 left to people with the reason', () => {
    assert.deepEqual(numbers(statutes2026), all);
    const left = statutes2026.rules.filter((each) => each.leftToPeople !== undefined);
    assert.deepEqual([statutes2026.rules.length - left.length, left.length], [24, 13]);
  });

  test('2019 has all but the regulation of the fee', () =>
    assert.deepEqual(
      numbers(statutesEditions[1] as Statutes),
      all.filter((id) => id !== 'V12'),
    ));

  test('of 2016 the text is unknown, and says so rather than copy a later one', () => {
    const [then] = statutesEditions;
    assert.equal(then?.textKnown, false);
    assert.deepEqual(numbers(then as Statutes), ['V1', 'V14', 'V16', 'V17', 'V19', 'V21']);
    assert.ok(then?.rules.every(({ source }) => source.document !== 'OS2 vedtægter'));
    assert.ok(
      then?.gaps.some(({ id, leaves }) => id === 'text-unknown' && leaves.includes('assembly.notice')),
    );
  });
});
