import { facts as factTable, type FactId } from './facts.ts';
import { gateFor, linesOfWay } from './gates.ts';
import type {
  Assessment,
  Because,
  Condition,
  Edition,
  IsoDate,
  Judgement,
  LevelId,
  Line,
  Requirement,
  RuleId,
  Standing,
  Target,
} from './rule.ts';
import { stages, type Stage, type Text, type Verdict } from './vocabulary.ts';

const stageOrder = new Map((Object.keys(stages) as Stage[]).map((stage, place) => [stage, place]));

/** The place of a stage in the life of an initiative, from 0. */
export const orderOf = (stage: Stage): number => stageOrder.get(stage) as number;

/** What follows from a part of the rulebook alone, worked out once: a whole portfolio is judged by it. */
function onceFor<K extends object, T extends object>(workOut: (part: K) => T): (part: K) => T {
  const known = new WeakMap<K, T>();
  return (part) => {
    let found = known.get(part);
    if (found === undefined) known.set(part, (found = workOut(part)));
    return found;
  };
}

const ranks = onceFor((edition: Edition) => new Map(edition.levels.map((level) => [level.id, level.rank])));

/** The rank of a level in an edition; -1 for none or an unknown one. */
export const rankOf = (edition: Edition, level: LevelId | null): number =>
  level === null ? -1 : (ranks(edition).get(level) ?? -1);

/** Every line of an edition: requirements first, then what gates ask for beside them. */
export const allLines: (edition: Edition) => readonly Line[] = onceFor((edition: Edition) => [
  ...Object.values(edition.requirements),
  ...Object.values(edition.needs),
]);

export const lineById = (edition: Edition, id: RuleId): Line | undefined =>
  edition.requirements[id] ?? edition.needs[id];

export const isRequirement = (line: Line): line is Requirement => 'theme' in line;

/**
 * The lines asked of an initiative at a target: levels are cumulative (report §5.1, p. 15), and so are stages. On a way
 * back or out only the decision that the way names is asked for.
 */
export function linesFor(edition: Edition, standing: Standing, target: Target): readonly Line[] {
  const gate = gateFor(edition, standing, target.stage);
  if (gate && gate.kind !== 'forward') return linesOfWay(edition, gate, target.level);
  const changes = changesLevel(standing, target);
  const asked = `${target.stage} ${standing.origin} ${changes} ${target.level}`;
  const known = askedLines(edition);
  let lines = known.get(asked);
  if (lines === undefined) {
    const rank = rankOf(edition, target.level);
    const order = orderOf(target.stage);
    lines = allLines(edition).filter(
      (line) =>
        rankOf(edition, line.level) <= rank &&
        (line.liftedAt === undefined || rank < rankOf(edition, line.liftedAt)) &&
        orderOf(line.due) <= order &&
        (line.origin === undefined || line.origin === standing.origin) &&
        (line.onLevelChange !== true || changes),
    );
    if (ranks(edition).has(target.level)) known.set(asked, lines);
  }
  return lines;
}

/** The lines asked for at a stage and level, by origin and whether the level changes: a few dozen lists an edition. */
const askedLines = onceFor((_edition: Edition) => new Map<string, readonly Line[]>());

/** A change of level of something already under way; before that, a level is a placement (report §5.2, p. 16–17). */
export const changesLevel = (standing: Standing, target: Target): boolean =>
  standing.level !== null && standing.level !== target.level && orderOf(standing.stage) >= orderOf('project');

/** The value of a fact for a target; the two that depend on the level asked for are worked out here. */
export function factValue(
  edition: Edition,
  standing: Standing,
  target: Target,
  fact: FactId,
): boolean | number {
  if (fact === 'level-decided') return standing.decidedLevel === target.level;
  if (fact === 'board-approved') {
    return (
      standing.boardApprovedLevel !== null &&
      rankOf(edition, standing.boardApprovedLevel) >= rankOf(edition, target.level)
    );
  }
  return standing.facts[fact] ?? (factTable[fact].type === 'number' ? 0 : false);
}

/** Whether a condition on registered facts holds. `claimed` is answered by `judge`. */
export function holds(edition: Edition, standing: Standing, target: Target, condition: Condition): boolean {
  if ('claimed' in condition) return false;
  if ('is' in condition)
    return factValue(edition, standing, target, condition.is) === (condition.value ?? true);
  if ('atLeast' in condition)
    return Number(factValue(edition, standing, target, condition.atLeast)) >= condition.n;
  if ('all' in condition) return condition.all.every((part) => holds(edition, standing, target, part));
  return condition.any.some((part) => holds(edition, standing, target, part));
}

/** The facts a condition asks about, in order, each once. */
export const factsIn: (condition: Condition) => readonly FactId[] = onceFor((condition: Condition) => {
  if ('claimed' in condition) return [];
  if ('is' in condition) return [condition.is];
  if ('atLeast' in condition) return [condition.atLeast];
  const parts = 'all' in condition ? condition.all : condition.any;
  return [...new Set(parts.flatMap(factsIn))];
});

