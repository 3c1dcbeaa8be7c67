import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Programs } from './programs.ts';
import { environment, own, type RunAs } from './run-as.ts';
import { DatabaseUnavailable } from './unavailable.ts';

/** A database folder, ready to be served. */
export interface Cluster {
  /** PostgreSQL's own data folder. */
  readonly folder: string;
  /** What PostgreSQL has to say is appended here. */
  readonly logFile: string;
  readonly programs: Programs;
  readonly runAs: RunAs;
  /** Whether a commit waits for the disk; only tests may do without. */
  readonly durable: boolean;
}

/** The only role: everyone who can reach the socket is the community's own software. */
export const role = 'faelled';

/**
 * Makes the cluster unless it is there. It is made aside and moved into place, so that a half-made one is never
 * served and two first starts may race.
 * @throws DatabaseUnavailable when it cannot be made, belongs to someone else or to another version
 */
export function prepareCluster(dataFolder: string, parts: Omit<Cluster, 'folder' | 'logFile'>): Cluster {
  const cluster = {
    ...parts,
    folder: join(dataFolder, 'postgres'),
    logFile: join(dataFolder, 'postgres.log'),
  };
  if (!existsSync(cluster.folder)) create(dataFolder, cluster);
  const owner = statSync(cluster.folder).uid;
  const self = process.getuid?.();
  if (self !== 0 && owner !== self)
    throw new DatabaseUnavailable(
      `${cluster.folder} belongs to another user (number ${owner}). ` +
        'Start Fælled as the user who made it, or choose another folder with FAELLED_DATA.',
    );
  const version = readFileSync(join(cluster.folder, 'PG_VERSION'), 'utf8').trim();
  if (version !== cluster.programs.major)
    throw new DatabaseUnavailable(
      `${cluster.folder} was made by PostgreSQL ${version}; this is ${cluster.programs.major}. ` +
        'Start the Fælled that made it, export the community, and import it here.',
    );
  return cluster;
}

function create(dataFolder: string, { folder, programs, runAs, durable }: Cluster): void {
  removeUnfinished(dataFolder);
  const unfinished = join(dataFolder, `.unfinished-${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    own(unfinished, runAs);
    const [program, args] = runAs.command(programs.initdb, [
      `--pgdata=${unfinished}`,
      `--username=${role}`,
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync']),
    ]);
    const made = spawnSync(program, args, {
      ...runAs.options,
      cwd: '/',
      env: environment,
      encoding: 'utf8',
    });
    if (made.status !== 0)
      throw new DatabaseUnavailable(
        `The database could not be made in ${dataFolder}: ${lastLine(made.stderr) ?? made.error?.message ?? 'initdb failed'}`,
      );
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    const madeMeanwhile = ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '');
    if (!madeMeanwhile) throw error;
  }
}

/** Removes what a killed first start left; its name carries the process. */
function removeUnfinished(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const maker = /^\.unfinished-(\d+)-/.exec(name)?.[1];
    if (maker !== undefined && !isAlive(Number(maker)))
      rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** PostgreSQL's complaint: the last line that says something is fatal, else the last line. */
export function lastLine(text: string | null | undefined): string | null {
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '');
  return (
    lines.findLast((line) => /\b(FATAL|PANIC|error|could not)\b/.test(line))?.trim() ??
    lines.at(-1)?.trim() ??
    null
  );
}
