import { z } from 'zod';
import { defineDeed } from '../../../deeds/deed.ts';
import { newId } from '../../../lib/id.ts';
import { id, isoDate, line } from '../../../lib/inputs.ts';
import { ownerProblem } from '../../commands/add-agenda-item.ts';
import { becomesPublic } from '../../becomes-public.ts';
import { aboutItem, itemBy, lockItem, scopeOfItem } from '../../load.ts';
import { calledOptions } from '../../options.ts';
import { minutesPermissions } from '../../minutes/permissions.ts';
import { alreadyApproved, notHeldYet } from '../../minutes/refusals.ts';
import { actionFactsAnswer } from '../answers.ts';
import { actionFacts } from '../load.ts';

/** What somebody takes on at an item. It follows to the next agendas and to the owner's overview until it is ended. */
export const recordAction = defineDeed({
  name: 'record-action',
  title: { da: 'Notér en opgave', en: 'Note an action' },
  explains: {
    da: 'Opgaven kommer i referatet, på den ansvarliges overblik og på de næste dagsordener, indtil den er løst eller opgivet.',
    en: 'The action comes into the minutes, on its owner’s overview and on the next agendas until it is done or dropped.',
  },
  done: { da: 'Opgaven er noteret.', en: 'The action is noted.' },
  api: { method: 'POST', path: '/agenda-items/:id/actions', status: 201 },
  answers: actionFactsAnswer,
  form: '/agenda-items/:id/actions/new',
  params: z.object({ id: id() }),
  input: z.object({ task: line(500), owner: id().optional(), dueOn: isoDate().optional() }),
  grounds: minutesPermissions['record-action'],
  fields: [],
  fieldsNow: async (cx) => [
    {
      name: 'task',
      kind: 'text',
      label: { da: 'Opgave', en: 'Action' },
      ...becomesPublic(await itemBy(cx.db, cx.params['id'] ?? '')),
      required: true,
    },
    {
      name: 'owner',
      kind: 'select',
      label: { da: 'Ansvarlig', en: 'Owner' },
      options: await calledOptions(cx),
    },
    { name: 'dueOn', kind: 'date', label: { da: 'Frist', en: 'Due' } },
  ],
  scope: (db, params) => scopeOfItem(db, params.id),
  about: (db, params) => aboutItem(db, params.id),
  run: async ({ tx, params, input, now }) => {
    const { item, meeting } = await lockItem(tx, params.id);
    if (meeting.status === 'approved' || meeting.status === 'published')
      return { refused: [alreadyApproved(meeting)] };
    if (meeting.status !== 'running' && meeting.status !== 'minutes-draft')
      return { refused: [notHeldYet(meeting)] };
    const unknown = await ownerProblem(tx, input.owner);
    if (unknown) return unknown;
    const row = await tx
      .insertInto('actions')
      .values({
        id: newId(),
        body_id: meeting.body_id,
        item_id: item.id,
        task: input.task,
        owner_id: input.owner ?? null,
        due_on: input.dueOn ?? null,
        status: 'open',
        recorded_at: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const { number, owner_id: owner, due_on: dueOn } = row;
    return {
      output: actionFacts(row),
      subject: { kind: 'agenda-item', id: item.id },
      initiativeId: meeting.body.initiativeId,
      after: { action: number, owner, dueOn },
      next: `/meetings/${meeting.number}/items/${item.number}`,
    };
  },
});
