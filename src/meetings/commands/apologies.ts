import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { id, idOrSlug, optionalLine } from '../../lib/inputs.ts';
import { attendanceAnswer } from '../answers.ts';
import { attendanceFacts, attendanceOf } from '../attending.ts';
import { followSeats } from '../attendance-queries.ts';
import { aboutMeeting, lockMeeting, scopeOfMeeting } from '../load.ts';
import { openStatuses } from '../meeting.ts';
import { calledOptions } from '../options.ts';
import { meetingPermissions } from '../permissions.ts';
import { cures, notNow } from '../refusals.ts';

const personField = {
  name: 'person',
  kind: 'select',
  label: { da: 'Hvem?', en: 'Who?' },
  hint: { da: 'Dig selv, hvis intet er valgt', en: 'Yourself if nothing is chosen' },
  options: calledOptions,
} as const;

/** Says that one does not come; whoever keeps the meeting may say so for another. */
export const sendApologies = defineDeed({
  name: 'send-apologies',
  title: { da: 'Meld afbud', en: 'Send apologies' },
  explains: {
    da: 'Den, der indkalder, ser det, og en suppleant kan træde til.',
    en: 'Whoever calls the meeting sees it, and a substitute can step in.',
  },
  done: { da: 'Afbuddet er noteret.', en: 'The apologies are noted.' },
  api: { method: 'POST', path: '/meetings/:id/apologies' },
  answers: attendanceAnswer,
  form: '/meetings/:id/apologies',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ person: id().optional(), note: optionalLine(300) }),
  grounds: meetingPermissions['send-apologies'],
  fields: [
    personField,
    {
      name: 'note',
      kind: 'text',
      label: { da: 'Bemærkning', en: 'Note' },
      hint: { da: 'Kun organet og sekretariatet ser den', en: 'Only the body and the secretariat see it' },
    },
  ],
  scope: (db, { id: meeting }) => scopeOfMeeting(db, meeting),
  about: (db, { id: meeting }) => aboutMeeting(db, meeting),
  run: async ({ tx, params, input, actor, scope, now }) => {
    const meeting = await lockMeeting(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [notNow(meeting, cures.nextMeeting)] };
    await followSeats(tx, meeting, now);
    const row = await attendanceOf(tx, meeting.id, input.person, actor, scope);
    if (!('id' in row)) return row;
    const after = { ...row, apologies_at: now, apologies_note: input.note };
    await tx
      .updateTable('attendances')
      .set({ apologies_at: now, apologies_note: input.note })
      .where('id', '=', row.id)
      .execute();
    return {
      output: attendanceFacts(after),
      subject: { kind: 'meeting', id: meeting.id },
      initiativeId: meeting.body.initiativeId,
      after: { apologies: row.person_id },
      next: `/meetings/${meeting.number}#attendance`,
    };
  },
});

/** Takes apologies back: one comes after all. */
export const withdrawApologies = defineDeed({
  name: 'withdraw-apologies',
  title: { da: 'Træk afbuddet tilbage', en: 'Withdraw the apologies' },
  explains: { da: 'Personen ventes alligevel til mødet.', en: 'The person is expected after all.' },
  done: { da: 'Afbuddet er trukket tilbage.', en: 'The apologies are withdrawn.' },
  api: { method: 'POST', path: '/meetings/:id/apologies/withdraw' },
  answers: attendanceAnswer,
  form: '/meetings/:id/apologies/withdraw',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ person: id().optional() }),
  grounds: meetingPermissions['withdraw-apologies'],
  fields: [personField],
  scope: (db, { id: meeting }) => scopeOfMeeting(db, meeting),
  about: (db, { id: meeting }) => aboutMeeting(db, meeting),
  run: async ({ tx, params, input, actor, scope }) => {
    const meeting = await lockMeeting(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [notNow(meeting, cures.nextMeeting)] };
    const row = await attendanceOf(tx, meeting.id, input.person, actor, scope);
    if (!('id' in row)) return row;
    const after = { ...row, apologies_at: null };
    await tx
      .updateTable('attendances')
      .set({ apologies_at: null, apologies_note: '' })
      .where('id', '=', row.id)
      .execute();
    return {
      output: attendanceFacts(after),
      subject: { kind: 'meeting', id: meeting.id },
      initiativeId: meeting.body.initiativeId,
      after: { comes: row.person_id },
      next: `/meetings/${meeting.number}#attendance`,
    };
  },
});
