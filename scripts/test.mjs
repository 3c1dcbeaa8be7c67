import { spawn } from 'node:child_process';
import { findNode, setUp } from './setup.mjs';
import { follow } from './follow.mjs';

// Plain JavaScript for Node 20: installs what is missing, then runs the tests on the Node that the packages bring.

try {
  setUp();
  const node = findNode();
  if (node === process.execPath) await import('./tests/run.mjs');
  else await follow(spawn(node, process.argv.slice(1), { stdio: 'inherit' }));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
