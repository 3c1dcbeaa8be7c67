import { createServer as createNetServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig, type Config } from '../config.ts';
import { createApp } from '../main.ts';
import { community } from '../rules/community.ts';
import { CommandProblem } from './command.ts';
import { openCommunity } from './open-community.ts';
import { print } from './terminal.ts';
import { whereToGo } from './where-to-go.ts';

/** `faelled serve`, which is `npm start`: runs until it is told to stop, then answers what is under way and ends. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { empty: { type: 'boolean', default: false }, edition: { type: 'string' } },
  });
  const config = readConfig();
  const stopped = stopSignal();
  await portMustBeFree(config);
  // The database starts while the rest of the program is read: together they are most of a start.
  const [opened, { createServer }, { startJobs }, { sweepKeys }] = await opening(config);
  try {
    const app = createApp(config, opened.db, undefined, quietLog);
    const existing = await community(opened.db);
    if (!existing && !values.empty) {
      print('Demofællesskabet gøres klar … / Preparing the demo community …');
      const { loadDemo } = await import('../demo/load-demo.ts');
      await loadDemo(app, values.edition ?? '2025');
    } else if (existing && values.edition && values.edition !== existing.edition) {
      print(
        `Fællesskabet findes allerede og følger udgave ${existing.edition}. / The community exists and follows edition ${existing.edition}.`,
      );
    }
    await sweepKeys(app);
    const server = createServer(app);
    await server.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
      throw (error as { code?: string }).code === 'EADDRINUSE' ? portTaken(config) : error;
    });
    const jobs = startJobs(app);
    print(whereToGo(config.baseUrl, await community(opened.db)));
    print(`${await stopped}: Fælled stopper. / Fælled is stopping.`);
    await server.close();
    await jobs.stop();
    return 0;
  } finally {
    await opened.close();
  }
}

async function opening(config: Config) {
  const community = openCommunity(config);
  const program = Promise.all([
    import('../app.ts'),
    import('../jobs/start-jobs.ts'),
    import('../meetings/ballots/keys.ts'),
  ]);
  // Whichever fails is told by the other's wait; neither may fail unheard.
  program.catch(() => undefined);
  const opened = await community;
  return [opened, ...(await program)] as const;
}

/** Only what goes wrong is written, and on one's own machine without a mail server the codes to sign in with. */
const quietLog = {
  info: () => undefined,
  warn: (...words: unknown[]) => console.warn(...words),
  error: (...words: unknown[]) => console.error(...words),
};

const stopSignal = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve(signal));
  });

const portTaken = ({ port, host }: Config): CommandProblem =>
  new CommandProblem({
    da: `Port ${port} på ${host} er optaget. Måske kører Fælled allerede: se http://localhost:${port}. Vælg ellers en anden port: PORT=${port + 1} npm start`,
    en: `Port ${port} on ${host} is taken. Perhaps Fælled already runs: see http://localhost:${port}. Otherwise choose another port: PORT=${port + 1} npm start`,
  });

/**
 * Asked before the database is opened, so that a second start says what is wrong and touches nothing. Waits a moment
 * for a Fælled that is just stopping.
 */
async function portMustBeFree(config: Config): Promise<void> {
  for (let left = 10; !(await isFree(config)); left -= 1) {
    if (left === 0) throw portTaken(config);
    await pause(200);
  }
}

const isFree = ({ port, host }: Config): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const probe = createNetServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
  });
