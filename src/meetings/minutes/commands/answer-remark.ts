import { z } from 'zod';
import { defineDeed } from '../../../deeds/deed.ts';
import { id, prose } from '../../../lib/inputs.ts';
import { lockMeeting, scopeOfMeeting } from '../../load.ts';
import { remarkAnswer } from '../answers.ts';
import { aboutMinutes, remarkBy } from '../load.ts';
import { minutesPermissions } from '../permissions.ts';

/** What became of a remark: taken in, with a new draft to come, or why not. */
export const answerRemark = defineDeed({
  name: 'answer-remark',
  title: { da: 'Svar på bemærkningen', en: 'Answer the remark' },
  explains: {
    da: 'Skriv, om referatet rettes. Rettes det, så skriv til punktet, og send et nyt udkast.',
    en: 'Write whether the minutes will change. If so, write at the item and send a new draft.',
  },
  done: { da: 'Bemærkningen er besvaret.', en: 'The remark is answered.' },
  api: { method: 'POST', path: '/minutes-remarks/:id/answer' },
  answers: remarkAnswer,
  form: '/minutes-remarks/:id/answer',
  params: z.object({ id: id() }),
  input: z.object({ answer: prose(5_000) }),
  grounds: minutesPermissions['answer-remark'],
  fields: [],
  // The remark is read while the answer is written.
  fieldsNow: async ({ db, params }) => {
    const asked = id().safeParse(params['id']);
    if (!asked.success) return [];
    const { remark } = await remarkBy(db, asked.data);
    return [
      {
        name: 'answer',
        kind: 'textarea',
        label: { da: 'Svar', en: 'Answer' },
        hint: { da: `Bemærkningen: ${remark}`, en: `The remark: ${remark}` },
        required: true,
      },
    ];
  },
  scope: async (db, params) => scopeOfMeeting(db, (await remarkBy(db, params.id)).meeting_id),
  about: async (db, params) => aboutMinutes(db, (await remarkBy(db, params.id)).meeting_id),
  run: async ({ tx, params, input, actor, now }) => {
    const meeting = await lockMeeting(tx, (await remarkBy(tx, params.id)).meeting_id);
    const row = await remarkBy(tx, params.id);
    if (row.answer !== null)
      return {
        problems: [
          {
            path: '',
            says: {
              da: 'Bemærkningen er besvaret. Svaret bliver stående.',
              en: 'The remark has been answered. The answer stays.',
            },
          },
        ],
      };
    await tx
      .updateTable('minutes_remarks')
      .set({ answer: input.answer, answered_by: actor.id, answered_at: now })
      .where('id', '=', row.id)
      .execute();
    const { version, remark } = row;
    return {
      output: { id: row.id, meeting: meeting.number, version, remark, answer: input.answer },
      subject: { kind: 'meeting', id: meeting.id },
      initiativeId: meeting.body.initiativeId,
      after: { version, remark: row.id },
      next: `/meetings/${meeting.number}/minutes#remarks`,
    };
  },
});
