import type { RuleId } from '../rule.ts';
import type { SettingId, Settings } from './settings.ts';
import type { Gap, StatuteRule, Statutes } from './statute.ts';

/** A value the statutes set, and the rule that sets it. */
export interface Setting<Id extends SettingId> {
  readonly value: Settings[Id];
  readonly rule: StatuteRule;
}

/** What the statutes set, with the rule; null where they are silent (see `gapOf`). */
export function setting<Id extends SettingId>(statutes: Statutes, id: Id): Setting<Id> | null {
  for (const rule of statutes.rules) {
    const value = rule.sets[id];
    if (value !== undefined) return { value, rule };
  }
  return null;
}

/** The named gap because of which a setting stays empty; null when it is set. */
export const gapOf = (statutes: Statutes, id: SettingId): Gap | null =>
  statutes.gaps.find(({ leaves }) => leaves.includes(id)) ?? null;

/** A rule by its id; null when the edition has none. */
export const ruleOf = (statutes: Statutes, id: RuleId): StatuteRule | null =>
  statutes.rules.find((rule) => rule.id === id) ?? null;
