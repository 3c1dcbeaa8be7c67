import type { Config } from '../config.ts';

/** A PostgreSQL that is there to be used. */
export interface ReachedDatabase {
  readonly connectionString: string;
  /** Lets go of it; close your own connections first. */
  stop(): Promise<void>;
}

/**
 * The community's database: the one of DATABASE_URL, else the embedded one, started or joined.
 * @throws DatabaseUnavailable when the embedded one cannot run here
 */
export async function reachDatabase(
  { databaseUrl, dataFolder }: Pick<Config, 'databaseUrl' | 'dataFolder'>,
  onError: (error: Error) => void = (error) => console.error(`database: ${error.message}`),
): Promise<ReachedDatabase> {
  if (databaseUrl !== null) return { connectionString: databaseUrl, stop: () => Promise.resolve() };
  const { startEmbedded } = await import('./embedded.ts');
  return startEmbedded(dataFolder, { onError });
}
