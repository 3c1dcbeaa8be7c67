import { judgeLine, linesFor, rankOf } from '../../rulebook/judge.ts';
import type { Edition, IsoDate, RuleId, Source, Standing } from '../../rulebook/rule.ts';
import type { BodyKind, LineKind, Text } from '../../rulebook/vocabulary.ts';

/** What the rulebook asks of an initiative's groups and people at its level and stage, and how it stands. */
export interface Demand {
  readonly rule: RuleId;
  readonly says: Text;
  readonly source: Source;
  readonly stands: 'in-order' | 'accepted' | 'missing' | 'no-group' | 'breached';
}

const aboutPeople: readonly LineKind[] = ['body', 'seat', 'person'];

/**
 * The lines about bodies, seats and people asked for where the initiative stands, then the rules on who sits in its
 * groups.
 * @param groups the kinds of groups that are open
 * @param breached the rules that are broken today
 */
export function demandsOn(
  edition: Edition,
  standing: Standing,
  groups: ReadonlySet<BodyKind>,
  breached: ReadonlySet<RuleId>,
  today: IsoDate,
): readonly Demand[] {
  const level = standing.level ?? edition.levels[0]?.id ?? '';
  const target = { stage: standing.stage, level };
  const lines = linesFor(edition, standing, target)
    .filter((line) => aboutPeople.includes(line.kind))
    .map((line): Demand => {
      const { satisfied, byDecision } = judgeLine(edition, line, standing, target, today);
      return {
        rule: line.id,
        says: line.says,
        source: line.source,
        stands: byDecision ? 'accepted' : satisfied ? 'in-order' : 'missing',
      };
    });
  const ofGroups = edition.bodies.filter((body) => body.ofInitiative).map((body) => body.kind);
  const rules = edition.composition
    .filter((rule) => ofGroups.includes(rule.body))
    .filter(
      (rule) => rule.level === undefined || rankOf(edition, rule.level) <= rankOf(edition, standing.level),
    )
    .map((rule): Demand => ({
      rule: rule.id,
      says: rule.says,
      source: rule.source,
      stands: !groups.has(rule.body) ? 'no-group' : breached.has(rule.id) ? 'breached' : 'in-order',
    }));
  return [...lines, ...rules];
}
