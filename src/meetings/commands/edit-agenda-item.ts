import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { editedProse, id, line, oneOf } from '../../lib/inputs.ts';
import { itemFactsAnswer } from '../answers.ts';
import { itemFacts, itemRecord, minutesPlanned } from '../items.ts';
import { aboutItem, itemBy, lockItem, scopeOfItem } from '../load.ts';
import { anyOtherBusiness, itemKinds, openStatuses } from '../meeting.ts';
import { calledOptions } from '../options.ts';
import { meetingPermissions } from '../permissions.ts';
import { agendaClosed } from '../refusals.ts';
import { problem } from '../said.ts';
import { ownerProblem } from './add-agenda-item.ts';

/** Words an item: from then on the agenda that builds itself leaves the words alone. */
export const editAgendaItem = defineDeed({
  name: 'edit-agenda-item',
  title: { da: 'Ret punktet', en: 'Edit the item' },
  explains: {
    da: 'Nummeret bliver det samme. Er dagsordenen sendt, vises rettelsen for dem, der har fået den.',
    en: 'The number stays. If the agenda has been sent, the change is shown to those who have got it.',
  },
  done: { da: 'Punktet er rettet.', en: 'The item is changed.' },
  api: { method: 'PATCH', path: '/agenda-items/:id' },
  answers: itemFactsAnswer,
  form: '/agenda-items/:id/edit',
  params: z.object({ id: id() }),
  input: z.object({
    title: line(300).optional(),
    kind: oneOf(itemKinds).optional(),
    facts: editedProse(20_000),
    proposal: editedProse(5_000),
    owner: id().nullable().optional(),
    minutes: minutesPlanned().nullable().optional(),
  }),
  grounds: meetingPermissions['edit-agenda-item'],
  fields: [
    { name: 'title', kind: 'text', label: { da: 'Titel', en: 'Title' }, required: true },
    {
      name: 'kind',
      kind: 'radio',
      label: { da: 'Hvad skal organet?', en: 'What is the body to do?' },
      required: true,
      options: Object.entries(itemKinds).map(([value, label]) => ({ value, label })),
    },
    { name: 'facts', kind: 'textarea', label: { da: 'Sagsfremstilling', en: 'Statement of facts' } },
    { name: 'proposal', kind: 'textarea', label: { da: 'Indstilling', en: 'Proposal' } },
    { name: 'owner', kind: 'select', label: { da: 'Ansvarlig', en: 'Owner' }, options: calledOptions },
    { name: 'minutes', kind: 'number', label: { da: 'Minutter', en: 'Minutes' } },
  ],
  scope: (db, { id: item }) => scopeOfItem(db, item),
  about: (db, { id: item }) => aboutItem(db, item),
  prefill: async (db, { id: item }) => {
    const row = await itemBy(db, item);
    return {
      title: row.title,
      kind: row.kind,
      facts: row.facts,
      proposal: row.proposal,
      owner: row.owner_id ?? '',
      minutes: row.minutes_planned ?? '',
    };
  },
  run: async ({ tx, params, input, now }) => {
    const { item, meeting } = await lockItem(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [agendaClosed(meeting)] };
    if (item.source_key === anyOtherBusiness && input.kind === 'decision')
      return problem(
        'kind',
        'Under eventuelt kan intet besluttes.',
        'Nothing can be decided under any other business.',
      );
    const wrong = await ownerProblem(tx, input.owner);
    if (wrong) return wrong;
    const title = input.title ?? item.title;
    const proposal = input.proposal ?? item.proposal;
    const changed = {
      title,
      title_en: title === item.title ? item.title_en : null,
      kind: input.kind ?? item.kind,
      facts: input.facts ?? item.facts,
      proposal,
      proposal_en: proposal === item.proposal ? item.proposal_en : null,
      owner_id: input.owner === undefined ? item.owner_id : input.owner,
      minutes_planned: input.minutes === undefined ? item.minutes_planned : input.minutes,
      edited_at: now,
    };
    await tx.updateTable('agenda_items').set(changed).where('id', '=', item.id).execute();
    const after = { ...item, ...changed };
    return {
      output: itemFacts(after),
      subject: { kind: 'agenda-item', id: item.id },
      initiativeId: meeting.body.initiativeId,
      before: itemRecord(item),
      after: itemRecord(after),
      next: `/meetings/${meeting.number}/items/${item.number}`,
    };
  },
});
