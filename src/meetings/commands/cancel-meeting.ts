import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug, reason } from '../../lib/inputs.ts';
import { meetingFactsAnswer } from '../answers.ts';
import {
  aboutMeeting,
  lockMeeting,
  meetingBy,
  meetingFacts,
  meetingRecord,
  scopeOfMeeting,
} from '../load.ts';
import { openStatuses } from '../meeting.ts';
import { meetingPermissions } from '../permissions.ts';
import { cures, notNow } from '../refusals.ts';
import { cancelEvent } from '../told.ts';

/** Calls a meeting off. Its agenda and attendance stay; what waited comes on the next one. */
export const cancelMeeting = defineDeed({
  name: 'cancel-meeting',
  title: { da: 'Aflys mødet', en: 'Cancel the meeting' },
  explains: {
    da: 'Dagsorden og deltagere bliver stående. Punkterne kommer på det næste møde. Er indkaldelsen sendt, får de indkaldte besked.',
    en: 'Agenda and attendance stay. The items come on the next meeting. If the call was sent, those called are told.',
  },
  done: { da: 'Mødet er aflyst.', en: 'The meeting is cancelled.' },
  api: { method: 'POST', path: '/meetings/:id/cancel' },
  answers: meetingFactsAnswer,
  form: '/meetings/:id/cancel',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ reason: reason() }),
  grounds: meetingPermissions['cancel-meeting'],
  fields: [
    {
      name: 'reason',
      kind: 'textarea',
      label: { da: 'Hvorfor aflyses mødet?', en: 'Why is the meeting cancelled?' },
      required: true,
    },
  ],
  scope: (db, { id }) => scopeOfMeeting(db, id),
  about: (db, { id }) => aboutMeeting(db, id),
  tells: async ({ app, db, params, input }) => {
    const meeting = await meetingBy(db, params.id);
    if (!openStatuses.includes(meeting.status)) return [];
    const event = await cancelEvent(db, meeting, input.reason, app.config.baseUrl);
    return event ? [event] : [];
  },
  run: async ({ tx, params, input, now }) => {
    const before = await lockMeeting(tx, params.id);
    if (!openStatuses.includes(before.status)) return { refused: [notNow(before, cures.nextMeeting)] };
    await tx
      .updateTable('presences')
      .set({ to_at: now })
      .where('to_at', 'is', null)
      .where('attendance_id', 'in', (eb) =>
        eb.selectFrom('attendances').select('id').where('meeting_id', '=', before.id),
      )
      .execute();
    await tx
      .updateTable('meetings')
      .set({ status: 'cancelled', cancelled_reason: input.reason })
      .where('id', '=', before.id)
      .execute();
    const after = await meetingBy(tx, before.id);
    return {
      output: meetingFacts(after),
      subject: { kind: 'meeting', id: after.id },
      initiativeId: after.body.initiativeId,
      before: meetingRecord(before),
      after: { ...meetingRecord(after), reason: input.reason },
      next: `/meetings/${after.number}`,
    };
  },
});
