import { z } from 'zod';
import { seatRoles } from '../../../rulebook/vocabulary.ts';
import type { Tx } from '../../db/client.ts';
import { defineDeed, type Problem } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { id, idOrSlug, isoDate, oneOf, optionalLine } from '../../lib/inputs.ts';
import { personOptions } from '../../portfolio/commands/appoint-person.ts';
import { appointedByField, organisationField, roleField, vote, voteField, votesByRole } from '../inputs.ts';
import { aboutBody, lockBody, scopeOfSeats, seatFactsOf, type Body } from '../load.ts';
import { bodyPermissions } from '../permissions.ts';
import { seatTaken } from '../answers.ts';

/**
 * Seats a person in a body. A date in the past registers late what was so already; rights follow from the day it is
 * registered. Who sits badly is a finding on the body's page and stops nobody (B4, B5, B17; report p. 11, 21).
 */
export const seatPerson = defineDeed({
  name: 'seat-person',
  title: { da: 'Besæt en plads', en: 'Fill a seat' },
  explains: {
    da: 'Ligger første dag i fortiden, registreres pladsen forsinket. Det ses på organets side.',
    en: 'If the first day lies in the past, the seat is registered late. The body’s page shows it.',
  },
  done: { da: 'Pladsen er besat.', en: 'The seat is filled.' },
  api: { method: 'POST', path: '/bodies/:id/seats', status: 201 },
  answers: seatTaken,
  form: '/bodies/:id/seats/new',
  params: z.object({ id: idOrSlug() }),
  input: z.object({
    person: id(),
    role: oneOf(seatRoles),
    voting: vote().optional(),
    organisation: id().optional(),
    appointedBy: optionalLine(200),
    from: isoDate().optional(),
    to: isoDate().optional(),
  }),
  grounds: bodyPermissions['seat-person'],
  fields: [
    {
      name: 'person',
      kind: 'select',
      label: { da: 'Person', en: 'Person' },
      required: true,
      options: personOptions,
    },
    roleField,
    voteField,
    organisationField,
    appointedByField,
    {
      name: 'from',
      kind: 'date',
      label: { da: 'Første dag', en: 'First day' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
    {
      name: 'to',
      kind: 'date',
      label: { da: 'Sidste dag', en: 'Last day' },
      hint: { da: 'Indtil videre, hvis feltet er tomt', en: 'Until further notice if left empty' },
    },
  ],
  scope: (db, { id: body }) => scopeOfSeats(db, body),
  about: (db, { id: body }) => aboutBody(db, body),
  run: async ({ tx, params, input, now, today }) => {
    const body = await lockBody(tx, params.id);
    const from = input.from ?? today;
    const to = input.to ?? null;
    const person = await tx
      .selectFrom('people')
      .select(['id', 'name', 'organisation_id', 'operator', 'closed_on'])
      .where('id', '=', input.person)
      .executeTakeFirst();
    if (!person || person.operator || (person.closed_on !== null && person.closed_on <= today))
      return {
        problems: [{ path: 'person', says: { da: 'Personen findes ikke.', en: 'There is no such person.' } }],
      };
    const organisation = input.organisation ?? person.organisation_id;
    const problems = [
      ...(await problemsWithTime(tx, body, person.id, from, to)),
      ...(await problemsWithOrganisation(tx, input.organisation)),
    ];
    if (problems.length > 0) return { problems };
    const row = {
      id: newId(),
      body_id: body.id,
      person_id: person.id,
      organisation_id: organisation,
      role: input.role,
      voting: input.voting ?? votesByRole(input.role),
      appointed_by: input.appointedBy,
      from_on: from,
      to_on: to,
      recorded_at: now,
      end_recorded_at: to === null ? null : now,
    };
    await tx.insertInto('seats').values(row).execute();
    return {
      output: { ...seatFactsOf(row), recordedAt: now },
      subject: { kind: 'body', id: body.id },
      initiativeId: body.initiative_id,
      after: { seat: seatFactsOf(row) },
      next: `/bodies/${body.slug}`,
    };
  },
});

async function problemsWithTime(
  tx: Tx,
  body: Body,
  personId: string,
  from: string,
  to: string | null,
): Promise<readonly Problem[]> {
  const say = (path: string, da: string, en: string): readonly Problem[] => [{ path, says: { da, en } }];
  if (body.closed_on !== null) return say('', 'Organet er nedlagt.', 'The body is closed.');
  if (from < body.established_on)
    return say(
      'from',
      `Organet er nedsat ${body.established_on}.`,
      `The body was set up on ${body.established_on}.`,
    );
  if (to !== null && to < from)
    return say('to', 'Sidste dag ligger før første dag.', 'The last day lies before the first.');
  const already = await tx
    .selectFrom('seats')
    .select(['from_on', 'to_on'])
    .where('body_id', '=', body.id)
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', from)]))
    .$if(to !== null, (query) => query.where('from_on', '<=', to as string))
    .executeTakeFirst();
  if (!already) return [];
  return say(
    'person',
    `Personen har allerede en plads i organet fra ${already.from_on}${already.to_on ? ` til ${already.to_on}` : ''}.`,
    `The person has a seat in the body already from ${already.from_on}${already.to_on ? ` to ${already.to_on}` : ''}.`,
  );
}

async function problemsWithOrganisation(tx: Tx, id: string | undefined): Promise<readonly Problem[]> {
  if (id === undefined) return [];
  const found = await tx.selectFrom('organisations').select('id').where('id', '=', id).executeTakeFirst();
  if (found) return [];
  return [
    {
      path: 'organisation',
      says: { da: 'Organisationen findes ikke.', en: 'There is no such organisation.' },
    },
  ];
}
