import { z } from 'zod';
import { initiativeRoles } from '../../../rulebook/vocabulary.ts';
import type { Db } from '../../db/client.ts';
import { defineDeed, type FieldContext } from '../../deeds/deed.ts';
import { notFound } from '../../deeds/failure.ts';
import { id, idOrSlug, isoDate, oneOf, optionalLine } from '../../lib/inputs.ts';
import { newId } from '../../lib/id.ts';
import { plusDays } from '../../lib/time.ts';
import { qualifications } from '../../people/vocabulary.ts';
import { lockInitiative, scopeOfInitiative } from '../load.ts';
import { portfolioPermissions } from '../permissions.ts';
import { ended } from '../../deeds/answers.ts';
import { personAppointed } from '../answers.ts';

/** People to choose from in a form, by name; never their addresses. */
export const personOptions = async ({ db }: FieldContext) => {
  const rows = await db
    .selectFrom('people as p')
    .leftJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['p.id', 'p.name', 'o.name as organisation'])
    .where('p.closed_on', 'is', null)
    .where('p.operator', '=', false)
    .orderBy('p.name')
    .limit(1000)
    .execute();
  return rows.map((row) => ({
    value: row.id,
    label: row.organisation ? `${row.name}, ${row.organisation}` : row.name,
  }));
};

/** A project owner stands in for a steering group in a small project; the steering group appoints the manager (B6, B7, report p. 11). */
export const appointPerson = defineDeed({
  name: 'appoint-person',
  title: { da: 'Udpeg projektejer eller projektleder', en: 'Appoint a project owner or manager' },
  explains: {
    da: 'Fra niveau 2 skal projektlederen være certificeret eller have dokumenteret erfaring.',
    en: 'From level 2 the project manager must be certified or have documented experience.',
  },
  done: { da: 'Personen er udpeget.', en: 'The person is appointed.' },
  api: { method: 'POST', path: '/initiatives/:id/people', status: 201 },
  answers: personAppointed,
  form: '/initiatives/:id/people/new',
  params: z.object({ id: idOrSlug() }),
  input: z.object({
    person: id(),
    role: oneOf(initiativeRoles),
    qualification: oneOf(qualifications).default('none'),
    qualificationNote: optionalLine(300),
    from: isoDate().optional(),
  }),
  grounds: portfolioPermissions['appoint-person'],
  fields: [
    {
      name: 'person',
      kind: 'select',
      label: { da: 'Person', en: 'Person' },
      required: true,
      options: personOptions,
    },
    {
      name: 'role',
      kind: 'select',
      label: { da: 'Rolle', en: 'Role' },
      required: true,
      options: Object.entries(initiativeRoles).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'qualification',
      kind: 'select',
      label: { da: 'Kvalifikation', en: 'Qualification' },
      options: Object.entries(qualifications).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'qualificationNote',
      kind: 'text',
      label: { da: 'Certifikat eller erfaring, kort', en: 'Certificate or experience, in short' },
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
    const person = await tx
      .selectFrom('people')
      .select(['id', 'name', 'operator'])
      .where('id', '=', input.person)
      .where('closed_on', 'is', null)
      .executeTakeFirst();
    if (!person || person.operator)
      return {
        problems: [{ path: 'person', says: { da: 'Personen findes ikke.', en: 'There is no such person.' } }],
      };
    const from = input.from ?? today;
    const before = await tx
      .selectFrom('initiative_people')
      .select(['id', 'person_id', 'from_on'])
      .where('initiative_id', '=', initiative.id)
      .where('role', '=', input.role)
      .where('to_on', 'is', null)
      .execute();
    for (const earlier of before) {
      if (earlier.from_on >= from)
        await tx.deleteFrom('initiative_people').where('id', '=', earlier.id).execute();
      else
        await tx
          .updateTable('initiative_people')
          .set({ to_on: plusDays(from, -1) })
          .where('id', '=', earlier.id)
          .execute();
    }
    const row = {
      id: newId(),
      initiative_id: initiative.id,
      person_id: person.id,
      role: input.role,
      qualification: input.qualification,
      qualification_note: input.qualificationNote,
      from_on: from,
      recorded_at: now,
    };
    await tx.insertInto('initiative_people').values(row).execute();
    return {
      output: {
        id: row.id,
        person: { id: person.id, name: person.name },
        role: row.role,
        qualification: row.qualification,
        from,
      },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      before: before.map((each) => ({ role: input.role, person: each.person_id })),
      after: {
        appointment: row.id,
        role: row.role,
        person: person.id,
        qualification: row.qualification,
        from,
      },
      next: `/initiatives/${initiative.slug}`,
    };
  },
});

/** Ends an appointment; the history stays. */
export const endAppointment = defineDeed({
  name: 'end-appointment',
  title: { da: 'Afslut rollen', en: 'End the role' },
  explains: {
    da: 'Personen har rollen til og med den sidste dag.',
    en: 'The person holds the role through the last day.',
  },
  done: { da: 'Rollen er afsluttet.', en: 'The role has ended.' },
  api: { method: 'POST', path: '/appointments/:id/end' },
  answers: ended,
  form: '/appointments/:id/end',
  params: z.object({ id: id() }),
  input: z.object({ to: isoDate().optional() }),
  grounds: portfolioPermissions['end-appointment'],
  fields: [
    {
      name: 'to',
      kind: 'date',
      label: { da: 'Sidste dag', en: 'Last day' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
  ],
  scope: async (db, params) => ({ initiativeId: (await appointment(db, params.id)).initiative_id }),
  run: async ({ tx, params, input, today }) => {
    const row = await appointment(tx, params.id);
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
    await tx.updateTable('initiative_people').set({ to_on: to }).where('id', '=', row.id).execute();
    return {
      output: { id: row.id, to },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      before: { appointment: row.id, to: row.to_on },
      after: { appointment: row.id, to },
      next: `/initiatives/${initiative.slug}`,
    };
  },
});

async function appointment(db: Db, appointmentId: string) {
  const row = await db
    .selectFrom('initiative_people')
    .selectAll()
    .where('id', '=', appointmentId)
    .executeTakeFirst();
  if (!row) throw notFound({ da: 'Rollen', en: 'role' });
  return row;
}
