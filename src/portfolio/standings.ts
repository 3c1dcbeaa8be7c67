import type { Db } from '../db/client.ts';
import type { Edition, Standing } from '../../rulebook/rule.ts';
import { editionOf } from '../rules/edition-of.ts';
import { standingsOf } from '../rules/standing.ts';
import type { FrameFacts } from '../web/components/initiative-frame.tsx';
import { standingInWords } from './frame.ts';

/** What a list says about an initiative beside its own row. */
export interface StandingInList {
  readonly standing: FrameFacts['standing'];
  /** How many organisations take part in it, and how many use it. */
  readonly participants: number;
  readonly users: number;
}

/**
 * How each of some initiatives stands by its own edition, with one question to the database for each edition.
 * @param rows at most some hundreds
 */
export async function standingsInList(
  db: Db,
  rows: readonly { readonly id: string; readonly edition: string }[],
  today: string,
): Promise<ReadonlyMap<string, StandingInList>> {
  const byEdition = Map.groupBy(rows, (row) => row.edition);
  const answers = await Promise.all(
    [...byEdition].map(async ([id, members]) => {
      const edition = editionOf(id);
      const ids = members.map((row) => row.id);
      return [...(await standingsOf(db, ids, edition, today))].map(([initiative, standing]) => {
        const { participants, users } = standing.facts;
        const counted = { participants: Number(participants), users: Number(users) };
        return [initiative, { standing: inWords(edition, standing, today), ...counted }] as const;
      });
    }),
  );
  return new Map(answers.flat());
}

/** What a standing came to when it was last asked for: standings stay the same object until something is recorded. */
const lately = new WeakMap<
  Standing,
  { readonly edition: Edition; readonly today: string; readonly words: FrameFacts['standing'] }
>();

function inWords(edition: Edition, standing: Standing, today: string): FrameFacts['standing'] {
  const last = lately.get(standing);
  if (last?.edition === edition && last.today === today) return last.words;
  const words = standingInWords(edition, standing, today);
  lately.set(standing, { edition, today, words });
  return words;
}
