#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { follow } from '../scripts/follow.mjs';
import { findNode, setUp } from '../scripts/setup.mjs';

// Plain JavaScript for Node 20: on an old Node this starts itself again on the one that the packages bring.

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

try {
  setUp();
  const node = findNode();
  if (node === process.execPath) await run();
  else await follow(spawn(node, [here('./faelled.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' }));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function run() {
  process.setSourceMapsEnabled(true);
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(here('../node_modules/.cache/faelled'));
  await import('../src/tsx-hook.mjs');
  const { runCommand } = await import('../src/cli/main.ts');
  try {
    process.exitCode = await runCommand(process.argv.slice(2));
  } catch (error) {
    const foreseen = ['DatabaseUnavailable', 'WrongSettings'].includes(error.name);
    console.error(foreseen ? error.message : error);
    process.exit(1);
  }
}
