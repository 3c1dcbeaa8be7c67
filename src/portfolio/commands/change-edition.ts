import { z } from 'zod';
import { editions } from '../../../rulebook/editions.ts';
import { rankOf } from '../../../rulebook/judge.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug, line, reason } from '../../lib/inputs.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { carryWork } from '../carry-work.ts';
import { lockInitiative, scopeOfInitiative } from '../load.ts';
import { portfolioPermissions } from '../permissions.ts';
import { editionChanged } from '../answers.ts';

/** Moves an initiative to another edition of the rulebook; work already done stands (P9, report §5.1, p. 15). */
export const changeEdition = defineDeed({
  name: 'change-edition',
  title: { da: 'Skift udgave af regelsættet', en: 'Change edition of the rulebook' },
  explains: {
    da: 'Det, der allerede er dokumenteret, følger med, hvor kravet føres videre. Resten bliver stående under den gamle udgave, og der spørges kun om forskellen.',
    en: 'What is documented comes along where the requirement is carried on. The rest stays under the old edition; only the difference is asked for.',
  },
  done: { da: 'Udgaven er skiftet.', en: 'The edition is changed.' },
  api: { method: 'POST', path: '/initiatives/:id/edition', status: 201 },
  answers: editionChanged,
  form: '/initiatives/:id/change-edition',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ edition: line(40), reason: reason() }),
  grounds: portfolioPermissions['change-edition'],
  fields: [
    {
      name: 'edition',
      kind: 'select',
      label: { da: 'Udgave', en: 'Edition' },
      required: true,
      options: editions.map((edition) => ({ value: edition.id, label: edition.name })),
    },
    { name: 'reason', kind: 'textarea', label: { da: 'Begrundelse', en: 'Reason' }, required: true },
  ],
  scope: (db, { id }) => scopeOfInitiative(db, id),
  run: async ({ tx, params, input, now }) => {
    const initiative = await lockInitiative(tx, params.id);
    const to = editions.find((edition) => edition.id === input.edition);
    if (!to || to.id === initiative.edition)
      return {
        problems: [
          {
            path: 'edition',
            says: { da: 'Vælg en anden udgave, der findes.', en: 'Choose another edition that exists.' },
          },
        ],
      };
    const from = editionOf(initiative.edition);
    if (initiative.level !== null && rankOf(to, initiative.level) < 0) {
      return {
        problems: [
          {
            path: 'edition',
            says: {
              da: 'Initiativets niveau findes ikke i den udgave. Skift niveau først.',
              en: 'That edition lacks the initiative’s level. Change the level first.',
            },
          },
        ],
      };
    }
    const carriedOver = await carryWork(tx, initiative.id, from, to, now);
    await tx
      .updateTable('initiatives')
      .set({ edition: to.id, changed_at: now })
      .where('id', '=', initiative.id)
      .execute();
    return {
      output: { id: initiative.id, slug: initiative.slug, edition: to.id, carriedOver },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      before: { edition: from.id },
      after: { edition: to.id, reason: input.reason, carriedOver },
      edition: to.id,
      next: `/initiatives/${initiative.slug}`,
    };
  },
});
