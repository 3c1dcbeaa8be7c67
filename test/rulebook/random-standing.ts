import { facts, type FactId, type Facts } from '../../rulebook/facts.ts';
import { broughtBy } from '../../rulebook/steps.ts';
import { linesOfWay, waysFrom } from '../../rulebook/gates.ts';
import { allLines } from '../../rulebook/judge.ts';
import type { Assessment, Edition, Standing, Target } from '../../rulebook/rule.ts';
import {
  origins,
  stages,
  verdicts,
  type Origin,
  type Stage,
  type Verdict,
  type Voice,
} from '../../rulebook/vocabulary.ts';

/** A source of chance that gives the same cases for the same seed. */
export class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  /** A number from 0 up to, not including, 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  below(n: number): number {
    return Math.floor(this.next() * n);
  }
  yes(share: number): boolean {
    return this.next() < share;
  }
  of<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }
}

const factIds = Object.keys(facts) as FactId[];
const stageIds = Object.keys(stages) as Stage[];
/** The day on which the random initiatives are judged. */
export const day = '2026-11-24';

/** Facts as they can be recorded: what one fact brings along is true with it. */
function randomFacts(chance: Chance): Facts {
  const share = chance.of([0.1, 0.5, 0.9]);
  const values: Partial<Record<FactId, boolean | number>> = {};
  for (const id of factIds) {
    if ('derived' in facts[id]) continue;
    if (facts[id].type === 'number') values[id] = chance.below(5);
    else if (chance.yes(share)) for (const brought of broughtBy(id)) values[brought] = true;
  }
  return values;
}

function randomAssessment(chance: Chance): Assessment {
  const verdict = chance.yes(0.5) ? 'met' : chance.of(Object.keys(verdicts) as Verdict[]);
  return {
    verdict,
    explanation: chance.of(['', ' \n', 'Løst lokalt']),
    plannedFor: verdict === 'planned' ? '2027-06-01' : null,
    validUntil: chance.of([null, null, null, '2026-11-23', day, '2027-01-01']),
  };
}

/** Any initiative an edition can meet with. */
export function randomStanding(edition: Edition, chance: Chance): Standing {
  const level = () => chance.of([null, ...edition.levels.map((each) => each.id)]);
  const assessments: Record<string, Partial<Record<Voice, Assessment>>> = {};
  const share = chance.of([0, 0.5, 0.95]);
  for (const id of Object.keys(edition.requirements)) {
    if (chance.yes(share)) (assessments[id] ??= {}).self = randomAssessment(chance);
    if (chance.yes(share / 3)) (assessments[id] ??= {}).community = randomAssessment(chance);
  }
  return {
    stage: chance.of(stageIds),
    level: level(),
    origin: chance.of(Object.keys(origins) as Origin[]),
    facts: randomFacts(chance),
    assessments,
    accepted: chance.yes(0.7)
      ? []
      : [...allLines(edition), ...edition.decisionRights].map(({ id }) => id).filter(() => chance.yes(0.1)),
    decidedLevel: level(),
    boardApprovedLevel: level(),
  };
}

/** Any stage and level of the edition; mostly one that there is a way to. */
export function randomTarget(edition: Edition, standing: Standing, chance: Chance): Target {
  const level = chance.of(edition.levels).id;
  const ways = waysFrom(edition, standing);
  const way = ways.length > 0 && chance.yes(0.6) ? chance.of(ways) : null;
  if (way && (way.kind === 'forward' || linesOfWay(edition, way, level).length > 0))
    return { stage: way.to, level };
  return { stage: chance.of(stageIds), level };
}
