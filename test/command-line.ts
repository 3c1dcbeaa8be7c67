import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../bin/faelled.mjs', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export type Environment = Readonly<Record<string, string>>;

const begin = (args: readonly string[], environment: Environment): ChildProcess =>
  spawn(process.execPath, [program, ...args], {
    env: { ...process.env, DATABASE_URL: '', LANG: 'en_GB.UTF-8', LC_ALL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs `faelled` with arguments until it ends. */
export async function faelled(args: readonly string[], environment: Environment = {}): Promise<Ran> {
  const child = begin(args, environment);
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

export interface Serving {
  readonly base: string;
  readonly port: number;
  /** What it has printed so far. */
  printed(): string;
  /** Sends a signal and waits for the end; answers with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `faelled serve` and waits until it says where it runs. */
export async function serving(args: readonly string[], environment: Environment): Promise<Serving> {
  const port = await freePort();
  const child = begin(['serve', ...args], { ...environment, PORT: String(port), HOST: '127.0.0.1' });
  let printed = '';
  const ready = new Promise<void>((resolve, reject) => {
    const read = (text: string) => {
      printed += text;
      if (printed.includes('Stop: Ctrl+C')) resolve();
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${printed}`)));
  });
  await ready;
  return {
    base: `http://127.0.0.1:${port}`,
    port,
    printed: () => printed,
    stop: async (signal = 'SIGTERM') => {
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill(signal);
      return (await ended)[0];
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address !== 'object') throw new Error('no free port');
  return address.port;
}
