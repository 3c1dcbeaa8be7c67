import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../db/client.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { id, idOrSlug, line, oneOf, optionalProse } from '../../lib/inputs.ts';
import { itemFactsAnswer } from '../answers.ts';
import { itemFacts, itemRecord, minutesPlanned } from '../items.ts';
import { aboutMeeting, lockMeeting, scopeOfMeeting, type Meeting } from '../load.ts';
import { fixedKey, itemKinds, openStatuses } from '../meeting.ts';
import { rulesOf } from '../rules-of.ts';
import { calledOptions } from '../options.ts';
import { meetingPermissions } from '../permissions.ts';
import { agendaClosed } from '../refusals.ts';

/** Adds an item that nothing in Fælled brings by itself. It comes before any other business. */
export const addAgendaItem = defineDeed({
  name: 'add-agenda-item',
  title: { da: 'Tilføj et punkt', en: 'Add an item' },
  explains: {
    da: 'Sager og andet, der venter på organet, kommer på af sig selv. Her tilføjes resten.',
    en: 'Cases and other things that wait for the body come by themselves. Add the rest here.',
  },
  done: { da: 'Punktet er tilføjet.', en: 'The item is added.' },
  api: { method: 'POST', path: '/meetings/:id/items', status: 201 },
  answers: itemFactsAnswer,
  form: '/meetings/:id/items/new',
  params: z.object({ id: idOrSlug() }),
  input: z.object({
    title: line(300),
    kind: oneOf(itemKinds),
    facts: optionalProse(),
    proposal: optionalProse(5_000),
    owner: id().optional(),
    minutes: minutesPlanned().optional(),
  }),
  grounds: meetingPermissions['add-agenda-item'],
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
  scope: (db, { id: meeting }) => scopeOfMeeting(db, meeting),
  about: (db, { id: meeting }) => aboutMeeting(db, meeting),
  run: async ({ tx, params, input, actor, now }) => {
    const meeting = await lockMeeting(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [agendaClosed(meeting)] };
    const known = await ownerProblem(tx, input.owner);
    if (known) return known;
    const itemId = newId();
    const row = {
      id: itemId,
      meeting_id: meeting.id,
      ...(await nextPlace(tx, meeting)),
      kind: input.kind,
      source: 'own',
      source_key: `own:${itemId}`,
      title: input.title,
      facts: input.facts,
      proposal: input.proposal,
      because: JSON.stringify({ da: 'Tilføjet til dagsordenen.', en: 'Added to the agenda.' }),
      owner_id: input.owner ?? null,
      minutes_planned: input.minutes ?? null,
      added_by: actor.id,
      added_at: now,
    };
    await tx.insertInto('agenda_items').values(row).execute();
    const facts = itemFacts({ ...row, status: 'planned', closed_ground: null });
    return {
      output: facts,
      subject: { kind: 'agenda-item', id: itemId },
      initiativeId: meeting.body.initiativeId,
      after: itemRecord({ ...row, status: 'planned', closed_ground: null }),
      next: `/meetings/${meeting.number}/items/${row.number}`,
    };
  },
});

/** Whether the owner named is somebody. */
export async function ownerProblem(tx: Tx, owner: string | null | undefined) {
  if (!owner) return null;
  const found = await tx
    .selectFrom('people')
    .select('id')
    .where('id', '=', owner)
    .where('operator', '=', false)
    .executeTakeFirst();
  return found
    ? null
    : {
        problems: [{ path: 'owner', says: { da: 'Personen findes ikke.', en: 'There is no such person.' } }],
      };
}

/** The next free number, and the place before the items that close an agenda: next meeting, any other business. */
export async function nextPlace(
  tx: Tx,
  meeting: Meeting,
): Promise<{ readonly number: number; readonly position: number }> {
  const closing = rulesOf(meeting)
    .fixedItems.filter((item) => item.place === 'last')
    .map((item) => fixedKey(item.key));
  const { last, highest, first } = await tx
    .selectFrom('agenda_items')
    .select([
      sql<number>`coalesce(max(number), 0)`.as('last'),
      sql<number>`coalesce(max(position), 0)`.as('highest'),
      sql<number | null>`min(position) filter (where source_key = any(${closing}::text[]))`.as('first'),
    ])
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirstOrThrow();
  if (first === null) return { number: last + 1, position: highest + 1 };
  await tx
    .updateTable('agenda_items')
    .set((eb) => ({ position: eb('position', '+', 1) }))
    .where('meeting_id', '=', meeting.id)
    .where('position', '>=', first)
    .execute();
  return { number: last + 1, position: first };
}
