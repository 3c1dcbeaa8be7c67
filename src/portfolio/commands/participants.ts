import { z } from 'zod';
import { participations } from '../../../rulebook/vocabulary.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { notFound } from '../../deeds/failure.ts';
import { id, idOrSlug, isoDate, oneOf } from '../../lib/inputs.ts';
import { newId } from '../../lib/id.ts';
import { organisationOptions } from '../../members/options.ts';
import { lockInitiative, scopeOfInitiative } from '../load.ts';
import { portfolioPermissions } from '../permissions.ts';
import { ended } from '../../deeds/answers.ts';
import { participantAdded } from '../answers.ts';

/** An organisation takes part, joins, uses, contributes or hosts: five different things (report §4.1.4–4.1.5, p. 11–12). */
export const addParticipant = defineDeed({
  name: 'add-participant',
  title: { da: 'Tilføj organisation', en: 'Add an organisation' },
  explains: {
    da: 'Deltager, tilsluttet, anvender, bidrager og driver er fem forskellige ting. Tilføj organisationen én gang for hver.',
    en: 'Taking part, having joined, using, contributing and hosting are five different things. Add the organisation once for each.',
  },
  done: { da: 'Organisationen er tilføjet.', en: 'The organisation is added.' },
  api: { method: 'POST', path: '/initiatives/:id/participants', status: 201 },
  answers: participantAdded,
  form: '/initiatives/:id/participants/new',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ organisation: id(), role: oneOf(participations), from: isoDate().optional() }),
  grounds: portfolioPermissions['add-participant'],
  fields: [
    {
      name: 'organisation',
      kind: 'select',
      label: { da: 'Organisation', en: 'Organisation' },
      required: true,
      options: organisationOptions,
    },
    {
      name: 'role',
      kind: 'select',
      label: { da: 'Hvad gør den?', en: 'What does it do?' },
      required: true,
      options: Object.entries(participations).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'from',
      kind: 'date',
      label: { da: 'Fra', en: 'From' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
  ],
  scope: (db, params) => scopeOfInitiative(db, params.id),
  run: async ({ tx, params, input, now, today }) => {
    const initiative = await lockInitiative(tx, params.id);
    const organisation = await tx
      .selectFrom('organisations')
      .select(['id', 'name'])
      .where('id', '=', input.organisation)
      .executeTakeFirst();
    if (!organisation)
      return {
        problems: [
          {
            path: 'organisation',
            says: { da: 'Organisationen findes ikke.', en: 'There is no such organisation.' },
          },
        ],
      };
    const already = await tx
      .selectFrom('participations')
      .select('id')
      .where('initiative_id', '=', initiative.id)
      .where('organisation_id', '=', organisation.id)
      .where('role', '=', input.role)
      .where('to_on', 'is', null)
      .executeTakeFirst();
    if (already)
      return {
        problems: [
          {
            path: 'organisation',
            says: {
              da: 'Organisationen står der allerede i den rolle.',
              en: 'The organisation is already there in that role.',
            },
          },
        ],
      };
    const row = {
      id: newId(),
      initiative_id: initiative.id,
      organisation_id: organisation.id,
      role: input.role,
      from_on: input.from ?? today,
      recorded_at: now,
    };
    await tx.insertInto('participations').values(row).execute();
    return {
      output: { id: row.id, organisation: organisation.name, role: row.role, from: row.from_on },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      after: { participation: row.id, organisation: organisation.name, role: row.role, from: row.from_on },
      next: `/initiatives/${initiative.slug}`,
    };
  },
});

/** Ends an organisation's role; what was stays on record. */
export const endParticipant = defineDeed({
  name: 'end-participant',
  title: { da: 'Afslut organisationens rolle', en: 'End the organisation’s role' },
  explains: { da: 'Rollen står stadig i historikken.', en: 'The role stays in the history.' },
  done: { da: 'Rollen er afsluttet.', en: 'The role has ended.' },
  api: { method: 'POST', path: '/participations/:id/end' },
  answers: ended,
  form: '/participations/:id/end',
  params: z.object({ id: id() }),
  input: z.object({ to: isoDate().optional() }),
  grounds: portfolioPermissions['end-participant'],
  fields: [
    {
      name: 'to',
      kind: 'date',
      label: { da: 'Sidste dag', en: 'Last day' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
  ],
  scope: async (db, params) => ({ initiativeId: (await participation(db, params.id)).initiative_id }),
  run: async ({ tx, params, input, today }) => {
    const row = await participation(tx, params.id);
    const initiative = await lockInitiative(tx, row.initiative_id);
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
    await tx.updateTable('participations').set({ to_on: to }).where('id', '=', row.id).execute();
    return {
      output: { id: row.id, to },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      before: { participation: row.id, to: row.to_on },
      after: { participation: row.id, to },
      next: `/initiatives/${initiative.slug}`,
    };
  },
});

async function participation(db: Parameters<typeof scopeOfInitiative>[0], participationId: string) {
  const row = await db
    .selectFrom('participations')
    .selectAll()
    .where('id', '=', participationId)
    .executeTakeFirst();
  if (!row) throw notFound({ da: 'Rollen', en: 'role' });
  return row;
}
