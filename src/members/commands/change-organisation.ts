import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug, isoDate, line, oneOf, webAddress } from '../../lib/inputs.ts';
import { cvr, municipalityCode, organisationFields } from '../inputs.ts';
import { aboutOrganisation, lockOrganisation, organisationBy, organisationFacts } from '../load.ts';
import { organisationKinds, warningsFor } from '../organisation.ts';
import { memberPermissions } from '../permissions.ts';
import { cvrTaken } from './register-organisation.ts';
import { organisationChanged } from '../answers.ts';

/** Corrects what is known about an organisation; its address stays, so that links keep working. */
export const changeOrganisation = defineDeed({
  name: 'change-organisation',
  title: { da: 'Ret organisationen', en: 'Change the organisation' },
  explains: {
    da: 'Medlemskab og region har deres egne formularer, fordi de gælder fra en dato.',
    en: 'Membership and region have forms of their own, because they hold from a date.',
  },
  done: { da: 'Organisationen er rettet.', en: 'The organisation is changed.' },
  api: { method: 'PATCH', path: '/organisations/:id' },
  answers: organisationChanged,
  form: '/members/:id/edit',
  params: z.object({ id: idOrSlug() }),
  input: z.object({
    name: line(160).optional(),
    kind: oneOf(organisationKinds).optional(),
    cvr: z.preprocess((value) => (value === '' ? null : value), cvr().nullish()),
    municipalityCode: z.preprocess((value) => (value === '' ? null : value), municipalityCode().nullish()),
    website: webAddress().nullish(),
    closedOn: isoDate().nullish(),
  }),
  grounds: memberPermissions['change-organisation'],
  fields: [
    ...organisationFields,
    {
      name: 'closedOn',
      kind: 'date',
      label: { da: 'Nedlagt den', en: 'Closed on' },
      hint: {
        da: 'Kun når organisationen ikke findes mere',
        en: 'Only when the organisation no longer exists',
      },
    },
  ],
  about: aboutOrganisation,
  scope: async (db, { id }) => ({ organisationId: (await organisationBy(db, id)).id }),
  prefill: async (db, { id }) => organisationFacts(await organisationBy(db, id)),
  run: async ({ tx, params, input }) => {
    const row = await lockOrganisation(tx, params.id);
    const before = organisationFacts(row);
    const after = {
      ...before,
      ...Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)),
    };
    const taken = await cvrTaken(tx, after.cvr, row.id);
    if (taken) return { problems: [taken] };
    await tx
      .updateTable('organisations')
      .set({
        name: after.name,
        kind: after.kind,
        cvr: after.cvr,
        municipality_code: after.municipalityCode,
        website: after.website,
        closed_on: after.closedOn,
      })
      .where('id', '=', row.id)
      .execute();
    return {
      output: { ...after, warnings: warningsFor(after.cvr) },
      subject: { kind: 'organisation', id: row.id },
      before,
      after,
      next: `/members/${row.slug}`,
    };
  },
});
