import type { AskedAnew } from '../../rulebook/carry-over.ts';
import { editionById, editions } from '../../rulebook/editions.ts';
import { mayPass } from '../../rulebook/forecast.ts';
import { waysFrom } from '../../rulebook/gates.ts';
import { orderOf, rankOf } from '../../rulebook/judge.ts';
import type { Edition, Forecast, Refusal, Standing } from '../../rulebook/rule.ts';
import type { Stage } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { noSuchValue } from '../deeds/failure.ts';
import { editionOf } from '../rules/edition-of.ts';
import { forecastOf, type Asked } from '../rules/forecast-of.ts';
import type { Initiative } from './load.ts';

export interface ForecastAnswer {
  readonly initiative: Initiative;
  readonly edition: Edition;
  readonly standing: Standing;
  readonly forecast: Forecast;
  /** The missing requirements that a change to the edition asked about would ask for anew, and why. */
  readonly askedAnew: readonly AskedAnew[];
  /** Why there is no way to the target at all; then nothing else is worked out. */
  readonly refusals: readonly Refusal[];
}

/**
 * The stages an initiative can aim at, in the order of a life: where it is, every stage further on, and the ways back
 * and out that begin where it stands (report §5.2, p. 16). None once it has ended.
 */
export function stagesAhead(edition: Edition, standing: Standing): readonly Stage[] {
  if (standing.stage === 'retired') return [];
  const ahead = new Set<Stage>();
  const goOn = (from: Stage): void => {
    for (const gate of waysFrom(edition, { ...standing, stage: from })) {
      if (gate.kind !== 'forward' || ahead.has(gate.to)) continue;
      ahead.add(gate.to);
      goOn(gate.to);
    }
  };
  goOn(standing.stage);
  for (const gate of waysFrom(edition, standing)) ahead.add(gate.to);
  if (standing.stage !== 'idea') ahead.add(standing.stage);
  return [...ahead].toSorted((a, b) => orderOf(a) - orderOf(b));
}

/**
 * The forecast of an initiative for a target, or why there is no way there. The page, the API and the command line all
 * answer with this.
 * @throws Failure `bad-input` at the field, for an edition or a level that does not exist
 */
export async function forecastAnswer(
  db: Db,
  initiative: Initiative,
  asked: Asked,
  today: string,
): Promise<ForecastAnswer> {
  if (asked.edition !== undefined && editionById(asked.edition) === null) {
    const known = editions.map((edition) => edition.id).join(', ');
    throw noSuchValue('edition', {
      da: `Udgaverne er ${known}.`,
      en: `The editions are ${known}.`,
    });
  }
  const wanted = editionOf(asked.edition ?? initiative.edition);
  if (asked.level !== undefined && rankOf(wanted, asked.level) < 0) {
    const levels = wanted.levels.map((level) => level.id).join(', ');
    throw noSuchValue('level', {
      da: `Udgaven har niveauerne ${levels}.`,
      en: `The edition has the levels ${levels}.`,
    });
  }
  const foreseen = await forecastOf(db, initiative, asked, today);
  const { forecast, standing, edition } = foreseen;
  const { stage } = forecast.target;
  if (stagesAhead(edition, standing).includes(stage)) return { initiative, ...foreseen, refusals: [] };
  return {
    initiative,
    edition,
    standing,
    askedAnew: [],
    forecast: { ...forecast, open: false, missing: [], decides: null, lapses: [], steps: [] },
    refusals: mayPass(edition, standing, stage, today),
  };
}

/** The same as the API and the command line give it. */
export const forecastJson = ({ initiative, forecast, askedAnew, refusals }: ForecastAnswer) => ({
  initiative: {
    id: initiative.id,
    slug: initiative.slug,
    name: initiative.name,
    stage: initiative.stage,
    level: initiative.level,
  },
  target: { ...forecast.target, edition: forecast.edition },
  open: forecast.open,
  missing: forecast.missing.map((line) => ({
    ...line,
    source: { edition: forecast.edition, ...line.source },
  })),
  decides: forecast.decides && {
    ...forecast.decides,
    source: { edition: forecast.edition, ...forecast.decides.source },
  },
  lapses: forecast.lapses,
  steps: forecast.steps,
  askedAnew,
  refusals,
});
