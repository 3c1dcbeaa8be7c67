import { z } from 'zod';
import type { Refusal } from '../../../rulebook/rule.ts';
import type { Db } from '../../db/client.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { notFound } from '../../deeds/failure.ts';
import { id } from '../../lib/inputs.ts';
import { aboutPerson, lockPerson } from '../load.ts';
import { peoplePermissions } from '../permissions.ts';
import { passkeyRemoved } from '../answers.ts';

/** Takes a passkey away, unless that would lock its owner out: where no mail is sent, the last one is the only way in. */
export const removePasskey = defineDeed({
  name: 'remove-passkey',
  title: { da: 'Fjern adgangsnøglen', en: 'Remove the passkey' },
  explains: {
    da: 'Enheden kan ikke længere logge dig ind. Slet også nøglen på selve enheden.',
    en: 'The device can no longer sign you in. Delete the key on the device itself too.',
  },
  done: { da: 'Adgangsnøglen er fjernet.', en: 'The passkey is removed.' },
  api: { method: 'DELETE', path: '/passkeys/:id' },
  answers: passkeyRemoved,
  form: '/passkeys/:id/remove',
  params: z.object({ id: id() }),
  input: z.object({}),
  grounds: peoplePermissions['remove-passkey'],
  fields: [],
  about: async (db, params) => aboutPerson(db, { id: (await passkeyBy(db, params.id)).person_id }),
  scope: async (db, params) => ({ personId: (await passkeyBy(db, params.id)).person_id }),
  run: async ({ app, tx, params, edition }) => {
    const row = await passkeyBy(tx, params.id);
    await lockPerson(tx, row.person_id);
    const others = await tx
      .selectFrom('passkeys')
      .select('id')
      .where('person_id', '=', row.person_id)
      .where('id', '<>', row.id)
      .executeTakeFirst();
    if (!others && !app.mailer.canSend) return { refused: [lastWayIn(edition)] };
    await tx.deleteFrom('passkeys').where('id', '=', row.id).execute();
    return {
      output: { id: row.id, name: row.name },
      subject: { kind: 'person', id: row.person_id },
      before: { passkey: row.id, name: row.name },
      after: null,
      next: `/people/${row.person_id}#passkeys`,
    };
  },
});

const lastWayIn = (edition: string): Refusal => ({
  rule: 'person.last-way-in',
  says: {
    da: 'Den sidste måde at logge ind på kan ikke fjernes.',
    en: 'The last way to sign in cannot be removed.',
  },
  source: { edition, document: 'Fælled', section: 'Personer' },
  because: {
    da: 'Serveren sender ikke koder på e-mail, og du har kun denne adgangsnøgle.',
    en: 'The server sends no codes by e-mail, and this is your only passkey.',
  },
  cure: {
    da: 'Lav en adgangsnøgle mere, f.eks. på en anden enhed, og fjern så denne.',
    en: 'Make another passkey, on another device for example, then remove this one.',
  },
});

async function passkeyBy(db: Db, passkeyId: string) {
  const row = await db
    .selectFrom('passkeys')
    .select(['id', 'person_id', 'name'])
    .where('id', '=', passkeyId)
    .executeTakeFirst();
  if (!row) throw notFound({ da: 'Adgangsnøglen', en: 'passkey' });
  return row;
}
