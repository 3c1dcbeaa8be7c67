import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { follow } from './follow.mjs';
import { findNode, setUp } from './setup.mjs';

// Plain JavaScript for Node 20: `node scripts/run.mjs FILE ARGUMENTS` installs what is missing, then runs a
// TypeScript file on the Node that the packages bring.

const hook = fileURLToPath(new URL('../src/tsx-hook.mjs', import.meta.url));
const [file, ...args] = process.argv.slice(2);

try {
  setUp();
  const program = ['--enable-source-maps', `--import=${hook}`, resolve(file), ...args];
  await follow(spawn(findNode(), program, { stdio: 'inherit' }));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
