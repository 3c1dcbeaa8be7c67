import { judgeLine, linesFor } from '../rulebook/judge.ts';
import { openDatabase } from '../src/db/client.ts';
import { editionOf } from '../src/rules/edition-of.ts';
import { standingsOf } from '../src/rules/standing.ts';
import type { Prepared } from './prepare.ts';

/** Seconds to gather the facts of every initiative that has a level and judge each line asked of it. */
export async function judgeWholePortfolio(
  prepared: Prepared,
  editionId: string,
): Promise<{ seconds: number; initiatives: number; lines: number }> {
  const db = openDatabase({ connectionString: prepared.url });
  const edition = editionOf(editionId);
  const today = new Date().toISOString().slice(0, 10);
  const begun = performance.now();
  const ids = await db.selectFrom('initiatives').select('id').where('level', 'is not', null).execute();
  let lines = 0;
  const chunks = Array.from({ length: Math.ceil(ids.length / 500) }, (_, n) =>
    ids.slice(n * 500, (n + 1) * 500).map((row) => row.id),
  );
  const gather = (chunk: readonly string[] | undefined) => standingsOf(db, chunk ?? [], edition, today);
  // The next chunk is gathered while this one is judged, as a caller with much to judge would do.
  let next = gather(chunks[0]);
  for (const index of chunks.keys()) {
    const standings = await next;
    next = gather(chunks[index + 1]);
    for (const standing of standings.values()) {
      const target = { stage: standing.stage, level: standing.level as string };
      for (const line of linesFor(edition, standing, target)) {
        judgeLine(edition, line, standing, target, today);
        lines += 1;
      }
    }
  }
  const seconds = (performance.now() - begun) / 1000;
  await db.destroy();
  return { seconds, initiatives: ids.length, lines };
}
