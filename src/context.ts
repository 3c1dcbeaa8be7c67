import type { FastifyBaseLogger } from 'fastify';
import type { Config } from './config.ts';
import type { Db } from './db/client.ts';
import type { Mailer } from './lib/mailer.ts';

/** What a running Fælled consists of: made once at start, handed to everything that needs it. */
export interface App {
  readonly config: Config;
  readonly db: Db;
  readonly mailer: Mailer;
  /** The only clock. */
  readonly clock: () => Temporal.Instant;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
}
