import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode, setUp } from './setup.mjs';
import { follow } from './follow.mjs';

// Plain JavaScript for Node 20: installs what is missing, then runs the benchmark on the Node that the packages bring.

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

try {
  setUp();
  await follow(
    spawn(findNode(), ['--import', here('../src/tsx-hook.mjs'), here('../bench/run.ts')], { stdio: 'inherit' }),
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
