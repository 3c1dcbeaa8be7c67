import { askedAnew, saidAfter, type AskedAnew } from '../../rulebook/carry-over.ts';
import { forecast } from '../../rulebook/forecast.ts';
import { rankOf } from '../../rulebook/judge.ts';
import type { Edition, Forecast, LevelId, Standing } from '../../rulebook/rule.ts';
import type { Stage } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import type { Initiative } from '../portfolio/load.ts';
import { editionOf } from './edition-of.ts';
import { standingOf } from './standing.ts';

export interface Asked {
  readonly level?: LevelId | undefined;
  readonly stage?: Stage | undefined;
  readonly edition?: string | undefined;
}

/** The stage that comes next for an initiative by its edition; its own when there is none. */
export function nextStage(edition: Edition, standing: Standing): Stage {
  const gate = edition.gates.find(
    (each) =>
      each.from === standing.stage &&
      each.kind === 'forward' &&
      (each.origin === undefined || each.origin === standing.origin),
  );
  return gate?.to ?? standing.stage;
}

/** The level to aim at when none is named: the one held, else the lowest. */
const heldOrLowest = (edition: Edition, level: LevelId | null): LevelId =>
  level !== null && rankOf(edition, level) >= 0
    ? level
    : (edition.levels.toSorted((a, b) => a.rank - b.rank)[0]?.id as LevelId);

export interface Foreseen {
  readonly forecast: Forecast;
  readonly standing: Standing;
  readonly edition: Edition;
  /** What a change to the edition asked about would ask for anew; empty for the edition lived under. */
  readonly askedAnew: readonly AskedAnew[];
}

/**
 * The forecast of an initiative for a target. Another edition is judged as if the work had come along, by the same rule
 * that the change of edition follows. What is not named stays as it is; when only the initiative is named,
 * the target is its next stage.
 * @throws Failure `not-found` for an edition that does not exist
 */
export async function forecastOf(
  db: Db,
  initiative: Initiative,
  asked: Asked,
  today: string,
): Promise<Foreseen> {
  const held = editionOf(initiative.edition);
  const edition = editionOf(asked.edition ?? initiative.edition);
  const recorded = await standingOf(db, initiative.id, edition, today);
  const said = edition === held ? null : (await standingOf(db, initiative.id, held, today)).assessments;
  const standing =
    said === null
      ? recorded
      : { ...recorded, assessments: saidAfter(held, edition, said, recorded.assessments) };
  const level = asked.level ?? heldOrLowest(edition, standing.level);
  const onlyInitiative = asked.level === undefined && asked.edition === undefined;
  const wanted = asked.stage ?? (onlyInitiative ? nextStage(edition, standing) : standing.stage);
  const stage = wanted === 'idea' && standing.stage === 'idea' ? 'concept' : wanted;
  const foreseen = forecast(edition, standing, { stage, level }, today, held);
  const missing = foreseen.missing.map((line) => line.rule);
  return {
    forecast: foreseen,
    standing,
    edition,
    askedAnew: said === null ? [] : askedAnew(held, edition, said, recorded.assessments, missing),
  };
}
