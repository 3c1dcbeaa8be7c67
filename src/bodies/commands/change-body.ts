import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { editedProse, idOrSlug, line } from '../../lib/inputs.ts';
import { aboutBody, bodyBy, bodyFacts, lockBody, scopeOfBody } from '../load.ts';
import { bodyPermissions } from '../permissions.ts';
import { bodyChanged } from '../answers.ts';

/** Puts a body's name or task right. Its address stays, so that links to it keep working. */
export const changeBody = defineDeed({
  name: 'change-body',
  title: { da: 'Ret navn og opgave', en: 'Change name and task' },
  explains: {
    da: 'Adressen bliver den samme, så henvisninger stadig virker.',
    en: 'The address stays the same, so that links keep working.',
  },
  done: { da: 'Organet er rettet.', en: 'The body is changed.' },
  api: { method: 'PATCH', path: '/bodies/:id' },
  answers: bodyChanged,
  form: '/bodies/:id/edit',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ name: line(160).optional(), task: editedProse(5_000) }),
  grounds: bodyPermissions['change-body'],
  fields: [
    { name: 'name', kind: 'text', label: { da: 'Navn', en: 'Name' }, required: true },
    { name: 'task', kind: 'textarea', label: { da: 'Opgave', en: 'Task' } },
  ],
  scope: (db, { id }) => scopeOfBody(db, id),
  about: (db, { id: body }) => aboutBody(db, body),
  prefill: async (db, { id }) => bodyFacts(await bodyBy(db, id)),
  run: async ({ tx, params, input }) => {
    const row = await lockBody(tx, params.id);
    const changed = { ...row, name: input.name ?? row.name, task: input.task ?? row.task };
    await tx
      .updateTable('bodies')
      .set({ name: changed.name, task: changed.task })
      .where('id', '=', row.id)
      .execute();
    return {
      output: bodyFacts(changed),
      subject: { kind: 'body', id: row.id },
      initiativeId: row.initiative_id,
      before: bodyFacts(row),
      after: bodyFacts(changed),
      next: `/bodies/${row.slug}`,
    };
  },
});
