import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { id } from '../../lib/inputs.ts';
import { communityEdition } from '../../rules/community.ts';
import { resentAnswer } from '../answers.ts';
import { letterPermissions } from '../permissions.ts';
import { letterDetails } from '../queries.ts';

/** A mail that could not be sent is tried again, when its cause has been looked after. */
export const resendLetter = defineDeed({
  name: 'resend-letter',
  title: { da: 'Prøv at sende igen', en: 'Try to send again' },
  explains: {
    da: 'Mailen sendes til modtagerens nuværende adresse. Er adressen forkert, så ret den først på personens side.',
    en: 'The mail goes to the recipient’s present address. If the address is wrong, correct it first on the person’s page.',
  },
  done: { da: 'Mailen er lagt i udbakken igen.', en: 'The mail is in the outbox again.' },
  api: { method: 'POST', path: '/letters/:id/sending' },
  answers: resentAnswer,
  form: '/letters/:id/resend',
  params: z.object({ id: id() }),
  input: z.object({}),
  grounds: letterPermissions['resend-letter'],
  fields: [],
  about: async (db, params) => ({
    href: `/letters/${params.id}`,
    label: (await letterDetails(db, params.id)).subject,
  }),
  scope: async () => ({}),
  run: async ({ tx, params, now }) => {
    const letter = await letterDetails(tx, params.id);
    const changed = await tx
      .updateTable('letters')
      .set({ status: 'waiting', way: 'at-once', attempts: 0, problem: '', due_at: now, ended_at: null })
      .where('id', '=', letter.id)
      .where('status', '=', 'failed')
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n)
      return {
        refused: [
          {
            rule: 'letter.resend',
            says: {
              da: 'Kun en mail, der ikke kunne sendes, kan sendes igen.',
              en: 'Only a mail that could not be sent can be sent again.',
            },
            source: { edition: await communityEdition(tx), document: 'Fælled', section: 'Mails' },
            because: {
              da: 'Mailen er sendt, venter på at blive det eller er ikke længere til nytte.',
              en: 'The mail has been sent, waits to be, or is no longer of use.',
            },
            cure: {
              da: 'Skriv til personen selv, hvis noget mangler.',
              en: 'Write to the person yourself if something is missing.',
            },
          },
        ],
      };
    return {
      output: { id: letter.id, status: 'waiting' },
      subject: { kind: 'letter', id: letter.id },
      before: { status: 'failed', attempts: letter.attempts },
      after: { status: 'waiting' },
      next: `/letters/${letter.id}`,
    };
  },
});
