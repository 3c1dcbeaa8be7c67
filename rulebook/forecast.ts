import { facts as factTable } from './facts.ts';
import { gateFor, rightFor, waysFrom } from './gates.ts';
import { changesLevel, isClaimed, isRequirement, judgeLine, linesFor, orderOf, rankOf } from './judge.ts';
import { counterparts } from './lineage.ts';
import { refuse } from './refuse.ts';
import type {
  Because,
  Edition,
  Forecast,
  Gate,
  IsoDate,
  Line,
  MissingLine,
  Refusal,
  Standing,
  Target,
} from './rule.ts';
import { needed, stepsFor } from './steps.ts';
import {
  stages,
  verdicts,
  type DecisionKind,
  type Language,
  type Provider,
  type Stage,
  type Text,
} from './vocabulary.ts';

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

/** The next gate forward for an initiative of this origin. */
const forwardFrom = (edition: Edition, standing: Standing, from: Stage): Gate | undefined =>
  waysFrom(edition, { ...standing, stage: from }).find((gate) => gate.kind === 'forward');

/**
 * Which decision a target takes: a way back or out names its own, a change of level is decided as such, and on the way
 * forward the last gate that asks for a decision counts (report §5.2, p. 16–17). Null where nothing is decided.
 */
export function decisionFor(edition: Edition, standing: Standing, target: Target): DecisionKind | null {
  const way = gateFor(edition, standing, target.stage);
  if (way && way.kind !== 'forward') return way.decision[target.level] ?? null;
  if (changesLevel(standing, target)) return 'level-change';
  if (standing.origin === 'outside' && orderOf(standing.stage) < orderOf('project')) return 'adoption';
  let from = standing.stage;
  let kind: DecisionKind | null = standing.level === target.level ? null : 'placement';
  while (orderOf(from) < orderOf(target.stage)) {
    const gate = forwardFrom(edition, standing, from);
    if (!gate) break;
    kind = gate.decision[target.level] ?? kind;
    from = gate.to;
  }
  return kind;
}

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

/** What is asked today and no more at the target, requirements by what carries them on. Leaving is no target to live under: nothing lapses by it. */
function lapsing(edition: Edition, standing: Standing, target: Target, from: Edition): Forecast['lapses'] {
  const way = gateFor(edition, standing, target.stage);
  if (standing.level === null || rankOf(from, standing.level) < 0 || way?.kind === 'out') return [];
  const now = linesFor(from, standing, { stage: standing.stage, level: standing.level });
  const stage = orderOf(target.stage) < orderOf(standing.stage) ? standing.stage : target.stage;
  const then = new Set(linesFor(edition, standing, { ...target, stage }).map((line) => line.id));
  const goesOn = (line: Line): boolean =>
    isRequirement(line) ? counterparts(edition, from, line.id).some((id) => then.has(id)) : then.has(line.id);
  return now.filter((line) => !goesOn(line)).map((line) => ({ rule: line.id, says: line.says }));
}

const yesOrNo: Readonly<Record<'true' | 'false', Text>> = {
  true: { da: 'ja', en: 'yes' },
  false: { da: 'nej', en: 'no' },
};

const valueInWords = (value: Because['value']): Text => {
  if (typeof value === 'boolean') return yesOrNo[`${value}`];
  if (typeof value === 'number') return { da: String(value), en: String(value) };
  return verdicts[value];
};

/** A registered fact is told with its value; what is simply so (the evidence is out of date) needs no "yes". */
const reading = ({ fact, says, value }: Because, language: Language): string =>
  fact === undefined && value === true
    ? says[language]
    : `${says[language]}: ${valueInWords(value)[language]}`;

const readings = (line: MissingLine): Text => {
  const say = (language: Language) => line.because.map((each) => reading(each, language)).join('; ');
  return { da: say('da'), en: say('en') };
};

/**
 * What keeps an initiative from passing to a stage now; empty when it may pass. Ways back and out ask for no lines,
 * only for the decision that the gate names, and that decision itself moves the initiative.
 */
export function mayPass(edition: Edition, standing: Standing, to: Stage, on: IsoDate): readonly Refusal[] {
  const gate = gateFor(edition, standing, to);
  if (!gate) return [noWay(edition, standing, to)];
  const level = standing.level;
  if (level === null) return gate.kind === 'forward' ? [notPlaced(edition, gate)] : [];
  const target = { stage: to, level };
  return missingLines(edition, standing, target, on).map((line) => {
    const missing = missingLine(edition, standing, target, line, on);
    const steps = stepsFor(edition, standing, target, [line]);
    return refuse(edition, line, readings(missing), {
      da: steps.map((step) => step.says.da).join('; '),
      en: steps.map((step) => step.says.en).join('; '),
    });
  });
}

function noWay(edition: Edition, standing: Standing, to: Stage): Refusal {
  const ways = waysFrom(edition, standing);
  return refuse(
    edition,
    {
      id: `gate.${standing.stage}-${to}`,
      says: {
        da: `Der er ingen vej fra ${stages[standing.stage].da} til ${stages[to].da}.`,
        en: `There is no way from ${stages[standing.stage].en} to ${stages[to].en}.`,
      },
      source: edition.document,
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
  );
}

const notPlaced = (edition: Edition, gate: Gate): Refusal =>
  refuse(
    edition,
    gate,
    {
      da: 'Initiativet er ikke indplaceret på et niveau.',
      en: 'The initiative has not been placed at a level.',
    },
    (({ da, en }) => ({ da: `Bed ${da} om at indplacere det.`, en: `Ask ${en} to place it.` }))(
      edition.titles['business-manager'].the,
    ),
  );
