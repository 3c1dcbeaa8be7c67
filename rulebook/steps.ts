import { facts as factTable, type FactId } from './facts.ts';
import { factsIn, holds, isClaimed } from './judge.ts';
import type { Condition, Edition, Line, Standing, Step, Target } from './rule.ts';

const factOrder = Object.keys(factTable) as FactId[];

type Wants = Map<FactId, boolean | number>;

/** What one condition needs done: the facts to bring about, each with its value. */
export function needed(edition: Edition, standing: Standing, target: Target, condition: Condition): Wants {
  const wants: Wants = new Map();
  const visit = (part: Condition): void => {
    if (holds(edition, standing, target, part) || 'claimed' in part) return;
    if ('is' in part) wants.set(part.is, part.value ?? true);
    else if ('atLeast' in part) wants.set(part.atLeast, larger(part.n, wants.get(part.atLeast)));
    else if ('all' in part) part.all.forEach(visit);
    else if (part.any[0]) visit(part.any[0]);
  };
  visit(condition);
  return wants;
}

const larger = (n: number, earlier: boolean | number | undefined): number =>
  Math.max(n, Number(earlier ?? 0));

/** Every fact that doing a step makes true, the fact itself included. */
export function broughtBy(fact: FactId): ReadonlySet<FactId> {
  const all = new Set<FactId>();
  const visit = (id: FactId): void => {
    if (all.has(id)) return;
    all.add(id);
    for (const other of factTable[id].brings) visit(other as FactId);
  };
  visit(fact);
  return all;
}

/** The fewest things to do so that every missing line stands, in the order people do them. */
export function stepsFor(
  edition: Edition,
  standing: Standing,
  target: Target,
  missing: readonly Line[],
): readonly Step[] {
  const assess: Omit<Step, 'order'>[] = missing.filter(isClaimed).map((line) => ({
    does: { assess: line.id },
    says: { da: `Dokumentér: ${line.label.da}`, en: `Document: ${line.label.en}` },
    who: line.provider,
    provides: [line.id],
  }));
  const registered = missing.filter((line) => !isClaimed(line));
  const wants = [...fewest(edition, standing, target, registered)];
  const provided = providers(edition, standing, target, registered, wants);
  const bring = wants.map(([fact, value]): Omit<Step, 'order'> => ({
    does: { fact, value },
    says: factTable[fact].step,
    who: factTable[fact].provider,
    provides: registered.filter((line) => provided.get(line)?.includes(fact)).map((line) => line.id),
  }));
  return [...assess, ...bring].map((step, index) => ({ order: index + 1, ...step }));
}

type Want = readonly [FactId, boolean | number];

const afterAll = (standing: Standing, wants: readonly Want[], target: Target): Standing =>
  wants.reduce((now, [fact, value]) => bring(now, fact, value, target), standing);

/**
 * Which of the facts provide each line: those without which it would not stand. Where several would each do, all that
 * the line asks about.
 */
function providers(
  edition: Edition,
  standing: Standing,
  target: Target,
  lines: readonly Line[],
  wants: readonly Want[],
): ReadonlyMap<Line, readonly FactId[]> {
  const without = wants.map(
    ([fact]) =>
      [
        fact,
        afterAll(
          standing,
          wants.filter(([each]) => each !== fact),
          target,
        ),
      ] as const,
  );
  return new Map(
    lines.map((line) => {
      const needed = without
        .filter(([, after]) => !holds(edition, after, target, line.condition))
        .map(([fact]) => fact);
      if (needed.length > 0) return [line, needed];
      const asked = new Set(factsIn(line.condition));
      return [
        line,
        wants.map(([fact]) => fact).filter((fact) => [...broughtBy(fact)].some((each) => asked.has(each))),
      ];
    }),
  );
}

/** The facts to bring about, in the order of the fact table, without those that another one brings along. */
function fewest(edition: Edition, standing: Standing, target: Target, lines: readonly Line[]): Wants {
  const all: Wants = new Map();
  for (const line of lines)
    for (const [fact, value] of needed(edition, standing, target, line.condition))
      all.set(fact, typeof value === 'number' ? larger(value, all.get(fact)) : value);
  const wants: Wants = new Map(
    factOrder.flatMap((fact) => {
      const value = all.get(fact);
      const brought = [...all].some(
        ([other, wanted]) => other !== fact && wanted !== false && broughtBy(other).has(fact),
      );
      return value === undefined || brought ? [] : [[fact, value] as const];
    }),
  );
  if (lines.some((line) => offersChoice(line.condition))) leaveOut(edition, standing, target, lines, wants);
  return wants;
}

const offersChoice = (condition: Condition): boolean =>
  'any' in condition || ('all' in condition && condition.all.some(offersChoice));

/** Where a line offers a choice, what another line needs anyway may be enough for it. */
function leaveOut(
  edition: Edition,
  standing: Standing,
  target: Target,
  lines: readonly Line[],
  wants: Wants,
): void {
  for (const fact of [...wants.keys()]) {
    const without = [...wants].filter(([each]) => each !== fact);
    const after = afterAll(standing, without, target);
    if (lines.every((line) => holds(edition, after, target, line.condition))) wants.delete(fact);
  }
}

/** The standing after a step has been done. */
export function applyStep(standing: Standing, step: Step, target: Target): Standing {
  if ('fact' in step.does) return bring(standing, step.does.fact, step.does.value, target);
  const assessment = { verdict: 'met', explanation: '', plannedFor: null, validUntil: null } as const;
  return {
    ...standing,
    assessments: {
      ...standing.assessments,
      [step.does.assess]: { self: assessment, community: assessment },
    },
  };
}

function bring(standing: Standing, fact: FactId, value: boolean | number, target: Target): Standing {
  let after: Standing = { ...standing, facts: { ...standing.facts, [fact]: value } };
  for (const each of value === false ? [] : broughtBy(fact)) {
    if (each !== fact) after = { ...after, facts: { ...after.facts, [each]: true } };
    if (each === 'level-decided') after = { ...after, decidedLevel: target.level };
    if (each === 'board-approved') after = { ...after, boardApprovedLevel: target.level };
  }
  return after;
}
