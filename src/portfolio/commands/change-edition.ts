import { sql } from 'kysely';
import { z } from 'zod';
import type { Edition } from '../../../rulebook/rule.ts';
import { editions } from '../../../rulebook/editions.ts';
import { rankOf } from '../../../rulebook/judge.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug, line, reason } from '../../lib/inputs.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { lockInitiative, scopeOfInitiative } from '../load.ts';
import { portfolioPermissions } from '../permissions.ts';

/** Requirements that mean the same in both editions: same id and same name. An id alone may have changed meaning. */
export const sameRequirements = (from: Edition, to: Edition): readonly string[] =>
  Object.values(to.requirements)
    .filter((requirement) => {
      const earlier = from.requirements[requirement.id];
      return (
        earlier !== undefined &&
        (earlier.formLabel ?? earlier.label.da) === (requirement.formLabel ?? requirement.label.da)
      );
    })
    .map((requirement) => requirement.id);

/** Moves an initiative to another edition of the rulebook; work already done stands (P9, report §5.1, p. 15). */
export const changeEdition = defineDeed({
  name: 'change-edition',
  title: { da: 'Skift udgave af regelsættet', en: 'Change edition of the rulebook' },
  explains: {
    da: 'Det, der allerede er dokumenteret, følger med, hvor kravet er det samme. Resten bliver stående under den gamle udgave.',
    en: 'What is documented comes along where the requirement is the same. The rest stays under the old edition.',
  },
  done: { da: 'Udgaven er skiftet.', en: 'The edition is changed.' },
  api: { method: 'POST', path: '/initiatives/:id/edition', status: 201 },
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
    const same = sameRequirements(from, to);
    if (same.length > 0) {
      await sql`
        insert into assessments (initiative_id, edition, requirement, voice, verdict, explanation, as_written, planned_for, valid_until,
          checked_on, checked_by, reviewed_by, reviewed_at, changed_at, kept_from)
        select initiative_id, ${to.id}, requirement, voice, verdict, explanation, as_written, planned_for, valid_until,
          checked_on, checked_by, reviewed_by, reviewed_at, ${now}, coalesce(kept_from, edition)
        from assessments where initiative_id = ${initiative.id} and edition = ${from.id} and requirement = any(${same as string[]})
        on conflict do nothing`.execute(tx);
      await sql`
        insert into evidence (id, initiative_id, edition, requirement, voice, title, url, file_hash, file_name, added_by, added_at, restricted)
        select gen_random_uuid(), initiative_id, ${to.id}, requirement, voice, title, url, file_hash, file_name, added_by, added_at, restricted
        from evidence e where initiative_id = ${initiative.id} and edition = ${from.id} and requirement = any(${same as string[]})
          and not exists (select 1 from evidence x where x.initiative_id = e.initiative_id and x.edition = ${to.id}
            and x.requirement = e.requirement and x.voice = e.voice)`.execute(tx);
    }
    await tx
      .updateTable('initiatives')
      .set({ edition: to.id, changed_at: now })
      .where('id', '=', initiative.id)
      .execute();
    return {
      output: { id: initiative.id, slug: initiative.slug, edition: to.id, carriedOver: same },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      before: { edition: from.id },
      after: { edition: to.id, reason: input.reason, carriedOver: same.length },
      edition: to.id,
      next: `/initiatives/${initiative.slug}`,
    };
  },
});
