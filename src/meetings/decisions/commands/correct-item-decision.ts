import { z } from 'zod';
import type { Db } from '../../../db/client.ts';
import { defineDeed } from '../../../deeds/deed.ts';
import { notFound } from '../../../deeds/failure.ts';
import { id } from '../../../lib/inputs.ts';
import { scopeOfItem } from '../../load.ts';
import { notRunning } from '../../ballots/refusals.ts';
import { correctionEvent } from '../../told.ts';
import { itemDecided } from '../answers.ts';
import { decisionFieldsFor, itemDecisionInput, toItemDecision } from '../input.ts';
import { decisionPermissions } from '../permissions.ts';
import { planItem } from '../plan.ts';
import { decisionForJournal, recordOnItem, settleItem } from '../record.ts';
import { correctedAlready, filledSeats } from '../refusals.ts';

/** A decision on an item that answered no case: one that did is corrected on the case’s page. */
async function decisionOn(db: Db, decisionId: string) {
  const row = await db
    .selectFrom('decisions')
    .select(['id', 'number', 'item_id', 'outcome', 'reason'])
    .where('id', '=', decisionId)
    .where('case_id', 'is', null)
    .executeTakeFirst();
  if (row?.item_id == null) throw notFound({ da: 'Beslutningen', en: 'decision' });
  return { ...row, item_id: row.item_id };
}

/** A decision is never edited: what was recorded wrongly is put right by a new one that links back. */
export const correctItemDecision = defineDeed({
  name: 'correct-item-decision',
  title: { da: 'Ret beslutningen', en: 'Correct the decision' },
  explains: {
    da: 'Den tidligere beslutning bliver stående og får et link til den nye, der viser begge datoer.',
    en: 'The earlier decision stays and links to the new one, which shows both dates.',
  },
  done: { da: 'Den nye beslutning er registreret.', en: 'The new decision is recorded.' },
  api: { method: 'POST', path: '/decisions/:id/item-correction', status: 201 },
  answers: itemDecided,
  form: '/decisions/:id/correct-item',
  params: z.object({ id: id() }),
  input: itemDecisionInput,
  grounds: decisionPermissions['correct-item-decision'],
  fields: [],
  fieldsNow: async (cx) => decisionFieldsFor(cx, (await decisionOn(cx.db, cx.params['id'] ?? '')).item_id),
  prefill: async (db, params) => {
    const { outcome, reason } = await decisionOn(db, params.id);
    return { outcome, reason };
  },
  about: async (db, params) => {
    const { number } = await decisionOn(db, params.id);
    return {
      href: `/decisions/${number}`,
      label: { da: `Beslutning ${number}`, en: `Decision ${number}` },
    };
  },
  scope: async (db, params) => scopeOfItem(db, (await decisionOn(db, params.id)).item_id),
  preview: async ({ db, params, input, today }) => {
    const { plan, refusals } = await planCorrection(db, params.id, input, today);
    return { effects: plan.says, refusals, problems: plan.problems };
  },
  tells: async ({ db, params, input, actor, today }) => {
    const { plan } = await planCorrection(db, params.id, input, today);
    const event = await correctionEvent(
      db,
      { meeting: plan.meeting, item: plan.item, earlier: params.id },
      plan.decision,
      actor?.id ?? null,
    );
    return event === null ? [] : [event];
  },
  run: async ({ tx, params, input, actor, now, today }) => {
    const { earlier, plan, refusals } = await planCorrection(tx, params.id, input, today);
    if (plan.problems.length > 0) return { problems: plan.problems };
    if (refusals.length > 0) return { refused: refusals };
    await settleItem(tx, plan.item, plan.meeting, plan.decision);
    const output = await recordOnItem(tx, { plan, corrects: params.id, personId: actor.id, now });
    return {
      output,
      subject: { kind: 'decision', id: output.id },
      initiativeId: plan.item.initiative_id ?? plan.meeting.body.initiativeId,
      before: { decision: earlier.number, outcome: earlier.outcome },
      after: decisionForJournal(plan.item, output),
      next: `/decisions/${output.number}`,
    };
  },
});

/** A correction stands after the meeting too; only what has been corrected is closed. */
async function planCorrection(
  db: Db,
  decisionId: string,
  input: z.output<typeof itemDecisionInput>,
  today: string,
) {
  const earlier = await decisionOn(db, decisionId);
  const plan = await planItem(db, earlier.item_id, toItemDecision(input), today);
  const later = await db
    .selectFrom('decisions')
    .select('number')
    .where('corrects_id', '=', decisionId)
    .executeTakeFirst();
  const filled = await db
    .selectFrom('seats')
    .select('id')
    .where('decision_id', '=', decisionId)
    .executeTakeFirst();
  const held = notRunning(plan.meeting).rule;
  return {
    earlier,
    plan: { ...plan, answers: null },
    refusals: later
      ? [correctedAlready(plan.meeting, later.number)]
      : filled || (plan.fills?.established.length ?? 0) > 0
        ? [filledSeats(plan.meeting)]
        : plan.refusals.filter(({ rule }) => rule !== held),
  };
}
