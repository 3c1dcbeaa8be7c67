import { z } from 'zod';
import { defineDeed } from '../../../deeds/deed.ts';
import { id, optionalProse } from '../../../lib/inputs.ts';
import { becomesPublic } from '../../becomes-public.ts';
import { aboutItem, itemBy, lockItem, scopeOfItem } from '../../load.ts';
import { notesAnswer } from '../answers.ts';
import { minutesPermissions } from '../permissions.ts';
import { alreadyApproved, notHeldYet } from '../refusals.ts';

/** What the minutes say of an item beside its decisions. A draft already sent stays as it was; the next one has this. */
export const writeItemNotes = defineDeed({
  name: 'write-item-notes',
  title: { da: 'Skriv til referatet', en: 'Write for the minutes' },
  explains: {
    da: 'Beslutninger, stemmer og opgaver kommer i referatet af sig selv. Skriv her, hvad drøftelsen gik ud på.',
    en: 'Decisions, votes and actions come into the minutes by themselves. Write here what the discussion was about.',
  },
  done: { da: 'Det er skrevet til referatet.', en: 'It is written for the minutes.' },
  api: { method: 'PUT', path: '/agenda-items/:id/notes' },
  answers: notesAnswer,
  form: '/agenda-items/:id/notes',
  params: z.object({ id: id() }),
  input: z.object({ notes: optionalProse(20_000) }),
  grounds: minutesPermissions['write-item-notes'],
  fields: [],
  fieldsNow: async ({ db, params }) => [
    {
      name: 'notes',
      kind: 'textarea',
      label: { da: 'Drøftelse', en: 'Discussion' },
      ...becomesPublic(await itemBy(db, params['id'] ?? '')),
    },
  ],
  scope: (db, params) => scopeOfItem(db, params.id),
  about: (db, params) => aboutItem(db, params.id),
  prefill: async (db, params) => ({ notes: (await itemBy(db, params.id)).notes }),
  run: async ({ tx, params, input }) => {
    const { item, meeting } = await lockItem(tx, params.id);
    if (meeting.status === 'approved' || meeting.status === 'published')
      return { refused: [alreadyApproved(meeting)] };
    if (meeting.status !== 'running' && meeting.status !== 'minutes-draft')
      return { refused: [notHeldYet(meeting)] };
    await tx.updateTable('agenda_items').set({ notes: input.notes }).where('id', '=', item.id).execute();
    // The words themselves are not for the journal: minutes are closed until they are published.
    return {
      output: { id: item.id, number: item.number, notes: input.notes },
      subject: { kind: 'agenda-item', id: item.id },
      initiativeId: meeting.body.initiativeId,
      before: { characters: item.notes.length },
      after: { characters: input.notes.length },
      next: `/meetings/${meeting.number}/items/${item.number}`,
    };
  },
});
