import { spawnSync } from 'node:child_process';

/**
 * `npm run check`: all that must hold before a change is pushed. `npm run check -- types lint` for some of it,
 * `npm run check -- --fast` for all but the tests.
 */
const bin = (name: string, ...args: readonly string[]) => [`node_modules/.bin/${name}`, ...args];
const script = (...args: readonly string[]) => [process.execPath, 'scripts/run.mjs', ...args];
const steps: Readonly<Record<string, { readonly says: string; readonly command: readonly string[] }>> = {
  format: { says: 'run npm run format', command: bin('prettier', '--check', '--log-level=warn', '.') },
  lint: { says: 'see .oxlintrc.json', command: bin('oxlint', '--type-aware', '--quiet') },
  types: { says: 'TypeScript', command: bin('tsc', '-p', '.') },
  imports: { says: 'see scripts/import-rules.ts', command: script('scripts/check-imports.ts') },
  unused: { says: 'remove what nothing uses', command: bin('knip', '--no-progress') },
  generated: { says: 'run npm run generate', command: script('scripts/generate.ts', '--check') },
  tests: { says: 'run npm test', command: [process.execPath, 'scripts/test.mjs'] },
};

process.chdir(new URL('..', import.meta.url).pathname);
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const unknown = wanted.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}. There are ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}
const failed: string[] = [];
for (const [name, { says, command }] of Object.entries(steps)) {
  if (wanted.length > 0 ? !wanted.includes(name) : name === 'tests' && process.argv.includes('--fast'))
    continue;
  const begun = performance.now();
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✔' : '✖'} ${name} (${seconds} s)${status === 0 ? '' : `: ${says}`}`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) process.exitCode = 1;
