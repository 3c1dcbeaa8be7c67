import { z } from 'zod';
import { recordDecision } from '../../../cases/commands/decide-case.ts';
import { decisionEvent } from '../../../cases/told.ts';
import { defineDeed, type Done } from '../../../deeds/deed.ts';
import { id } from '../../../lib/inputs.ts';
import { aboutItem, scopeOfItem } from '../../load.ts';
import { itemDecided } from '../answers.ts';
import { decisionFieldsFor, itemDecisionInput, latestBallot, toItemDecision } from '../input.ts';
import { decisionPermissions } from '../permissions.ts';
import { planItem } from '../plan.ts';
import { minutesDecided } from '../../minutes/decided.ts';
import { decidedItem, decisionForJournal, recordOnItem, settleItem } from '../record.ts';

/**
 * Records what the body decided on an item. Where the item carries a case that waits, it is the case's answer and takes
 * effect in the same transaction, exactly as on the case's page.
 */
export const decideItem = defineDeed({
  name: 'decide-item',
  title: { da: 'Registrér beslutningen', en: 'Record the decision' },
  explains: {
    da: 'Beslutningen får et nummer, træder i kraft med det samme og rettes kun med en ny beslutning.',
    en: 'The decision gets a number, takes effect at once and is corrected only by a new decision.',
  },
  done: { da: 'Beslutningen er registreret.', en: 'The decision is recorded.' },
  api: { method: 'POST', path: '/agenda-items/:id/decisions', status: 201 },
  answers: itemDecided,
  form: '/agenda-items/:id/decide',
  params: z.object({ id: id() }),
  input: itemDecisionInput,
  grounds: decisionPermissions['decide-item'],
  fields: [],
  fieldsNow: (cx) => decisionFieldsFor(cx, cx.params['id'] ?? ''),
  prefill: async (db, { id: item }) => ({ ballot: await latestBallot(db, item) }),
  about: (db, { id: item }) => aboutItem(db, item),
  scope: (db, { id: item }) => scopeOfItem(db, item),
  preview: async ({ db, params, input, today }) => {
    const { says, refusals, problems } = await planItem(db, params.id, toItemDecision(input), today);
    return { effects: says, refusals, problems };
  },
  tells: async ({ db, params, input, actor, today }) => {
    const plan = await planItem(db, params.id, toItemDecision(input), today);
    // What was decided behind closed doors goes into no mail.
    if (plan.answers === null || plan.item.closed_ground !== null) return [];
    const { asked, plan: answer } = plan.answers;
    const decided = {
      asked,
      body: answer.body,
      outcome: plan.decision.outcome,
      reason: plan.decision.reason,
    };
    return [await decisionEvent(db, decided, today, actor?.id ?? null)];
  },
  run: async ({ tx, params, input, actor, now, today }) => {
    const plan = await planItem(tx, params.id, toItemDecision(input), today);
    if (plan.problems.length > 0) return { problems: plan.problems };
    if (plan.refusals.length > 0) return { refused: plan.refusals };
    const { item, meeting, ballot, answers } = plan;
    await settleItem(tx, item, meeting, plan.decision);
    await minutesDecided(
      tx,
      { sourceKey: item.source_key, outcome: plan.decision.outcome },
      { by: actor.id, now },
    );
    const next = `/meetings/${meeting.number}/items/${item.number}#decisions`;
    if (answers === null) {
      const output = await recordOnItem(tx, { plan, corrects: null, personId: actor.id, now });
      return {
        output,
        subject: { kind: 'decision', id: output.id },
        initiativeId: item.initiative_id ?? meeting.body.initiativeId,
        after: decisionForJournal(item, output),
        next,
      };
    }
    const done = (await recordDecision(tx, {
      asked: answers.asked,
      decision: plan.decision,
      plan: answers.plan,
      effects: answers.plan.effects,
      corrects: null,
      item: { id: item.id, ballotId: ballot?.id ?? null, consensus: ballot === null },
      personId: actor.id,
      now,
    })) as Done;
    const output = decidedItem(plan, {
      id: done.subject.id,
      number: Number(done.output['number']),
      case: answers.asked.number,
      rule: answers.plan.right.id,
      edition: answers.plan.edition.id,
      effects: answers.plan.effects,
      corrects: null,
      recordedAt: now,
    });
    return { ...done, output, after: decisionForJournal(item, output), next };
  },
});
