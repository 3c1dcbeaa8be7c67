import { constants } from 'node:os';
import { run } from 'node:test';
import report from './reporter.mjs';

/**
 * Runs test files in the order given, each in a process of its own: `node --test` would sort them by name, and the
 * longest, begun last, would run alone. Takes the options of `run` as JSON. Told to stop, it stops them too.
 */
const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
  process.on(signal, () => {
    process.exitCode = 128 + constants.signals[signal];
    stop.abort();
  });
const events = run({ ...JSON.parse(process.argv[2]), execArgv: process.execArgv, signal: stop.signal });
events.on('test:fail', () => {
  process.exitCode ||= 1;
});
events.compose(report).pipe(process.stdout);
