import type { Db } from '../db/client.ts';
import { editionOf } from '../rules/edition-of.ts';
import { standingsOf } from '../rules/standing.ts';
import type { FrameFacts } from '../web/components/initiative-frame.tsx';
import { standingInWords } from './frame.ts';

/**
 * How each of some initiatives stands by its own edition, with one question to the database for each edition.
 * @param rows at most some hundreds
 */
export async function standingsInWords(
  db: Db,
  rows: readonly { readonly id: string; readonly edition: string }[],
  today: string,
): Promise<ReadonlyMap<string, FrameFacts['standing']>> {
  const byEdition = Map.groupBy(rows, (row) => row.edition);
  const answers = await Promise.all(
    [...byEdition].map(async ([id, members]) => {
      const edition = editionOf(id);
      const standings = await standingsOf(
        db,
        members.map((row) => row.id),
        edition,
        today,
      );
      return [...standings].map(
        ([initiative, standing]) => [initiative, standingInWords(edition, standing, today)] as const,
      );
    }),
  );
  return new Map(answers.flat());
}
