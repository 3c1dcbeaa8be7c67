import { isIP } from 'node:net';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { App } from '../../context.ts';
import type { Db } from '../../db/client.ts';
import { newId } from '../../lib/id.ts';
import { dateIn } from '../../lib/time.ts';

const challengeMinutes = 5;

/** Loaded with the first passkey: it is a fifth of what a start would load, and most starts see none. */
const webauthn = () => import('@simplewebauthn/server');

/** The site as WebAuthn knows it; null where browsers allow no passkey: plain http elsewhere than localhost, or an IP address. */
export function relyingParty(app: App): { readonly id: string; readonly origin: string } | null {
  const url = new URL(app.config.baseUrl);
  const safe = url.protocol === 'https:' || url.hostname === 'localhost';
  return safe && isIP(url.hostname.replace(/[[\]]/g, '')) === 0
    ? { id: url.hostname, origin: url.origin }
    : null;
}

type Purpose = 'register' | 'sign-in';

async function keepChallenge(
  app: App,
  challenge: string,
  purpose: Purpose,
  personId: string | null,
): Promise<void> {
  await app.db
    .insertInto('passkey_challenges')
    .values({
      id: newId(),
      challenge,
      purpose,
      person_id: personId,
      expires_at: app.clock().add({ minutes: challengeMinutes }).toString(),
    })
    .execute();
}

/** Whether the challenge was given out for this purpose; it works once. */
const useChallenge = async (
  app: App,
  challenge: string,
  purpose: Purpose,
  personId: string | null,
): Promise<boolean> =>
  (await app.db
    .deleteFrom('passkey_challenges')
    .where('challenge', '=', challenge)
    .where('purpose', '=', purpose)
    .where('person_id', personId === null ? 'is' : '=', personId)
    .where('expires_at', '>', app.clock().toString())
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** What the browser needs to make a passkey for a person; null where passkeys cannot work. */
export async function registrationOptions(
  app: App,
  person: { readonly id: string; readonly name: string; readonly email: string },
  siteName: string,
) {
  const site = relyingParty(app);
  if (!site) return null;
  const had = await app.db
    .selectFrom('passkeys')
    .select(['credential_id', 'transports'])
    .where('person_id', '=', person.id)
    .execute();
  const options = await (
    await webauthn()
  ).generateRegistrationOptions({
    rpName: siteName,
    rpID: site.id,
    userID: new Uint8Array(Buffer.from(person.id)),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: had.map((row) => ({
      id: row.credential_id,
      transports: transportsOf(row.transports),
    })),
  });
  await keepChallenge(app, options.challenge, 'register', person.id);
  return options;
}

/** Verifies a new passkey and keeps it; null when the browser's answer does not hold. */
export async function addPasskey(
  app: App,
  db: Db,
  personId: string,
  name: string,
  response: RegistrationResponseJSON,
): Promise<{ readonly id: string } | null> {
  const site = relyingParty(app);
  if (!site) return null;
  const { verifyRegistrationResponse } = await webauthn();
  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => useChallenge(app, challenge, 'register', personId),
    expectedOrigin: site.origin,
    expectedRPID: site.id,
  }).catch(() => null);
  if (!result?.verified) return null;
  const { credential } = result.registrationInfo;
  const row = await db
    .insertInto('passkeys')
    .values({
      id: newId(),
      person_id: personId,
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: (credential.transports ?? []).join(' '),
      name,
      created_at: app.clock().toString(),
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row ?? null;
}

/** What the browser needs to sign in with any passkey it has for this site; null where passkeys cannot work. */
export async function authenticationOptions(app: App) {
  const site = relyingParty(app);
  if (!site) return null;
  const options = await (
    await webauthn()
  ).generateAuthenticationOptions({ rpID: site.id, userVerification: 'required' });
  await keepChallenge(app, options.challenge, 'sign-in', null);
  return options;
}

/** Verifies a sign-in by passkey: the person's id, or null when it does not hold or the person is closed. */
export async function checkPasskey(app: App, response: AuthenticationResponseJSON): Promise<string | null> {
  const site = relyingParty(app);
  if (!site) return null;
  const now = app.clock();
  const today = dateIn(now);
  const passkey = await app.db
    .selectFrom('passkeys as k')
    .innerJoin('people as p', 'p.id', 'k.person_id')
    .select(['k.id', 'k.person_id', 'k.credential_id', 'k.public_key', 'k.counter', 'k.transports'])
    .where('k.credential_id', '=', response.id)
    .where((eb) => eb.or([eb('p.closed_on', 'is', null), eb('p.closed_on', '>', today)]))
    .executeTakeFirst();
  if (!passkey) return null;
  const { verifyAuthenticationResponse } = await webauthn();
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => useChallenge(app, challenge, 'sign-in', null),
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    credential: {
      id: passkey.credential_id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: passkey.counter,
      transports: transportsOf(passkey.transports),
    },
  }).catch(() => null);
  if (!result?.verified) return null;
  await app.db
    .updateTable('passkeys')
    .set({ counter: result.authenticationInfo.newCounter, used_at: now.toString() })
    .where('id', '=', passkey.id)
    .execute();
  return passkey.person_id;
}

const transportsOf = (kept: string): string[] => kept.split(' ').filter(Boolean);
