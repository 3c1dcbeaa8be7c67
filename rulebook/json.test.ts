import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { editions } from './editions.ts';
import { problemsOf, readJson, toJson } from './json.ts';
import { editionSchema } from './schema.ts';
import type { Edition } from './rule.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(editionSchema);

/** Every path of a JSON value at which something else could stand. */
function* places(value: unknown, path: readonly string[] = []): Iterable<readonly string[]> {
  yield path;
  if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) yield* places(each, [...path, key]);
}

function replaced(value: unknown, [step, ...rest]: readonly string[], by: unknown): unknown {
  if (step === undefined) return by;
  const at = (value as Record<string, unknown>)[step];
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  return Object.assign(copy, { [step]: replaced(at, rest, by) });
}

describe('an edition as JSON', () => {
  for (const edition of editions) {
    it(`of ${edition.id} keeps to the published schema, which an independent reader understands`, () => {
      assert.equal(validate(JSON.parse(toJson(edition))), true, JSON.stringify(validate.errors?.slice(0, 3)));
    });

    it(`of ${edition.id} loads as the same edition it was`, () => {
      const read = readJson(toJson(edition));
      assert.ok('value' in read);
      assert.deepEqual(read.value, edition);
      assert.equal(toJson(read.value as Edition), toJson(edition));
    });
  }

  it('is judged alike by our own reader of the schema and by an independent one, wherever something is spoilt', () => {
    const whole: unknown = JSON.parse(toJson(editions[0] as Edition));
    const all = [...places(whole)];
    const wrong = [null, 17, -1, 'x y', '', true, [], {}, { claimed: true }, ['N1']];
    let refused = 0;
    for (let index = 0; index < all.length; index += 37) {
      const spoilt = replaced(whole, all[index] as readonly string[], wrong[index % wrong.length]);
      const ours = problemsOf(spoilt);
      assert.equal(
        ours.length === 0,
        validate(spoilt),
        `${all[index]?.join('/')}: ${JSON.stringify(ours[0])}`,
      );
      if (ours.length > 0) refused += 1;
      for (const { says } of ours) assert.ok(says.da.endsWith('.') && says.en.endsWith('.'));
    }
    assert.ok(refused > 50, `${refused} were refused`);
  });

  it('tells what is wrong of the shape that was meant, not of every shape it could have had', () => {
    const [edition] = editions;
    const spoilt = replaced(
      JSON.parse(toJson(edition as Edition)),
      ['requirements', 'licence', 'condition'],
      {
        all: [{ is: 'steering-group', value: 'yes' }],
      },
    );
    assert.deepEqual(
      problemsOf(spoilt).map(({ path }) => path),
      ['/requirements/licence/condition/all/0/value'],
    );
  });

  it('that is no JSON is told in a sentence', () => {
    const read = readJson('{');
    assert.ok('problem' in read);
    assert.match(read.problem.says.da, /^Filen er ikke JSON: .+\.$/);
  });
});
