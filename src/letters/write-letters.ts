import type { Tx } from '../db/client.ts';
import { newId } from '../lib/id.ts';
import type { Letter } from './letter.ts';
import { nextDigest } from './moments.ts';

/**
 * Puts letters in the outbox, in the transaction of what causes them. One that was written before, by its key, is not
 * written again; what nobody wants is not written at all. Returns how many were new.
 * @param writtenBy the person whose deed it follows from; null for scheduled work
 */
export async function writeLetters(
  tx: Tx,
  letters: readonly Letter[],
  writtenBy: string | null,
  now: Temporal.Instant,
): Promise<number> {
  const rows = letters.flatMap((letter) => (letter.way === null ? [] : [rowOf(letter, letter.way, now)]));
  if (rows.length === 0) return 0;
  const written = await tx
    .insertInto('letters')
    .values(rows.map((row) => ({ ...row, written_by: writtenBy })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .execute();
  return written.length;
}

const rowOf = (letter: Letter, way: NonNullable<Letter['way']>, now: Temporal.Instant) => ({
  id: newId(),
  key: letter.key,
  kind: letter.kind,
  person_id: letter.personId,
  language: letter.language,
  subject: letter.subject,
  body: letter.body,
  why: letter.why,
  about: letter.about,
  calendar: letter.calendar,
  notice: letter.notice,
  way,
  needed_by: letter.neededBy,
  due_at: (way === 'at-once' ? now : nextDigest(way, now)).toString(),
  written_at: now.toString(),
});
