import { sql } from 'kysely';
import type { Db, Tx } from '../db/client.ts';
import type { CheckedFile } from './file-kinds.ts';

/** Every table whose rows rest on a kept file. */
const users = ['evidence', 'case_annexes', 'agenda_item_annexes'] as const;

/** Adding and removing the same content queue here, so that a file is never taken away while it gets a new use. */
const holdFile = (tx: Tx, hash: string) =>
  sql`select pg_advisory_xact_lock(7311, hashtext(${hash}))`.execute(tx);

/** Keeps a file under the hash of its content; one that is kept already is not kept twice. */
export async function keepFile(tx: Tx, file: CheckedFile, content: Buffer, now: string): Promise<void> {
  await holdFile(tx, file.hash);
  await tx
    .insertInto('files')
    .values({ hash: file.hash, media_type: file.type, size: file.size, content, stored_at: now })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

/** Deletes a file for good, unless something else rests on it. Called once its own row is gone. */
export async function dropFile(tx: Tx, hash: string): Promise<void> {
  await holdFile(tx, hash);
  for (const table of users)
    if (await tx.selectFrom(table).select('id').where('file_hash', '=', hash).limit(1).executeTakeFirst())
      return;
  await tx.deleteFrom('files').where('hash', '=', hash).execute();
}

/** A kept file as a page sends it. Whether its reader may have it is for the caller to say first. */
export async function keptFile(db: Db, hash: string, name: string | null) {
  const file = await db
    .selectFrom('files')
    .select(['content', 'media_type'])
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  return {
    name: name ?? hash,
    type: file.media_type.startsWith('text/') ? `${file.media_type}; charset=utf-8` : file.media_type,
    content: file.content,
  };
}
