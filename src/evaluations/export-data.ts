import type { Verdict } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import type { Initiative } from '../portfolio/load.ts';
import { editionOf } from '../rules/edition-of.ts';
import { exportSelfEvaluation } from './export-self-evaluation.ts';
import { takenOver } from './import-choices.ts';
import { latestConfirmed, sourceOf } from './import-store.ts';
import { parseSelfEvaluationText } from './self-evaluation-file.ts';
import { isUnreadable } from '../files/text-file.ts';

/**
 * An initiative's self-evaluation in the JSON of OS2's form: the file last confirmed, byte for byte, with what has
 * changed since; without one, a new file. A visitor is not told who filled it in: it may be a person's name.
 */
export async function selfEvaluationOf(db: Db, initiative: Initiative, visitor: boolean): Promise<string> {
  const edition = editionOf(initiative.edition);
  const [words, latest] = await Promise.all([
    db
      .selectFrom('assessments')
      .select(['requirement', 'verdict', 'as_written as asWritten', 'explanation'])
      .where('initiative_id', '=', initiative.id)
      .where('edition', '=', initiative.edition)
      .where('voice', '=', 'self')
      .orderBy('requirement')
      .execute(),
    latestConfirmed(db, initiative, 'self', 'self-evaluation'),
  ]);
  const rows = words.map((row) => ({ ...row, verdict: row.verdict as Verdict }));
  if (!latest) return exportSelfEvaluation(null, rows, edition, { productName: initiative.name });
  const source = await sourceOf(db, latest.id);
  const file = takenOver(latest.file.rows, latest.chosen ?? {}, edition);
  const news = rows.filter((row) => {
    const then = file.get(row.requirement);
    return then?.verdict !== row.verdict || then.explanation !== row.explanation;
  });
  return exportSelfEvaluation(
    source,
    news,
    edition,
    visitor && namesSomebody(source, edition) ? { filledBy: '' } : {},
  );
}

function namesSomebody(source: string, edition: Parameters<typeof parseSelfEvaluationText>[1]): boolean {
  const read = parseSelfEvaluationText(source, edition);
  return !isUnreadable(read) && (read.head.filledBy ?? '') !== '';
}
