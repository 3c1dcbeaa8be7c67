import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug, isoDate, line } from '../../lib/inputs.ts';
import { plusDays } from '../../lib/time.ts';
import { aboutOrganisation, lockOrganisation, organisationBy } from '../load.ts';
import { memberPermissions } from '../permissions.ts';
import { regionMoved } from '../answers.ts';

/** The region an organisation lies in, from a date: regions merge, and history stays true. */
export const moveRegion = defineDeed({
  name: 'move-region',
  title: { da: 'Skift region', en: 'Change region' },
  explains: {
    da: 'Den gamle region gælder til dagen før. Historikken bliver stående.',
    en: 'The old region holds until the day before. The history stays.',
  },
  done: { da: 'Regionen er skiftet.', en: 'The region is changed.' },
  api: { method: 'POST', path: '/organisations/:id/regions', status: 201 },
  answers: regionMoved,
  form: '/members/:id/region',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ region: line(80), from: isoDate().optional() }),
  grounds: memberPermissions['move-region'],
  fields: [
    { name: 'region', kind: 'text', label: { da: 'Ny region', en: 'New region' }, required: true },
    {
      name: 'from',
      kind: 'date',
      label: { da: 'Fra', en: 'From' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
  ],
  about: aboutOrganisation,
  scope: async (db, { id }) => ({ organisationId: (await organisationBy(db, id)).id }),
  run: async ({ tx, params, input, today }) => {
    const organisation = await lockOrganisation(tx, params.id);
    const from = input.from ?? today;
    const last = await tx
      .selectFrom('organisation_regions')
      .select(['region', 'from_on'])
      .where('organisation_id', '=', organisation.id)
      .orderBy('from_on', 'desc')
      .executeTakeFirst();
    if (last && from <= last.from_on)
      return {
        problems: [
          {
            path: 'from',
            says: {
              da: `Datoen skal ligge efter ${last.from_on}, hvor ${last.region} begynder.`,
              en: `The date must lie after ${last.from_on}, when ${last.region} begins.`,
            },
          },
        ],
      };
    await tx
      .updateTable('organisation_regions')
      .set({ to_on: plusDays(from, -1) })
      .where('organisation_id', '=', organisation.id)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', from)]))
      .execute();
    await tx
      .insertInto('organisation_regions')
      .values({ organisation_id: organisation.id, region: input.region, from_on: from })
      .execute();
    return {
      output: { organisation: organisation.name, region: input.region, from },
      subject: { kind: 'organisation', id: organisation.id },
      before: { region: last?.region ?? null },
      after: { region: input.region, from },
      next: `/members/${organisation.slug}`,
    };
  },
});
