import { constants } from 'node:os';

/** Waits for a child that shares the terminal: passes signals on and takes over its exit code, unless one before it failed. */
export function follow(child) {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
    process.on(signal, () => {
      // a terminal has told the child already
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.exitCode ||= code ?? 128 + constants.signals[signal];
      resolve();
    });
  });
}
