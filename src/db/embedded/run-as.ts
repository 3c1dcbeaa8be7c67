import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Programs } from './programs.ts';
import { DatabaseUnavailable } from './unavailable.ts';

/** How PostgreSQL's programs are started, since they refuse to run as root. */
export interface RunAs {
  /** Owner of the database's files. */
  readonly uid: number;
  readonly command: (program: string, args: readonly string[]) => readonly [string, readonly string[]];
  readonly options: { readonly uid?: number; readonly gid?: number };
}

/** "nobody": owns nothing else that matters. */
const nobody = 65_534;

/** Nothing of the caller's environment reaches PostgreSQL. */
export const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Ordinary users run PostgreSQL as themselves. Root runs it as the user whose data it is; as nobody where nobody can
 * reach programs and data; else as itself under another number in a user namespace (a project under /root, say).
 * @throws DatabaseUnavailable when root can do neither
 */
export function runAsWhom(programs: Programs, dataFolder: string): RunAs {
  const self = process.getuid?.() ?? -1;
  if (self !== 0) return { uid: self, command: (program, args) => [program, args], options: {} };
  const owner = statSync(join(dataFolder, 'postgres'), { throwIfNoEntry: false });
  if (owner && owner.uid !== 0 && owner.uid !== nobody) {
    const asOwner = as(owner.uid, owner.gid);
    if (canRun(programs, asOwner, ['-D', join(dataFolder, 'postgres'), '-C', 'port'])) return asOwner;
  }
  const asNobody = as(nobody, nobody);
  if (reachableByAll(dataFolder) && canRun(programs, asNobody)) return asNobody;
  const inNamespace: RunAs = {
    uid: 0,
    command: (program, args) => [
      'unshare',
      ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, program, ...args],
    ],
    options: {},
  };
  if (canRun(programs, inNamespace)) return inNamespace;
  throw new DatabaseUnavailable(
    `PostgreSQL refuses to run as root, and no other user may enter ${blockedFolder(dataFolder) ?? programs.folder}. ` +
      'Start Fælled as an ordinary user, move it and its data to folders everyone may enter, or set DATABASE_URL.',
  );
}

const as = (uid: number, gid: number): RunAs => ({
  uid,
  command: (program, args) => [program, args],
  options: { uid, gid },
});

/** Makes the folder and what is missing above it, open for everyone to pass through. */
export function makePassable(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let place = folder; place.length >= first.length; place = dirname(place)) chmodSync(place, 0o755);
}

/** Gives a folder and all in it to the user PostgreSQL runs as; needs root where that is another user. */
export function own(folder: string, { uid }: RunAs): void {
  if (statSync(folder).uid === uid) return;
  const give = (place: string): void => {
    chownSync(place, uid, uid);
    if (!lstatSync(place).isDirectory()) return;
    for (const name of readdirSync(place)) give(join(place, name));
  };
  give(folder);
}

function canRun(programs: Programs, runAs: RunAs, asked: readonly string[] = ['--version']): boolean {
  const [program, args] = runAs.command(programs.postgres, asked);
  return (
    spawnSync(program, args, { ...runAs.options, cwd: '/', env: environment, stdio: 'ignore' }).status === 0
  );
}

const reachableByAll = (folder: string): boolean => blockedFolder(folder) === null;

function blockedFolder(folder: string): string | null {
  for (let place = resolve(folder); ; place = dirname(place)) {
    if ((statSync(place).mode & 0o001) === 0) return place;
    if (place === dirname(place)) return null;
  }
}
