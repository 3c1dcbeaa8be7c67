import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
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

/** What a page looks like does not depend on the database: seen once, on the embedded one. */
const looks = ['test/accessibility.test.ts'];

const flags = ['--enable-source-maps', `--import=${join(root, 'src/tsx-hook.mjs')}`];

async function main() {
  const args = process.argv.slice(2);
  const filters = args.filter((arg) => !arg.startsWith('--'));
  /** Tells the templates of this run from those of others on the same server. */
  const runId = randomBytes(4).toString('hex');
  const uses = (file, helper) => reaches(join(root, file), join(root, 'test', helper));
  const files = globSync('{rulebook,src,test,bench,scripts}/**/*.test.{ts,tsx}')
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
    .filter((file) => !args.includes('--database') || (uses(file, 'database.ts') && !looks.includes(file)));
  if (files.length === 0) return fail('No test file has a path like that.');
  if (files.some((file) => uses(file, 'chromium.ts'))) {
    const { findChromium } = await import('../../test/chromium.ts');
    try {
      findChromium();
    } catch (error) {
      return fail(error.message);
    }
  }
  // the longest first, so that none of them runs alone in the end
  const order = [
    (file) => uses(file, 'demo-site.ts'),
    (file) => uses(file, 'chromium.ts'),
    (file) => uses(file, 'database.ts'),
    () => true,
  ].reduce(
    (ordered, first) => [...ordered, ...files.filter((file) => !ordered.includes(file) && first(file))],
    [],
  );
  const run = (tests, coverage = {}) =>
    follow(
      spawn(
        process.execPath,
        [
          ...flags,
          join(root, 'scripts/tests/in-order.mjs'),
          JSON.stringify({
            files: tests.map((file) => join(root, file)),
            concurrency: Math.max(2, availableParallelism()),
            ...coverage,
          }),
        ],
        {
          stdio: 'inherit',
          env: {
            ...process.env,
            TEST_DATABASE_URL: database.connectionString,
            TEST_RUN: runId,
            NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/faelled'),
          },
        },
      ),
    );
  const database = await startDatabase(runId);
  try {
    if (!args.includes('--coverage')) return await run(order);
    await run(
      order.filter((file) => /^(rulebook|test\/rulebook)\//.test(file)),
      coverageOf(['rulebook'], { lineCoverage: 100, branchCoverage: 95 }),
    );
    await run(order, coverageOf(['rulebook', 'src'], { lineCoverage: 90 }));
  } finally {
    await database.stop();
  }
}

const coverageOf = (folders, least) => ({
  coverage: true,
  coverageIncludeGlobs: folders.map((folder) => `${folder}/**`),
  coverageExcludeGlobs: ['**/*.test.*'],
  ...least,
});

async function startDatabase(runId) {
  const given = process.env.TEST_DATABASE_URL;
  if (given)
    return {
      connectionString: given,
      stop: async () => {
        const { dropNamed, templatesOf } = await import('../../test/database.ts');
        await dropNamed(templatesOf(runId), given);
      },
    };
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

await main();
