import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { idOrSlug, line, webAddress } from '../../lib/inputs.ts';
import { lockCase, scopeOfCase } from '../load.ts';
import { casePermissions } from '../permissions.ts';
import { caseClosed } from '../refusals.ts';
import { annexAdded } from '../answers.ts';

/** Adds a paper to a case by its address. */
export const addAnnex = defineDeed({
  name: 'add-annex',
  title: { da: 'Tilføj bilag', en: 'Add an annex' },
  explains: {
    da: 'Et link til et bilag, som organet skal læse sammen med sagen.',
    en: 'A link to a paper that the body should read with the case.',
  },
  done: { da: 'Bilaget er tilføjet.', en: 'The annex is added.' },
  api: { method: 'POST', path: '/cases/:id/annexes', status: 201 },
  answers: annexAdded,
  form: '/cases/:id/annexes/new',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ title: line(200), url: webAddress() }),
  grounds: casePermissions['add-annex'],
  fields: [
    { name: 'title', kind: 'text', label: { da: 'Titel', en: 'Title' }, required: true },
    { name: 'url', kind: 'url', label: { da: 'Adresse', en: 'Address' }, required: true },
  ],
  scope: (db, { id }) => scopeOfCase(db, id),
  run: async ({ tx, params: { id }, input }) => {
    const row = await lockCase(tx, id);
    if (row.status === 'decided' || row.status === 'withdrawn')
      return { refused: [caseClosed(row.edition, row.number)] };
    const annex = { id: newId(), case_id: row.id, title: input.title, url: input.url };
    await tx.insertInto('case_annexes').values(annex).execute();
    return {
      output: { id: annex.id, title: annex.title, url: annex.url },
      subject: { kind: 'case', id: row.id },
      initiativeId: row.initiative_id,
      after: { annex: annex.title, url: annex.url },
      edition: row.edition,
      next: `/cases/${row.number}`,
    };
  },
});
