import { newId } from '../lib/id.ts';
import type { Tx } from '../db/client.ts';
import type { Effect } from './effects.ts';
import type { Case } from './load.ts';

export interface Applying {
  readonly asked: Case;
  readonly decisionId: string;
  readonly edition: string;
  readonly decidedOn: string;
  readonly personId: string;
  readonly now: string;
}

/** Carries out the effects of a decision, in order, inside the deciding transaction. */
export async function applyEffects(tx: Tx, effects: readonly Effect[], cx: Applying): Promise<void> {
  for (const effect of effects) await applyEffect(tx, effect, cx);
}

async function applyEffect(
  tx: Tx,
  effect: Effect,
  { asked, decisionId, edition, personId, now }: Applying,
): Promise<void> {
  const initiativeId = asked.initiative_id as string;
  const initiative = () => tx.updateTable('initiatives').where('id', '=', initiativeId);
  const theCase = () => tx.updateTable('cases').where('id', '=', asked.id);
  switch (effect.kind) {
    case 'set-level':
      await initiative().set({ level: effect.to, changed_at: now }).execute();
      return;
    case 'record-level':
      await tx
        .insertInto('level_decisions')
        .values({
          id: newId(),
          initiative_id: initiativeId,
          decision_id: decisionId,
          level: effect.level,
          edition,
          by_kind: effect.by,
          decided_at: now,
        })
        .execute();
      return;
    case 'set-stage':
      await initiative()
        .set({ stage: effect.to, ended_as: effect.endedAs, stage_since: now, changed_at: now })
        .execute();
      return;
    case 'accept-gaps':
      await tx
        .insertInto('accepted_gaps')
        .values(
          effect.rules.map((rule) => ({
            initiative_id: initiativeId,
            edition,
            rule,
            decision_id: decisionId,
          })),
        )
        .execute();
      return;
    case 'lapse-acceptance':
      await tx
        .updateTable('accepted_gaps')
        .set({ lapsed_by: decisionId })
        .where('initiative_id', '=', initiativeId)
        .where('edition', '=', edition)
        .where('rule', 'in', [...effect.rules])
        .where('decision_id', '<>', decisionId)
        .execute();
      return;
    case 'approve-body':
      await tx
        .insertInto('body_approvals')
        .values({ body_id: effect.bodyId, decision_id: decisionId, appointed: effect.appointed })
        .execute();
      return;
    case 'approve-economy':
      await tx
        .updateTable('budgets')
        .set(
          effect.by === 'steering' ? { approved_by_steering: decisionId } : { approved_by_board: decisionId },
        )
        .where('id', '=', effect.budgetId)
        .execute();
      return;
    case 'uphold-verdict':
      await upholdVerdict(tx, initiativeId, edition, effect.requirement, effect.voice, personId, now);
      return;
    case 'answer-case':
      await theCase().set({ status: 'decided' }).execute();
      return;
    case 'return-case':
      await theCase()
        .set({
          status: 'draft',
          awaits_body_id: null,
          awaits_since: null,
          postponed_until: null,
          points: JSON.stringify(effect.points),
          owner_id: asked.owner_id ?? asked.asked_by,
        })
        .execute();
      return;
    case 'postpone-case':
      await theCase().set({ postponed_until: effect.until }).execute();
      return;
    case 'refer-case':
      await theCase()
        .set({
          awaits_body_id: effect.toBodyId,
          awaits_since: now,
          postponed_until: null,
          // The answer returns to the first that referred it; referred back to that body, it is answered there.
          returns_to_body_id:
            effect.toBodyId === asked.returns_to_body_id
              ? null
              : (asked.returns_to_body_id ?? asked.awaits_body_id),
        })
        .execute();
      return;
    case 'return-to-body':
      await theCase()
        .set({
          awaits_body_id: effect.toBodyId,
          awaits_since: now,
          postponed_until: null,
          returns_to_body_id: null,
        })
        .execute();
      return;
    case 'void-decision':
      // The correcting decision links back to it; nothing of the earlier row changes.
      return;
  }
}

/** The voice that was upheld speaks for the community from now on; what each had said stays in the journal. */
async function upholdVerdict(
  tx: Tx,
  initiativeId: string,
  edition: string,
  requirement: string,
  voice: 'self' | 'community',
  personId: string,
  now: string,
) {
  if (voice === 'community') return;
  const self = await tx
    .selectFrom('assessments')
    .selectAll()
    .where('initiative_id', '=', initiativeId)
    .where('edition', '=', edition)
    .where('requirement', '=', requirement)
    .where('voice', '=', 'self')
    .executeTakeFirst();
  if (!self) return;
  await tx
    .updateTable('assessments')
    .set({
      verdict: self.verdict,
      explanation: self.explanation,
      planned_for: self.planned_for,
      valid_until: self.valid_until,
      checked_by: personId,
      changed_at: now,
    })
    .where('initiative_id', '=', initiativeId)
    .where('edition', '=', edition)
    .where('requirement', '=', requirement)
    .where('voice', '=', 'community')
    .execute();
}
