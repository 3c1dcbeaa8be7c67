import { z } from 'zod';
import type { DecisionKind } from '../../../rulebook/vocabulary.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug, isoDate, line, editedProse, reason } from '../../lib/inputs.ts';
import { editionOf } from '../../rules/edition-of.ts';
import { initiativeBy } from '../../portfolio/load.ts';
import { caseBy, lockCase, scopeOfCase } from '../load.ts';
import { casePermissions, needsRecommendation } from '../permissions.ts';
import { levelOf, rightFor } from '../plan.ts';
import { bodyMissing, caseClosed } from '../refusals.ts';
import { awaitedBody } from './open-case.ts';
import { caseSent, caseWithdrawn, caseWritten } from '../answers.ts';
import { opinionOf, opinionProblems } from '../second-opinion.ts';

const params = z.object({ id: idOrSlug() });
const isOpen = (status: string): boolean => status === 'draft' || status === 'waiting';

/** Writes the paper a body decides on: facts and recommendation (report §4.1.3, p. 10; p. 20). */
export const writeRecommendation = defineDeed({
  name: 'write-recommendation',
  title: { da: 'Skriv sagen', en: 'Write the case' },
  explains: {
    da: 'Sagsfremstillingen siger, hvad sagen drejer sig om; indstillingen siger, hvad organet bør beslutte.',
    en: 'The statement says what the case is about; the recommendation says what the body should decide.',
  },
  done: { da: 'Sagen er gemt.', en: 'The case is saved.' },
  api: { method: 'PATCH', path: '/cases/:id' },
  answers: caseWritten,
  form: '/cases/:id/edit',
  params,
  input: z.object({
    question: line(300).optional(),
    statement: editedProse(),
    recommendation: editedProse(),
    secondOpinion: editedProse().describe('What a third party says, in a case that waits for it'),
    deadline: isoDate().nullish(),
  }),
  grounds: casePermissions['write-recommendation'],
  fields: [
    {
      name: 'question',
      kind: 'text',
      label: { da: 'Spørgsmålet i én sætning', en: 'The question in one sentence' },
      required: true,
    },
    { name: 'statement', kind: 'textarea', label: { da: 'Sagsfremstilling', en: 'Statement of facts' } },
    { name: 'recommendation', kind: 'textarea', label: { da: 'Indstilling', en: 'Recommendation' } },
    {
      name: 'secondOpinion',
      kind: 'textarea',
      label: {
        da: 'Faglig udtalelse: hvad siger en tredje?',
        en: 'Second opinion: what does a third party say?',
      },
      hint: {
        da: 'Sagen kan sendes til bestyrelsen, når udtalelsen er skrevet.',
        en: 'The case can be sent to the board once the opinion is written.',
      },
      shown: async ({ db, params: { id = '' } }) => (await caseBy(db, id)).opinion_wanted,
    },
    { name: 'deadline', kind: 'date', label: { da: 'Frist', en: 'Deadline' } },
  ],
  scope: (db, { id }) => scopeOfCase(db, id),
  prefill: async (db, { id }) => {
    const row = await caseBy(db, id);
    return {
      question: row.question,
      statement: row.statement,
      recommendation: row.recommendation,
      secondOpinion: row.opinion,
      deadline: row.deadline,
    };
  },
  run: async ({ tx, params: { id }, input }) => {
    const row = await lockCase(tx, id);
    if (!isOpen(row.status)) return { refused: [caseClosed(row.edition, row.number)] };
    const problems = opinionProblems(row, input.secondOpinion);
    if (problems.length > 0) return { problems };
    const opinion = input.secondOpinion ?? row.opinion;
    const after = {
      question: input.question ?? row.question,
      statement: input.statement ?? row.statement,
      recommendation: input.recommendation ?? row.recommendation,
      deadline: input.deadline === undefined ? row.deadline : input.deadline,
    };
    await tx
      .updateTable('cases')
      .set({ ...after, opinion, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute();
    return {
      output: {
        id: row.id,
        number: row.number,
        status: row.status,
        ...after,
        secondOpinion: opinionOf({ ...row, opinion }),
      },
      subject: { kind: 'case', id: row.id },
      initiativeId: row.initiative_id,
      before: {
        question: row.question,
        statement: row.statement,
        recommendation: row.recommendation,
        deadline: row.deadline,
        ...(row.opinion_wanted ? { secondOpinion: row.opinion } : {}),
      },
      after: { ...after, ...(row.opinion_wanted ? { secondOpinion: opinion } : {}) },
      edition: row.edition,
      next: `/cases/${row.number}`,
    };
  },
});

/** Sends a draft to the body that decides: from then on it waits there. */
export const sendCase = defineDeed({
  name: 'send-case',
  title: { da: 'Send til organet, der beslutter', en: 'Send to the body that decides' },
  explains: {
    da: 'Sagen kommer i kø hos organet. Den kan stadig trækkes tilbage.',
    en: 'The case is queued with the body. It can still be withdrawn.',
  },
  done: { da: 'Sagen er sendt.', en: 'The case is sent.' },
  api: { method: 'POST', path: '/cases/:id/sending' },
  answers: caseSent,
  form: '/cases/:id/send',
  params,
  input: z.object({}),
  grounds: casePermissions['send-case'],
  fields: [],
  scope: (db, { id }) => scopeOfCase(db, id),
  run: async ({ tx, params: { id }, now }) => {
    const row = await lockCase(tx, id);
    if (row.status !== 'draft') return { refused: [caseClosed(row.edition, row.number)] };
    const kind = row.kind as DecisionKind;
    const edition = editionOf(row.edition);
    const initiative = await initiativeBy(tx, row.initiative_id as string);
    const right = rightFor(edition, kind, levelOf(row, initiative.level, edition));
    if (needsRecommendation.includes(kind) && row.recommendation === '') {
      return {
        refused: [
          {
            rule: right.id,
            says: { da: 'Organet beslutter på en indstilling.', en: 'The body decides on a recommendation.' },
            source: { edition: edition.id, ...right.source },
            because: { da: 'Sagen har ingen indstilling endnu.', en: 'The case has no recommendation yet.' },
            cure: { da: 'Skriv indstillingen, og send så.', en: 'Write the recommendation, then send.' },
          },
        ],
      };
    }
    if (row.opinion_wanted && row.opinion === '') {
      return {
        refused: [
          {
            rule: right.id,
            says: {
              da: 'Bestyrelsen får uenigheden med en faglig udtalelse fra en tredje.',
              en: 'The board gets the disagreement with a second opinion from a third party.',
            },
            source: { edition: edition.id, ...right.source },
            because: { da: 'Udtalelsen er ikke skrevet endnu.', en: 'The opinion is not written yet.' },
            cure: {
              da: 'Skriv udtalelsen på sagen, og send så.',
              en: 'Write the opinion on the case, then send.',
            },
          },
        ],
      };
    }
    if (kind === 'approval' && initiative.stage !== 'concept') {
      return {
        refused: [
          {
            rule: 'P4',
            says: {
              da: 'En sag, der er sendt tilbage til idégenerering, kommer igen som koncept.',
              en: 'A case sent back to idea generation comes again as a concept.',
            },
            source: { edition: edition.id, ...right.source },
            because: {
              da: 'Initiativet er ikke et koncept lige nu.',
              en: 'The initiative is not a concept just now.',
            },
            cure: {
              da: 'Gør initiativet til koncept igen, og send så sagen.',
              en: 'Turn the initiative into a concept again, then send the case.',
            },
          },
        ],
      };
    }
    const body = await awaitedBody(tx, right.decides, undefined, kind, initiative.id);
    if (!body) return { refused: [bodyMissing(edition.id, right.decides[0] ?? 'board')] };
    await tx
      .updateTable('cases')
      .set({
        status: 'waiting',
        awaits_body_id: body.id,
        awaits_since: now,
        points: '[]',
        version: row.version + 1,
      })
      .where('id', '=', row.id)
      .execute();
    return {
      output: { id: row.id, number: row.number, status: 'waiting', awaits: body },
      subject: { kind: 'case', id: row.id },
      initiativeId: row.initiative_id,
      before: { status: 'draft' },
      after: { status: 'waiting', awaits: body.kind },
      edition: row.edition,
      next: `/cases/${row.number}`,
    };
  },
});

/** Takes a case back before it is decided. */
export const withdrawCase = defineDeed({
  name: 'withdraw-case',
  title: { da: 'Træk sagen tilbage', en: 'Withdraw the case' },
  explains: {
    da: 'Sagen venter ikke længere nogen steder. Den kan rejses igen.',
    en: 'The case waits nowhere any more. It can be opened again.',
  },
  done: { da: 'Sagen er trukket tilbage.', en: 'The case is withdrawn.' },
  api: { method: 'POST', path: '/cases/:id/withdrawal' },
  answers: caseWithdrawn,
  form: '/cases/:id/withdraw',
  params,
  input: z.object({ reason: reason() }),
  grounds: casePermissions['withdraw-case'],
  fields: [{ name: 'reason', kind: 'textarea', label: { da: 'Begrundelse', en: 'Reason' }, required: true }],
  scope: (db, { id }) => scopeOfCase(db, id),
  run: async ({ tx, params: { id }, input }) => {
    const row = await lockCase(tx, id);
    if (!isOpen(row.status)) return { refused: [caseClosed(row.edition, row.number)] };
    await tx
      .updateTable('cases')
      .set({ status: 'withdrawn', version: row.version + 1 })
      .where('id', '=', row.id)
      .execute();
    return {
      output: { id: row.id, number: row.number, status: 'withdrawn' },
      subject: { kind: 'case', id: row.id },
      initiativeId: row.initiative_id,
      before: { status: row.status },
      after: { status: 'withdrawn', reason: input.reason },
      edition: row.edition,
      next: `/cases/${row.number}`,
    };
  },
});
