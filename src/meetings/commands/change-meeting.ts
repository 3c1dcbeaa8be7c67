import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { editedLine, idOrSlug, isoDate, timeOfDay, webAddress } from '../../lib/inputs.ts';
import { meetingFactsAnswer } from '../answers.ts';
import { followSeats } from '../attendance-queries.ts';
import {
  aboutMeeting,
  lockMeeting,
  meetingBy,
  meetingFacts,
  meetingRecord,
  scopeOfMeeting,
} from '../load.ts';
import { meetingPermissions } from '../permissions.ts';
import { cures, notNow } from '../refusals.ts';
import { spanOf, whenFields, whenOf, whereFields } from '../when.ts';

/** Moves a meeting in time or place. Who is called follows the seats of the new day. */
export const changeMeeting = defineDeed({
  name: 'change-meeting',
  title: { da: 'Ret tid og sted', en: 'Change time and place' },
  explains: {
    da: 'De indkaldte følger pladserne på den nye dag.',
    en: 'Who is called follows the seats of the new day.',
  },
  done: { da: 'Mødet er rettet.', en: 'The meeting is changed.' },
  api: { method: 'PATCH', path: '/meetings/:id' },
  answers: meetingFactsAnswer,
  form: '/meetings/:id/edit',
  params: z.object({ id: idOrSlug() }),
  input: z.object({
    on: isoDate().optional(),
    from: timeOfDay().optional(),
    until: timeOfDay().optional(),
    lastDay: isoDate().nullable().optional(),
    place: editedLine(200),
    onlineUrl: webAddress().nullable().optional(),
    papersDueOn: isoDate().nullable().optional(),
    title: editedLine(200),
  }),
  grounds: meetingPermissions['change-meeting'],
  fields: [
    ...whenFields,
    ...whereFields,
    { name: 'papersDueOn', kind: 'date', label: { da: 'Frist for bilag', en: 'Papers due' } },
    { name: 'title', kind: 'text', label: { da: 'Navn', en: 'Name' } },
  ],
  scope: (db, { id }) => scopeOfMeeting(db, id),
  about: (db, { id }) => aboutMeeting(db, id),
  prefill: async (db, { id }) => {
    const row = await meetingBy(db, id);
    return {
      ...whenOf(row),
      place: row.place,
      onlineUrl: row.online_url ?? '',
      papersDueOn: row.papers_due_on ?? '',
      title: row.title,
    };
  },
  run: async ({ tx, params, input, now }) => {
    const before = await lockMeeting(tx, params.id);
    if (before.status !== 'draft' && before.status !== 'sent')
      return { refused: [notNow(before, cures.nextMeeting)] };
    const was = whenOf(before);
    const span = spanOf({
      on: input.on ?? was.on,
      from: input.from ?? was.from,
      until: input.until ?? was.until,
      lastDay: input.lastDay === undefined ? was.lastDay : (input.lastDay ?? undefined),
    });
    if ('problems' in span) return span;
    await tx
      .updateTable('meetings')
      .set({
        starts_at: span.starts,
        ends_at: span.ends,
        place: input.place ?? before.place,
        online_url: input.onlineUrl === undefined ? before.online_url : input.onlineUrl,
        papers_due_on: input.papersDueOn === undefined ? before.papers_due_on : input.papersDueOn,
        title: input.title ?? before.title,
      })
      .where('id', '=', before.id)
      .execute();
    const after = await meetingBy(tx, before.id);
    await followSeats(tx, after, now);
    return {
      output: meetingFacts(after),
      subject: { kind: 'meeting', id: after.id },
      initiativeId: after.body.initiativeId,
      before: meetingRecord(before),
      after: meetingRecord(after),
      next: `/meetings/${after.number}`,
    };
  },
});
