import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../../context.ts';
import { isId } from '../../lib/id.ts';

/**
 * The private halves of open secret boxes: one file each in the data folder, readable by the server alone. They never
 * enter the database, so that neither its dump nor its log opens an envelope.
 */
const folderOf = (app: Pick<App, 'config'>): string => join(app.config.dataFolder, 'ballots');
const fileOf = (app: Pick<App, 'config'>, ballotId: string): string => join(folderOf(app), `${ballotId}.key`);

/** Keeps the key of a box; on disk before the box is open, so that no vote is taken that could not be counted. */
export async function keepKey(app: Pick<App, 'config'>, ballotId: string, key: Buffer): Promise<void> {
  await mkdir(folderOf(app), { recursive: true, mode: 0o700 });
  const file = await open(fileOf(app, ballotId), 'wx', 0o600);
  try {
    await file.writeFile(key);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The key of a box; null when its file is gone, and its envelopes can never be opened. */
export async function readKey(app: Pick<App, 'config'>, ballotId: string): Promise<Buffer | null> {
  try {
    return await readFile(fileOf(app, ballotId));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Throws the key of a box away once its votes are counted. */
export const destroyKey = (app: Pick<App, 'config'>, ballotId: string): Promise<void> =>
  rm(fileOf(app, ballotId), { force: true });

/**
 * Throws away keys whose box is closed, or was never opened because its deed did not come to an end. Called at start,
 * before anybody is served.
 * @returns how many were left over
 */
export async function sweepKeys(app: Pick<App, 'config' | 'db'>): Promise<number> {
  const names = await readdir(folderOf(app)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const ids = names.flatMap((name) =>
    name.endsWith('.key') && isId(name.slice(0, -4)) ? [name.slice(0, -4)] : [],
  );
  if (ids.length === 0) return 0;
  const open = await app.db
    .selectFrom('ballots')
    .select('id')
    .where('id', 'in', ids)
    .where('closed_at', 'is', null)
    .execute();
  const kept = new Set(open.map((row) => row.id));
  const left = ids.filter((id) => !kept.has(id));
  await Promise.all(left.map((id) => destroyKey(app, id)));
  return left.length;
}
