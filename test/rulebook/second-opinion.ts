import type { Condition, Edition, Gate, Line, Standing, Target } from '../../rulebook/rule.ts';

/**
 * A second reading of the rulebook, written without the first one: by enumeration instead of recursion, from tables
 * instead of ranks. It is slow and says nothing but yes and no. Nothing here may be shared with `rulebook/`.
 */
export interface Opinion {
  /** Every line asked for, and whether it stands. */
  readonly lines: ReadonlyMap<string, { readonly verdict: string; readonly stands: boolean }>;
  readonly missing: readonly string[];
}

type Value = boolean | number;
type Literal = (value: (fact: string) => Value) => boolean;

const life = ['idea', 'concept', 'project', 'product', 'retired'];

/** A condition as alternatives: each a list of things that must all be so. */
function alternatives(condition: Condition): readonly (readonly Literal[])[] {
  if ('claimed' in condition) return [];
  if ('is' in condition) {
    const wanted = condition.value === undefined ? true : condition.value;
    return [[(value) => value(condition.is) === wanted]];
  }
  if ('atLeast' in condition) return [[(value) => (value(condition.atLeast) as number) >= condition.n]];
  if ('any' in condition) return condition.any.flatMap(alternatives);
  let product: (readonly Literal[])[] = [[]];
  for (const part of condition.all)
    product = alternatives(part).flatMap((right) => product.map((left) => [...left, ...right]));
  return product;
}

/** The levels an edition has, from the lowest. */
const ladder = (edition: Edition): readonly string[] => {
  const names: string[] = [];
  for (const level of edition.levels) names[level.rank] = level.id;
  return names.filter((name) => name !== undefined);
};

/** Levels from one on, upwards; all of them for a level nobody knows. */
const fromLevel = (edition: Edition, level: string): readonly string[] =>
  ladder(edition).slice(Math.max(0, ladder(edition).indexOf(level)));

function gatesBetween(edition: Edition, standing: Standing, to: string): readonly Gate[] {
  const found: Gate[] = [];
  for (const gate of edition.gates) {
    if (gate.from !== standing.stage || gate.to !== to) continue;
    if (gate.origin === undefined || gate.origin === standing.origin) found.push(gate);
  }
  return found;
}

function isAsked(edition: Edition, line: Line, standing: Standing, target: Target): boolean {
  if (!fromLevel(edition, line.level).includes(target.level)) return false;
  if (line.liftedAt !== undefined && fromLevel(edition, line.liftedAt).includes(target.level)) return false;
  if (!life.slice(0, life.indexOf(target.stage) + 1).includes(line.due)) return false;
  if (line.origin !== undefined && line.origin !== standing.origin) return false;
  if (line.onLevelChange) {
    const underWay = ['project', 'product', 'retired'].includes(standing.stage);
    if (!underWay || standing.level === null || standing.level === target.level) return false;
  }
  return true;
}

function valueOf(edition: Edition, standing: Standing, target: Target, fact: string): Value {
  switch (fact) {
    case 'level-decided':
      return standing.decidedLevel === target.level;
    case 'board-approved':
      return (
        standing.boardApprovedLevel !== null &&
        ladder(edition).includes(standing.boardApprovedLevel) &&
        fromLevel(edition, target.level).includes(standing.boardApprovedLevel)
      );
    case 'participants':
    case 'users':
      return Number((standing.facts as Record<string, Value>)[fact] ?? 0);
    default:
      return (standing.facts as Record<string, Value>)[fact] === true;
  }
}

function claim(
  edition: Edition,
  line: Line,
  standing: Standing,
  on: string,
): { verdict: string; stands: boolean } {
  const said = standing.assessments[line.id];
  const counted = said?.community ?? said?.self;
  if (counted === undefined) return { verdict: 'unknown', stands: false };
  if (counted.validUntil !== null && Date.parse(counted.validUntil) < Date.parse(on))
    return { verdict: 'unknown', stands: false };
  const allowed = new Set<string>(edition.verdicts);
  const written = /\S/.test(counted.explanation);
  const enough: Record<string, boolean> = {
    met: true,
    explained: written && (edition.explainAnywhere || line.weight === 'comply-or-explain'),
    'not-relevant': written,
  };
  return {
    verdict: counted.verdict,
    stands: allowed.has(counted.verdict) && enough[counted.verdict] === true,
  };
}

/** What stands and what is missing for an initiative at a target, on a date. */
export function secondOpinion(edition: Edition, standing: Standing, target: Target, on: string): Opinion {
  const lines = new Map<string, { verdict: string; stands: boolean }>();
  const missing: string[] = [];
  const gate = gatesBetween(edition, standing, target.stage)[0];
  if (gate !== undefined && gate.kind !== 'forward') {
    const asks: Record<string, string> = {
      reconsideration: 'reconsideration-decided',
      closing: 'closing-decided',
    };
    const kind = gate.decision[target.level];
    if (!kind || !asks[kind]) return { lines, missing };
    for (const right of edition.decisionRights) {
      if (right.kind !== kind || !right.levels.includes(target.level)) continue;
      const decided = valueOf(edition, standing, target, asks[kind]) === true;
      const stands = decided || standing.accepted.includes(right.id);
      lines.set(right.id, { verdict: decided ? 'met' : 'unmet', stands });
      if (!stands) missing.push(right.id);
      break;
    }
    return { lines, missing };
  }
  for (const group of [edition.requirements, edition.needs]) {
    for (const [id, line] of Object.entries(group)) {
      if (!isAsked(edition, line, standing, target)) continue;
      let answer: { verdict: string; stands: boolean };
      if ('claimed' in line.condition) answer = claim(edition, line, standing, on);
      else {
        const holds = alternatives(line.condition).some((all) =>
          all.every((literal) => literal((fact) => valueOf(edition, standing, target, fact))),
        );
        answer = { verdict: holds ? 'met' : 'unmet', stands: holds };
      }
      if (standing.accepted.includes(id)) answer = { ...answer, stands: true };
      lines.set(id, answer);
      if (!answer.stands && line.weight !== 'should') missing.push(id);
    }
  }
  return { lines, missing };
}

/** Whether an initiative may pass to a stage now. */
export function mayPassBySecondOpinion(
  edition: Edition,
  standing: Standing,
  to: string,
  on: string,
): boolean {
  const gate = gatesBetween(edition, standing, to)[0];
  if (gate === undefined) return false;
  if (standing.level === null) return gate.kind !== 'forward';
  return secondOpinion(edition, standing, { stage: gate.to, level: standing.level }, on).missing.length === 0;
}
