import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Load, Measured } from './load.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export interface Served {
  readonly base: string;
  /** Seconds from starting the process to its first answer. */
  readonly startUp: number;
  /** Resident memory in MB now, and at most so far; null where the system does not tell. */
  memory(): { readonly now: number; readonly peak: number } | null;
  stop(): Promise<void>;
}

/** The real server on a database, by the command everyone uses. */
export async function serveFaelled(databaseUrl: string): Promise<Served> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [here('../bin/faelled.mjs'), 'serve'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), HOST: '127.0.0.1', BASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const base = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`${base}/products`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) break;
    if (answer) throw new Error(`/products answers ${answer.status}`);
    await pause(10);
  }
  return {
    base,
    startUp: (performance.now() - begun) / 1000,
    memory: () => memoryOf(child),
    stop: () => stop(child),
  };
}

/** The baseline in a process of its own. */
export async function serveBaseline(planFile: string): Promise<Served> {
  const child = spawn(process.execPath, [here('./baseline.ts'), planFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    base: `http://127.0.0.1:${port}`,
    startUp: 0,
    memory: () => memoryOf(child),
    stop: () => stop(child),
  };
}

/** Load from a process of its own. */
export async function put(load: Load): Promise<Measured> {
  const child = spawn(process.execPath, [here('./load.ts'), JSON.stringify(load)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`load ended with ${code}`);
  return JSON.parse(output) as Measured;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address !== 'object') throw new Error('no free port');
  return address.port;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Memory of the process that serves: the one that the command handed over to. */
function memoryOf(child: ChildProcess): { now: number; peak: number } | null {
  try {
    const own = child.pid as number;
    const handedOver = readFileSync(`/proc/${own}/task/${own}/children`, 'utf8').trim().split(' ')[0];
    const status = readFileSync(`/proc/${handedOver || own}/status`, 'utf8');
    const megabytes = (name: string) =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
  } catch {
    return null;
  }
}
