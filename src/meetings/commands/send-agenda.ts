import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug } from '../../lib/inputs.ts';
import { agendaSentAnswer } from '../answers.ts';
import { followSeats } from '../attendance-queries.ts';
import { aboutMeeting, lockMeeting, meetingBy, scopeOfMeeting } from '../load.ts';
import { openStatuses } from '../meeting.ts';
import { meetingPermissions } from '../permissions.ts';
import { agendaClosed } from '../refusals.ts';
import { problem } from '../said.ts';
import type { SentItem } from '../sent.ts';
import { agendaEvent } from '../told.ts';
import { changesSinceSent, itemsToSend, lastSent } from '../versions.ts';

/** Sends the agenda: this version stands for ever. What changes afterwards is shown against it; sent again, it is the next. */
export const sendAgenda = defineDeed({
  name: 'send-agenda',
  title: { da: 'Send dagsordenen', en: 'Send the agenda' },
  explains: {
    da: 'Dagsordenen bliver åben for alle, lukkede punkter undtaget. De indkaldte får den på mail. Senere ændringer vises som ændringer.',
    en: 'The agenda becomes open to everybody, closed items excepted. Those called get it by mail. Later changes are shown as changes.',
  },
  done: { da: 'Dagsordenen er sendt.', en: 'The agenda is sent.' },
  api: { method: 'POST', path: '/meetings/:id/send' },
  answers: agendaSentAnswer,
  form: '/meetings/:id/send',
  params: z.object({ id: idOrSlug() }),
  input: z.object({}),
  grounds: meetingPermissions['send-agenda'],
  fields: [],
  scope: (db, { id }) => scopeOfMeeting(db, id),
  about: (db, { id }) => aboutMeeting(db, id),
  tells: async ({ db, params }) => {
    const meeting = await meetingBy(db, params.id);
    if (!openStatuses.includes(meeting.status)) return [];
    const { sent, marks } = await changesSinceSent(db, meeting.id);
    // Sent again without a change, it is a new version that tells nobody anything new.
    if (sent !== null && marks.size === 0) return [];
    return [await agendaEvent(db, meeting, (sent?.version ?? 0) + 1)];
  },
  run: async ({ tx, params, actor, now }) => {
    const meeting = await lockMeeting(tx, params.id);
    if (!openStatuses.includes(meeting.status)) return { refused: [agendaClosed(meeting)] };
    const items = (await itemsToSend(tx, meeting.id)).filter((item) => !item.removed);
    if (items.length === 0)
      return problem(
        '',
        'Dagsordenen er tom. Tilføj et punkt først.',
        'The agenda is empty. Add an item first.',
      );
    await followSeats(tx, meeting, now);
    const version = ((await lastSent(tx, meeting.id))?.version ?? 0) + 1;
    await tx
      .insertInto('agenda_versions')
      .values({
        meeting_id: meeting.id,
        version,
        content: JSON.stringify({ items: items.map(asSent) }),
        sent_by: actor.id,
        sent_at: now,
      })
      .execute();
    await tx
      .updateTable('meetings')
      .set({ version, ...(meeting.status === 'draft' ? { status: 'sent' } : {}) })
      .where('id', '=', meeting.id)
      .execute();
    return {
      output: { version, items: items.length },
      subject: { kind: 'meeting', id: meeting.id },
      initiativeId: meeting.body.initiativeId,
      before: { status: meeting.status },
      after: { status: meeting.status === 'draft' ? 'sent' : meeting.status, version, items: items.length },
      next: `/meetings/${meeting.number}`,
    };
  },
});

/** An item as the version keeps it: what is taken off is left out before. */
const asSent = ({ removed, ...item }: Awaited<ReturnType<typeof itemsToSend>>[number]): SentItem => {
  if (removed) throw new Error(`item ${item.id} is taken off and is not sent`);
  return item;
};
