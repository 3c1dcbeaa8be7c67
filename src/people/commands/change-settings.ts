import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { id, oneOf } from '../../lib/inputs.ts';
import { languageField } from '../inputs.ts';
import { aboutPerson, lockPerson, personBy, personSnapshot } from '../load.ts';
import { peoplePermissions } from '../permissions.ts';
import { languages } from '../vocabulary.ts';
import { settingsChanged } from '../answers.ts';

/** What a person decides alone: the language of mails. Name, e-mail and organisation are the secretariat's to keep. */
export const changeSettings = defineDeed({
  name: 'change-settings',
  title: { da: 'Ret mine indstillinger', en: 'Change my settings' },
  explains: {
    da: 'Er navn, e-mail eller organisation forkert, så skriv til sekretariatet.',
    en: 'If your name, e-mail or organisation is wrong, write to the secretariat.',
  },
  done: { da: 'Dine indstillinger er rettet.', en: 'Your settings are changed.' },
  api: { method: 'PATCH', path: '/people/:id/settings' },
  answers: settingsChanged,
  form: '/people/:id/settings',
  params: z.object({ id: id() }),
  input: z.object({ language: oneOf(languages) }),
  grounds: peoplePermissions['change-settings'],
  fields: [{ ...languageField, required: true }],
  about: aboutPerson,
  scope: async (db, params) => ({ personId: (await personBy(db, params.id)).id }),
  prefill: async (db, params) => ({ language: (await personBy(db, params.id)).language }),
  run: async ({ tx, params, input }) => {
    const row = await lockPerson(tx, params.id);
    await tx.updateTable('people').set({ language: input.language }).where('id', '=', row.id).execute();
    return {
      output: { id: row.id, language: input.language },
      subject: { kind: 'person', id: row.id },
      before: personSnapshot(row),
      after: personSnapshot({ ...row, language: input.language }),
      next: `/people/${row.id}`,
    };
  },
});
