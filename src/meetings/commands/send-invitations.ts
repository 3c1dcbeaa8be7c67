import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug } from '../../lib/inputs.ts';
import { invitationsAnswer } from '../answers.ts';
import { whoIsCalled } from '../attendance-queries.ts';
import { aboutMeeting, lockMeeting, meetingBy, scopeOfMeeting, type Meeting } from '../load.ts';
import { meetingPermissions } from '../permissions.ts';
import { cures, notNow } from '../refusals.ts';
import { callEvent } from '../told.ts';

/** A meeting that is under way or over calls nobody. */
const isComing = ({ status }: Pick<Meeting, 'status'>): boolean => status === 'draft' || status === 'sent';

/** Calls by mail those who are called to a meeting, with the meeting for their calendar. Sent again, only the new get one. */
export const sendInvitations = defineDeed({
  name: 'send-invitations',
  title: { da: 'Send indkaldelsen', en: 'Send the call' },
  explains: {
    da: 'Alle indkaldte får en mail med mødet til kalenderen. Den, der allerede har fået den, får den ikke igen.',
    en: 'All who are called get a mail with the meeting for their calendar. Those who have got it do not get it again.',
  },
  done: { da: 'Indkaldelsen er sendt.', en: 'The call is sent.' },
  api: { method: 'POST', path: '/meetings/:id/invitations' },
  answers: invitationsAnswer,
  form: '/meetings/:id/invite',
  params: z.object({ id: idOrSlug() }),
  input: z.object({}),
  grounds: meetingPermissions['send-invitations'],
  fields: [],
  scope: (db, { id }) => scopeOfMeeting(db, id),
  about: (db, { id }) => aboutMeeting(db, id),
  tells: async ({ app, db, params }) => {
    const meeting = await meetingBy(db, params.id);
    return isComing(meeting) ? [await callEvent(db, meeting, app.config.baseUrl)] : [];
  },
  run: async ({ tx, params }) => {
    const meeting = await lockMeeting(tx, params.id);
    if (!isComing(meeting)) return { refused: [notNow(meeting, cures.nextMeeting)] };
    const called = (await whoIsCalled(tx, meeting)).length;
    return {
      output: { id: meeting.id, called },
      subject: { kind: 'meeting', id: meeting.id },
      initiativeId: meeting.body.initiativeId,
      after: { number: meeting.number, called },
      next: `/meetings/${meeting.number}`,
    };
  },
});
