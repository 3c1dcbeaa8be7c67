import type { FastifyInstance } from 'fastify';
import { createServer } from './app.ts';
import { isLocal, type Config } from './config.ts';
import type { App } from './context.ts';
import { openDatabase, type Db } from './db/client.ts';
import { migrate } from './db/migrate.ts';
import { createMailer } from './lib/mailer.ts';

export interface Running {
  readonly app: App;
  readonly server: FastifyInstance;
  /** The address it listens at. */
  readonly address: string;
  close(): Promise<void>;
}

/** Makes the parts of a running Fælled on a migrated database. */
export function createApp(
  config: Config,
  db: Db,
  clock: App['clock'] = () => Temporal.Now.instant(),
  log: App['log'] = console,
): App {
  const say = isLocal(config) ? (line: string) => log.warn(line) : null;
  return { config, db, clock, log, mailer: createMailer(config.smtpUrl, config.mailFrom, say) };
}

/** Starts serving on an address of PostgreSQL; `close` stops taking requests and then leaves the database. */
export async function start(config: Config, connectionString: string): Promise<Running> {
  const db = openDatabase(
    { connectionString },
    { onError: (error) => console.error(`database: ${error.message}`) },
  );
  await migrate(db);
  const app = createApp(config, db);
  const server = createServer(app, { logger: false });
  const address = await server.listen({ port: config.port, host: config.host });
  return {
    app,
    server,
    address,
    close: async () => {
      await server.close();
      await db.destroy();
    },
  };
}
