import { once } from 'node:events';
import { createServer as createSocket, type AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { createServer } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import type { App } from '../src/context.ts';
import type { Db } from '../src/db/client.ts';
import { createApp } from '../src/main.ts';
import { freshDatabase } from './database.ts';

/** A running Fælled on a database of its own. */
export interface Site {
  readonly app: App;
  readonly db: Db;
  readonly server: FastifyInstance;
  readonly url: string;
  /** What it has warned of on its console. */
  readonly warnings: readonly string[];
  /** Moves the site's clock. */
  setNow(now: string): void;
  visitor(): Visitor;
  close(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const socket = createSocket();
  socket.listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  socket.close();
  await once(socket, 'close');
  return port;
}

/** Starts a site; `baseUrl` when it shall believe that it is found elsewhere. */
export async function startSite(
  options: {
    readonly smtpUrl?: string;
    readonly baseUrl?: string;
    readonly now?: string;
    /** Other environment variables. */
    readonly settings?: Readonly<Record<string, string>>;
  } = {},
): Promise<Site> {
  const { db, drop } = await freshDatabase();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const config = readConfig({
    PORT: String(port),
    BASE_URL: options.baseUrl ?? url,
    SMTP_URL: options.smtpUrl,
    ...options.settings,
  });
  const warnings: string[] = [];
  let now = options.now ? Temporal.Instant.from(options.now) : null;
  const app = createApp(config, db, () => now ?? Temporal.Now.instant(), {
    info: () => {},
    warn: (...what: unknown[]) => warnings.push(what.join(' ')),
    error: (...what: unknown[]) => console.error(...what),
  });
  const server = createServer(app);
  await server.listen({ port, host: '127.0.0.1' });
  return {
    app,
    db,
    server,
    url,
    warnings,
    setNow: (then) => {
      now = Temporal.Instant.from(then);
    },
    visitor: () => new Visitor(`http://127.0.0.1:${port}`, new URL(config.baseUrl).origin),
    close: async () => {
      await server.close();
      await drop();
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
  readonly headers: Headers;
}

/** A browser with its cookie, as far as a server can tell. */
export class Visitor {
  cookie: string | null = null;
  readonly #address: string;
  readonly #origin: string;
  constructor(address: string, origin: string) {
    this.#address = address;
    this.#origin = origin;
  }

  get(path: string): Promise<Answer> {
    return this.#send(path, { method: 'GET' });
  }

  /** Sends a form. */
  post(path: string, fields: Readonly<Record<string, string>> = {}, origin = this.#origin): Promise<Answer> {
    return this.#send(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    });
  }

  /** Sends JSON to the API, as the browser's session or with a token. */
  json(method: string, path: string, body?: unknown, token?: string): Promise<Answer> {
    return this.#send(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? { origin: this.#origin } : { authorization: `Bearer ${token}` }),
      },
    });
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(this.#address + path, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(this.cookie ? { cookie: this.cookie } : {}) },
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      this.cookie = /Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(set) ? null : pair;
    }
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
      headers: response.headers,
    };
  }
}

export interface Postbox {
  readonly url: string;
  /** Every mail received, in order. */
  readonly mails: readonly ParsedMail[];
  /** Waits until so many mails have come. */
  received(count: number): Promise<readonly ParsedMail[]>;
  close(): Promise<void>;
}

/** A mail server that keeps what it is sent. */
export async function startPostbox(): Promise<Postbox> {
  const mails: ParsedMail[] = [];
  let told: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
        for (const tell of told) tell();
        told = [];
      }, done);
    },
  });
  const port = await freePort();
  await new Promise<void>((ready) => {
    server.listen(port, '127.0.0.1', ready);
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    received: async (count) => {
      while (mails.length < count) await new Promise<void>((tell) => told.push(tell));
      return mails;
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}
