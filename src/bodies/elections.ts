import { onElection } from '../../rulebook/statutes/elections.ts';
import { statutesInForce } from '../../rulebook/statutes/editions.ts';
import { setting } from '../../rulebook/statutes/read.ts';
import type { StatuteRule } from '../../rulebook/statutes/statute.ts';
import type { BodyKind } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { electedIn } from './terms.ts';

/** Who stands at the next general assembly by the statutes. */
export interface ComingElection {
  readonly year: number;
  /** Seats whose term ends then, and those that stay, as ids. */
  readonly standing: readonly string[];
  readonly statutes: string;
  readonly rule: StatuteRule;
}

/**
 * The general assembly of a day's year, or of the next where the months in which it is held have passed.
 * @param months the last months of the year in which it may be held, by the statutes; null where they are silent
 */
export const assemblyYear = (today: string, lastMonth: number | null): number => {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return lastMonth !== null && month > lastMonth ? year + 1 : year;
};

/** Which of the board's seats stand at the coming general assembly (statutes §6.4); null for other bodies. */
export async function comingElection(
  db: Db,
  body: { readonly id: string; readonly kind: BodyKind },
  today: string,
): Promise<ComingElection | null> {
  const statutes = body.kind === 'board' ? statutesInForce(today) : null;
  if (!statutes) return null;
  const rows = await db
    .selectFrom('seats')
    .select(['id', 'role', 'from_on', 'elected_in'])
    .where('body_id', '=', body.id)
    .where('voting', '=', true)
    .where('from_on', '<=', today)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', today)]))
    .orderBy('from_on')
    .orderBy('id')
    .limit(100)
    .execute();
  const months = setting(statutes, 'assembly.months')?.value;
  const year = assemblyYear(today, months ? Math.max(...months) : null);
  const { standing, rule } = onElection(
    statutes,
    rows.map((row) => ({
      person: row.id,
      role: row.role === 'chair' ? 'chair' : 'member',
      electedIn: electedIn(row),
    })),
    year,
  );
  return rule && { year, standing: standing.map(({ person }) => person), statutes: statutes.id, rule };
}
