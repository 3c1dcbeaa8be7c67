import { z } from 'zod';
import { defineDeed, type Problem } from '../../../deeds/deed.ts';
import { idOrSlug, isoDate } from '../../../lib/inputs.ts';
import { plusDays } from '../../../lib/time.ts';
import { aboutMeeting, lockMeeting, meetingBy, scopeOfMeeting } from '../../load.ts';
import { minutesDraftEvent } from '../../told.ts';
import { versionAnswer } from '../answers.ts';
import { addVersion, newestVersion } from '../load.ts';
import { minutesPermissions } from '../permissions.ts';
import { alreadyApproved, notHeldYet } from '../refusals.ts';

/** Days members have for remarks where nobody says otherwise. */
export const remarkDays = 8;

/** A day by which remarks are asked for is not in the past. */
export const remarksUntilPast: Problem = {
  path: 'remarksUntil',
  says: {
    da: 'Fristen for bemærkninger er passeret. Vælg en dag frem i tiden.',
    en: 'The deadline for remarks has passed. Choose a day to come.',
  },
};

/** Derives the minutes of a meeting that is over and sends them to those called. Sent anew, they are the next version. */
export const draftMinutes = defineDeed({
  name: 'draft-minutes',
  title: { da: 'Send udkast til referat', en: 'Send draft minutes' },
  explains: {
    da: 'Referatet dannes af det, der er noteret om mødet, og fryses. De indkaldte kan skrive bemærkninger og godkende det.',
    en: 'The minutes are made from what is noted about the meeting, and frozen. Those called can write remarks and approve them.',
  },
  done: { da: 'Udkastet er sendt til de indkaldte.', en: 'The draft is sent to those called.' },
  api: { method: 'POST', path: '/meetings/:id/minutes', status: 201 },
  answers: versionAnswer,
  form: '/meetings/:id/minutes/new',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ remarksUntil: isoDate().optional() }),
  grounds: minutesPermissions['draft-minutes'],
  fields: [
    {
      name: 'remarksUntil',
      kind: 'date',
      label: { da: 'Frist for bemærkninger', en: 'Deadline for remarks' },
      hint: { da: 'Otte dage, hvis feltet er tomt', en: 'Eight days if left empty' },
    },
  ],
  scope: (db, params) => scopeOfMeeting(db, params.id),
  about: (db, params) => aboutMeeting(db, params.id),
  tells: async ({ db, params, input, today }) => {
    const meeting = await meetingBy(db, params.id);
    const version = ((await newestVersion(db, meeting.id))?.version ?? 0) + 1;
    const remarksUntil = input.remarksUntil ?? plusDays(today, remarkDays);
    return [await minutesDraftEvent(db, meeting, version, remarksUntil)];
  },
  run: async ({ tx, params, input, actor, now, today }) => {
    const meeting = await lockMeeting(tx, params.id);
    if (meeting.status === 'approved' || meeting.status === 'published')
      return { refused: [alreadyApproved(meeting)] };
    if (meeting.status !== 'minutes-draft') return { refused: [notHeldYet(meeting)] };
    const remarksUntil = input.remarksUntil ?? plusDays(today, remarkDays);
    if (remarksUntil < today) return { problems: [remarksUntilPast] };
    const before = await newestVersion(tx, meeting.id);
    const version = await addVersion(tx, meeting, { remarksUntil, because: null, actor, now });
    const facts = { version, status: 'draft', remarksUntil };
    return {
      output: { meeting: meeting.number, ...facts, approvedAt: null, publishedAt: null },
      subject: { kind: 'meeting', id: meeting.id },
      initiativeId: meeting.body.initiativeId,
      before: before && { version: before.version },
      after: facts,
      next: `/meetings/${meeting.number}/minutes`,
    };
  },
});
