import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { id, prose } from '../../lib/inputs.ts';
import { initiativeBy } from '../../portfolio/load.ts';
import { lockQuestion, questionBy } from '../load.ts';
import { evaluationPermissions } from '../permissions.ts';
import { aboutQuestion, requirementPath } from '../requirement-inputs.ts';
import { questionAnswered } from '../requirement-answers.ts';

/** The secretariat's answer. It stays with the requirement, for this initiative and as an example for others. */
export const answerQuestion = defineDeed({
  name: 'answer-question',
  title: { da: 'Svar på spørgsmålet', en: 'Answer the question' },
  explains: {
    da: 'Svaret kan læses af alle og bliver stående ved kravet. Det kan ikke rettes bagefter.',
    en: 'The answer can be read by all and stays with the requirement. It cannot be changed afterwards.',
  },
  done: { da: 'Svaret er givet.', en: 'The answer is given.' },
  api: { method: 'POST', path: '/questions/:id/answer' },
  answers: questionAnswered,
  form: '/questions/:id/answer',
  params: z.object({ id: id() }),
  input: z.object({ answer: prose(10_000) }),
  grounds: evaluationPermissions['answer-question'],
  fields: [],
  // The question is read while the answer is written.
  fieldsNow: async ({ db, params }) => {
    const asked = id().safeParse(params['id']);
    if (!asked.success) return [];
    const { question } = await questionBy(db, asked.data);
    return [
      {
        name: 'answer',
        kind: 'textarea',
        label: { da: 'Svar', en: 'Answer' },
        hint: { da: `Spørgsmålet: ${question}`, en: `The question: ${question}` },
        required: true,
      },
    ];
  },
  scope: async (db, params) => ({ initiativeId: (await questionBy(db, params.id)).initiative_id }),
  about: aboutQuestion,
  run: async ({ tx, params, input, actor, now }) => {
    const row = await lockQuestion(tx, params.id);
    if (row.answer !== null)
      return {
        problems: [
          {
            path: '',
            says: {
              da: 'Spørgsmålet er besvaret. Er der mere at sige, så stil et nyt.',
              en: 'The question has been answered. If there is more to say, ask a new one.',
            },
          },
        ],
      };
    await tx
      .updateTable('requirement_questions')
      .set({ answer: input.answer, answered_by: actor.id, answered_at: now })
      .where('id', '=', row.id)
      .execute();
    const initiative = await initiativeBy(tx, row.initiative_id);
    return {
      output: { id: row.id, requirement: row.requirement, question: row.question, answer: input.answer },
      subject: { kind: 'question', id: row.id },
      initiativeId: initiative.id,
      before: { question: row.question, answer: null },
      after: { requirement: row.requirement, answer: input.answer },
      edition: row.edition,
      next:
        row.edition === initiative.edition
          ? `${requirementPath(initiative.slug, row.requirement)}#questions`
          : '/questions',
    };
  },
});
