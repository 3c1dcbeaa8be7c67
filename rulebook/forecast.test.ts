import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Chance, day, randomStanding } from '../test/rulebook/random-standing.ts';
import { editions } from './editions.ts';
import { forecast, mayPass, missingLines } from './forecast.ts';
import { waysFrom } from './gates.ts';
import { judge } from './judge.ts';
import type { Edition, Standing, Step, Target } from './rule.ts';
import { applyStep } from './steps.ts';
import { stages, type Stage } from './vocabulary.ts';

const isOpen = (edition: Edition, standing: Standing, target: Target): boolean =>
  missingLines(edition, standing, target, day).length === 0;
const after = (standing: Standing, steps: readonly Step[], target: Target): Standing =>
  steps.reduce((now, step) => applyStep(now, step, target), standing);

/** Doing exactly the steps opens the gate; leaving out any one of them keeps it shut. */
function stepsAreExact(edition: Edition, standing: Standing, target: Target): number {
  const { steps, open, missing } = forecast(edition, standing, target, day);
  const says = () =>
    `${edition.id} ${JSON.stringify(target)}: ${JSON.stringify(steps.map((step) => step.does))}`;
  assert.equal(open, steps.length === 0, says());
  assert.ok(isOpen(edition, after(standing, steps, target), target), `not enough. ${says()}`);
  for (const left of steps) {
    const others = steps.filter((step) => step !== left);
    assert.ok(
      !isOpen(edition, after(standing, others, target), target),
      `${JSON.stringify(left.does)} is not needed. ${says()}`,
    );
    assert.ok(left.provides.length > 0, `${JSON.stringify(left.does)} provides nothing. ${says()}`);
  }
  const provided = new Set(steps.flatMap((step) => step.provides));
  for (const line of missing) assert.ok(provided.has(line.rule), `nothing provides ${line.rule}. ${says()}`);
  return steps.length;
}

for (const edition of editions) {
  describe(`the forecast of edition ${edition.id}`, () => {
    for (const level of edition.levels) {
      for (const stage of Object.keys(stages) as Stage[]) {
        it(`lists exactly the steps to ${stage} at ${level.id}: all of them open it, all but one do not`, () => {
          fc.assert(
            fc.property(fc.integer({ min: 0 }), (seed) => {
              stepsAreExact(edition, randomStanding(edition, new Chance(seed)), { stage, level: level.id });
            }),
            { numRuns: 150 },
          );
        });
      }
    }

    for (const gate of edition.gates) {
      it(`and the gate ${gate.id} answer alike, before the steps, after them, and with one left out`, () => {
        fc.assert(
          fc.property(fc.integer({ min: 0 }), fc.nat({ max: edition.levels.length - 1 }), (seed, rank) => {
            const level = edition.levels[rank]?.id as string;
            const standing: Standing = {
              ...randomStanding(edition, new Chance(seed)),
              stage: gate.from,
              level,
              ...(gate.origin === undefined ? {} : { origin: gate.origin }),
            };
            if (!waysFrom(edition, standing).includes(gate)) return;
            const target = { stage: gate.to, level };
            const { open, steps, missing } = forecast(edition, standing, target, day);
            const refusals = mayPass(edition, standing, gate.to, day);
            assert.deepEqual(
              refusals.map((each) => each.rule),
              missing.map((each) => each.rule),
            );
            assert.equal(open, refusals.length === 0);
            for (const refusal of refusals)
              for (const text of [refusal.says, refusal.because, refusal.cure])
                assert.ok(text.da !== '' && text.en !== '', `${refusal.rule} says why and what to do`);
            assert.equal(mayPass(edition, after(standing, steps, target), gate.to, day).length, 0);
            for (const left of steps) {
              const others = steps.filter((step) => step !== left);
              assert.notEqual(mayPass(edition, after(standing, others, target), gate.to, day).length, 0);
            }
          }),
          { numRuns: 150 },
        );
      });
    }

    it('asks nothing twice: what was done for a level still stands when it is asked for again', () => {
      fc.assert(
        fc.property(fc.integer({ min: 0 }), (seed) => {
          const chance = new Chance(seed);
          const start = randomStanding(edition, chance);
          const high = { stage: 'product', level: edition.levels.at(-1)?.id as string } as const;
          const low = { stage: 'product', level: chance.of(edition.levels).id } as const;
          const there = after(start, forecast(edition, start, high, day).steps, high);
          const down = after(there, forecast(edition, there, low, day).steps, low);
          const again = forecast(edition, down, high, day).missing;
          const asked = new Set(forecast(edition, start, high, day).missing.map((line) => line.rule));
          for (const line of again)
            if (asked.has(line.rule))
              assert.ok(
                // A decision on the level is taken anew each time it changes; money of the community may have to go.
                line.kind === 'decision' || line.kind === 'money',
                `${line.rule} is asked twice`,
              );
        }),
        { numRuns: 300 },
      );
    });

    it('never lets a recommendation keep a gate shut', () => {
      fc.assert(
        fc.property(fc.integer({ min: 0 }), (seed) => {
          const chance = new Chance(seed);
          const standing = randomStanding(edition, chance);
          const target = {
            stage: chance.of(Object.keys(stages) as Stage[]),
            level: chance.of(edition.levels).id,
          };
          for (const line of missingLines(edition, standing, target, day)) {
            assert.notEqual(line.weight, 'should');
            if (line.id in edition.requirements)
              assert.equal(judge(edition, line.id, standing, target, day).satisfied, false);
          }
        }),
      );
    });
  });
}
