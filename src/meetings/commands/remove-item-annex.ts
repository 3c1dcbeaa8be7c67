import { z } from 'zod';
import type { Db } from '../../db/client.ts';
import { removed } from '../../deeds/answers.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { notFound } from '../../deeds/failure.ts';
import { dropFile } from '../../files/kept-files.ts';
import { id } from '../../lib/inputs.ts';
import { annexNamed } from '../annexes.ts';
import { aboutItem, lockItem, scopeOfItem } from '../load.ts';
import { openStatuses } from '../meeting.ts';
import { meetingPermissions } from '../permissions.ts';
import { agendaClosed } from '../refusals.ts';
import { annexRecord } from './add-item-annex.ts';

async function annexBy(db: Db, annex: string) {
  const row = await db
    .selectFrom('agenda_item_annexes')
    .selectAll()
    .where('id', '=', annex)
    .executeTakeFirst();
  if (!row) throw notFound(annexNamed);
  return row;
}

/** Takes an annex off an item again. A file that nothing else rests on is deleted for good. */
export const removeItemAnnex = defineDeed({
  name: 'remove-item-annex',
  title: { da: 'Tag bilaget af punktet', en: 'Take the annex off the item' },
  explains: {
    da: 'En fil slettes helt. At bilaget har været der, står i journalen. Er dagsordenen sendt, vises det som en ændring af punktet.',
    en: 'A file is deleted for good. The journal keeps that the annex was there. Once the agenda is sent, it is shown as a change of the item.',
  },
  done: { da: 'Bilaget er taget af.', en: 'The annex is taken off.' },
  api: { method: 'DELETE', path: '/item-annexes/:id' },
  answers: removed,
  form: '/item-annexes/:id/remove',
  params: z.object({ id: id() }),
  input: z.object({}),
  grounds: meetingPermissions['remove-item-annex'],
  fields: [],
  scope: async (db, params) => scopeOfItem(db, (await annexBy(db, params.id)).item_id),
  about: async (db, params) => {
    const annex = await annexBy(db, params.id);
    const { href } = await aboutItem(db, annex.item_id);
    return { href, label: { da: `Bilag: ${annex.title}`, en: `Annex: ${annex.title}` } };
  },
  run: async ({ tx, params }) => {
    const { item, meeting } = await lockItem(tx, (await annexBy(tx, params.id)).item_id);
    if (!openStatuses.includes(meeting.status)) return { refused: [agendaClosed(meeting)] };
    const row = await annexBy(tx, params.id);
    await tx.deleteFrom('agenda_item_annexes').where('id', '=', row.id).execute();
    if (row.file_hash !== null) await dropFile(tx, row.file_hash);
    return {
      output: { id: row.id, removed: true },
      subject: { kind: 'agenda-item', id: item.id },
      initiativeId: meeting.body.initiativeId,
      before: annexRecord(row),
      next: `/meetings/${meeting.number}/items/${item.number}`,
    };
  },
});
