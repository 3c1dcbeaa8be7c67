import { z } from 'zod';
import { contractKinds } from '../../../rulebook/vocabulary.ts';
import type { Db } from '../../db/client.ts';
import { ended } from '../../deeds/answers.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { notFound } from '../../deeds/failure.ts';
import { newId } from '../../lib/id.ts';
import { id, idOrSlug, isoDate, oneOf, optionalLine } from '../../lib/inputs.ts';
import { organisationOptions } from '../../members/options.ts';
import { contractRecorded } from '../answers.ts';
import { lockInitiative, scopeOfInitiative } from '../load.ts';
import { portfolioPermissions } from '../permissions.ts';

/**
 * Records that an organisation develops or operates a product by contract: the coordination group answers for the
 * contracts (B11), and whoever runs several groups must hold none on their products (B13; report §4.1.5, p. 11–12).
 */
export const recordContract = defineDeed({
  name: 'record-contract',
  title: { da: 'Registrér en kontrakt', en: 'Record a contract' },
  explains: {
    da: 'Hvem der udvikler eller driver produktet. Det afgør, hvem der kan stå for dets gruppe.',
    en: 'Who develops or operates the product. It settles who can run its group.',
  },
  done: { da: 'Kontrakten er registreret.', en: 'The contract is recorded.' },
  api: { method: 'POST', path: '/initiatives/:id/contracts', status: 201 },
  answers: contractRecorded,
  form: '/initiatives/:id/contracts/new',
  params: z.object({ id: idOrSlug() }),
  input: z.object({
    organisation: id(),
    kind: oneOf(contractKinds),
    from: isoDate().optional(),
    to: isoDate().optional(),
    note: optionalLine(200),
  }),
  grounds: portfolioPermissions['record-contract'],
  fields: [
    {
      name: 'organisation',
      kind: 'select',
      label: { da: 'Organisation', en: 'Organisation' },
      required: true,
      options: organisationOptions,
    },
    {
      name: 'kind',
      kind: 'select',
      label: { da: 'Kontrakt om', en: 'Contract on' },
      required: true,
      options: Object.entries(contractKinds).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'from',
      kind: 'date',
      label: { da: 'Fra', en: 'From' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
    {
      name: 'to',
      kind: 'date',
      label: { da: 'Til og med', en: 'Until' },
      hint: { da: 'Indtil videre, hvis feltet er tomt', en: 'Until further notice if left empty' },
    },
    { name: 'note', kind: 'text', label: { da: 'Note', en: 'Note' } },
  ],
  scope: (db, params) => scopeOfInitiative(db, params.id),
  run: async ({ tx, params, input, now, today }) => {
    const initiative = await lockInitiative(tx, params.id);
    const from = input.from ?? today;
    const to = input.to ?? null;
    const say = (path: string, da: string, en: string) => ({ problems: [{ path, says: { da, en } }] });
    if (to !== null && to < from)
      return say('to', 'Sidste dag ligger før første dag.', 'The last day lies before the first.');
    const organisation = await tx
      .selectFrom('organisations')
      .select(['id', 'name'])
      .where('id', '=', input.organisation)
      .executeTakeFirst();
    if (!organisation)
      return say('organisation', 'Organisationen findes ikke.', 'There is no such organisation.');
    const already = await tx
      .selectFrom('contracts')
      .select('id')
      .where('initiative_id', '=', initiative.id)
      .where('organisation_id', '=', organisation.id)
      .where('kind', '=', input.kind)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', from)]))
      .$if(to !== null, (query) => query.where('from_on', '<=', to as string))
      .executeTakeFirst();
    if (already)
      return say(
        'organisation',
        'Organisationen har allerede den kontrakt i den tid.',
        'The organisation has that contract already in that time.',
      );
    const row = {
      id: newId(),
      initiative_id: initiative.id,
      organisation_id: organisation.id,
      kind: input.kind,
      from_on: from,
      to_on: to,
      note: input.note,
      recorded_at: now,
    };
    await tx.insertInto('contracts').values(row).execute();
    const output = { id: row.id, organisation: organisation.name, kind: row.kind, from, to, note: row.note };
    return {
      output,
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      after: { contract: output },
      next: `/initiatives/${initiative.slug}/bodies#contracts`,
    };
  },
});

/** Ends a contract; that it was there stays on record. */
export const endContract = defineDeed({
  name: 'end-contract',
  title: { da: 'Afslut kontrakten', en: 'End the contract' },
  explains: { da: 'Kontrakten står stadig i historikken.', en: 'The contract stays in the history.' },
  done: { da: 'Kontrakten er afsluttet.', en: 'The contract has ended.' },
  api: { method: 'POST', path: '/contracts/:id/end' },
  answers: ended,
  form: '/contracts/:id/end',
  params: z.object({ id: id() }),
  input: z.object({ to: isoDate().optional() }),
  grounds: portfolioPermissions['end-contract'],
  fields: [
    {
      name: 'to',
      kind: 'date',
      label: { da: 'Sidste dag', en: 'Last day' },
      hint: { da: 'I dag, hvis feltet er tomt', en: 'Today if left empty' },
    },
  ],
  scope: async (db, params) => ({ initiativeId: (await contractBy(db, params.id)).initiative_id }),
  run: async ({ tx, params, input, now, today }) => {
    const initiative = await lockInitiative(tx, (await contractBy(tx, params.id)).initiative_id);
    const row = await contractBy(tx, params.id);
    const to = input.to ?? today;
    const say = (da: string, en: string) => ({ problems: [{ path: 'to', says: { da, en } }] });
    if (to < row.from_on)
      return say('Sidste dag ligger før første dag.', 'The last day lies before the first.');
    if (row.to_on !== null && row.to_on < today)
      return say('Kontrakten er allerede afsluttet.', 'The contract has ended already.');
    await tx
      .updateTable('contracts')
      .set({ to_on: to, end_recorded_at: now })
      .where('id', '=', row.id)
      .execute();
    return {
      output: { id: row.id, to },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      before: { contract: row.id, to: row.to_on },
      after: { contract: row.id, to },
      next: `/initiatives/${initiative.slug}/bodies#contracts`,
    };
  },
});

async function contractBy(db: Db, contractId: string) {
  const row = await db.selectFrom('contracts').selectAll().where('id', '=', contractId).executeTakeFirst();
  if (!row) throw notFound({ da: 'Kontrakten', en: 'contract' });
  return row;
}
