import { linesFor, stands } from '../../rulebook/judge.ts';
import type { Edition, Standing, Target } from '../../rulebook/rule.ts';
import type { Origin, Stage, Text } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { dateIn } from '../lib/time.ts';
import { editionOf } from '../rules/edition-of.ts';
import { standingOf } from '../rules/standing.ts';
import type { FrameFacts } from '../web/components/initiative-frame.tsx';
import type { Initiative } from './load.ts';
import { frameRows } from './queries.ts';

/** How an initiative ended (report §5.3.2, p. 18). */
export const endings: Readonly<Record<string, Text>> = {
  withdrawn: { da: 'trukket tilbage', en: 'withdrawn' },
  rejected: { da: 'afvist', en: 'rejected' },
  closed: { da: 'lukket', en: 'closed' },
  retired: { da: 'udfaset', en: 'phased out' },
};

/**
 * What stands on top of every page about an initiative.
 * @param known its standing by its own edition, where that has been gathered already
 */
export async function frameFacts(
  db: Db,
  row: Initiative,
  today: string,
  known?: Standing,
): Promise<FrameFacts> {
  const edition = editionOf(row.edition);
  const [rows, standing] = await Promise.all([
    frameRows(db, row, today),
    known ?? standingOf(db, row.id, edition, today),
  ]);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    summary: row.summary,
    stage: row.stage as Stage,
    ended: row.ended_as === null ? null : (endings[row.ended_as] ?? null),
    stageSince: dateIn(Temporal.Instant.from(row.stage_since)),
    level: row.level,
    levelName: edition.levels.find((level) => level.id === row.level)?.short ?? null,
    origin: row.origin as Origin,
    edition: row.edition,
    ...rows,
    standing: standingInWords(edition, standing, today),
  };
}

/** What is short of a target: what is missing, recommendations apart, and what a body has accepted as missing. */
export function gapsAt(
  edition: Edition,
  standing: Standing,
  target: Target,
  today: string,
): { readonly missing: number; readonly accepted: number } {
  let missing = 0;
  let accepted = 0;
  for (const line of linesFor(edition, standing, target)) {
    const how = stands(edition, line, standing, target, today);
    if (how === 'accepted') accepted += 1;
    else if (how === 'missing' && line.weight !== 'should') missing += 1;
  }
  return { missing, accepted };
}

/**
 * How an initiative stands by the rulebook where it is: red while something it should have is missing, yellow where it
 * stands only because a body accepted what is missing, green otherwise. Null before placement and after the end.
 */
export function standingInWords(edition: Edition, standing: Standing, today: string): FrameFacts['standing'] {
  const { stage, level } = standing;
  if (level === null || stage === 'retired') return null;
  const { missing, accepted } = gapsAt(edition, standing, { stage, level }, today);
  if (missing > 0)
    return {
      light: 'red',
      missing,
      says: {
        da: missing === 1 ? '1 ting mangler på trinnet' : `${missing} ting mangler på trinnet`,
        en:
          missing === 1 ? '1 thing is missing at this stage' : `${missing} things are missing at this stage`,
      },
    };
  if (accepted > 0)
    return {
      light: 'yellow',
      missing,
      says: {
        da:
          accepted === 1
            ? '1 mangel er accepteret ved beslutning'
            : `${accepted} mangler er accepteret ved beslutning`,
        en: accepted === 1 ? '1 gap is accepted by decision' : `${accepted} gaps are accepted by decision`,
      },
    };
  return {
    light: 'green',
    missing,
    says: {
      da: 'Alt, der kræves på trinnet, er på plads',
      en: 'Everything asked for at this stage is in place',
    },
  };
}
