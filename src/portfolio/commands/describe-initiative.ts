import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { id, idOrSlug, line, editedLine, editedProse } from '../../lib/inputs.ts';
import { organisationOptions } from '../../members/options.ts';
import { initiativeBy, lockInitiative, scopeOfInitiative, type Initiative } from '../load.ts';
import { portfolioPermissions } from '../permissions.ts';
import { initiativeDescribed } from '../answers.ts';

const described = (row: Initiative) => ({
  name: row.name,
  summary: row.summary,
  idea: row.idea,
  purpose: row.purpose,
  solution: row.solution,
  interfaces: row.interfaces,
  localValue: row.local_value,
  valueForOthers: row.value_for_others,
  licence: row.licence,
  coordinatingOrganisation: row.coordinating_organisation_id,
});

/** Purpose, solution, interfaces and value, in the initiative's own words (report §5.3.1–5.3.2, p. 17–18). */
export const describeInitiative = defineDeed({
  name: 'describe-initiative',
  title: { da: 'Ret beskrivelsen', en: 'Edit the description' },
  explains: {
    da: 'Beskrivelsen er offentlig. Skriv, så en kollega i en anden kommune kan bruge den.',
    en: 'The description is public. Write so that a colleague elsewhere can use it.',
  },
  done: { da: 'Beskrivelsen er gemt.', en: 'The description is saved.' },
  api: { method: 'PATCH', path: '/initiatives/:id' },
  answers: initiativeDescribed,
  form: '/initiatives/:id/edit',
  params: z.object({ id: idOrSlug() }),
  input: z.object({
    name: line(120).optional(),
    summary: line(400).optional(),
    idea: editedProse(),
    purpose: editedProse(),
    solution: editedProse(),
    interfaces: editedProse(),
    localValue: editedProse(),
    valueForOthers: editedProse(),
    licence: editedLine(100),
    coordinatingOrganisation: id().nullish(),
  }),
  grounds: portfolioPermissions['describe-initiative'],
  fields: [
    { name: 'name', kind: 'text', label: { da: 'Navn', en: 'Name' }, required: true },
    {
      name: 'summary',
      kind: 'text',
      label: { da: 'Hvad er det, i én sætning?', en: 'What is it, in one sentence?' },
      required: true,
    },
    { name: 'idea', kind: 'textarea', label: { da: 'Idéen', en: 'The idea' } },
    { name: 'purpose', kind: 'textarea', label: { da: 'Formål', en: 'Purpose' } },
    { name: 'solution', kind: 'textarea', label: { da: 'Løsningen', en: 'The solution' } },
    {
      name: 'interfaces',
      kind: 'textarea',
      label: { da: 'Snitflader til andre systemer', en: 'Interfaces to other systems' },
    },
    { name: 'localValue', kind: 'textarea', label: { da: 'Lokal værdi', en: 'Local value' } },
    { name: 'valueForOthers', kind: 'textarea', label: { da: 'Værdi for andre', en: 'Value for others' } },
    { name: 'licence', kind: 'text', label: { da: 'Licens', en: 'Licence' } },
    {
      name: 'coordinatingOrganisation',
      kind: 'select',
      label: { da: 'Koordinerende organisation', en: 'Coordinating organisation' },
      options: organisationOptions,
    },
  ],
  scope: (db, { id: initiative }) => scopeOfInitiative(db, initiative),
  prefill: async (db, { id: initiative }) => described(await initiativeBy(db, initiative)),
  run: async ({ tx, params, input, now }) => {
    const row = await lockInitiative(tx, params.id);
    const before = described(row);
    if (input.coordinatingOrganisation) {
      const known = await tx
        .selectFrom('organisations')
        .select('id')
        .where('id', '=', input.coordinatingOrganisation)
        .executeTakeFirst();
      if (!known)
        return {
          problems: [
            {
              path: 'coordinatingOrganisation',
              says: { da: 'Organisationen findes ikke.', en: 'There is no such organisation.' },
            },
          ],
        };
    }
    const after = {
      ...before,
      ...Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)),
    };
    await tx
      .updateTable('initiatives')
      .set({
        name: after.name,
        summary: after.summary,
        idea: after.idea,
        purpose: after.purpose,
        solution: after.solution,
        interfaces: after.interfaces,
        local_value: after.localValue,
        value_for_others: after.valueForOthers,
        licence: after.licence,
        coordinating_organisation_id: after.coordinatingOrganisation,
        changed_at: now,
      })
      .where('id', '=', row.id)
      .execute();
    return {
      output: { id: row.id, slug: row.slug, ...after },
      subject: { kind: 'initiative', id: row.id },
      initiativeId: row.id,
      before,
      after,
      next: `/initiatives/${row.slug}`,
    };
  },
});
