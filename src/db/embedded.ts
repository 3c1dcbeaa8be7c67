import { realpathSync } from 'node:fs';
import { Socket } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { prepareCluster, role, type Cluster } from './embedded/cluster.ts';
import { findPrograms } from './embedded/programs.ts';
import { makePassable, runAsWhom } from './embedded/run-as.ts';
import { launch, port, removeStaleLock, serverPid, socketFolder, type Launch } from './embedded/server.ts';
import { DatabaseUnavailable } from './embedded/unavailable.ts';

export { DatabaseUnavailable };

/** A running PostgreSQL of Fælled's own, shared by every process that uses the same data folder. */
export interface Embedded {
  /** Address of the community's database. */
  readonly connectionString: string;
  /** Address of another database of the same server. */
  addressOf(database: string): string;
  /** Whether a server was found running; false when this process started it. */
  readonly joined: boolean;
  /** Lets go of the server; the last process to let go stops it. Close your own connections first. */
  stop(): Promise<void>;
}

/** Each process that uses the server shares this lock; who gets it alone is the last. */
const useLock = 7302;
const database = 'faelled';

/**
 * Starts the embedded PostgreSQL, or joins the one that serves the data folder already: another process's, or one
 * left by a process that was killed. Makes the database the first time.
 * @throws DatabaseUnavailable in one sentence for the person who starts Fælled
 */
export async function startEmbedded(
  dataFolder: string,
  options: { readonly durable?: boolean; readonly onError?: (error: Error) => void } = {},
): Promise<Embedded> {
  makePassable(resolve(dataFolder));
  const folder = realpathSync(dataFolder);
  const programs = findPrograms();
  const cluster = prepareCluster(folder, {
    programs,
    runAs: runAsWhom(programs, folder),
    durable: options.durable ?? true,
  });
  const socket = socketFolder(cluster);
  let hold = await joinOrLaunch(cluster, socket);
  const { joined } = hold;
  let stopping = false;
  const watch = (): void => {
    hold.wire.unref();
    hold.client.once('end', () => {
      if (stopping) return;
      joinOrLaunch(cluster, socket).then(
        (again) => {
          hold = again;
          watch();
        },
        (error: Error) => options.onError?.(error),
      );
    });
  };
  await makeDatabase(hold.client);
  watch();
  const addressOf = (name: string): string =>
    `postgres://${role}@localhost:${port}/${name}?host=${encodeURIComponent(socket)}&sslmode=disable`;
  return {
    connectionString: addressOf(database),
    addressOf,
    joined,
    stop: async () => {
      stopping = true;
      hold.wire.ref();
      await leave(hold.client, cluster);
    },
  };
}

const patience = 120_000;

async function joinOrLaunch(cluster: Cluster, socket: string): Promise<Hold & { readonly joined: boolean }> {
  const begun = performance.now();
  let server: Launch | null = null;
  for (;;) {
    const answer = await join(socket);
    if ('client' in answer) return { ...answer, joined: server?.pid !== serverPid(cluster) };
    if (!answer.worthWaiting) throw new DatabaseUnavailable(cannotUse(cluster, answer.error));
    const waited = performance.now() - begun;
    const ended = server?.ended() ?? null;
    if (ended !== null && !ended.locked)
      throw new DatabaseUnavailable(
        `The database did not start: ${ended.complaint} (see ${cluster.logFile})`,
      );
    if (waited > patience) throw new DatabaseUnavailable(cannotUse(cluster, answer.error));
    if (ended !== null) {
      if (waited > 2000) removeStaleLock(cluster);
      await pause(200);
    }
    if (answer.silent && (server === null || ended !== null)) server = launch(cluster, socket);
    await pause(20);
  }
}

const cannotUse = (cluster: Cluster, error: Error): string =>
  `The database in ${cluster.folder} cannot be used: ${error.message} (see ${cluster.logFile})`;

/** A connection that holds the shared lock; its wire lets the process end while it is unreferenced. */
interface Hold {
  readonly client: pg.Client;
  readonly wire: Socket;
}

type Answer =
  | Hold
  | {
      readonly error: Error;
      /** Nobody listens. */
      readonly silent: boolean;
      readonly worthWaiting: boolean;
    };

async function join(socket: string): Promise<Answer> {
  const wire = new Socket();
  const client = new pg.Client({
    stream: () => wire,
    host: socket,
    port,
    user: role,
    database: 'postgres',
    ssl: false,
    application_name: 'faelled: in use',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`select pg_advisory_lock_shared(${useLock})`);
    return { client, wire };
  } catch (cause) {
    await client.end().catch(() => undefined);
    const error = cause as Error & { code?: string };
    const silent = ['ENOENT', 'ECONNREFUSED'].includes(error.code ?? '');
    // starting, stopping or recovering; or cut off while it stops
    const passing = ['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE', undefined].includes(error.code);
    return { error, silent, worthWaiting: silent || passing };
  }
}

async function makeDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 1) return;
  try {
    await client.query(`create database ${database}`);
  } catch (error) {
    const madeMeanwhile = ['42P04', '23505'].includes((error as { code?: string }).code ?? '');
    if (!madeMeanwhile) throw error;
  }
}

/** Newcomers wait for the lock while the last one stops the server, are cut off, and start it anew. */
async function leave(client: pg.Client, cluster: Cluster): Promise<void> {
  try {
    await client.query(`select pg_advisory_unlock_shared(${useLock})`);
    const { rows } = await client.query<{ last: boolean }>(`select pg_try_advisory_lock(${useLock}) as last`);
    const pid = serverPid(cluster);
    if (rows[0]?.last !== true || pid === null) return;
    process.kill(pid, 'SIGINT');
    for (let left = 1500; left > 0 && serverPid(cluster) === pid; left -= 1) await pause(20);
  } catch {
    // the server is gone already, or someone else stopped it
  } finally {
    await client.end().catch(() => undefined);
  }
}
