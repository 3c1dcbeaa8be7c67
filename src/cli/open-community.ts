import type { Config } from '../config.ts';
import { openDatabase, type Db } from '../db/client.ts';
import { DatabaseUnavailable, startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { CommandProblem } from './command.ts';

export interface OpenCommunity {
  readonly db: Db;
  close(): Promise<void>;
}

/**
 * Opens the configured database, brought up to date: DATABASE_URL, else the embedded one, which is joined where a
 * server already runs on it.
 * @throws CommandProblem when there is no database to be had
 */
export async function openCommunity(config: Config): Promise<OpenCommunity> {
  const onError = (error: Error) => console.error(`database: ${error.message}`);
  const embedded = config.databaseUrl === null ? await joinEmbedded(config.dataFolder, onError) : null;
  const connectionString = embedded?.connectionString ?? (config.databaseUrl as string);
  const db = openDatabase({ connectionString }, { onError });
  const close = async () => {
    await db.destroy();
    await embedded?.stop();
  };
  try {
    await migrate(db);
  } catch (error) {
    await close();
    throw isConnectionProblem(error) ? noDatabase(error) : error;
  }
  return { db, close };
}

async function joinEmbedded(dataFolder: string, onError: (error: Error) => void) {
  try {
    return await startEmbedded(dataFolder, { onError });
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw noDatabase(error);
    throw error;
  }
}

const isConnectionProblem = (error: unknown): error is Error =>
  error instanceof Error &&
  ['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000', '3D000'].includes(
    (error as { code?: string }).code ?? '',
  );

/** The message may be empty where several addresses were tried; never the connection string, which holds a password. */
const noDatabase = (error: Error): CommandProblem => {
  const why = error.message || (error as { code?: string }).code || 'unknown';
  return new CommandProblem({
    da: `Databasen kan ikke bruges: ${why}`,
    en: `The database cannot be used: ${why}`,
  });
};
