import type { InjectOptions } from 'fastify';
import pg from 'pg';
import { createServer } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/client.ts';
import { createApp } from '../src/main.ts';
import { placing, reads } from './addresses.ts';
import type { Prepared } from './prepare.ts';

/** One statement as the real server sent it. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Recording {
  /** Length of the answer in bytes: the baseline answers as much. */
  readonly bytes: number;
  readonly statements: readonly Statement[];
}

/** Runs each address once in the real server and notes every statement it sends to the database. */
export async function capture(prepared: Prepared): Promise<Readonly<Record<string, Recording>>> {
  const noted: Statement[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function note(this: pg.Client, ...args: unknown[]) {
    const [text, values] = args as [string, unknown[]];
    if (typeof text === 'string') noted.push({ text, values: Array.isArray(values) ? [...values] : [] });
    return Reflect.apply(original, this, args) as never;
  } as typeof original;
  const db = openDatabase({ connectionString: prepared.url }, { max: 1 });
  const server = createServer(createApp(readConfig({ PORT: '0' }), db));
  try {
    const recordings: Record<string, Recording> = {};
    const note = async (name: string, request: InjectOptions) => {
      noted.length = 0;
      const answer = await server.inject(request);
      if (answer.statusCode >= 300)
        throw new Error(`${name} answers ${answer.statusCode}: ${answer.body.slice(0, 300)}`);
      recordings[name] = { bytes: answer.rawPayload.length, statements: [...noted] };
    };
    for (const [name, url] of Object.entries(reads(prepared.sample))) {
      await server.inject({ url });
      await note(name, { url });
    }
    const idea = prepared.ideas[0];
    if (!idea) throw new Error('there is no idea to place');
    const { path, body } = placing(idea);
    const headers = { authorization: `Bearer ${prepared.token}` };
    await note('placing an idea (write)', { method: 'POST', url: path, headers, payload: body });
    return recordings;
  } finally {
    pg.Client.prototype.query = original;
    await server.close();
    await db.destroy();
  }
}
