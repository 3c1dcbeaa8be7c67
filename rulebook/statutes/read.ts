import type { SettingId, Settings } from './settings.ts';
import type { StatuteRule, Statutes } from './statute.ts';

/** A value the statutes set, and the rule that sets it. */
export interface Setting<Id extends SettingId> {
  readonly value: Settings[Id];
  readonly rule: StatuteRule;
}

/** What the statutes set, with the rule; null where they are silent. */
export function setting<Id extends SettingId>(statutes: Statutes, id: Id): Setting<Id> | null {
  for (const rule of statutes.rules) {
    const value = rule.sets[id];
    if (value !== undefined) return { value, rule };
  }
  return null;
}
