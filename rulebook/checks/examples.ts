import { isBreached } from '../composition.ts';
import { facilitationRules, mayFacilitate } from '../facilitation.ts';
import { facts as factTable } from '../facts.ts';
import { allLines, judgeLine } from '../judge.ts';
import type { CompositionRule, Edition, Example, Line, Standing, Target } from '../rule.ts';
import { defect, type Defect } from './defect.ts';
import { partsOf } from './lines.ts';

/** Every example judges as it says, and every number has an example on each side. */
export function* checkExamples(edition: Edition): Iterable<Defect> {
  for (const line of allLines(edition)) {
    for (const [index, example] of line.examples.entries())
      if (judged(edition, line, example) !== example.satisfied)
        yield wrongExample(line.id, index, example.says);
    yield* checkNumbers(line);
  }
  for (const rule of edition.composition) {
    for (const [index, example] of rule.examples.entries())
      if (breachedBy(rule, example.seats) !== example.breached)
        yield wrongExample(rule.id, index, example.says);
    if ('n' in rule.rule && new Set(rule.examples.map(({ breached }) => breached)).size < 2)
      yield missingSide(rule.id, rule.rule.n, { da: 'pladser', en: 'seats' });
  }
  for (const rule of facilitationRules(edition))
    for (const [index, example] of rule.examples.entries())
      if (mayFacilitate(example.facts) !== example.neutral) yield wrongExample(rule.id, index, example.says);
}

const wrongExample = (at: string, index: number, says: { da: string; en: string }): Defect =>
  defect(
    'example-judges',
    at,
    `Eksempel ${index + 1} (»${says.da}«) bedømmes modsat af, hvad det siger. Ret eksemplet eller reglen.`,
    `Example ${index + 1} (“${says.en}”) judges the opposite of what it says. Correct the example or the rule.`,
  );

const missingSide = (at: string, n: number, of: { da: string; en: string }): Defect =>
  defect(
    'number-example',
    at,
    `Tallet ${n} (${of.da}) mangler et eksempel på hver side: et med nok og et med for få. Tilføj dem.`,
    `The number ${n} (${of.en}) lacks an example on each side: one with enough and one with too few. Add them.`,
  );

/** The initiative of an example: all it says is recorded, nothing else. */
function judged(edition: Edition, line: Line, example: Example): boolean {
  const target: Target = { stage: line.due, level: line.level };
  const facts = example.facts ?? {};
  const standing: Standing = {
    stage: line.due,
    level: line.level,
    origin: line.origin ?? 'community',
    facts,
    assessments: example.verdict
      ? {
          [line.id]: {
            self: { verdict: example.verdict, explanation: '…', plannedFor: null, validUntil: null },
          },
        }
      : {},
    accepted: [],
    decidedLevel: facts['level-decided'] === true ? line.level : null,
    boardApprovedLevel: facts['board-approved'] === true ? line.level : null,
  };
  return judgeLine(edition, line, standing, target, edition.inForceFrom).satisfied;
}

function* checkNumbers(line: Line): Iterable<Defect> {
  for (const part of partsOf(line.condition)) {
    if (!('atLeast' in part)) continue;
    const { atLeast: fact, n } = part;
    const value = (example: Example) => Number(example.facts?.[fact] ?? 0);
    const enough = line.examples.some((example) => example.satisfied && value(example) >= n);
    const tooFew = line.examples.some((example) => !example.satisfied && value(example) < n);
    if (!enough || !tooFew) yield missingSide(line.id, n, factTable[fact].says);
  }
}

/** The seats of an example on the day the last of them begins. */
function breachedBy(rule: CompositionRule, seats: CompositionRule['examples'][number]['seats']): boolean {
  const day =
    seats
      .map(({ from }) => from)
      .toSorted()
      .at(-1) ?? '';
  return isBreached(
    rule.rule,
    seats.filter(({ to }) => to === null || to >= day),
  );
}
