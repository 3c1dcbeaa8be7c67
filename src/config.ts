import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** The environment as typed values: the only place that reads it. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** The address people use; cookies, links and sign-in by passkey follow from it. */
  readonly baseUrl: string;
  /** A PostgreSQL of one's own; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** Folder of the embedded database. */
  readonly dataFolder: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Addresses of proxies whose forwarding headers are believed; exact, never a wildcard. */
  readonly trustProxy: readonly string[];
  /** The community's own accessibility statement; null for a page of what is known. */
  readonly accessibilityUrl: string | null;
  /** Where the source of the running version can be had; null for a page that says whom to ask. */
  readonly sourceUrl: string | null;
}

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether people reach it only on the machine it runs on. */
export const isLocal = (config: Pick<Config, 'baseUrl'>): boolean =>
  localHosts.has(new URL(config.baseUrl).hostname);

/** A setting cannot be used; the message has one line for each. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
}

const listed = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const port = { error: 'must be a whole number from 0 to 65535' };

const elsewhere = z
  .url({ protocol: /^https?$/, error: 'must be a full address, such as https://os2.example/statement' })
  .optional();

const schema = z.object({
  PORT: z.coerce.number(port).int(port).min(0, port).max(65_535, port).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'must be an address or a name, such as 127.0.0.1 or 0.0.0.0' })
    .default('127.0.0.1'),
  BASE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be a full address, such as https://faelled.example.org',
      abort: true,
    })
    .refine((address) => new URL(address).pathname === '/', { error: 'must not have a path' })
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'must begin with postgres://' })
    .optional(),
  FAELLED_DATA: z.string().min(1).default('./data'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, { error: 'must begin with smtp:// or smtps://' })
    .optional(),
  ACCESSIBILITY_URL: elsewhere,
  SOURCE_URL: elsewhere,
  MAIL_FROM: z.string().min(3).default('Fælled <faelled@localhost>'),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform(listed)
    .refine((addresses) => addresses.every((address) => isIP(address) !== 0), {
      error: 'must list IP addresses with commas between, each exact',
    }),
});

/**
 * Reads the configuration from environment variables; empty ones count as not set.
 * @throws WrongSettings with one line per wrong variable
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(set);
  if (!result.success) {
    throw new WrongSettings(
      result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
    );
  }
  const env = result.data;
  return {
    port: env.PORT,
    host: env.HOST,
    baseUrl: (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder: resolve(env.FAELLED_DATA),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM,
    trustProxy: env.TRUST_PROXY,
    accessibilityUrl: env.ACCESSIBILITY_URL ?? null,
    sourceUrl: env.SOURCE_URL ?? null,
  };
}
