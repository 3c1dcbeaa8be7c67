import { randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { App } from '../../context.ts';
import { newId } from '../../lib/id.ts';
import { dateIn } from '../../lib/time.ts';
import { codeMail } from './mails.ts';
import { countAttempt, emailKey, pruneSignIn } from './throttle.ts';

/** How long a code works, and how many wrong guesses end it. */
export const codeMinutes = 10;
export const maxAttempts = 5;

const derive = promisify(scrypt) as (code: string, salt: string, length: number) => Promise<Buffer>;
/** Slow on purpose: a six-digit code must not be guessed from its hash while it works. */
const hashOf = async (id: string, code: string): Promise<string> =>
  (await derive(code, id, 32)).toString('hex');

/**
 * Makes a one-time code for an e-mail address and sends it when a person has that address. The answer is the same
 * whether or not one does, and so is the work before it; the mail goes off afterwards.
 * @returns the id of the request, which the code is given with
 * @throws Failure `too-many`
 */
export async function requestCode(app: App, email: string): Promise<string> {
  await countAttempt(app, emailKey('code', email), [
    { max: 5, minutes: 15 },
    { max: 20, minutes: 24 * 60 },
  ]);
  await pruneSignIn(app);
  const id = newId();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const now = app.clock();
  const [hash, person] = await Promise.all([hashOf(id, code), personWith(app, email)]);
  await app.db
    .insertInto('sign_in_codes')
    .values({
      id,
      email,
      code_hash: hash,
      created_at: now.toString(),
      expires_at: now.add({ minutes: codeMinutes }).toString(),
    })
    .execute();
  if (person) {
    const mail = codeMail(person.language === 'en' ? 'en' : 'da', code, app.config.baseUrl);
    app.mailer
      .send({ to: email, ...mail })
      .catch((error: unknown) => app.log.error({ err: error }, 'a sign-in code could not be sent'));
  }
  return id;
}

/**
 * Checks a code. Each check counts, and a code works once.
 * @returns the person's id; null when the code is wrong, used, too old or tried too often
 */
export async function checkCode(app: App, requestId: string, code: string): Promise<string | null> {
  const now = app.clock().toString();
  const row = await app.db
    .updateTable('sign_in_codes')
    .set({ attempts: sql<number>`attempts + 1` })
    .where('id', '=', requestId)
    .where('attempts', '<', maxAttempts)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['email', 'code_hash'])
    .executeTakeFirst();
  const given = Buffer.from(await hashOf(requestId, code));
  const kept = Buffer.from(row?.code_hash ?? '0'.repeat(64));
  if (!timingSafeEqual(given, kept) || !row) return null;
  const used = await app.db
    .updateTable('sign_in_codes')
    .set({ used_at: now })
    .where('id', '=', requestId)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return used ? ((await personWith(app, row.email))?.id ?? null) : null;
}

/** The person with an e-mail address who may sign in today. */
export const personWith = (app: App, email: string) => {
  const today = dateIn(app.clock());
  return app.db
    .selectFrom('people')
    .select(['id', 'language'])
    .where('email', '=', email)
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', today)]))
    .executeTakeFirst();
};
