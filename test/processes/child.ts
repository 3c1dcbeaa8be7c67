import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/client.ts';
import { createServer } from '../../src/app.ts';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { createMailer } from '../../src/lib/mailer.ts';
import { createApp } from '../../src/main.ts';
import { sweepKeys } from '../../src/meetings/ballots/keys.ts';

/**
 * A server as `faelled serve` makes it on a database that is there, without its launcher. It reads the program first and
 * opens the database when it is told to, so that a successor can stand ready while its predecessor is killed.
 */
process.once('message', () => void begin());
process.once('disconnect', () => process.exit(0));
process.send?.('ready');

async function begin(): Promise<void> {
  const config = readConfig();
  const db = openDatabase({ connectionString: config.databaseUrl as string }, { onError: console.error });
  const quiet = { info() {}, warn() {}, error: console.error };
  const app = {
    ...createApp(config, db, undefined, quiet),
    mailer: createMailer(config.smtpUrl, 'test@test.example', null),
  };
  await sweepKeys(app);
  const server = createServer(app);
  await server.listen({ port: config.port, host: config.host });
  startJobs(app);
  process.send?.('listening');
}
