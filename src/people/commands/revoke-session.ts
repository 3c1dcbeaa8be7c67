import { z } from 'zod';
import type { Db } from '../../db/client.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { notFound } from '../../deeds/failure.ts';
import { id } from '../../lib/inputs.ts';
import { aboutPerson } from '../load.ts';
import { peoplePermissions } from '../permissions.ts';
import { sessionRevoked } from '../answers.ts';

/** Signs a browser out from afar: the phone that was lost, the computer in the meeting room. */
export const revokeSession = defineDeed({
  name: 'revoke-session',
  title: { da: 'Log browseren ud', en: 'Sign the browser out' },
  explains: {
    da: 'Den browser er logget ud med det samme. Er det den, du sidder ved, skal du logge ind igen.',
    en: 'That browser is signed out at once. If it is the one you are using, you sign in again.',
  },
  done: { da: 'Browseren er logget ud.', en: 'The browser is signed out.' },
  api: { method: 'DELETE', path: '/sessions/:id' },
  answers: sessionRevoked,
  form: '/sessions/:id/revoke',
  params: z.object({ id: id() }),
  input: z.object({}),
  grounds: peoplePermissions['revoke-session'],
  fields: [],
  about: async (db, params) => aboutPerson(db, { id: (await sessionBy(db, params.id)).person_id }),
  scope: async (db, params) => ({ personId: (await sessionBy(db, params.id)).person_id }),
  run: async ({ tx, params, now }) => {
    const row = await sessionBy(tx, params.id);
    await tx
      .updateTable('sessions')
      .set({ revoked_at: now })
      .where('id', '=', row.id)
      .where('revoked_at', 'is', null)
      .execute();
    return {
      output: { id: row.id, revokedAt: row.revoked_at ?? now },
      subject: { kind: 'person', id: row.person_id },
      before: { session: row.id, revokedAt: row.revoked_at },
      after: { session: row.id, revokedAt: row.revoked_at ?? now },
      next: `/people/${row.person_id}#sessions`,
    };
  },
});

async function sessionBy(db: Db, sessionId: string) {
  const row = await db
    .selectFrom('sessions')
    .select(['id', 'person_id', 'revoked_at'])
    .where('id', '=', sessionId)
    .executeTakeFirst();
  if (!row) throw notFound({ da: 'Sessionen', en: 'session' });
  return row;
}
