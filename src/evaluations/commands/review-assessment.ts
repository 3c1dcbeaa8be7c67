import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { groundFor } from '../../people/grounds.ts';
import { lockInitiative } from '../../portfolio/load.ts';
import { assessmentAt, keyOf, placeOf, scopeOfRequirement } from '../load.ts';
import { evaluationPermissions, voiceGrounds } from '../permissions.ts';
import { hasEnded, ownReview } from '../refusals.ts';
import {
  aboutRequirement,
  assessmentSubject,
  chosenVoice,
  requirementParams,
  requirementPath,
  voiceField,
  voiceInput,
} from '../requirement-inputs.ts';
import { assessmentReviewed } from '../requirement-answers.ts';

/** A second person has looked an assessment through and stands by it. */
export const reviewAssessment = defineDeed({
  name: 'review-assessment',
  title: { da: 'Gennemse vurderingen', en: 'Review the assessment' },
  explains: {
    da: 'Du står inde for, at vurderingen holder, og at dokumentationen siger det samme. Er du uenig, så giv en ny vurdering i stedet.',
    en: 'You vouch that the assessment holds and that the evidence says the same. If you disagree, give a new assessment instead.',
  },
  done: { da: 'Vurderingen er gennemset.', en: 'The assessment is reviewed.' },
  api: { method: 'POST', path: '/initiatives/:id/assessments/:requirement/review' },
  answers: assessmentReviewed,
  form: '/initiatives/:id/requirements/:requirement/review',
  params: requirementParams,
  input: z.object({ voice: voiceInput() }),
  grounds: evaluationPermissions['review-assessment'],
  fields: [voiceField],
  scope: (db, params) => scopeOfRequirement(db, params),
  about: aboutRequirement,
  prefill: async (db, params, actor, given) => ({ voice: await chosenVoice(db, params, actor, given) }),
  run: async ({ tx, params, input, actor, scope, now, today }) => {
    const ground = groundFor(actor, voiceGrounds[input.voice], scope);
    if (ground === null) return { noMandate: voiceGrounds[input.voice] };
    const initiative = await lockInitiative(tx, params.id);
    const { edition, requirement } = placeOf(initiative, params.requirement);
    if (initiative.stage === 'retired') return { refused: [hasEnded(edition)] };
    const key = keyOf(initiative, requirement.id, input.voice);
    const row = await assessmentAt(tx, key);
    if (!row)
      return {
        problems: [
          {
            path: 'voice',
            says: {
              da: 'Der er ingen vurdering at gennemse endnu.',
              en: 'There is no assessment to review yet.',
            },
          },
        ],
      };
    if (row.checked_by === actor.id) return { refused: [ownReview(edition)] };
    await tx
      .updateTable('assessments')
      .set({ reviewed_by: actor.id, reviewed_at: now, version: row.version + 1 })
      .where('initiative_id', '=', key.initiative_id)
      .where('edition', '=', key.edition)
      .where('requirement', '=', key.requirement)
      .where('voice', '=', key.voice)
      .execute();
    return {
      output: { requirement: requirement.id, voice: input.voice, verdict: row.verdict, reviewedOn: today },
      subject: assessmentSubject(key),
      initiativeId: initiative.id,
      after: { voice: input.voice, verdict: row.verdict, reviewed: true },
      ground,
      edition: edition.id,
      next: requirementPath(initiative.slug, requirement.id),
    };
  },
});
