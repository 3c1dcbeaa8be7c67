import { canonical } from '../checks/defect.ts';
import type { Difference } from '../diff.ts';
import { dash } from '../portrait.ts';
import type { RuleId } from '../rule.ts';
import type { Text } from '../vocabulary.ts';
import { valueInWords } from './in-words.ts';
import { settings, type SettingId } from './settings.ts';
import type { StatuteRule, Statutes } from './statute.ts';

/** A rule or a gap that only one edition of the statutes has, or that says something else. */
export interface StatuteChange {
  readonly kind: 'rule' | 'gap';
  readonly how: 'added' | 'removed' | 'changed';
  readonly id: RuleId;
  readonly label: Text;
  readonly before: Text | null;
  readonly after: Text | null;
  /** Aspect by aspect; empty when added or removed. */
  readonly differences: readonly Difference[];
}

interface Entry {
  readonly id: string;
  readonly label: Text;
  readonly says: Text;
  readonly differs: (other: string) => readonly Difference[];
}

/** Everything in which two editions of the statutes differ in what they say or leave open. */
export const diffStatutes = (before: Statutes, after: Statutes): readonly StatuteChange[] => [
  ...compare(
    'rule',
    before.rules.map((rule) => entry(rule, after)),
    after.rules.map((rule) => entry(rule, before)),
  ),
  ...compare('gap', before.gaps.map(open), after.gaps.map(open)),
];

const open = ({ id, question, meanwhile }: Statutes['gaps'][number]): Entry => ({
  id,
  label: question,
  says: meanwhile,
  differs: () => [],
});

const entry = (rule: StatuteRule, other: Statutes): Entry => ({
  id: rule.id,
  label: rule.label,
  says: rule.says,
  differs: (id) => {
    const earlier = other.rules.find((each) => each.id === id);
    return earlier ? differences(earlier, rule) : [];
  },
});

const rule: Text = { da: 'Regel', en: 'Rule' };

function differences(before: StatuteRule, after: StatuteRule): readonly Difference[] {
  const said: readonly Difference[] =
    canonical(before.says) === canonical(after.says)
      ? []
      : [{ what: rule, before: before.says, after: after.says }];
  const values = (Object.keys(settings) as SettingId[]).flatMap((id): readonly Difference[] => {
    const [then, now] = [before.sets[id], after.sets[id]];
    if (canonical(then ?? null) === canonical(now ?? null)) return [];
    const words = (value: typeof then) => (value === undefined ? dash : valueInWords(id, value));
    return [{ what: settings[id].label, before: words(then), after: words(now) }];
  });
  return [...said, ...values];
}

function compare(
  kind: StatuteChange['kind'],
  before: readonly Entry[],
  after: readonly Entry[],
): readonly StatuteChange[] {
  const find = (entries: readonly Entry[], id: string) => entries.find((each) => each.id === id);
  const kept = after.flatMap((now): readonly StatuteChange[] => {
    const old = find(before, now.id);
    const { id, label } = now;
    if (!old) return [{ kind, how: 'added', id, label, before: null, after: now.says, differences: [] }];
    const changed = now.differs(id);
    return changed.length === 0
      ? []
      : [{ kind, how: 'changed', id, label, before: old.says, after: now.says, differences: changed }];
  });
  const gone = before
    .filter(({ id }) => !find(after, id))
    .map(({ id, label, says }): StatuteChange => ({
      kind,
      how: 'removed',
      id,
      label,
      before: says,
      after: null,
      differences: [],
    }));
  return [...kept, ...gone];
}
