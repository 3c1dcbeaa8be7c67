import { z } from 'zod';
import { defineDeed } from '../../../deeds/deed.ts';
import { newId } from '../../../lib/id.ts';
import { idOrSlug, prose } from '../../../lib/inputs.ts';
import { lockMeeting, scopeOfMeeting } from '../../load.ts';
import { remarkAnswer } from '../answers.ts';
import { aboutMinutes, newestVersion } from '../load.ts';
import { minutesPermissions } from '../permissions.ts';
import { nothingSent } from '../refusals.ts';

/** What somebody who was called thinks should stand otherwise. Read by those called and those who write the minutes. */
export const remarkOnMinutes = defineDeed({
  name: 'remark-on-minutes',
  title: { da: 'Skriv en bemærkning til referatet', en: 'Write a remark on the minutes' },
  explains: {
    da: 'De indkaldte og referenten kan læse bemærkningen. Den står ikke i referatet.',
    en: 'Those called and the minute-taker can read the remark. It does not stand in the minutes.',
  },
  done: { da: 'Bemærkningen er skrevet.', en: 'The remark is written.' },
  api: { method: 'POST', path: '/meetings/:id/minutes/remarks', status: 201 },
  answers: remarkAnswer,
  form: '/meetings/:id/minutes/remark',
  params: z.object({ id: idOrSlug() }),
  input: z.object({ remark: prose(5_000) }),
  grounds: minutesPermissions['remark-on-minutes'],
  fields: [{ name: 'remark', kind: 'textarea', label: { da: 'Bemærkning', en: 'Remark' }, required: true }],
  scope: (db, params) => scopeOfMeeting(db, params.id),
  about: (db, params) => aboutMinutes(db, params.id),
  run: async ({ tx, params, input, actor, now }) => {
    const meeting = await lockMeeting(tx, params.id);
    const newest = await newestVersion(tx, meeting.id);
    if (newest?.status !== 'draft') return { refused: [nothingSent(meeting)] };
    const { version } = newest;
    const id = newId();
    const row = { id, meeting_id: meeting.id, version, person_id: actor.id, remark: input.remark };
    await tx
      .insertInto('minutes_remarks')
      .values({ ...row, written_at: now })
      .execute();
    return {
      output: { id, meeting: meeting.number, version, remark: input.remark, answer: null },
      subject: { kind: 'meeting', id: meeting.id },
      initiativeId: meeting.body.initiativeId,
      after: { version, remark: id },
      next: `/meetings/${meeting.number}/minutes#remarks`,
    };
  },
});
