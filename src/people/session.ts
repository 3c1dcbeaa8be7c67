import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../context.ts';
import { newId } from '../lib/id.ts';
import { sha256 } from '../lib/hash.ts';
import type { Db } from '../db/client.ts';

/** How long a sign-in lasts, in days. */
export const sessionDays = 30;

const secure = (app: App): boolean => app.config.baseUrl.startsWith('https://');

/** The only cookie there is. The `__Host-` prefix needs https, so a plain-http site uses the bare name. */
export const cookieName = (app: App): string => (secure(app) ? '__Host-faelled' : 'faelled');

/** Makes a session for a person and gives the browser its cookie; only a hash of the token is stored. */
export async function startSession(
  app: App,
  db: Db,
  reply: FastifyReply,
  personId: string,
  how: 'code' | 'passkey' | 'demo' | 'set-up',
  userAgent: string,
): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  const now = app.clock();
  const expires = now.add({ hours: 24 * sessionDays });
  await db
    .insertInto('sessions')
    .values({
      id: newId(),
      person_id: personId,
      token_hash: sha256(token),
      how,
      user_agent: userAgent.slice(0, 300),
      created_at: now.toString(),
      seen_at: now.toString(),
      expires_at: expires.toString(),
    })
    .execute();
  reply.setCookie(cookieName(app), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: secure(app),
    maxAge: sessionDays * 24 * 3600,
  });
}

export interface Credential {
  readonly personId: string;
  readonly via: 'session' | 'token';
  readonly id: string;
}

/** Who a request speaks for: a bearer token, else the session cookie; null for a visitor or a dead credential. */
export async function credentialOf(app: App, request: FastifyRequest): Promise<Credential | null> {
  const now = app.clock().toString();
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '');
  if (bearer) {
    const row = await app.db
      .selectFrom('api_tokens')
      .select(['id', 'person_id', 'used_at'])
      .where('token_hash', '=', sha256(bearer[1] as string))
      .where('revoked_at', 'is', null)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .executeTakeFirst();
    if (!row) return null;
    if (isOld(app, row.used_at))
      await app.db.updateTable('api_tokens').set({ used_at: now }).where('id', '=', row.id).execute();
    return { personId: row.person_id, via: 'token', id: row.id };
  }
  const token = request.cookies[cookieName(app)];
  if (!token) return null;
  const row = await app.db
    .selectFrom('sessions')
    .select(['id', 'person_id', 'seen_at'])
    .where('token_hash', '=', sha256(token))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return null;
  if (isOld(app, row.seen_at))
    await app.db.updateTable('sessions').set({ seen_at: now }).where('id', '=', row.id).execute();
  return { personId: row.person_id, via: 'session', id: row.id };
}

/** When a credential was last used is kept to the quarter of an hour, so that reading a page is not a write. */
const isOld = (app: App, used: string | null): boolean =>
  used === null || Temporal.Instant.compare(used, app.clock().subtract({ minutes: 15 })) < 0;

/** Ends a session at once. */
export async function endSession(app: App, id: string): Promise<void> {
  await app.db
    .updateTable('sessions')
    .set({ revoked_at: app.clock().toString() })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}
