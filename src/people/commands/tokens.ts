import { z } from 'zod';
import type { Db } from '../../db/client.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { notFound } from '../../deeds/failure.ts';
import { id, isoDate, line } from '../../lib/inputs.ts';
import { plusDays, startOf } from '../../lib/time.ts';
import { aboutPerson, personBy } from '../load.ts';
import { makeToken as storeToken } from '../make-token.ts';
import { peoplePermissions } from '../permissions.ts';
import { tokenMade, tokenRevoked } from '../answers.ts';

/** A token lets a program of one's own do, through the API, what one may do oneself. It can be read this once only. */
export const makeToken = defineDeed({
  name: 'make-token',
  title: { da: 'Lav et token', en: 'Make a token' },
  explains: {
    da: 'Et program, der har dit token, kan gøre det samme som du. Giv det et navn, så du kan kende det igen, og tilbagekald det, når det ikke bruges.',
    en: 'A program that has your token can do what you can. Name it so that you know it again, and revoke it when it is no longer used.',
  },
  done: { da: 'Dit token er lavet.', en: 'Your token is made.' },
  api: { method: 'POST', path: '/people/:id/tokens', status: 201 },
  answers: tokenMade,
  form: '/people/:id/tokens/new',
  params: z.object({ id: id() }),
  input: z.object({ name: line(100), lastDay: isoDate().optional() }),
  grounds: peoplePermissions['make-token'],
  fields: [
    {
      name: 'name',
      kind: 'text',
      label: { da: 'Hvad bruges det til?', en: 'What is it for?' },
      hint: { da: 'F.eks. rapport hver mandag', en: 'For example the report every Monday' },
      required: true,
    },
    {
      name: 'lastDay',
      kind: 'date',
      label: { da: 'Sidste dag, det virker', en: 'Last day it works' },
      hint: { da: 'Tomt: til du tilbagekalder det', en: 'Empty: until you revoke it' },
    },
  ],
  about: aboutPerson,
  scope: async (db, params) => ({ personId: (await personBy(db, params.id)).id }),
  shownOnce: { token: { da: 'Token', en: 'Token' } },
  run: async ({ tx, params, input, now, today }) => {
    if (input.lastDay !== undefined && input.lastDay < today)
      return {
        problems: [
          { path: 'lastDay', says: { da: 'Dagen er allerede gået.', en: 'The day has already passed.' } },
        ],
      };
    const expiresAt = input.lastDay === undefined ? null : startOf(plusDays(input.lastDay, 1));
    const made = await storeToken(tx, { personId: params.id, name: input.name, expiresAt }, now);
    return {
      output: { id: made.id, name: input.name, expiresAt, token: made.token },
      subject: { kind: 'person', id: params.id },
      after: { token: made.id, name: input.name, expiresAt },
      next: `/people/${params.id}#tokens`,
    };
  },
});

/** A token stops working at once. */
export const revokeToken = defineDeed({
  name: 'revoke-token',
  title: { da: 'Tilbagekald tokenet', en: 'Revoke the token' },
  explains: {
    da: 'Programmer, der bruger det, afvises fra nu af.',
    en: 'Programs that use it are turned away from now on.',
  },
  done: { da: 'Tokenet er tilbagekaldt.', en: 'The token is revoked.' },
  api: { method: 'DELETE', path: '/tokens/:id' },
  answers: tokenRevoked,
  form: '/tokens/:id/revoke',
  params: z.object({ id: id() }),
  input: z.object({}),
  grounds: peoplePermissions['revoke-token'],
  fields: [],
  about: async (db, params) => aboutPerson(db, { id: (await tokenBy(db, params.id)).person_id }),
  scope: async (db, params) => ({ personId: (await tokenBy(db, params.id)).person_id }),
  run: async ({ tx, params, now }) => {
    const row = await tokenBy(tx, params.id);
    await tx
      .updateTable('api_tokens')
      .set({ revoked_at: now })
      .where('id', '=', row.id)
      .where('revoked_at', 'is', null)
      .execute();
    return {
      output: { id: row.id, name: row.name, revokedAt: row.revoked_at ?? now },
      subject: { kind: 'person', id: row.person_id },
      before: { token: row.id, name: row.name, revokedAt: row.revoked_at },
      after: { token: row.id, name: row.name, revokedAt: row.revoked_at ?? now },
      next: `/people/${row.person_id}#tokens`,
    };
  },
});

async function tokenBy(db: Db, tokenId: string) {
  const row = await db
    .selectFrom('api_tokens')
    .select(['id', 'person_id', 'name', 'revoked_at'])
    .where('id', '=', tokenId)
    .executeTakeFirst();
  if (!row) throw notFound({ da: 'Tokenet', en: 'token' });
  return row;
}
