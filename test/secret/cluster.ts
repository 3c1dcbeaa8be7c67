import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** PostgreSQL refuses to run as root; "nobody" owns nothing else that matters. */
const runAs = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Folder of a whole PostgreSQL with `pg_dump` and `pg_waldump`, which the embedded one lacks; null without one. */
export const programs = (): string | null =>
  globSync('/usr/lib/postgresql/*/bin')
    .filter((folder) => ['initdb', 'pg_dump', 'pg_waldump'].every((name) => existsSync(join(folder, name))))
    .toSorted()
    .at(-1) ?? null;

/** A PostgreSQL of the test's own, that writes every statement into its log and keeps all of its write-ahead log. */
export interface Cluster {
  readonly url: string;
  /** All of a database as `pg_dump` writes it: what a backup holds. */
  dump(database: string): string;
  /** What `pg_waldump` tells of a stretch of the write-ahead log. */
  wal(from: string, to: string): string;
  /** The bytes of the whole write-ahead log. */
  walBytes(): Buffer;
  /** All that the server has logged. */
  log(): string;
  stop(): Promise<void>;
}

export async function startCluster(folder: string): Promise<Cluster> {
  const place = mkdtempSync(join(tmpdir(), 'faelled-secret-'));
  if (runAs.uid !== undefined) chownSync(place, runAs.uid, runAs.gid);
  const data = join(place, 'data');
  const logFile = join(place, 'log');
  const run = (program: string, args: readonly string[]) =>
    execFileSync(join(folder, program), args, {
      ...runAs,
      env: environment,
      cwd: place,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  run('initdb', [
    '-D',
    data,
    '-U',
    'faelled',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: place,
    fsync: 'off',
    wal_keep_size: '1GB',
    log_statement: 'all',
    log_min_duration_statement: '0',
    logging_collector: 'on',
    log_directory: place,
    log_filename: 'log',
  };
  const server: ChildProcess = spawn(
    join(folder, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...runAs, env: environment, cwd: place, stdio: 'ignore' },
  );
  const ready = () =>
    spawnSync(join(folder, 'pg_isready'), ['-q', '-h', place], { env: environment }).status === 0;
  for (let tries = 0; !ready(); tries += 1) {
    if (tries > 200 || server.exitCode !== null) throw new Error('PostgreSQL did not start');
    await pause(50);
  }
  return {
    url: `postgres://faelled@localhost:5432/postgres?host=${encodeURIComponent(place)}&sslmode=disable`,
    dump: (database) => run('pg_dump', ['-h', place, '-U', 'faelled', database]),
    wal: (from, to) => run('pg_waldump', ['-p', join(data, 'pg_wal'), '-s', from, '-e', to]),
    walBytes: () =>
      Buffer.concat(
        globSync(join(data, 'pg_wal', '0*'))
          .toSorted()
          .map((file) => readFileSync(file)),
      ),
    log: () => readFileSync(logFile, 'utf8'),
    stop: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGINT');
      await gone;
      rmSync(place, { recursive: true, force: true });
    },
  };
}
