import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { editedProse, idOrSlug, line, oneOf } from '../../lib/inputs.ts';
import { joinings } from '../../../rulebook/joining.ts';
import { decisionField, decisionNumber, groundDecision, restsOn } from '../ground-decisions.ts';
import { aboutBody, bodyBy, bodyFacts, lockBody, scopeOfBody } from '../load.ts';
import { bodyPermissions } from '../permissions.ts';
import { bodyChanged } from '../answers.ts';

/** Puts a body's name or task right, or how one comes to sit there. Its address stays, so that links to it keep working. */
export const changeBody = defineDeed({
  name: 'change-body',
  title: { da: 'Ret navn, opgave og adgang', en: 'Change name, task and access' },
  explains: {
    da: 'Adressen bliver den samme, så henvisninger stadig virker.',
    en: 'The address stays the same, so that links keep working.',
  },
  done: { da: 'Organet er rettet.', en: 'The body is changed.' },
  api: { method: 'PATCH', path: '/bodies/:id' },
  answers: bodyChanged,
  form: '/bodies/:id/edit',
  params: z.object({ id: idOrSlug() }),
  input: z.object({
    name: line(160).optional(),
    task: editedProse(5_000),
    joining: oneOf(joinings).optional(),
    mostPerOrganisation: z.coerce.number().int({ error: 'whole-number' }).min(1).max(100).nullish(),
    decision: decisionNumber(),
  }),
  grounds: bodyPermissions['change-body'],
  fields: [
    { name: 'name', kind: 'text', label: { da: 'Navn', en: 'Name' }, required: true },
    { name: 'task', kind: 'textarea', label: { da: 'Opgave', en: 'Task' } },
    {
      name: 'joining',
      kind: 'select',
      label: { da: 'Man kommer i organet ved', en: 'One comes into the body by' },
      required: true,
      options: Object.entries(joinings).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'mostPerOrganisation',
      kind: 'number',
      label: {
        da: 'Højst så mange pladser til én organisation',
        en: 'At most so many seats for one organisation',
      },
      hint: { da: 'Ingen grænse, hvis feltet er tomt', en: 'No limit if left empty' },
    },
    decisionField,
  ],
  scope: (db, { id }) => scopeOfBody(db, id),
  about: (db, { id: body }) => aboutBody(db, body),
  prefill: async (db, { id }) => bodyFacts(await bodyBy(db, id)),
  run: async ({ tx, params, input, now }) => {
    const row = await lockBody(tx, params.id);
    const ground = await groundDecision(tx, input.decision, {
      id: row.id,
      kind: row.kind,
      initiativeId: row.initiative_id,
    });
    if ('problem' in ground) return { problems: [ground.problem] };
    const changed = {
      ...row,
      name: input.name ?? row.name,
      task: input.task ?? row.task,
      joining: input.joining ?? row.joining,
      most_per_organisation:
        input.mostPerOrganisation === undefined ? row.most_per_organisation : input.mostPerOrganisation,
    };
    await tx
      .updateTable('bodies')
      .set({
        name: changed.name,
        task: changed.task,
        joining: changed.joining,
        most_per_organisation: changed.most_per_organisation,
      })
      .where('id', '=', row.id)
      .execute();
    await restsOn(tx, row.id, 'changed', ground.id, now);
    return {
      output: bodyFacts(changed),
      subject: { kind: 'body', id: row.id },
      initiativeId: row.initiative_id,
      before: bodyFacts(row),
      after: { ...bodyFacts(changed), decision: input.decision ?? null },
      next: `/bodies/${row.slug}`,
    };
  },
});
