import { z } from 'zod';
import { defineDeed } from '../../../deeds/deed.ts';
import { id, optionalProse } from '../../../lib/inputs.ts';
import { minutesPermissions } from '../../minutes/permissions.ts';
import { actionStatuses } from '../action.ts';
import { actionFactsAnswer } from '../answers.ts';
import { aboutAction, actionFacts, lockAction, scopeOfAction } from '../load.ts';

const { done, dropped } = actionStatuses;

/** An action is done, or nobody does it any more: then the note says why. */
export const endAction = defineDeed({
  name: 'end-action',
  title: { da: 'Afslut opgaven', en: 'End the action' },
  explains: {
    da: 'Opgaven kommer så ikke på flere dagsordener. Det kan ikke gøres om.',
    en: 'The action then comes on no more agendas. It cannot be undone.',
  },
  done: { da: 'Opgaven er afsluttet.', en: 'The action is ended.' },
  api: { method: 'POST', path: '/actions/:id/end' },
  answers: actionFactsAnswer,
  form: '/actions/:id/end',
  params: z.object({ id: id() }),
  input: z
    .object({ status: z.enum(['done', 'dropped']).default('done'), note: optionalProse(2_000) })
    .refine(({ status, note }) => status === 'done' || note.length >= 3, {
      path: ['note'],
      error: 'reason',
    }),
  grounds: minutesPermissions['end-action'],
  fields: [
    {
      name: 'status',
      kind: 'radio',
      label: { da: 'Hvad er der blevet af den?', en: 'What has become of it?' },
      required: true,
      options: [
        { value: 'done', label: done },
        { value: 'dropped', label: dropped },
      ],
    },
    {
      name: 'note',
      kind: 'textarea',
      label: { da: 'Note', en: 'Note' },
      hint: { da: 'Skal skrives, hvis opgaven opgives', en: 'Must be written if the action is dropped' },
    },
  ],
  scope: (db, params) => scopeOfAction(db, params.id),
  about: (db, params) => aboutAction(db, params.id),
  run: async ({ tx, params, input, now }) => {
    const row = await lockAction(tx, params.id);
    if (row.status !== 'open')
      return {
        problems: [
          {
            path: '',
            says: {
              da: `Opgaven er allerede afsluttet: ${actionStatuses[row.status].da}.`,
              en: `The action has already ended: ${actionStatuses[row.status].en}.`,
            },
          },
        ],
      };
    const after = await tx
      .updateTable('actions')
      .set({ status: input.status, ended_note: input.note, ended_at: now })
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return {
      output: actionFacts(after),
      subject: { kind: 'agenda-item', id: row.item_id },
      before: { action: row.number, status: row.status },
      after: { action: row.number, status: after.status },
      next: '/actions',
    };
  },
});
