import { spawn } from 'node:child_process';
import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { follow } from '../follow.mjs';
import { reaches } from './imports.mjs';

/**
 * `npm test`, `npm test -- src/cases src/web` for the files whose path contains one of these,
 * `npm test -- --database` for those that use a database. `npm run coverage` fails where too little is covered: the
 * rulebook by its own tests (every line, 95 % of branches), all code by all tests (90 % of lines).
 * TEST_DATABASE_URL names a PostgreSQL to make test databases on; without it an embedded one lives as long as the run.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
await main();

async function main() {
  const args = process.argv.slice(2);
  const filters = args.filter((arg) => !arg.startsWith('--'));
  const uses = (file, helper) => reaches(join(root, file), join(root, 'test', helper));
  const browser = new Set();
  const files = globSync('{rulebook,src,test,bench,scripts}/**/*.test.{ts,tsx}')
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
    .filter((file) => !args.includes('--database') || uses(file, 'database.ts'));
  for (const file of files) if (uses(file, 'chromium.ts')) browser.add(file);
  if (files.length === 0) return fail('No test file has a path like that.');
  if (browser.size > 0) {
    const { findChromium } = await import('../../test/chromium.ts');
    try {
      findChromium();
    } catch (error) {
      return fail(error.message);
    }
  }
  // the longest first, so that the last ones are short
  const order = [...files.filter((file) => browser.has(file)), ...files.filter((file) => !browser.has(file))];
  const database = await startDatabase();
  const run = (coverage, tests) =>
    follow(
      spawn(process.execPath, [...flags(coverage), ...tests], {
        stdio: 'inherit',
        env: {
          ...process.env,
          TEST_DATABASE_URL: database.connectionString,
          NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/faelled'),
        },
      }),
    );
  try {
    if (!args.includes('--coverage')) return await run([], order);
    await run(
      coverageOf(['rulebook'], { lines: 100, branches: 95 }),
      order.filter((file) => /^(rulebook|test\/rulebook)\//.test(file)),
    );
    if (process.exitCode) return;
    await run(coverageOf(['rulebook', 'src'], { lines: 90 }), order);
  } finally {
    await database.stop();
  }
}

function coverageOf(folders, least) {
  return [
    '--experimental-test-coverage',
    ...folders.map((folder) => `--test-coverage-include=${folder}/**`),
    '--test-coverage-exclude=**/*.test.*',
    ...Object.entries(least).map(([what, percent]) => `--test-coverage-${what}=${percent}`),
  ];
}

function flags(coverage) {
  return [
    '--test',
    `--test-concurrency=${Math.max(2, availableParallelism())}`,
    `--test-reporter=${join(root, 'scripts/tests/reporter.mjs')}`,
    '--test-reporter-destination=stdout',
    '--enable-source-maps',
    `--import=${join(root, 'src/tsx-hook.mjs')}`,
    ...coverage,
  ];
}

async function startDatabase() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { connectionString: given, stop: async () => undefined };
  const { startEmbedded } = await import('../../src/db/embedded.ts');
  const folder = mkdtempSync(join(tmpdir(), 'faelled-test-run-'));
  chmodSync(folder, 0o755);
  const embedded = await startEmbedded(folder, { durable: false });
  return {
    connectionString: embedded.connectionString,
    stop: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
