import { z } from 'zod';
import { defineDeed } from '../../../deeds/deed.ts';
import { idOrSlug } from '../../../lib/inputs.ts';
import { lockMeeting, meetingBy, scopeOfMeeting } from '../../load.ts';
import { minutesPublishedEvent } from '../../told.ts';
import { versionAnswer } from '../answers.ts';
import { aboutMinutes, newestVersion } from '../load.ts';
import { minutesPermissions } from '../permissions.ts';
import { alreadyPublished, notApproved } from '../refusals.ts';

/** Puts approved minutes where everybody can read them: closed items as number and ground, people as roles. */
export const publishMinutes = defineDeed({
  name: 'publish-minutes',
  title: { da: 'Offentliggør referatet', en: 'Publish the minutes' },
  explains: {
    da: 'Alle kan så læse referatet. Lukkede punkter står kun med nummer og begrundelse, og besøgende ser roller i stedet for navne.',
    en: 'Everybody can then read the minutes. Closed items stand with number and ground only, and visitors see roles for names.',
  },
  done: { da: 'Referatet er offentliggjort.', en: 'The minutes are published.' },
  api: { method: 'POST', path: '/meetings/:id/minutes/publish' },
  answers: versionAnswer,
  form: '/meetings/:id/minutes/publish',
  params: z.object({ id: idOrSlug() }),
  input: z.object({}),
  grounds: minutesPermissions['publish-minutes'],
  fields: [],
  scope: (db, params) => scopeOfMeeting(db, params.id),
  about: (db, params) => aboutMinutes(db, params.id),
  tells: async ({ db, params }) => {
    const meeting = await meetingBy(db, params.id);
    const newest = await newestVersion(db, meeting.id);
    return newest ? [await minutesPublishedEvent(db, meeting, newest.version)] : [];
  },
  run: async ({ tx, params, now }) => {
    const meeting = await lockMeeting(tx, params.id);
    const newest = await newestVersion(tx, meeting.id);
    if (newest?.status !== 'approved') return { refused: [notApproved(meeting)] };
    if (newest.publishedAt !== null) return { refused: [alreadyPublished(meeting)] };
    const { version } = newest;
    const row = await tx
      .updateTable('minutes_versions')
      .set({ published_at: now })
      .where('meeting_id', '=', meeting.id)
      .where('version', '=', version)
      .returning(['remarks_until as remarksUntil', 'approved_at as approvedAt'])
      .executeTakeFirstOrThrow();
    await tx.updateTable('meetings').set({ status: 'published' }).where('id', '=', meeting.id).execute();
    return {
      output: { meeting: meeting.number, version, status: 'approved', ...row, publishedAt: now },
      subject: { kind: 'meeting', id: meeting.id },
      initiativeId: meeting.body.initiativeId,
      before: { version, status: meeting.status },
      after: { version, status: 'published' },
      next: `/meetings/${meeting.number}/minutes`,
    };
  },
});
