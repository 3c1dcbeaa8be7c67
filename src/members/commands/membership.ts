import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { idOrSlug, isoDate } from '../../lib/inputs.ts';
import { aboutOrganisation, lockOrganisation, organisationBy } from '../load.ts';
import { memberPermissions } from '../permissions.ts';
import { membershipBegun, membershipEnded } from '../answers.ts';

const params = z.object({ id: idOrSlug() });

/** An organisation becomes a member of the community: it has a vote in the general assembly (report §4.1.1, p. 8). */
export const beginMembership = defineDeed({
  name: 'begin-membership',
  title: { da: 'Begynd medlemskab', en: 'Begin membership' },
  explains: {
    da: 'Medlemmets ansatte kan registrere idéer fra første dag, og medlemmet har én stemme på generalforsamlingen.',
    en: 'The member’s employees may register ideas from the first day, and the member has one vote in the general assembly.',
  },
  done: { da: 'Medlemskabet er registreret.', en: 'The membership is registered.' },
  api: { method: 'POST', path: '/organisations/:id/memberships', status: 201 },
  answers: membershipBegun,
  form: '/members/:id/membership/begin',
  params,
  input: z.object({ from: isoDate().optional() }),
  grounds: memberPermissions['begin-membership'],
  fields: [
    {
      name: 'from',
      kind: 'date',
      label: { da: 'Medlem fra', en: 'Member from' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
  ],
  about: aboutOrganisation,
  scope: async (db, { id }) => ({ organisationId: (await organisationBy(db, id)).id }),
  run: async ({ tx, params: { id }, input, now, today }) => {
    const organisation = await lockOrganisation(tx, id);
    const from = input.from ?? today;
    const overlapping = await tx
      .selectFrom('memberships')
      .select(['from_on', 'to_on'])
      .where('organisation_id', '=', organisation.id)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', from)]))
      .executeTakeFirst();
    if (overlapping)
      return {
        problems: [
          {
            path: 'from',
            says: {
              da: `Organisationen er allerede medlem fra ${overlapping.from_on}${overlapping.to_on ? ` til ${overlapping.to_on}` : ''}.`,
              en: `The organisation is a member already from ${overlapping.from_on}${overlapping.to_on ? ` to ${overlapping.to_on}` : ''}.`,
            },
          },
        ],
      };
    const row = { id: newId(), organisation_id: organisation.id, from_on: from, recorded_at: now };
    await tx.insertInto('memberships').values(row).execute();
    const facts = { membership: row.id, organisation: organisation.name, from };
    return {
      output: { id: row.id, organisation: organisation.name, from },
      subject: { kind: 'organisation', id: organisation.id },
      after: facts,
      next: `/members/${organisation.slug}`,
    };
  },
});

/** An organisation leaves the community. It stays on record what it was; its people keep their seats until those are ended. */
export const endMembership = defineDeed({
  name: 'end-membership',
  title: { da: 'Afslut medlemskab', en: 'End membership' },
  explains: {
    da: 'Pladser i organer afsluttes ikke af sig selv: se efter på organisationens side bagefter.',
    en: 'Seats in bodies do not end by themselves: look at the organisation’s page afterwards.',
  },
  done: { da: 'Medlemskabet er afsluttet.', en: 'The membership has ended.' },
  api: { method: 'POST', path: '/organisations/:id/memberships/end' },
  answers: membershipEnded,
  form: '/members/:id/membership/end',
  params,
  input: z.object({ to: isoDate().optional() }),
  grounds: memberPermissions['end-membership'],
  fields: [
    {
      name: 'to',
      kind: 'date',
      label: { da: 'Sidste dag', en: 'Last day' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
  ],
  about: aboutOrganisation,
  scope: async (db, { id }) => ({ organisationId: (await organisationBy(db, id)).id }),
  run: async ({ tx, params: { id }, input, today }) => {
    const organisation = await lockOrganisation(tx, id);
    const row = await tx
      .selectFrom('memberships')
      .select(['id', 'from_on', 'to_on'])
      .where('organisation_id', '=', organisation.id)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', today)]))
      .orderBy('from_on', 'desc')
      .executeTakeFirst();
    if (!row)
      return {
        problems: [
          {
            path: '',
            says: { da: 'Organisationen er ikke medlem.', en: 'The organisation is not a member.' },
          },
        ],
      };
    const to = input.to ?? today;
    if (to < row.from_on)
      return {
        problems: [
          {
            path: 'to',
            says: { da: 'Sidste dag ligger før første dag.', en: 'The last day lies before the first.' },
          },
        ],
      };
    await tx.updateTable('memberships').set({ to_on: to }).where('id', '=', row.id).execute();
    return {
      output: { id: row.id, organisation: organisation.name, from: row.from_on, to },
      subject: { kind: 'organisation', id: organisation.id },
      before: { membership: row.id, to: row.to_on },
      after: { membership: row.id, to },
      next: `/members/${organisation.slug}`,
    };
  },
});
