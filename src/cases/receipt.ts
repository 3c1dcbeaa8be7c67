import { facts as factTable, type FactId } from '../../rulebook/facts.ts';
import type { Text } from '../../rulebook/vocabulary.ts';
import { judgeAll } from '../../rulebook/judge.ts';
import type { RuleId, Source } from '../../rulebook/rule.ts';
import type { DecisionInput, Plan } from './plan.ts';

/** What a decision rested on, as it was then. Stored with the decision and never worked out again. */
export interface Receipt {
  readonly edition: string;
  readonly rule: RuleId;
  readonly source: Source;
  readonly body: { readonly kind: string; readonly name: string };
  readonly target: { readonly stage: string; readonly level: string } | null;
  readonly lines: readonly { readonly rule: RuleId; readonly verdict: string; readonly satisfied: boolean }[];
  readonly facts: Readonly<Record<string, boolean | number>>;
  readonly accepted: readonly RuleId[];
  readonly votingSeats: number | null;
}

/** Makes the receipt of a decision from the plan it was made on. */
export function receiptOf(plan: Plan, decision: DecisionInput): Receipt {
  const { edition, right, standing, target } = plan;
  return {
    edition: edition.id,
    rule: right.id,
    source: right.source,
    body: { kind: plan.body.kind, name: plan.body.name },
    target,
    lines:
      standing && target
        ? judgeAll(edition, standing, target, decision.decidedOn).map(({ rule, verdict, satisfied }) => ({
            rule,
            verdict,
            satisfied,
          }))
        : [],
    facts: { ...standing?.facts },
    accepted: plan.accepts,
    votingSeats: plan.votingSeats,
  };
}

/** The facts of a receipt with the sentence each stands for. */
export const factsOf = ({
  facts,
}: Receipt): readonly { readonly says: Text; readonly value: boolean | number }[] =>
  Object.entries(facts).map(([id, value]) => ({
    says: id in factTable ? factTable[id as FactId].says : { da: id, en: id },
    value,
  }));
