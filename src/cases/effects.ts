import type { RuleId } from '../../rulebook/rule.ts';
import type { BodyKind, DecisionKind, Outcome, Stage } from '../../rulebook/vocabulary.ts';

/** One thing that a decision does. The preview shows exactly these; deciding carries out exactly these. */
export type Effect =
  | { readonly kind: 'set-level'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'record-level'; readonly level: string; readonly by: BodyKind }
  | { readonly kind: 'set-stage'; readonly from: Stage; readonly to: Stage; readonly endedAs: EndedAs | null }
  | { readonly kind: 'accept-gaps'; readonly rules: readonly RuleId[] }
  | { readonly kind: 'lapse-acceptance'; readonly rules: readonly RuleId[] }
  | { readonly kind: 'approve-body'; readonly bodyId: string; readonly appointed: boolean }
  | { readonly kind: 'approve-economy'; readonly budgetId: string; readonly by: 'steering' | 'board' }
  | { readonly kind: 'uphold-verdict'; readonly requirement: RuleId; readonly voice: 'self' | 'community' }
  | { readonly kind: 'answer-case'; readonly status: 'decided' }
  | { readonly kind: 'return-case'; readonly points: readonly string[] }
  | { readonly kind: 'postpone-case'; readonly until: string }
  | { readonly kind: 'refer-case'; readonly toBodyId: string }
  | { readonly kind: 'return-to-body'; readonly toBodyId: string }
  | { readonly kind: 'void-decision'; readonly decisionId: string };

export type EndedAs = 'withdrawn' | 'rejected' | 'closed' | 'retired';

/** What a case asks, as far as effects depend on it. */
export interface Asked {
  readonly kind: DecisionKind;
  readonly targetLevel: string | null;
  readonly requirement: RuleId | null;
  readonly budgetId: string | null;
  readonly subjectBodyId: string | null;
  readonly appoints: boolean;
  /** The body that referred the case and gets the answer; null where the body asked decides it itself. */
  readonly returnsTo: string | null;
}

export interface Situation {
  readonly stage: Stage;
  readonly level: string | null;
}

export interface Answer {
  readonly outcome: Outcome;
  readonly by: BodyKind;
  /** What the body accepts as missing, as the rulebook works it out. */
  readonly accepts: readonly RuleId[];
  /** What was accepted as missing at a higher level, and is so no more once the level is lowered. */
  readonly lapses: readonly RuleId[];
  readonly points: readonly string[];
  readonly postponedUntil: string | null;
  readonly referredTo: string | null;
}

/** The outcomes that make sense for a kind of question. */
export const outcomesFor: Readonly<Record<DecisionKind, readonly Outcome[]>> = {
  placement: ['approved', 'sent-back', 'rejected', 'postponed'],
  approval: ['approved', 'approved-with-conditions', 'sent-back', 'rejected', 'postponed', 'referred'],
  'level-change': ['approved', 'approved-with-conditions', 'sent-back', 'rejected', 'postponed', 'referred'],
  adoption: ['approved', 'approved-with-conditions', 'sent-back', 'rejected', 'postponed', 'referred'],
  'steering-group': ['approved', 'sent-back', 'rejected', 'postponed', 'referred'],
  economy: ['approved', 'sent-back', 'rejected', 'postponed', 'referred'],
  reconsideration: ['approved', 'sent-back', 'rejected', 'postponed', 'referred', 'noted'],
  closing: ['approved', 'sent-back', 'rejected', 'postponed', 'referred'],
  evaluation: ['approved', 'rejected', 'postponed', 'referred', 'noted'],
  information: ['noted', 'postponed', 'referred'],
};

/** The outcomes that make sense: of a case referred to a body its advice, else those of its kind. */
export const outcomesOf = (kind: DecisionKind, referred: boolean): readonly Outcome[] =>
  referred ? ['approved', 'rejected', 'noted', 'postponed', 'referred'] : outcomesFor[kind];

/**
 * Everything that answering a case does (report §5.2, p. 16–18). Pure: the same function makes the preview and the
 * effect.
 */
