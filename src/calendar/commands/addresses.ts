import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '../../db/client.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { notFound } from '../../deeds/failure.ts';
import { sha256 } from '../../lib/hash.ts';
import { newId } from '../../lib/id.ts';
import { id } from '../../lib/inputs.ts';
import { aboutPerson, lockPerson, personBy } from '../../people/load.ts';
import { madeAnswer, revokedAnswer } from '../answers.ts';
import { calendarPermissions } from '../permissions.ts';

/** A secret address for a calendar program; the one there was for the same meetings stops working. */
export const makeCalendarAddress = defineDeed({
  name: 'make-calendar-address',
  title: { da: 'Lav en kalenderadresse', en: 'Make a calendar address' },
  explains: {
    da: 'Din kalender henter selv møderne på adressen. Den, der har adressen, ser det samme som du; har du allerede en til de samme møder, holder den op med at virke.',
    en: 'Your calendar fetches the meetings at the address by itself. Whoever has the address sees what you see; if you have one for the same meetings, it stops working.',
  },
  done: { da: 'Din kalenderadresse er lavet.', en: 'Your calendar address is made.' },
  api: { method: 'POST', path: '/people/:id/calendar-addresses', status: 201 },
  answers: madeAnswer,
  form: '/people/:id/calendar/new',
  params: z.object({ id: id() }),
  input: z.object({ body: z.union([z.literal(''), id()]).default('') }),
  grounds: calendarPermissions['make-calendar-address'],
  fields: [
    {
      name: 'body',
      kind: 'select',
      label: { da: 'Hvilke møder?', en: 'Which meetings?' },
      hint: {
        da: 'Vælger du ikke et organ, er det alle møder, du er indkaldt til.',
        en: 'If you choose no body, it is all meetings you are called to.',
      },
      options: async ({ db }) =>
        (
          await db
            .selectFrom('bodies')
            .select(['id as value', 'name as label'])
            .where('closed_on', 'is', null)
            .orderBy('name')
            .orderBy('id')
            .limit(1_000)
            .execute()
        ).map(({ value, label }) => ({ value, label })),
    },
  ],
  about: aboutPerson,
  scope: async (db, params) => ({ personId: (await personBy(db, params.id)).id }),
  shownOnce: { address: { da: 'Kalenderadresse', en: 'Calendar address' } },
  run: async ({ app, tx, params, input, now }) => {
    await lockPerson(tx, params.id);
    const bodyId = input.body === '' ? null : input.body;
    if (bodyId !== null) {
      const body = await tx.selectFrom('bodies').select('id').where('id', '=', bodyId).executeTakeFirst();
      if (!body)
        return {
          problems: [
            { path: 'body', says: { da: 'Vælg et organ fra listen.', en: 'Choose a body from the list.' } },
          ],
        };
    }
    await tx
      .updateTable('calendar_feeds')
      .set({ revoked_at: now })
      .where('person_id', '=', params.id)
      .where('body_id', bodyId === null ? 'is' : '=', bodyId)
      .where('revoked_at', 'is', null)
      .execute();
    const token = randomBytes(24).toString('base64url');
    const row = {
      id: newId(),
      person_id: params.id,
      body_id: bodyId,
      token_hash: sha256(token),
      made_at: now,
    };
    await tx.insertInto('calendar_feeds').values(row).execute();
    return {
      output: { id: row.id, address: `${app.config.baseUrl}/calendar/${token}.ics` },
      subject: { kind: 'person', id: params.id },
      after: { calendar: row.id, body: bodyId },
      next: `/people/${params.id}#calendar`,
    };
  },
});

/** The address stops working at once. */
export const revokeCalendarAddress = defineDeed({
  name: 'revoke-calendar-address',
  title: { da: 'Tilbagekald kalenderadressen', en: 'Revoke the calendar address' },
  explains: {
    da: 'Kalendere, der bruger adressen, får ikke flere møder.',
    en: 'Calendars that use the address get no more meetings.',
  },
  done: { da: 'Kalenderadressen er tilbagekaldt.', en: 'The calendar address is revoked.' },
  api: { method: 'DELETE', path: '/calendar-addresses/:id' },
  answers: revokedAnswer,
  form: '/calendar-addresses/:id/revoke',
  params: z.object({ id: id() }),
  input: z.object({}),
  grounds: calendarPermissions['revoke-calendar-address'],
  fields: [],
  about: async (db, params) => aboutPerson(db, { id: (await addressBy(db, params.id)).person_id }),
  scope: async (db, params) => ({ personId: (await addressBy(db, params.id)).person_id }),
  run: async ({ tx, params, now }) => {
    const row = await addressBy(tx, params.id);
    await tx
      .updateTable('calendar_feeds')
      .set({ revoked_at: now })
      .where('id', '=', row.id)
      .where('revoked_at', 'is', null)
      .execute();
    return {
      output: { id: row.id, revokedAt: row.revoked_at ?? now },
      subject: { kind: 'person', id: row.person_id },
      before: { calendar: row.id },
      after: { calendar: row.id, revokedAt: row.revoked_at ?? now },
      next: `/people/${row.person_id}#calendar`,
    };
  },
});

async function addressBy(db: Db, feedId: string) {
  const row = await db
    .selectFrom('calendar_feeds')
    .select(['id', 'person_id', 'revoked_at'])
    .where('id', '=', feedId)
    .executeTakeFirst();
  if (!row) throw notFound({ da: 'Kalenderadressen', en: 'calendar address' });
  return row;
}
