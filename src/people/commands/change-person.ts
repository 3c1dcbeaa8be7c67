import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { email, id, idOrSlug, line, oneOf } from '../../lib/inputs.ts';
import { emailTaken, employer, personFields } from '../inputs.ts';
import { aboutPerson, lockPerson, personBy, personFacts, personSnapshot } from '../load.ts';
import { peoplePermissions } from '../permissions.ts';
import { languages } from '../vocabulary.ts';
import { addressChangedMail } from '../sign-in/mails.ts';
import { personKept } from '../answers.ts';

/** Corrects what is known about a person. Whoever's address changes is told at the old one, since it is the way in. */
export const changePerson = defineDeed({
  name: 'change-person',
  title: { da: 'Ret personen', en: 'Change the person' },
  explains: {
    da: 'Skifter e-mailen, får den gamle adresse besked, for det er den, man logger ind med.',
    en: 'If the e-mail changes, the old address is told, for it is what one signs in with.',
  },
  done: { da: 'Personen er rettet.', en: 'The person is changed.' },
  api: { method: 'PATCH', path: '/people/:id' },
  answers: personKept,
  form: '/people/:id/edit',
  params: z.object({ id: id() }),
  input: z.object({
    name: line(120).optional(),
    email: email().optional(),
    organisation: idOrSlug().nullish(),
    language: oneOf(languages).optional(),
  }),
  grounds: peoplePermissions['change-person'],
  fields: personFields,
  about: aboutPerson,
  scope: async (db, params) => ({ personId: (await personBy(db, params.id)).id }),
  prefill: async (db, params) => {
    const row = await personBy(db, params.id);
    return { name: row.name, email: row.email, organisation: row.organisation_id, language: row.language };
  },
  run: async ({ app, tx, params, input, today }) => {
    const row = await lockPerson(tx, params.id);
    const address = input.email ?? row.email;
    const taken = await emailTaken(tx, address, row.id);
    if (taken) return { problems: [taken] };
    const asked = input.organisation === undefined ? row.organisation_id : input.organisation;
    const organisation = await employer(tx, asked, today, row.organisation_id);
    if ('problem' in organisation) return { problems: [organisation.problem] };
    const after = {
      ...row,
      name: input.name ?? row.name,
      email: address,
      language: input.language ?? row.language,
      organisation_id: organisation.row?.id ?? null,
    };
    await tx
      .updateTable('people')
      .set({
        name: after.name,
        email: after.email,
        language: after.language,
        organisation_id: after.organisation_id,
      })
      .where('id', '=', row.id)
      .execute();
    const moved = after.email !== row.email;
    return {
      output: personFacts(after, organisation.row),
      subject: { kind: 'person', id: row.id },
      before: personSnapshot(row),
      after: { ...personSnapshot(after), ...(moved ? { emailChanged: true } : {}) },
      next: `/people/${row.id}`,
      ...(moved && app.mailer.canSend
        ? {
            afterwards: () =>
              app.mailer.send({
                to: row.email,
                ...addressChangedMail(after.language === 'en' ? 'en' : 'da', app.config.baseUrl),
              }),
          }
        : {}),
    };
  },
});