export const isClaimed = (line: Line): boolean => 'claimed' in line.condition;

const expiredText: Text = { da: 'dokumentationen er udløbet', en: 'the evidence is out of date' };
const silent: Text = { da: 'ingen har udtalt sig om kravet', en: 'nobody has spoken on the requirement' };
const saidBy: Readonly<Record<'self' | 'community', Text>> = {
  self: { da: 'selvevalueringen siger', en: 'the self-evaluation says' },
  community: { da: 'fællesskabets evaluering siger', en: 'the community’s evaluation says' },
};

/**
 * Judges one line for an initiative: the verdict, whether it is enough, and the facts that decided.
 * Registered facts are computed and never taken from what people claim. Of two voices the community's counts.
 * @throws Error when the edition has no such line
 */
export function judge(
  edition: Edition,
  lineId: RuleId,
  standing: Standing,
  target: Target,
  on: IsoDate,
): Judgement {
  const line = lineById(edition, lineId);
  if (!line) throw new Error(`edition ${edition.id} has no line ${lineId}`);
  return judgeLine(edition, line, standing, target, on);
}

/** How one line stands for an initiative; `accepted` is by decision alone. */
export type Stands = 'by-itself' | 'accepted' | 'missing';

/** How a line stands, without the reasons: for lists of many initiatives. The same as `judgeLine` says. */
export function stands(
  edition: Edition,
  line: Line,
  standing: Standing,
  target: Target,
  on: IsoDate,
): Stands {
  if (
    isClaimed(line)
      ? claimStands(edition, line, standing, on)
      : holds(edition, standing, target, line.condition)
  )
    return 'by-itself';
  return standing.accepted.includes(line.id) ? 'accepted' : 'missing';
}

function claimStands(edition: Edition, line: Line, standing: Standing, on: IsoDate): boolean {
  const voices = standing.assessments[line.id];
  const assessment = voices?.community ?? voices?.self;
  if (!assessment || hasExpired(assessment, on)) return false;
  return isEnough(edition, line, assessment.verdict, assessment.explanation);
}

/** Judges every line asked for at a target. */
export const judgeAll = (
  edition: Edition,
  standing: Standing,
  target: Target,
  on: IsoDate,
): readonly Judgement[] =>
  linesFor(edition, standing, target).map((line) => judgeLine(edition, line, standing, target, on));

/** Judges one of an edition's lines for an initiative, with the reasons. */
export function judgeLine(
  edition: Edition,
  line: Line,
  standing: Standing,
  target: Target,
  on: IsoDate,
): Judgement {
  const { verdict, satisfied, because, expired } = isClaimed(line)
    ? judgeClaim(edition, line, standing, on)
    : judgeFacts(edition, line, standing, target);
  const byDecision = !satisfied && standing.accepted.includes(line.id);
  return { rule: line.id, verdict, satisfied: satisfied || byDecision, because, byDecision, expired };
}

type Own = Pick<Judgement, 'verdict' | 'satisfied' | 'because' | 'expired'>;

function judgeFacts(edition: Edition, line: Line, standing: Standing, target: Target): Own {
  const satisfied = holds(edition, standing, target, line.condition);
  const because: Because[] = factsIn(line.condition).map((fact) => ({
    fact,
    says: factTable[fact].says,
    value: factValue(edition, standing, target, fact),
  }));
  return { verdict: satisfied ? 'met' : 'unmet', satisfied, because, expired: false };
}

const unspoken: Own = {
  verdict: 'unknown',
  satisfied: false,
  because: [{ says: silent, value: true }],
  expired: false,
};
const lapsed: Own = {
  verdict: 'unknown',
  satisfied: false,
  because: [{ says: expiredText, value: true }],
  expired: true,
};
const hasExpired = (assessment: Assessment, on: IsoDate): boolean =>
  assessment.validUntil !== null && assessment.validUntil < on;

function judgeClaim(edition: Edition, line: Line, standing: Standing, on: IsoDate): Own {
  const voices = standing.assessments[line.id];
  const voice = voices?.community ? 'community' : 'self';
  const assessment = voices?.[voice];
  if (!assessment) return unspoken;
  if (hasExpired(assessment, on)) return lapsed;
  return {
    verdict: assessment.verdict,
    satisfied: isEnough(edition, line, assessment.verdict, assessment.explanation),
    because: [{ says: saidBy[voice], value: assessment.verdict }],
    expired: false,
  };
}

/** Whether a verdict is enough for a line: met, a real explanation where one counts, or not relevant with a reason. */
export function isEnough(edition: Edition, line: Line, verdict: Verdict, explanation: string): boolean {
  if (!edition.verdicts.includes(verdict)) return false;
  if (verdict === 'met') return true;
  const reasoned = explanation.trim() !== '';
  if (verdict === 'explained')
    return reasoned && (edition.explainAnywhere || line.weight === 'comply-or-explain');
  return verdict === 'not-relevant' && reasoned;
}
