import { facts as factTable, type FactId } from './facts.ts';
import {
  changesLevel,
  holds,
  isClaimed,
  isRequirement,
  judgeLine,
  linesFor,
  orderOf,
  rankOf,
} from './judge.ts';
import type {
  Condition,
  DecisionRight,
  Edition,
  Forecast,
  Gate,
  IsoDate,
  LevelId,
  Line,
  MissingLine,
  Refusal,
  RuleId,
  Standing,
  Step,
  Target,
} from './rule.ts';
import {
  bodyKinds,
  stages,
  type BodyKind,
  type DecisionKind,
  type Outcome,
  type Provider,
  type Stage,
  type Text,
} from './vocabulary.ts';

const factOrder = Object.keys(factTable) as FactId[];

/** The lines asked for at a target that do not stand; recommendations never keep a gate shut. */
export const missingLines = (
  edition: Edition,
  standing: Standing,
  target: Target,
  on: IsoDate,
): readonly Line[] =>
  linesFor(edition, standing, target).filter(
    (line) => line.weight !== 'should' && !judgeLine(edition, line, standing, target, on).satisfied,
  );

/** What one condition needs done: the facts to bring about, each with its value. */
function needed(
  edition: Edition,
  standing: Standing,
  target: Target,
  condition: Condition,
): ReadonlyMap<FactId, boolean | number> {
  const wants = new Map<FactId, boolean | number>();
  const visit = (part: Condition): void => {
    if (holds(edition, standing, target, part) || 'claimed' in part) return;
    if ('is' in part) wants.set(part.is, part.value ?? true);
    else if ('atLeast' in part)
      wants.set(part.atLeast, Math.max(part.n, Number(wants.get(part.atLeast) ?? 0)));
    else if ('all' in part) part.all.forEach(visit);
    else if (part.any[0]) visit(part.any[0]);
  };
  visit(condition);
  return wants;
}

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
  const wants = new Map<FactId, boolean | number>();
  for (const line of missing) {
    for (const [fact, value] of needed(edition, standing, target, line.condition)) {
      const earlier = wants.get(fact);
      wants.set(fact, typeof value === 'number' ? Math.max(value, Number(earlier ?? 0)) : value);
    }
  }
  const own = [...wants.keys()].filter(
    (fact) =>
      ![...wants.keys()].some(
        (other) => other !== fact && wants.get(other) !== false && broughtBy(other).has(fact),
      ),
  );
  const assess: Omit<Step, 'order'>[] = missing.filter(isClaimed).map((line) => ({
    does: { assess: line.id },
    says: { da: `Dokumentér: ${line.label.da}`, en: `Document: ${line.label.en}` },
    who: line.provider,
    provides: [line.id],
  }));
  const bring: Omit<Step, 'order'>[] = factOrder
    .filter((fact) => own.includes(fact))
    .map((fact) => {
      const brought = broughtBy(fact);
      return {
        does: { fact, value: wants.get(fact) as boolean | number },
        says: factTable[fact].step,
        who: factTable[fact].provider,
        provides: missing
          .filter((line) =>
            [...needed(edition, standing, target, line.condition).keys()].some((each) => brought.has(each)),
          )
          .map((line) => line.id),
      };
    });
  return [...assess, ...bring].map((step, index) => ({ order: index + 1, ...step }));
}

/** The standing after a step has been done. */
export function applyStep(standing: Standing, step: Step, target: Target): Standing {
  if ('assess' in step.does) {
    const assessment = { verdict: 'met', explanation: '', plannedFor: null, validUntil: null } as const;
    return {
      ...standing,
      assessments: {
        ...standing.assessments,
        [step.does.assess]: { self: assessment, community: assessment },
      },
    };
  }
  const { fact, value } = step.does;
  let after: Standing = { ...standing, facts: { ...standing.facts, [fact]: value } };
  for (const each of broughtBy(fact)) {
    if (each !== fact) after = { ...after, facts: { ...after.facts, [each]: true } };
    if (each === 'level-decided') after = { ...after, decidedLevel: target.level };
    if (each === 'board-approved') after = { ...after, boardApprovedLevel: target.level };
  }
  return after;
}

/** The way between two stages for an initiative of this origin; undefined where there is none. */
export const gateFor = (edition: Edition, standing: Standing, to: Stage): Gate | undefined =>
  edition.gates.find(
    (gate) =>
      gate.from === standing.stage &&
      gate.to === to &&
      (gate.origin === undefined || gate.origin === standing.origin),
  );

/** Which decision a target takes: a change of level, an adoption, or the gate's own. */
export function decisionFor(edition: Edition, standing: Standing, target: Target): DecisionKind | null {
  if (changesLevel(standing, target)) return 'level-change';
  if (standing.origin === 'outside' && orderOf(standing.stage) < orderOf('project')) return 'adoption';
  let from = standing.stage;
  let kind: DecisionKind | null = null;
  while (from !== target.stage) {
    const gate = edition.gates.find(
      (each) =>
        each.from === from &&
        each.kind === 'forward' &&
        (each.origin === undefined || each.origin === standing.origin),
    );
    if (!gate) break;
    kind = gate.decision[target.level] ?? kind;
    from = gate.to;
  }
  return kind;
}

