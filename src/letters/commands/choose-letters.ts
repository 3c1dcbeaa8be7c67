import { z } from 'zod';
import type { Tx } from '../../db/client.ts';
import { defineDeed, type Field } from '../../deeds/deed.ts';
import { id, oneOf } from '../../lib/inputs.ts';
import { aboutPerson, lockPerson, personBy } from '../../people/load.ts';
import { choicesAnswer } from '../answers.ts';
import { letterPermissions } from '../permissions.ts';
import { choicesOf } from '../queries.ts';
import { hows, topics, type How, type Topic } from '../vocabulary.ts';

const names = Object.keys(topics) as Topic[];
const options = Object.entries(hows).map(([value, label]) => ({ value, label }));

/** A person decides how mails come: at once, gathered, or not at all. */
export const chooseLetters = defineDeed({
  name: 'choose-letters',
  title: { da: 'Vælg, hvilke mails jeg får', en: 'Choose which mails I get' },
  explains: {
    da: 'Meddelelser efter vedtægterne, f.eks. indkaldelse til generalforsamling, kommer altid og med det samme. Det samme gør koder til at logge ind. Resten vælger du.',
    en: 'Notices by the statutes, such as the call to a general assembly, always come, and at once. So do codes to sign in with. The rest is your choice.',
  },
  done: { da: 'Dine valg er gemt.', en: 'Your choices are saved.' },
  api: { method: 'PATCH', path: '/people/:id/letters' },
  answers: choicesAnswer,
  form: '/people/:id/letters',
  params: z.object({ id: id() }),
  input: z.object(
    Object.fromEntries(names.map((topic) => [topic, oneOf(hows).optional()])) as Record<
      Topic,
      z.ZodOptional<z.ZodEnum<{ [K in How]: K }>>
    >,
  ),
  grounds: letterPermissions['choose-letters'],
  fields: names.map((topic): Field => ({
    name: topic,
    kind: 'select',
    label: topics[topic].name,
    options,
    required: true,
  })),
  about: aboutPerson,
  scope: async (db, params) => ({ personId: (await personBy(db, params.id)).id }),
  prefill: async (db, params) =>
    Object.fromEntries((await choicesOf(db, params.id)).map(({ topic, how }) => [topic, how])),
  run: async ({ tx, params, input, now }) => {
    await lockPerson(tx, params.id);
    const before = await choicesOf(tx, params.id);
    for (const { topic, how } of before) {
      const wanted = input[topic];
      if (wanted !== undefined && wanted !== how) await keepChoice(tx, params.id, topic, wanted, now);
    }
    const choices = await choicesOf(tx, params.id);
    return {
      output: { choices },
      subject: { kind: 'person', id: params.id },
      before: { letters: Object.fromEntries(before.map(({ topic, how }) => [topic, how])) },
      after: { letters: Object.fromEntries(choices.map(({ topic, how }) => [topic, how])) },
      next: `/people/${params.id}/letters`,
    };
  },
});

/** Writes down how a person wants mails about a topic. */
export const keepChoice = (tx: Tx, personId: string, topic: Topic, how: How, now: string) =>
  tx
    .insertInto('letter_choices')
    .values({ person_id: personId, topic, how, changed_at: now })
    .onConflict((conflict) => conflict.columns(['person_id', 'topic']).doUpdateSet({ how, changed_at: now }))
    .execute();
