import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { App } from '../context.ts';
import type { Db } from '../db/client.ts';
import { isId } from '../lib/id.ts';
import { kindOf } from './kinds.ts';
import { topics, type Topic } from './vocabulary.ts';

const purpose = 'unsubscribe';

/** This installation's key for such links, made the first time it is asked for. */
async function keyOf(db: Db, now: Temporal.Instant): Promise<Buffer> {
  const find = () =>
    db.selectFrom('signing_keys').select('key').where('purpose', '=', purpose).executeTakeFirst();
  const known = await find();
  if (known) return known.key;
  await db
    .insertInto('signing_keys')
    .values({ purpose, key: randomBytes(32), made_at: now.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return ((await find()) as { key: Buffer }).key;
}

const signed = (key: Buffer, personId: string, topic: string): Buffer =>
  createHmac('sha256', key).update(`${purpose} ${personId} ${topic}`).digest();

/** A link's proof that it was made here for this person and this topic. It turns mails off and does nothing else. */
export async function unsubscribeToken(
  db: Db,
  personId: string,
  topic: Topic,
  now: Temporal.Instant,
): Promise<string> {
  const signature = signed(await keyOf(db, now), personId, topic).toString('base64url');
  return `${personId}.${topic}.${signature}`;
}

/** Whom and what a token is about; null when it was not made here. */
export async function readToken(
  db: Db,
  token: string,
  now: Temporal.Instant,
): Promise<{ readonly personId: string; readonly topic: Topic } | null> {
  const [personId = '', topic = '', signature = '', more] = token.split('.');
  if (more !== undefined || !isId(personId) || !Object.hasOwn(topics, topic)) return null;
  const right = signed(await keyOf(db, now), personId, topic);
  const given = Buffer.from(signature, 'base64url');
  return given.length === right.length && timingSafeEqual(given, right)
    ? { personId, topic: topic as Topic }
    : null;
}

/** Headers by which a mail program turns off such mails with one click (RFC 2369 and 8058). A notice has none. */
export async function unsubscribeHeaders(
  app: Pick<App, 'db' | 'config'>,
  letter: { readonly person_id: string; readonly kind: string; readonly notice: boolean },
  now: Temporal.Instant,
): Promise<Record<string, string>> {
  const { topic } = kindOf(letter.kind);
  if (letter.notice || topic === null) return {};
  const token = await unsubscribeToken(app.db, letter.person_id, topic, now);
  return {
    'List-Unsubscribe': `<${app.config.baseUrl}/unsubscribe/${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
