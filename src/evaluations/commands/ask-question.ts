import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { prose } from '../../lib/inputs.ts';
import { initiativeBy } from '../../portfolio/load.ts';
import { placeOf, scopeOfRequirement } from '../load.ts';
import { evaluationPermissions } from '../permissions.ts';
import { aboutRequirement, requirementParams, requirementPath } from '../requirement-inputs.ts';
import { questionAsked } from '../requirement-answers.ts';

/** A question about what a requirement means here. It waits with the secretariat and stays with the requirement. */
export const askQuestion = defineDeed({
  name: 'ask-question',
  title: { da: 'Stil et spørgsmål', en: 'Ask a question' },
  explains: {
    da: 'Spørgsmålet går til sekretariatet. Spørgsmål og svar kan læses af alle og bliver stående ved kravet.',
    en: 'The question goes to the secretariat. Question and answer can be read by all and stay with the requirement.',
  },
  done: { da: 'Spørgsmålet er sendt til sekretariatet.', en: 'The question is sent to the secretariat.' },
  api: { method: 'POST', path: '/initiatives/:id/assessments/:requirement/questions', status: 201 },
  answers: questionAsked,
  form: '/initiatives/:id/requirements/:requirement/ask',
  params: requirementParams,
  input: z.object({ question: prose(5_000) }),
  grounds: evaluationPermissions['ask-question'],
  fields: [
    { name: 'question', kind: 'textarea', label: { da: 'Spørgsmål', en: 'Question' }, required: true },
  ],
  scope: (db, params) => scopeOfRequirement(db, params),
  about: aboutRequirement,
  run: async ({ tx, params, input, actor, now }) => {
    const initiative = await initiativeBy(tx, params.id);
    const { edition, requirement } = placeOf(initiative, params.requirement);
    const row = {
      id: newId(),
      initiative_id: initiative.id,
      edition: edition.id,
      requirement: requirement.id,
      question: input.question,
      asked_by: actor.id,
      asked_at: now,
    };
    await tx.insertInto('requirement_questions').values(row).execute();
    return {
      output: { id: row.id, requirement: requirement.id, question: row.question, answer: null },
      subject: { kind: 'question', id: row.id },
      initiativeId: initiative.id,
      after: { requirement: requirement.id, question: row.question },
      edition: edition.id,
      next: `${requirementPath(initiative.slug, requirement.id)}#questions`,
    };
  },
});
