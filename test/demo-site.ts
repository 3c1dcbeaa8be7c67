import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import type { App } from '../src/context.ts';
import { sha256 } from '../src/lib/hash.ts';
import { newId } from '../src/lib/id.ts';
import { createApp } from '../src/main.ts';
import { cookieName } from '../src/people/session.ts';
import { demoClock, demoDatabase } from './demo-database.ts';
import { freePort } from './site.ts';

/** Local part of a demo person's e-mail: `forretningsleder`. Null is a visitor. */
export type DemoPerson = string | null;

export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  /** The pattern of the route that answered: `/initiatives/:id`. */
  readonly route: string | null;
}

/** The whole server with the demo community. */
export interface DemoSite {
  readonly app: App;
  readonly server: FastifyInstance;
  /** Every route as `GET /initiatives/:id`. */
  readonly routes: readonly string[];
  /** The cookie that signs a demo person in. */
  cookieOf(person: string): Promise<{ readonly name: string; readonly value: string }>;
  /** One request without a socket. */
  send(
    person: DemoPerson,
    method: string,
    path: string,
    more?: { readonly body?: unknown; readonly form?: Readonly<Record<string, string>> },
  ): Promise<Seen>;
  /** Listens on a port of its own and answers with its address. */
  listen(): Promise<string>;
  end(): Promise<void>;
}

/** Copies the demo community into a database of its own and builds the server on it. */
export async function demoSite(edition = '2025'): Promise<DemoSite> {
  const { db, drop } = await demoDatabase(edition);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const app = createApp(readConfig({ PORT: String(port), BASE_URL: url }), db, demoClock, {
    info() {},
    warn() {},
    error: console.error,
  });
  const now = demoClock().toString();
  const server = createServer(app);
  const routes: string[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push(`${one} ${url}`);
  });
  server.addHook('onSend', async (request, reply, payload) => {
    void reply.header('x-route', request.routeOptions.url ?? '');
    return payload;
  });
  await server.ready();
  const cookies = new Map<string, string>();
  const cookieOf = async (person: string) => {
    const name = cookieName(app);
    const known = cookies.get(person);
    if (known) return { name, value: known };
    const { id } = await db
      .selectFrom('people')
      .select('id')
      .where('email', '=', `${person}@demo.example`)
      .executeTakeFirstOrThrow();
    const value = randomBytes(32).toString('base64url');
    cookies.set(person, value);
    await db
      .insertInto('sessions')
      .values({
        id: newId(),
        person_id: id,
        token_hash: sha256(value),
        how: 'demo',
        created_at: now,
        seen_at: now,
        expires_at: '2099-01-01T00:00:00Z',
      })
      .execute();
    return { name, value };
  };
  return {
    app,
    server,
    routes,
    cookieOf,
    send: async (person, method, path, { body, form } = {}) => {
      const cookie = person === null ? null : await cookieOf(person);
      const response = await server.inject({
        method: method as 'GET',
        url: path,
        headers: {
          'sec-fetch-site': 'same-origin',
          ...(cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
        ...(form === undefined ? {} : { payload: new URLSearchParams(form).toString() }),
      });
      return {
        status: response.statusCode,
        headers: response.headers,
        text: response.body,
        route: String(response.headers['x-route'] ?? '') || null,
      };
    },
    listen: async () => {
      await server.listen({ port, host: '127.0.0.1' });
      return url;
    },
    end: async () => {
      await server.close();
      await drop();
    },
  };
}
