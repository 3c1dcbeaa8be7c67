import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { email, idOrSlug, line, oneOf, tick } from '../../lib/inputs.ts';
import { emailTaken, employer, personFields } from '../inputs.ts';
import { personFacts, personSnapshot } from '../load.ts';
import { peoplePermissions } from '../permissions.ts';
import { languages } from '../vocabulary.ts';
import { personKept } from '../answers.ts';

/** Puts a person on record, who can then sign in. A person has no rights before a seat or a role gives some. */
export const registerPerson = defineDeed({
  name: 'register-person',
  title: { da: 'Registrér person', en: 'Register a person' },
  explains: {
    da: 'Personen kan logge ind med sin e-mail. Rettigheder følger af pladser i organer og roller i initiativer; om en projektleder er certificeret eller har dokumenteret erfaring, skrives ved udpegningen.',
    en: 'The person can sign in with the e-mail. Rights follow from seats in bodies and roles in initiatives; whether a project manager is certified or has documented experience is recorded with the appointment.',
  },
  done: { da: 'Personen er registreret.', en: 'The person is registered.' },
  api: { method: 'POST', path: '/people', status: 201 },
  answers: personKept,
  form: '/people/new',
  params: z.object({}),
  input: z.object({
    name: line(120),
    email: email(),
    organisation: idOrSlug().optional(),
    language: oneOf(languages).default('da'),
    operator: tick(),
  }),
  grounds: peoplePermissions['register-person'],
  fields: [
    ...personFields,
    {
      name: 'operator',
      kind: 'checkbox',
      label: { da: 'Teknisk konto', en: 'Technical account' },
      hint: {
        da: 'For dem, der driver serveren. Kontoen beslutter intet, kan ikke få plads eller rolle og ser ingen personer.',
        en: 'For those who run the server. The account decides nothing, can have no seat or role, and sees no people.',
      },
    },
  ],
  scope: async () => ({}),
  prefill: async () => ({ language: 'da' }),
  run: async ({ tx, input, now, today }) => {
    const taken = await emailTaken(tx, input.email, null);
    if (taken) return { problems: [taken] };
    const organisation = await employer(tx, input.organisation, today);
    if ('problem' in organisation) return { problems: [organisation.problem] };
    const row = {
      id: newId(),
      name: input.name,
      email: input.email,
      organisation_id: organisation.row?.id ?? null,
      language: input.language,
      operator: input.operator,
      closed_on: null,
      recorded_at: now,
    };
    await tx.insertInto('people').values(row).execute();
    return {
      output: personFacts(row, organisation.row),
      subject: { kind: 'person', id: row.id },
      after: personSnapshot(row),
      next: `/people/${row.id}`,
    };
  },
});
