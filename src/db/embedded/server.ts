import { spawn } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { lastLine, type Cluster } from './cluster.ts';
import { environment, own } from './run-as.ts';
import { DatabaseUnavailable } from './unavailable.ts';

export const port = 5432;

/** A server process that this process started. */
export interface Launch {
  readonly pid: number | undefined;
  /** Why it ended, or null while it runs. */
  ended(): { readonly complaint: string; readonly locked: boolean } | null;
}

/**
 * Folder of the socket: the data folder itself unless the path is too long for a socket, then a short one named by
 * the folder's number on the disk, so that every process finds the same.
 * @throws DatabaseUnavailable when someone else holds the short folder
 */
export function socketFolder({ folder, runAs }: Cluster): string {
  const longest = process.platform === 'darwin' ? 103 : 107;
  if (Buffer.byteLength(`${folder}/.s.PGSQL.${port}`) <= longest && !/[",]/.test(folder)) return folder;
  const { dev, ino } = statSync(folder);
  const short = `/tmp/faelled-${dev}-${ino}`;
  try {
    mkdirSync(short, { mode: 0o700 });
    own(short, runAs);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const { uid, mode } = statSync(short);
  if (process.getuid?.() === 0 && uid === 0) own(short, runAs);
  else if (uid !== runAs.uid || (mode & 0o077) !== 0)
    throw new DatabaseUnavailable(`${short} belongs to someone else. Use a data folder with a shorter path.`);
  return short;
}

/** Starts the server and does not wait for it; it outlives this process. */
export function launch(cluster: Cluster, socket: string): Launch {
  const { folder, programs, runAs, durable, logFile } = cluster;
  own(folder, runAs);
  const [program, args] = runAs.command(programs.postgres, [
    '-D',
    folder,
    ...settings(socket, durable).flatMap((setting) => ['-c', setting]),
  ]);
  const log = openSync(logFile, 'a');
  const before = fstatSync(log).size;
  const child = spawn(program, args, {
    ...runAs.options,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let ended: ReturnType<Launch['ended']> = null;
  const end = (reason: string): void => {
    const said = readFileSync(logFile).subarray(before).toString('utf8');
    ended = { complaint: lastLine(said) ?? reason, locked: said.includes('lock file') };
  };
  child.once('error', (error) => end(error.message));
  child.once('exit', (code, signal) => end(`ended with ${signal ?? code}`));
  return { pid: child.pid, ended: () => ended };
}

const settings = (socket: string, durable: boolean): readonly string[] => [
  'listen_addresses=',
  `port=${port}`,
  `unix_socket_directories=${socket}`,
  'unix_socket_permissions=0700',
  'max_connections=100',
  'shared_buffers=128MB',
  'timezone=UTC',
  'log_timezone=UTC',
  // a refused statement would carry people's data into the log
  'log_min_messages=log',
  'log_checkpoints=off',
  ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
];

/** The number of the server process that holds the data folder, from its lock file; null when there is none. */
export function serverPid({ folder }: Cluster): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10);
    return Number.isNaN(pid) ? null : pid;
  } catch {
    return null;
  }
}

/**
 * After a crash the lock file may name a number that another program carries by now, and PostgreSQL then waits for
 * ever. Removes the file when no process works in the data folder: PostgreSQL's processes always stand in it.
 */
export function removeStaleLock(cluster: Cluster): void {
  if (process.platform !== 'linux' || serverPid(cluster) === null) return;
  const folder = realpathSync(cluster.folder);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    if (workingFolder(pid) === folder) return;
  rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
}

function workingFolder(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}
