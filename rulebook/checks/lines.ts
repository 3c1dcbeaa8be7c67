import { facts as factTable, type FactId } from '../facts.ts';
import { allLines, rankOf } from '../judge.ts';
import type { Condition, Edition, Line } from '../rule.ts';
import { canonical, defect, type Defect } from './defect.ts';

/** Every condition within a condition, itself first. */
export const partsOf = (condition: Condition): readonly Condition[] => {
  if ('all' in condition) return [condition, ...condition.all.flatMap(partsOf)];
  if ('any' in condition) return [condition, ...condition.any.flatMap(partsOf)];
  return [condition];
};

/** What lines ask: of facts that can answer, without contradiction, and each thing once. */
export function* checkLines(edition: Edition): Iterable<Defect> {
  const lines = allLines(edition);
  for (const line of lines) yield* checkFacts(line);
  for (const [index, line] of lines.entries()) {
    if (!canHold([line.condition]))
      yield defect(
        'line-contradiction',
        line.id,
        'Betingelsen modsiger sig selv og kan aldrig være opfyldt. Ret den.',
        'The condition contradicts itself and can never be met. Correct it.',
      );
    for (const other of lines.slice(0, index)) yield* checkPair(edition, other, line);
  }
}

function* checkFacts(line: Line): Iterable<Defect> {
  for (const part of partsOf(line.condition)) {
    if ('is' in part && factTable[part.is].type !== 'boolean')
      yield defect(
        'fact-type',
        line.id,
        `»${factTable[part.is].says.da}« er et tal. Brug atLeast med det mindste antal.`,
        `“${factTable[part.is].says.en}” is a number. Use atLeast with the smallest number.`,
      );
    if ('atLeast' in part && factTable[part.atLeast].type !== 'number')
      yield defect(
        'fact-type',
        line.id,
        `»${factTable[part.atLeast].says.da}« er ja eller nej og kan ikke tælles. Brug is.`,
        `“${factTable[part.atLeast].says.en}” is yes or no and cannot be counted. Use is.`,
      );
    if ('claimed' in part && part !== line.condition)
      yield defect(
        'fact-type',
        line.id,
        'Det, mennesker selv bedømmer, kan ikke stå inde i en betingelse om registrerede oplysninger. Del linjen i to.',
        'What people judge themselves cannot stand inside a condition on registered facts. Split the line in two.',
      );
  }
}

function* checkPair(edition: Edition, one: Line, other: Line): Iterable<Defect> {
  const words = (line: Line) => ('claimed' in line.condition ? line.says : null);
  const key = (line: Line) =>
    canonical([
      normal(line.condition),
      line.level,
      line.due,
      line.origin ?? null,
      line.onLevelChange ?? false,
      line.kind,
      words(line),
    ]);
  if (key(one) === key(other))
    yield defect(
      'line-twice',
      other.id,
      `Linjen spørger om det samme som ${one.id}. Fjern en af dem.`,
      `The line asks the same as ${one.id}. Remove one.`,
    );
  if (
    meet(edition, one, other) &&
    canHold([one.condition]) &&
    canHold([other.condition]) &&
    !canHold([one.condition, other.condition])
  )
    yield defect(
      'line-contradiction',
      other.id,
      `Linjen og ${one.id} kan ikke være opfyldt samtidig på samme niveau. Ret den ene, eller lad den bortfalde.`,
      `The line and ${one.id} cannot both be met at the same level. Correct one or let it be lifted.`,
    );
}

const normal = (condition: Condition): unknown => {
  if ('is' in condition) return [condition.is, condition.value ?? true];
  if ('all' in condition) return ['all', condition.all.map(normal)];
  if ('any' in condition) return ['any', condition.any.map(normal)];
  return condition;
};

/** Whether two lines are asked of one initiative at the same time: stages are cumulative, so only level and origin count. */
function meet(edition: Edition, one: Line, other: Line): boolean {
  const end = (line: Line) => (line.liftedAt === undefined ? Infinity : rankOf(edition, line.liftedAt));
  const begin = Math.max(rankOf(edition, one.level), rankOf(edition, other.level));
  const sameOrigin = one.origin === undefined || other.origin === undefined || one.origin === other.origin;
  return sameOrigin && begin < Math.min(end(one), end(other));
}

/** Beyond this many facts asked both ways the answer is left open: no real condition comes near. */
const mostTried = 10;

/**
 * Whether conditions can hold together. Numbers only have a lower bound, so a large one satisfies them all; a fact asked
 * one way only is given that way; those asked both ways are tried.
 */
function canHold(conditions: readonly Condition[]): boolean {
  const parts = conditions.flatMap(partsOf);
  const wanted = (value: boolean) =>
    new Set(parts.flatMap((part) => ('is' in part && (part.value ?? true) === value ? [part.is] : [])));
  const [on, off] = [wanted(true), wanted(false)];
  const both = [...on].filter((fact) => off.has(fact));
  if (both.length > mostTried) return true;
  return Array.from({ length: 2 ** both.length }, (_, mask) => mask).some((mask) => {
    const value = (fact: FactId) =>
      both.includes(fact) ? Math.trunc(mask / 2 ** both.indexOf(fact)) % 2 === 1 : on.has(fact);
    return conditions.every((condition) => holdsWith(condition, value));
  });
}

function holdsWith(condition: Condition, value: (fact: FactId) => boolean): boolean {
  if ('is' in condition) return value(condition.is) === (condition.value ?? true);
  if ('all' in condition) return condition.all.every((part) => holdsWith(part, value));
  if ('any' in condition) return condition.any.some((part) => holdsWith(part, value));
  return true;
}
