#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { follow } from '../scripts/follow.mjs';
import { findNode, setUp } from '../scripts/setup.mjs';

// Plain JavaScript for Node 20: on an old Node this starts itself again on the one that the packages bring; the server
// always does, with limits on its memory.

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The server is asked to live in little memory, without a collection each time it grows while it starts; who needs more says
 * so in NODE_OPTIONS. */
const memory = (command) =>
  command === 'serve' && !/--max-old-space-size/.test(process.env.NODE_OPTIONS ?? '')
    ? [
        '--max-old-space-size=160',
        '--initial-old-space-size=80',
        '--min-semi-space-size=16',
        '--max-semi-space-size=16',
      ]
    : [];

try {
  if (process.env.FAELLED_HANDED_OVER) await run();
  else {
    setUp();
    const node = findNode();
    const flags = memory(process.argv[2]);
    if (node === process.execPath && flags.length === 0) await run();
    else {
      const args = [...flags, here('./faelled.mjs'), ...process.argv.slice(2)];
      const env = { ...process.env, FAELLED_HANDED_OVER: 'yes' };
      await follow(spawn(node, args, { stdio: 'inherit', env }));
    }
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function run() {
  if (process.env.FAELLED_HANDED_OVER || process.env.npm_lifecycle_event) endWithParent();
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

/** Stops in an orderly way when the process that started this one was killed, so that its port is free again. */
function endWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
