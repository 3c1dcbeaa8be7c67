import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { editions } from '../../rulebook/editions.ts';
import { facts } from '../../rulebook/facts.ts';
import { forecast, mayPass } from '../../rulebook/forecast.ts';
import { judgeAll, lineById, stands } from '../../rulebook/judge.ts';
import type { Edition, LevelId, Standing } from '../../rulebook/rule.ts';
import { stages, type Stage } from '../../rulebook/vocabulary.ts';
import { Chance, day, randomStanding, randomTarget } from './random-standing.ts';
import { mayPassBySecondOpinion, secondOpinion } from './second-opinion.ts';

const cases = 100_000;

describe('two independent readings of the rulebook', () => {
  it(`agree on every line and every gate in ${cases} random initiatives`, () => {
    let open = 0;
    let passes = 0;
    const met = new Set<string>();
    for (let seed = 1; seed <= cases; seed += 1) {
      const chance = new Chance(seed);
      const edition = chance.of(editions);
      const standing = randomStanding(edition, chance);
      const target = randomTarget(edition, standing, chance);
      const says = () => `seed ${seed}, edition ${edition.id}: ${JSON.stringify({ standing, target })}`;

      for (const gate of edition.gates)
        if (gate.from === standing.stage && gate.to === target.stage)
          met.add(`${edition.id} ${gate.id} ${target.level}`);

      const opinion = secondOpinion(edition, standing, target, day);
      const judged = judgeAll(edition, standing, target, day);
      assert.equal(judged.length, opinion.lines.size, says());
      for (const each of judged) {
        const other = opinion.lines.get(each.rule);
        if (other?.stands !== each.satisfied || other.verdict !== each.verdict)
          assert.fail(`${each.rule}: ${JSON.stringify(each)} against ${JSON.stringify(other)}; ${says()}`);
        const line = lineById(edition, each.rule);
        if (!line) continue;
        const inShort = each.byDecision ? 'accepted' : each.satisfied ? 'by-itself' : 'missing';
        if (stands(edition, line, standing, target, day) !== inShort)
          assert.fail(`${each.rule} in short: not ${inShort}; ${says()}`);
      }

      const passed = mayPass(edition, standing, target.stage, day).length === 0;
      assert.equal(passed, mayPassBySecondOpinion(edition, standing, target.stage, day), says());
      if (opinion.missing.length === 0) open += 1;
      if (passed) passes += 1;
      if (seed % 10 === 0) {
        const foreseen = forecast(edition, standing, target, day);
        assert.deepEqual(
          foreseen.missing.map((line) => line.rule),
          opinion.missing,
          says(),
        );
        assert.equal(foreseen.open, opinion.missing.length === 0, says());
      }
    }
    const all = editions.flatMap(({ id, gates, levels }) =>
      gates.flatMap((gate) => levels.map((level) => `${id} ${gate.id} ${level.id}`)),
    );
    assert.deepEqual(
      [...met].toSorted(),
      all.toSorted(),
      'every gate was met at every level of every edition',
    );
    assert.ok(open > cases / 100, `enough of the cases are open: ${open}`);
    assert.ok(passes > cases / 100, `enough of the cases may pass: ${passes}`);
  });

  it('share nothing but the types of the records', () => {
    const text = readFileSync(new URL('second-opinion.ts', import.meta.url), 'utf8');
    const imports = text.match(/^import .*$/gm) ?? [];
    assert.ok(imports.length > 0);
    for (const line of imports) assert.match(line, /^import type /);
    assert.doesNotMatch(text, /import\(|require\(|export .* from/);
  });

  it('agree at every stage and level of every edition for an initiative with nothing and with everything', () => {
    for (const edition of editions)
      for (const give of [nothing, everything])
        for (const { id: level } of edition.levels)
          for (const stage of Object.keys(stages) as Stage[]) {
            const standing = give(edition, level);
            assert.deepEqual(
              forecast(edition, standing, { stage, level }, day).missing.map((line) => line.rule),
              secondOpinion(edition, standing, { stage, level }, day).missing,
              `${edition.id}: ${stage} at ${level}`,
            );
          }
  });
});

const nothing = (_edition: Edition, level: LevelId): Standing => ({
  stage: 'idea',
  level,
  origin: 'community',
  facts: {},
  assessments: {},
  accepted: [],
  decidedLevel: null,
  boardApprovedLevel: null,
});

const met = { verdict: 'met', explanation: '', plannedFor: null, validUntil: null } as const;
const everything = (edition: Edition, level: LevelId): Standing => ({
  ...nothing(edition, level),
  facts: Object.fromEntries(
    Object.entries(facts).map(([id, fact]) => [
      id,
      fact.type === 'number' ? 100 : id !== 'community-funding',
    ]),
  ),
  assessments: Object.fromEntries(
    Object.keys(edition.requirements).map((id) => [id, { self: met, community: met }]),
  ),
  decidedLevel: level,
  boardApprovedLevel: level,
});
