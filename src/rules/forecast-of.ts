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

/**
 * The forecast of an initiative for a target. What is not named stays as it is; when only the initiative is named,
 * the target is its next stage.
 * @throws Failure `not-found` for an edition that does not exist
 */
export async function forecastOf(
  db: Db,
  initiative: Initiative,
  asked: Asked,
  today: string,
): Promise<{ forecast: Forecast; standing: Standing; edition: Edition }> {
  const held = editionOf(initiative.edition);
  const edition = editionOf(asked.edition ?? initiative.edition);
  const standing = await standingOf(db, initiative.id, edition, today);
  const level = asked.level ?? heldOrLowest(edition, standing.level);
  const onlyInitiative = asked.level === undefined && asked.edition === undefined;
  const wanted = asked.stage ?? (onlyInitiative ? nextStage(edition, standing) : standing.stage);
  const stage = wanted === 'idea' && standing.stage === 'idea' ? 'concept' : wanted;
  return { forecast: forecast(edition, standing, { stage, level }, today, held), standing, edition };
}
