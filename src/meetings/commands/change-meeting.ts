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
  type Meeting,
} from '../load.ts';
import { meetingPermissions } from '../permissions.ts';
import { cures, notNow } from '../refusals.ts';
import { changeEvent } from '../told.ts';
import { spanOf, whenFields, whenOf, whereFields } from '../when.ts';

const input = z.object({
  on: isoDate().optional(),
  from: timeOfDay().optional(),
  until: timeOfDay().optional(),
  lastDay: isoDate().nullable().optional(),
  place: editedLine(200),
  onlineUrl: webAddress().nullable().optional(),
  papersDueOn: isoDate().nullable().optional(),
  title: editedLine(200),
});

/** The meeting's own columns as they will be; what is not asked for stays. */
function changed(before: Meeting, asked: z.output<typeof input>) {
  const was = whenOf(before);
  const span = spanOf({
    on: asked.on ?? was.on,
    from: asked.from ?? was.from,
    until: asked.until ?? was.until,
    lastDay: asked.lastDay === undefined ? was.lastDay : (asked.lastDay ?? undefined),
  });
  if ('problems' in span) return span;
  return {
    starts_at: span.starts,
    ends_at: span.ends,
    place: asked.place ?? before.place,
    online_url: asked.onlineUrl === undefined ? before.online_url : asked.onlineUrl,
    papers_due_on: asked.papersDueOn === undefined ? before.papers_due_on : asked.papersDueOn,
    title: asked.title ?? before.title,
  };
}

const mayChange = ({ status }: Meeting): boolean => status === 'draft' || status === 'sent';

/** Moves a meeting in time or place. Who is called follows the seats of the new day. */
export const changeMeeting = defineDeed({
  name: 'change-meeting',
  title: { da: 'Ret tid og sted', en: 'Change time and place' },
  explains: {
    da: 'De indkaldte følger pladserne på den nye dag. Er indkaldelsen sendt, får de besked om nyt tidspunkt, sted eller navn.',
    en: 'Who is called follows the seats of the new day. If the call was sent, they are told of a new time, place or name.',
  },
  done: { da: 'Mødet er rettet.', en: 'The meeting is changed.' },
  api: { method: 'PATCH', path: '/meetings/:id' },
  answers: meetingFactsAnswer,
  form: '/meetings/:id/edit',
  params: z.object({ id: idOrSlug() }),
  input,
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
  tells: async ({ app, db, params, input: asked }) => {
    const before = await meetingBy(db, params.id);
    const change = changed(before, asked);
    if (!mayChange(before) || 'problems' in change) return [];
    const event = await changeEvent(db, before, change, app.config.baseUrl);
    return event ? [event] : [];
  },
  run: async ({ tx, params, input: asked, now }) => {
    const before = await lockMeeting(tx, params.id);
    if (!mayChange(before)) return { refused: [notNow(before, cures.nextMeeting)] };
    const change = changed(before, asked);
    if ('problems' in change) return change;
    await tx.updateTable('meetings').set(change).where('id', '=', before.id).execute();
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
