import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { freshDatabase } from '../test/database.ts';

const target = 'src/db/types.ts';
const program = fileURLToPath(new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url));

/** The tables as types, read from a database that the migrations have made. */
export async function dbTypes(): Promise<Record<string, string>> {
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'faelled-types-'));
  const file = join(folder, 'types.ts');
  try {
    await promisify(execFile)(process.execPath, [
      program,
      '--dialect=postgres',
      `--url=${database.url}`,
      `--out-file=${file}`,
      '--exclude-pattern=migrations',
      // as the client reads them: src/db/client.ts
      '--type-mapping={"timestamptz":"string","date":"string","int8":"number"}',
      '--log-level=error',
    ]);
    const text = readFileSync(file, 'utf8');
    return { [target]: await format(text, { ...(await resolveConfig(target)), parser: 'typescript' }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  }
}
