import { z } from 'zod';
import { insertCase } from '../../cases/commands/open-case.ts';
import { proposerGrounds } from '../../cases/permissions.ts';
import { rightFor } from '../../cases/plan.ts';
import { verdicts, type Verdict } from '../../../rulebook/vocabulary.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { optionalProse, reason } from '../../lib/inputs.ts';
import { groundFor } from '../../people/grounds.ts';
import { lockInitiative } from '../../portfolio/load.ts';
import { assessmentAt, keyOf, placeOf, scopeOfRequirement } from '../load.ts';
import { evaluationPermissions } from '../permissions.ts';
import { hasEnded, noDifference } from '../refusals.ts';
import { aboutRequirement, requirementParams } from '../requirement-inputs.ts';
import { caseOpened } from '../../cases/answers.ts';

/**
 * Where the two voices differ: dialogue first, then a second opinion, in the end the board (evaluation process of
 * 2025). Until both are written down the case is a draft that those who disagree share; then it goes to the board.
 */
export const disputeAssessment = defineDeed({
  name: 'dispute-assessment',
  title: { da: 'Rejs uenigheden som sag', en: 'Take the disagreement up as a case' },
  explains: {
    da: 'Tal sammen først. Bliver I ikke enige, så få en faglig udtalelse fra en tredje. Når begge dele er skrevet, går sagen til bestyrelsen; indtil da er den en kladde.',
    en: 'Talk first. If you do not agree, have a second opinion from a third party. When both are written down, the case goes to the board; until then it is a draft.',
  },
  done: { da: 'Uenigheden er rejst som sag.', en: 'The disagreement is taken up as a case.' },
  api: { method: 'POST', path: '/initiatives/:id/assessments/:requirement/dispute', status: 201 },
  answers: caseOpened,
  form: '/initiatives/:id/requirements/:requirement/dispute',
  params: requirementParams,
  input: z.object({ dialogue: reason(), secondOpinion: optionalProse(5_000) }),
  grounds: evaluationPermissions['dispute-assessment'],
  fields: [
    {
      name: 'dialogue',
      kind: 'textarea',
      label: {
        da: 'Dialog: hvad er I uenige om, og hvad kom samtalen frem til?',
        en: 'Dialogue: what do you disagree on, and what did talking lead to?',
      },
      required: true,
    },
    {
      name: 'secondOpinion',
      kind: 'textarea',
      label: {
        da: 'Faglig udtalelse: hvad siger en tredje?',
        en: 'Second opinion: what does a third party say?',
      },
      hint: {
        da: 'Tom: sagen bliver en kladde, indtil udtalelsen er skrevet.',
        en: 'Empty: the case stays a draft until the opinion is written.',
      },
    },
  ],
  scope: (db, params) => scopeOfRequirement(db, params),
  about: aboutRequirement,
  run: async ({ tx, params, input, actor, scope, now }) => {
    const initiative = await lockInitiative(tx, params.id);
    const { edition, requirement } = placeOf(initiative, params.requirement);
    if (initiative.stage === 'retired') return { refused: [hasEnded(edition)] };
    const level = initiative.level ?? (edition.levels[0]?.id as string);
    const right = rightFor(edition, 'evaluation', level);
    const asking = right.proposes.flatMap((provider) => proposerGrounds[provider]);
    const ground = groundFor(actor, asking, scope);
    if (ground === null) return { noMandate: asking };
    const [self, community] = [
      await assessmentAt(tx, keyOf(initiative, requirement.id, 'self')),
      await assessmentAt(tx, keyOf(initiative, requirement.id, 'community')),
    ];
    if (!self || !community || self.verdict === community.verdict)
      return { refused: [noDifference(edition, requirement)] };
    const word = (verdict: string) => verdicts[verdict as Verdict].da;
    const ending = await insertCase(tx, {
      asked: {
        initiative: initiative.id,
        kind: 'evaluation',
        question: `Hvilken vurdering gælder for ${requirement.label.da}: produktets (${word(self.verdict)}) eller fællesskabets (${word(community.verdict)})?`,
        statement: [
          `Selvevalueringen (${word(self.verdict)}): ${self.explanation || 'uden forklaring'}`,
          `Fællesskabet (${word(community.verdict)}): ${community.explanation || 'uden forklaring'}`,
          `Dialog: ${input.dialogue}`,
        ].join('\n\n'),
        recommendation: '',
        level: '',
        requirement: requirement.id,
        budget: undefined,
        body: undefined,
        awaits: undefined,
        appoints: false,
        deadline: undefined,
        draft: false,
      },
      found: initiative,
      level,
      editionId: edition.id,
      decides: right.decides,
      rule: right.id,
      personId: actor.id,
      now,
      opinion: input.secondOpinion,
    });
    return 'output' in ending ? { ...ending, ground } : ending;
  },
});
