import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../site.ts';

const program = fileURLToPath(new URL('./child.ts', import.meta.url));

export interface Server {
  readonly base: string;
  /** Kills it as the machine would: no signal that it could answer. Resolves when it is gone. */
  kill(): Promise<void>;
}

/** Servers on one database, one after the other: the next has its program read while this one works. */
export class Servers {
  readonly #environment: Readonly<Record<string, string>>;
  #spare: Promise<{ readonly child: ChildProcess; readonly port: number }>;

  constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment;
    this.#spare = this.#prepare();
  }

  /** Lets the one that stands ready begin, and answers when it listens. */
  async start(): Promise<Server> {
    const { child, port } = await this.#spare;
    const gone = once(child, 'exit');
    const listening = once(child, 'message');
    child.send('begin');
    await Promise.race([
      listening,
      gone.then(() => {
        throw new Error('a server ended while it started');
      }),
    ]);
    this.#spare = this.#prepare();
    return {
      base: `http://127.0.0.1:${port}`,
      kill: async () => {
        child.kill('SIGKILL');
        await gone;
      },
    };
  }

  /** Ends the one that stands ready. */
  async end(): Promise<void> {
    const { child } = await this.#spare;
    child.kill('SIGKILL');
  }

  async #prepare() {
    const port = await freePort();
    const child = fork(program, {
      env: { ...process.env, ...this.#environment, PORT: String(port), HOST: '127.0.0.1' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await once(child, 'message');
    return { child, port };
  }
}