export function effectsOf(asked: Asked, situation: Situation, answer: Answer): readonly Effect[] {
  if (asked.returnsTo !== null && answer.outcome !== 'postponed' && answer.outcome !== 'referred')
    return [{ kind: 'return-to-body', toBodyId: asked.returnsTo }];
  switch (answer.outcome) {
    case 'postponed':
      return [{ kind: 'postpone-case', until: answer.postponedUntil as string }];
    case 'referred':
      return [{ kind: 'refer-case', toBodyId: answer.referredTo as string }];
    case 'noted':
      return [{ kind: 'answer-case', status: 'decided' }];
    case 'sent-back':
      return [...loopBack(asked, situation), { kind: 'return-case', points: answer.points }];
    case 'rejected':
      return [...rejection(asked, situation), { kind: 'answer-case', status: 'decided' }];
    case 'approved':
    case 'approved-with-conditions':
      return [...approval(asked, situation, answer), { kind: 'answer-case', status: 'decided' }];
  }
}

/** A loop-back is not a rejection: the concept goes through idea generation once more (P4, p. 16). */
function loopBack(asked: Asked, { stage }: Situation): Effect[] {
  if (asked.kind === 'approval' && stage === 'concept')
    return [{ kind: 'set-stage', from: stage, to: 'idea', endedAs: null }];
  if (asked.kind === 'reconsideration' && stage === 'project')
    return [{ kind: 'set-stage', from: stage, to: 'concept', endedAs: null }];
  return [];
}

/** The board may reject or close (P11, p. 18); a reconsidered project that is rejected stops (P6, p. 16). */
function rejection(asked: Asked, { stage }: Situation): Effect[] {
  const early = stage === 'idea' || stage === 'concept';
  if ((asked.kind === 'approval' || asked.kind === 'adoption' || asked.kind === 'placement') && early) {
    return [{ kind: 'set-stage', from: stage, to: 'retired', endedAs: 'rejected' }];
  }
  if (asked.kind === 'reconsideration' && stage !== 'retired')
    return [{ kind: 'set-stage', from: stage, to: 'retired', endedAs: 'closed' }];
  if (asked.kind === 'evaluation' && asked.requirement)
    return [{ kind: 'uphold-verdict', requirement: asked.requirement, voice: 'self' }];
  return [];
}

function approval(asked: Asked, { stage, level }: Situation, answer: Answer): Effect[] {
  switch (asked.kind) {
    case 'placement':
    case 'approval':
    case 'adoption':
    case 'level-change': {
      const to = asked.targetLevel ?? level;
      if (to === null) return [];
      return [
        ...(to === level ? [] : [{ kind: 'set-level', from: level, to } as const]),
        { kind: 'record-level', level: to, by: answer.by },
        ...(answer.lapses.length > 0 ? [{ kind: 'lapse-acceptance', rules: answer.lapses } as const] : []),
        ...(answer.accepts.length > 0 ? [{ kind: 'accept-gaps', rules: answer.accepts } as const] : []),
      ];
    }
    case 'steering-group':
      return asked.subjectBodyId
        ? [{ kind: 'approve-body', bodyId: asked.subjectBodyId, appointed: asked.appoints }]
        : [];
    case 'economy':
      return asked.budgetId
        ? [
            {
              kind: 'approve-economy',
              budgetId: asked.budgetId,
              by: answer.by === 'steering-group' || answer.by === 'coordination-group' ? 'steering' : 'board',
            },
          ]
        : [];
    case 'closing':
      return stage === 'retired'
        ? []
        : [
            {
              kind: 'set-stage',
              from: stage,
              to: 'retired',
              endedAs: stage === 'product' ? 'retired' : 'closed',
            },
          ];
    case 'evaluation':
      return asked.requirement
        ? [{ kind: 'uphold-verdict', requirement: asked.requirement, voice: 'community' }]
        : [];
    case 'reconsideration':
    case 'information':
      return [];
  }
}

/**
 * What a correction does: the earlier decision no longer counts, what it moved goes back, and the new answer has its
 * own effects from there.
 * @param earlier the effects of the decision that is corrected
 */
export function reversalOf(
  decisionId: string,
  earlier: readonly Effect[],
): { effects: readonly Effect[]; after: Partial<Situation> } {
  const effects: Effect[] = [{ kind: 'void-decision', decisionId }];
  let after: Partial<Situation> = {};
  for (const effect of earlier.toReversed()) {
    if (effect.kind === 'set-level') {
      effects.push({ kind: 'set-level', from: effect.to, to: effect.from });
      after = { ...after, level: effect.from };
    }
    if (effect.kind === 'set-stage') {
      effects.push({ kind: 'set-stage', from: effect.to, to: effect.from, endedAs: null });
      after = { ...after, stage: effect.from };
    }
  }
  return { effects, after };
}
