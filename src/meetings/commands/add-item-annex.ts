import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { id, line, tick, webAddress } from '../../lib/inputs.ts';
import { annexAnswer } from '../answers.ts';
import { aboutItem, lockItem, scopeOfItem } from '../load.ts';
import { openStatuses } from '../meeting.ts';
import { meetingPermissions } from '../permissions.ts';
import { agendaClosed } from '../refusals.ts';

/** Adds a paper to an item by its address; a restricted one is for the body and the secretariat. */
export const addItemAnnex = defineDeed({
  name: 'add-item-annex',
  title: { da: 'Tilføj bilag til punktet', en: 'Add an annex to the item' },
  explains: {
    da: 'Et link til det, der skal læses. Et fortroligt bilag ser kun organet og sekretariatet.',
    en: 'A link to what is to be read. Only the body and the secretariat see a restricted annex.',
  },
  done: { da: 'Bilaget er tilføjet.', en: 'The annex is added.' },
  api: { method: 'POST', path: '/agenda-items/:id/annexes', status: 201 },
  answers: annexAnswer,
  form: '/agenda-items/:id/annexes/new',
  params: z.object({ id: id() }),
  input: z.object({ title: line(200), url: webAddress(), restricted: tick() }),
  grounds: meetingPermissions['add-item-annex'],
  fields: [
    { name: 'title', kind: 'text', label: { da: 'Titel', en: 'Title' }, required: true },
    { name: 'url', kind: 'url', label: { da: 'Adresse', en: 'Address' }, required: true },
    {
      name: 'restricted',
      kind: 'checkbox',
      label: {
        da: 'Fortroligt: kun for organet og sekretariatet',
        en: 'Restricted: only for the body and the secretariat',
      },
    },
  ],
  scope: (db, { id: item }) => scopeOfItem(db, item),
  about: (db, { id: item }) => aboutItem(db, item),
  run: async ({ tx, params, input, now }) => {
    const { item, meeting } = await lockItem(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [agendaClosed(meeting)] };
    const row = {
      id: newId(),
      item_id: item.id,
      title: input.title,
      url: input.url,
      restricted: input.restricted,
      added_at: now,
    };
    await tx.insertInto('agenda_item_annexes').values(row).execute();
    return {
      output: { id: row.id, title: row.title, url: row.url, file: null, restricted: row.restricted },
      subject: { kind: 'agenda-item', id: item.id },
      initiativeId: meeting.body.initiativeId,
      after: row.restricted ? { annexAdded: true } : { annex: row.title, url: row.url },
      next: `/meetings/${meeting.number}/items/${item.number}`,
    };
  },
});
