import { isIPv6 } from 'node:net';
import { sql } from 'kysely';
import type { App } from '../../context.ts';
import { Failure } from '../../deeds/failure.ts';
import { sha256 } from '../../lib/hash.ts';

/** How often something may be tried: `max` times in `minutes`. */
export interface Limit {
  readonly max: number;
  readonly minutes: number;
}

const tooMany = new Failure('too-many', {
  da: 'Der har været for mange forsøg. Vent et kvarter, og prøv igen.',
  en: 'There have been too many attempts. Wait a quarter of an hour and try again.',
});

/**
 * Counts an attempt under a key and stops when there have been too many. Counted in the database, so that several
 * servers count together; attempts that are stopped count too.
 * @throws Failure `too-many`
 */
export async function countAttempt(app: App, key: string, limits: readonly Limit[]): Promise<void> {
  const now = app.clock();
  await app.db.insertInto('sign_in_attempts').values({ key, at: now.toString() }).execute();
  for (const limit of limits) {
    const since = now.subtract({ minutes: limit.minutes }).toString();
    const { n } = await app.db
      .selectFrom('sign_in_attempts')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('key', '=', key)
      .where('at', '>', since)
      .executeTakeFirstOrThrow();
    if (n > limit.max) throw tooMany;
  }
}

/** The key of an e-mail address: a hash, since strangers' addresses may be typed. */
export const emailKey = (what: string, email: string): string => `${what}:e:${sha256(email)}`;

/** The key of a network address; of IPv6 the first 64 bits, which is what one household or office holds. */
export const addressKey = (what: string, ip: string): string => `${what}:a:${isIPv6(ip) ? network(ip) : ip}`;

function network(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1] as string;
  const [head = '', tail = ''] = (ip.split('%')[0] as string).split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const groups = [
    ...left,
    ...Array.from({ length: Math.max(8 - left.length - right.length, 0) }, () => '0'),
    ...right,
  ];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** Forgets what is no longer needed to slow anyone down. */
export async function pruneSignIn(app: App): Promise<void> {
  const now = app.clock();
  const dayAgo = now.subtract({ hours: 25 }).toString();
  await sql`delete from sign_in_attempts where at < ${dayAgo}`.execute(app.db);
  await sql`delete from sign_in_codes where expires_at < ${dayAgo}`.execute(app.db);
  await sql`delete from passkey_challenges where expires_at < ${now.toString()}`.execute(app.db);
}
