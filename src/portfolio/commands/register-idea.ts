import { z } from 'zod';
import { origins } from '../../../rulebook/vocabulary.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { id, line, oneOf, optionalLine, optionalProse } from '../../lib/inputs.ts';
import { newId } from '../../lib/id.ts';
import { organisationOptions } from '../../members/options.ts';
import { freeSlug } from '../../db/free-slug.ts';
import { openPlacement } from '../open-placement.ts';
import { portfolioPermissions } from '../permissions.ts';
import { registeredAnswer } from '../answers.ts';

/** Anyone employed by a member may register an idea, or hand over a finished product (report §5.2, p. 16–17). */
export const registerIdea = defineDeed({
  name: 'register-idea',
  title: { da: 'Registrér en idé', en: 'Register an idea' },
  explains: {
    da: 'Sekretariatet tager idéen op med jer og indplacerer den på et niveau. Et færdigt produkt udefra registreres på samme måde.',
    en: 'The secretariat takes the idea up with you and places it at a level. A finished product from outside is registered the same way.',
  },
  done: { da: 'Idéen er registreret.', en: 'The idea is registered.' },
  api: { method: 'POST', path: '/initiatives', status: 201 },
  answers: registeredAnswer,
  form: '/initiatives/new',
  params: z.object({}),
  input: z.object({
    name: line(120),
    summary: line(400),
    origin: oneOf(origins).default('community'),
    idea: optionalProse(),
    purpose: optionalProse(),
    solution: optionalProse(),
    interfaces: optionalProse(),
    localValue: optionalProse(),
    valueForOthers: optionalProse(),
    licence: optionalLine(100),
    coordinatingOrganisation: id().optional(),
  }),
  grounds: portfolioPermissions['register-idea'],
  prefill: async () => ({ origin: 'community' }),
  fields: [
    { name: 'name', kind: 'text', label: { da: 'Navn', en: 'Name' }, required: true },
    {
      name: 'summary',
      kind: 'text',
      label: { da: 'Hvad er det, i én sætning?', en: 'What is it, in one sentence?' },
      required: true,
    },
    {
      name: 'origin',
      kind: 'radio',
      label: { da: 'Hvor kommer det fra?', en: 'Where does it come from?' },
      required: true,
      options: [
        {
          value: 'community',
          label: {
            da: 'En ny idé, der skal udvikles i fællesskabet',
            en: 'A new idea, to be developed in the community',
          },
        },
        {
          value: 'outside',
          label: {
            da: 'Et færdigt produkt, der skal overdrages',
            en: 'A finished product, to be handed over',
          },
        },
      ],
    },
    { name: 'idea', kind: 'textarea', label: { da: 'Idéen', en: 'The idea' } },
    { name: 'localValue', kind: 'textarea', label: { da: 'Værdi hos jer', en: 'Value for you' } },
    { name: 'valueForOthers', kind: 'textarea', label: { da: 'Værdi for andre', en: 'Value for others' } },
    {
      name: 'coordinatingOrganisation',
      kind: 'select',
      label: { da: 'Koordinerende organisation', en: 'Coordinating organisation' },
      options: organisationOptions,
    },
  ],
  scope: async () => ({}),
  run: async ({ tx, input, actor, now, today, edition }) => {
    const row = {
      id: newId(),
      slug: await freeSlug(tx, 'initiatives', input.name),
      name: input.name,
      summary: input.summary,
      idea: input.idea,
      purpose: input.purpose,
      solution: input.solution,
      interfaces: input.interfaces,
      local_value: input.localValue,
      value_for_others: input.valueForOthers,
      licence: input.licence,
      origin: input.origin,
      stage: 'idea',
      edition,
      coordinating_organisation_id: input.coordinatingOrganisation ?? actor.organisationId,
      registered_by: actor.id,
      registered_at: now,
      stage_since: now,
      changed_at: now,
    };
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
    await tx.insertInto('initiatives').values(row).execute();
    if (actor.organisationId && actor.ofMember) {
      await tx
        .insertInto('participations')
        .values({
          id: newId(),
          initiative_id: row.id,
          organisation_id: actor.organisationId,
          role: 'takes-part',
          from_on: today,
          recorded_at: now,
        })
        .execute();
    }
    await openPlacement(tx, { id: row.id, name: row.name, edition }, actor.id, now);
    return {
      output: {
        id: row.id,
        slug: row.slug,
        name: row.name,
        stage: row.stage,
        level: null,
        origin: row.origin,
        edition,
      },
      subject: { kind: 'initiative', id: row.id },
      initiativeId: row.id,
      after: { name: row.name, slug: row.slug, summary: row.summary, origin: row.origin, stage: 'idea' },
      next: `/initiatives/${row.slug}`,
    };
  },
});
