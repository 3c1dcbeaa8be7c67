import type { Config } from '../config.ts';
import { openDatabase, type Db } from '../db/client.ts';
import { migrate } from '../db/migrate.ts';
import { CommandProblem } from './command.ts';

export interface OpenCommunity {
  readonly db: Db;
  close(): Promise<void>;
}

/**
 * Opens the configured database, brought up to date: DATABASE_URL, else the embedded one, which is joined where a
 * server already runs on it.
 */
export async function openCommunity(config: Config): Promise<OpenCommunity> {
  if (config.databaseUrl === null)
    throw new CommandProblem({ da: 'Sæt DATABASE_URL.', en: 'Set DATABASE_URL.' });
  const db = openDatabase(
    { connectionString: config.databaseUrl },
    { onError: (error) => console.error(`database: ${error.message}`) },
  );
  await migrate(db);
  return { db, close: () => db.destroy() };
}