export const rightFor = (edition: Edition, kind: DecisionKind, level: LevelId): DecisionRight | undefined =>
  edition.decisionRights.find((right) => right.kind === kind && right.levels.includes(level));

/**
 * What is missing on the way to a target, who can provide each, who decides, what would lapse, and the steps in order.
 * @param from the edition lived under so far, when the target is another edition
 */
export function forecast(
  edition: Edition,
  standing: Standing,
  target: Target,
  on: IsoDate,
  from: Edition = edition,
): Forecast {
  const lines = missingLines(edition, standing, target, on);
  const kind = decisionFor(edition, standing, target);
  const right = kind === null ? undefined : rightFor(edition, kind, target.level);
  return {
    edition: edition.id,
    target,
    open: lines.length === 0,
    missing: lines.map((line) => missingLine(edition, standing, target, line, on)),
    decides: right
      ? { rule: right.id, kind: right.kind, bodies: right.decides, says: right.says, source: right.source }
      : null,
    lapses: lapsing(edition, standing, target, from),
    steps: stepsFor(edition, standing, target, lines),
  };
}

function missingLine(
  edition: Edition,
  standing: Standing,
  target: Target,
  line: Line,
  on: IsoDate,
): MissingLine {
  const who: readonly Provider[] = isClaimed(line)
    ? [line.provider]
    : [
        ...new Set(
          [...needed(edition, standing, target, line.condition).keys()].map(
            (fact) => factTable[fact].provider,
          ),
        ),
      ];
  return {
    rule: line.id,
    kind: line.kind,
    ...(isRequirement(line) ? { requirement: line.id } : {}),
    says: line.says,
    who,
    source: line.source,
    because: judgeLine(edition, line, standing, target, on).because,
  };
}

/** What is asked today and no more at the target. */
function lapsing(edition: Edition, standing: Standing, target: Target, from: Edition): Forecast['lapses'] {
  if (standing.level === null || rankOf(from, standing.level) < 0) return [];
  const now = linesFor(from, standing, { stage: standing.stage, level: standing.level });
  const then = new Set(
    linesFor(edition, standing, {
      ...target,
      stage: orderOf(target.stage) < orderOf(standing.stage) ? standing.stage : target.stage,
    }).map((line) => line.id),
  );
  return now.filter((line) => !then.has(line.id)).map((line) => ({ rule: line.id, says: line.says }));
}

const refuse = (
  edition: Edition,
  line: Pick<Line, 'id' | 'says' | 'source'>,
  because: Text,
  cure: Text,
): Refusal => ({
  rule: line.id,
  says: line.says,
  source: { edition: edition.id, ...line.source },
  because,
  cure,
});

const inWords = (line: MissingLine): Text => {
  const say = (language: 'da' | 'en') =>
    line.because
      .map(
        ({ says, value }) =>
          `${says[language]}: ${typeof value === 'boolean' ? (value ? { da: 'ja', en: 'yes' } : { da: 'nej', en: 'no' })[language] : value}`,
      )
      .join('; ');
  return { da: say('da'), en: say('en') };
};

/**
 * What keeps an initiative from passing to a stage now; empty when it may pass. Ways back and out ask for no lines,
 * only for the decision that the gate names.
 */
export function mayPass(edition: Edition, standing: Standing, to: Stage, on: IsoDate): readonly Refusal[] {
  const gate = gateFor(edition, standing, to);
  const process = edition.gates[0];
  if (!gate) {
    const ways = edition.gates.filter(
      (each) =>
        each.from === standing.stage && (each.origin === undefined || each.origin === standing.origin),
    );
    return [
      refuse(
        edition,
        {
          id: `gate.${standing.stage}-${to}`,
          says: {
            da: `Der er ingen vej fra ${stages[standing.stage].da} til ${stages[to].da}.`,
            en: `There is no way from ${stages[standing.stage].en} to ${stages[to].en}.`,
          },
          source: (process as Gate).source,
        },
        {
          da: `Initiativet er på trinnet ${stages[standing.stage].da}.`,
          en: `The initiative is at the stage ${stages[standing.stage].en}.`,
        },
        ways.length === 0
          ? { da: 'Trinnet er det sidste.', en: 'The stage is the last one.' }
          : {
              da: `Herfra kan det gå til: ${ways.map((way) => stages[way.to].da).join(', ')}.`,
              en: `From here it can go to: ${ways.map((way) => stages[way.to].en).join(', ')}.`,
            },
      ),
    ];
  }
  const level = standing.level;
  if (level === null) {
    if (gate.kind !== 'forward') return [];
    return [
      refuse(
        edition,
        { id: gate.id, says: gate.says, source: gate.source },
        {
          da: 'Initiativet er ikke indplaceret på et niveau.',
          en: 'The initiative has not been placed at a level.',
        },
        { da: 'Bed forretningslederen om at indplacere det.', en: 'Ask the business manager to place it.' },
      ),
    ];
  }
  if (gate.kind !== 'forward') return wayOut(edition, gate, level);
  return missingLines(edition, standing, { stage: to, level }, on).map((line) => {
    const missing = missingLine(edition, standing, { stage: to, level }, line, on);
    const steps = stepsFor(edition, standing, { stage: to, level }, [line]);
    return refuse(edition, line, inWords(missing), {
      da: steps.map((step) => step.says.da).join('; '),
      en: steps.map((step) => step.says.en).join('; '),
    });
  });
}

