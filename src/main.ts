import { isLocal, type Config } from './config.ts';
import type { App } from './context.ts';
import type { Db } from './db/client.ts';
import { createMailer } from './lib/mailer.ts';

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
