import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../src/app.ts';
import { sha256 } from '../src/lib/hash.ts';
import { newId } from '../src/lib/id.ts';
import { cookieName } from '../src/people/session.ts';
import { assertDeclared } from './declared-answers.ts';
import type { Person, TestCommunity } from './community.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  /** The answer as it came: a file. */
  readonly bytes: Buffer;
  json<T = Record<string, unknown>>(): T;
}

export interface Http {
  readonly server: FastifyInstance;
  /** Every route as `GET /initiatives/:id`. */
  readonly routes: readonly string[];
  /** An API request as a person, by bearer token; an answer must be what its operation declares. */
  api(
    person: Person | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** A page as a person, by session cookie. */
  get(person: Person | null, path: string, headers?: Record<string, string>): Promise<Answer>;
  /** A form as a browser without JavaScript sends it. */
  post(
    person: Person | null,
    path: string,
    form: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** A form with one file, as a browser without JavaScript sends it. */
  upload(
    person: Person | null,
    path: string,
    file: { readonly field: string; readonly name: string; readonly bytes: Uint8Array },
    form?: Record<string, string>,
  ): Promise<Answer>;
  end(): Promise<void>;
}

/** The whole server on a test community, without a socket. */
export async function serve(c: TestCommunity): Promise<Http> {
  const server = createServer(c.app);
  const routes: string[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push(`${one} ${url}`);
  });
  await server.ready();
  const tokens = new Map<Person, string>();
  const sessions = new Map<Person, string>();
  const now = c.app.clock().toString();
  const tokenOf = async (person: Person): Promise<string> => {
    const known = tokens.get(person);
    if (known) return known;
    const token = randomBytes(32).toString('base64url');
    tokens.set(person, token);
    await c.app.db
      .insertInto('api_tokens')
      .values({
        id: newId(),
        person_id: c.people[person],
        name: 'test',
        token_hash: sha256(token),
        created_at: now,
      })
      .execute();
    return token;
  };
  const sessionOf = async (person: Person): Promise<string> => {
    const known = sessions.get(person);
    if (known) return known;
    const token = randomBytes(32).toString('base64url');
    sessions.set(person, token);
    await c.app.db
      .insertInto('sessions')
      .values({
        id: newId(),
        person_id: c.people[person],
        token_hash: sha256(token),
        how: 'code',
        created_at: now,
        seen_at: now,
        expires_at: '2099-01-01T00:00:00Z',
      })
      .execute();
    return token;
  };
  const send = async (
    method: string,
    url: string,
    headers: Record<string, string>,
    payload?: string | Buffer,
  ): Promise<Answer> => {
    const response = await server.inject({
      method: method as 'GET',
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      bytes: response.rawPayload,
      json: <T>() => JSON.parse(response.body) as T,
    };
  };
  return {
    server,
    routes,
    api: async (person, method, path, body, headers = {}) => {
      const answer = await send(
        method,
        `/api/v1${path}`,
        {
          ...(person ? { authorization: `Bearer ${await tokenOf(person)}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      );
      assertDeclared(method, path, answer);
      return answer;
    },
    get: async (person, path, headers = {}) =>
      send('GET', path, {
        ...(person ? { cookie: `${cookieName(c.app)}=${await sessionOf(person)}` } : {}),
        ...headers,
      }),
    post: async (person, path, form, headers = {}) =>
      send(
        'POST',
        path,
        {
          ...(person ? { cookie: `${cookieName(c.app)}=${await sessionOf(person)}` } : {}),
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
        new URLSearchParams(form).toString(),
      ),
    upload: async (person, path, file, form = {}) => {
      const part = (disposition: string, content: string | Uint8Array) => [
        Buffer.from(`--part\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`),
        Buffer.from(content),
        Buffer.from('\r\n'),
      ];
      return send(
        'POST',
        path,
        {
          ...(person ? { cookie: `${cookieName(c.app)}=${await sessionOf(person)}` } : {}),
          'content-type': 'multipart/form-data; boundary=part',
          'sec-fetch-site': 'same-origin',
        },
        Buffer.concat([
          ...Object.entries(form).flatMap(([name, value]) => part(`name="${name}"`, value)),
          ...part(`name="${file.field}"; filename="${file.name}"`, file.bytes),
          Buffer.from('--part--\r\n'),
        ]),
      );
    },
    end: async () => server.close(),
  };
}
