import { randomBytes } from 'node:crypto';
import type { Db } from '../db/client.ts';
import { newId } from '../lib/id.ts';
import { sha256 } from '../lib/hash.ts';

/**
 * Makes a bearer token for the API; only its hash is stored, so this is the one time it can be read.
 * `expiresAt` is an instant, or null for a token that lives until it is revoked.
 */
export async function makeToken(
  db: Db,
  wanted: { readonly personId: string; readonly name: string; readonly expiresAt: string | null },
  now: string,
): Promise<{ readonly id: string; readonly token: string }> {
  const token = `faelled_${randomBytes(32).toString('base64url')}`;
  const row = { id: newId(), token };
  await db
    .insertInto('api_tokens')
    .values({
      id: row.id,
      person_id: wanted.personId,
      name: wanted.name,
      token_hash: sha256(token),
      created_at: now,
      expires_at: wanted.expiresAt,
    })
    .execute();
  return row;
}
