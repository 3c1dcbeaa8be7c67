import { z } from 'zod';
import { line, reason } from '../../lib/inputs.ts';
import { problem } from '../said.ts';
import { itemDeed } from './item-deeds.ts';

const directions = ['up', 'down'] as const;

/** Moves an item one place up or down. Its number stays. */
export const moveAgendaItem = itemDeed({
  name: 'move-agenda-item',
  verb: 'move',
  words: {
    title: { da: 'Flyt punktet', en: 'Move the item' },
    explains: {
      da: 'Punktet bytter plads med naboen. Nummeret følger med.',
      en: 'The item changes places with its neighbour. Its number goes with it.',
    },
    done: { da: 'Punktet er flyttet.', en: 'The item is moved.' },
  },
  input: z.object({ direction: z.enum(directions) }),
  fields: [
    {
      name: 'direction',
      kind: 'radio',
      label: { da: 'Hvorhen?', en: 'Where to?' },
      required: true,
      options: [
        { value: 'up', label: { da: 'Op', en: 'Up' } },
        { value: 'down', label: { da: 'Ned', en: 'Down' } },
      ],
    },
  ],
  next: 'agenda',
  change: async (tx, item, meeting, { direction }) => {
    const up = direction === 'up';
    const neighbour = await tx
      .selectFrom('agenda_items')
      .select(['id', 'position'])
      .where('meeting_id', '=', meeting.id)
      .where('status', '<>', 'removed')
      .where('position', up ? '<' : '>', item.position)
      .orderBy('position', up ? 'desc' : 'asc')
      .limit(1)
      .executeTakeFirst();
    if (!neighbour)
      return up
        ? problem('direction', 'Punktet står allerede først.', 'The item stands first already.')
        : problem('direction', 'Punktet står allerede sidst.', 'The item stands last already.');
    const place = (id: string, position: number) =>
      tx.updateTable('agenda_items').set({ position }).where('id', '=', id).execute();
    await place(item.id, neighbour.position);
    await place(neighbour.id, item.position);
    return null;
  },
});

/** Closes an item with a stated ground: others than the body and the secretariat then know only number and ground. */
export const closeAgendaItem = itemDeed({
  name: 'close-agenda-item',
  verb: 'close',
  words: {
    title: { da: 'Luk punktet', en: 'Close the item' },
    explains: {
      da: 'Andre end organet og sekretariatet ser kun nummeret og grunden.',
      en: 'Others than the body and the secretariat see only the number and the ground.',
    },
    done: { da: 'Punktet er lukket.', en: 'The item is closed.' },
  },
  input: z.object({ ground: line(200) }),
  fields: [
    {
      name: 'ground',
      kind: 'text',
      label: { da: 'Grund', en: 'Ground' },
      hint: {
        da: 'Alle kan læse grunden. Skriv f.eks. Personsag eller Sikkerhed.',
        en: 'Everybody can read the ground. Write, say, Personal matter or Security.',
      },
      required: true,
    },
  ],
  next: 'item',
  change: async (tx, item, _, { ground }) => {
    await tx.updateTable('agenda_items').set({ closed_ground: ground }).where('id', '=', item.id).execute();
    return null;
  },
});

/** Opens an item that was closed: everybody who may see the agenda may then read it. */
export const openAgendaItem = itemDeed({
  name: 'open-agenda-item',
  verb: 'open',
  words: {
    title: { da: 'Åbn punktet for alle', en: 'Open the item to everybody' },
    explains: {
      da: 'Alle kan derefter læse punktet, også det, der blev skrevet, mens det var lukket.',
      en: 'Everybody can then read the item, also what was written while it was closed.',
    },
    done: { da: 'Punktet er åbent.', en: 'The item is open.' },
  },
  input: z.object({}),
  fields: [],
  next: 'item',
  change: async (tx, item) => {
    if (item.closed_ground === null) return problem('', 'Punktet er åbent.', 'The item is open already.');
    await tx.updateTable('agenda_items').set({ closed_ground: null }).where('id', '=', item.id).execute();
    return null;
  },
});

/** Takes an item off an agenda with a reason; what still waits comes on the next one. */
export const removeAgendaItem = itemDeed({
  name: 'remove-agenda-item',
  verb: 'remove',
  words: {
    title: { da: 'Tag punktet af', en: 'Take the item off' },
    explains: {
      da: 'Grunden vises. Punktet kommer igen på det næste møde.',
      en: 'The reason is shown. The item comes again on the next meeting.',
    },
    done: { da: 'Punktet er taget af dagsordenen.', en: 'The item is taken off the agenda.' },
  },
  input: z.object({ reason: reason() }),
  fields: [
    {
      name: 'reason',
      kind: 'textarea',
      label: { da: 'Hvorfor tages det af?', en: 'Why is it taken off?' },
      required: true,
    },
  ],
  next: 'agenda',
  change: async (tx, item, _, input) => {
    if (item.status !== 'planned')
      return problem(
        '',
        'Kun et punkt, der ikke er behandlet, kan tages af.',
        'Only an item that has not been treated can be taken off.',
      );
    await tx
      .updateTable('agenda_items')
      .set({ status: 'removed', removed_reason: input.reason })
      .where('id', '=', item.id)
      .execute();
    return null;
  },
});

/** Puts an item that was taken off back on the same agenda, unless another agenda has it by now. */
export const restoreAgendaItem = itemDeed({
  name: 'restore-agenda-item',
  verb: 'restore',
  words: {
    title: { da: 'Sæt punktet på igen', en: 'Put the item back' },
    explains: {
      da: 'Punktet får sin gamle plads og sit gamle nummer.',
      en: 'The item gets its old place and number.',
    },
    done: { da: 'Punktet er på dagsordenen igen.', en: 'The item is on the agenda again.' },
  },
  input: z.object({}),
  fields: [],
  next: 'agenda',
  change: async (tx, item, meeting) => {
    if (item.status !== 'removed')
      return problem('', 'Punktet er på dagsordenen.', 'The item is on the agenda.');
    const elsewhere = await tx
      .selectFrom('agenda_items as x')
      .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
      .select('m.number')
      .where('x.source_key', 'in', [item.source_key, `leftover:${item.id}`])
      .where('x.status', 'in', ['planned', 'open'])
      .where('m.body_id', '=', meeting.body_id)
      .where('m.id', '<>', meeting.id)
      .where('m.status', 'in', ['draft', 'sent', 'running'])
      .executeTakeFirst();
    if (elsewhere && item.source !== 'fixed' && item.source !== 'action')
      return problem(
        '',
        `Punktet står på møde nr. ${elsewhere.number}.`,
        `The item stands on meeting no. ${elsewhere.number}.`,
      );
    await tx
      .updateTable('agenda_items')
      .set({ status: 'planned', removed_reason: null })
      .where('id', '=', item.id)
      .execute();
    return null;
  },
});