/** Back and out: where a body decides, the decision itself moves the initiative. */
function wayOut(edition: Edition, gate: Gate, level: LevelId): readonly Refusal[] {
  const kind = gate.decision[level] ?? null;
  if (kind === null) return [];
  const right = rightFor(edition, kind, level);
  const names = (language: 'da' | 'en') =>
    (right?.decides ?? []).map((body) => bodyKinds[body][language]).join(' / ');
  return [
    refuse(
      edition,
      { id: gate.id, says: gate.says, source: gate.source },
      { da: `Det besluttes af ${names('da')}.`, en: `It is decided by the ${names('en')}.` },
      {
        da: 'Rejs en sag; beslutningen flytter initiativet.',
        en: 'Open a case; the decision moves the initiative.',
      },
    ),
  ];
}

/** What a body is about to answer, and where the initiative stands. */
export interface Deciding {
  readonly kind: DecisionKind;
  readonly outcome: Outcome;
  readonly body: BodyKind;
  readonly standing: Standing;
  readonly target: Target;
  /** Lines named as conditions. */
  readonly conditions: readonly RuleId[];
  readonly on: IsoDate;
}

const decidesOnLines: readonly DecisionKind[] = ['approval', 'adoption', 'level-change'];
const approves: readonly Outcome[] = ['approved', 'approved-with-conditions'];

/**
 * Whether a body may give an answer, and which missing lines it thereby accepts. The software stops the wrong body,
 * a missing recommendation, and, where the edition asks for each line, an approval over gaps that nobody names.
 */
export function mayDecide(
  edition: Edition,
  deciding: Deciding,
): { readonly refusals: readonly Refusal[]; readonly accepts: readonly RuleId[] } {
  const { kind, outcome, body, standing, target, conditions, on } = deciding;
  const right = rightFor(edition, kind, target.level);
  if (!right) throw new Error(`edition ${edition.id} gives no right to decide ${kind} at ${target.level}`);
  if (!right.decides.includes(body)) return { refusals: [wrongBody(edition, right, body)], accepts: [] };
  if (!approves.includes(outcome)) return { refusals: [], accepts: [] };
  if (right.recommendation && standing.facts.recommendation !== true)
    return { refusals: [noRecommendation(edition, right)], accepts: [] };
  if (!decidesOnLines.includes(kind)) return { refusals: [], accepts: [] };
  const missing = missingLines(edition, standing, target, on).filter(
    (line) => line.kind !== 'decision' && line.id !== 'recommendation',
  );
  const gaps = missing.map((line) => line.id);
  if (edition.judgement === 'overall') return { refusals: [], accepts: gaps };
  const unnamed = outcome === 'approved' ? missing : missing.filter((line) => !conditions.includes(line.id));
  const refusals = unnamed.map((line) =>
    refuse(
      edition,
      line,
      { da: 'Kravet står ikke endnu.', en: 'The requirement does not stand yet.' },
      {
        da: 'Få det på plads, godkend med dette som betingelse, eller send sagen tilbage.',
        en: 'Have it provided, approve with it as a condition, or send the case back.',
      },
    ),
  );
  return {
    refusals,
    accepts: outcome === 'approved-with-conditions' ? gaps.filter((id) => conditions.includes(id)) : [],
  };
}

function wrongBody(edition: Edition, right: DecisionRight, body: BodyKind): Refusal {
  const names = (language: 'da' | 'en') => right.decides.map((each) => bodyKinds[each][language]).join(' / ');
  return refuse(
    edition,
    right,
    { da: `${bodyKinds[body].da} har ikke retten.`, en: `The ${bodyKinds[body].en} has no such right.` },
    {
      da: `Læg sagen for ${names('da')}.`,
      en: `Put the case before the ${names('en')}.`,
    },
  );
}

const noRecommendation = (edition: Edition, right: DecisionRight): Refusal =>
  refuse(
    edition,
    right,
    { da: 'Sagen har ingen indstilling.', en: 'The case has no recommendation.' },
    {
      da: 'Skriv indstillingen i sagen først.',
      en: 'Write the recommendation in the case first.',
    },
  );
