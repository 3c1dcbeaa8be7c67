import { canonical } from './checks/defect.ts';
import { counterparts } from './lineage.ts';
import { dash, portraits, recordKinds, type Portrait, type RecordKind } from './portrait.ts';
import type { Edition, RuleId } from './rule.ts';
import type { Text } from './vocabulary.ts';

/** One side of one aspect in which two records differ. */
export interface Difference {
  readonly what: Text;
  readonly before: Text;
  readonly after: Text;
}

/** One record that only one edition has, or that both have and that differs. */
export interface Change {
  readonly kind: RecordKind;
  readonly how: 'added' | 'removed' | 'changed';
  /** The id in the later edition; in the earlier one when removed. */
  readonly id: RuleId;
  /** The ids it had in the earlier edition; empty when added. */
  readonly formerly: readonly RuleId[];
  readonly label: Text;
  /** What the record says, on the side that has it. */
  readonly before: Text | null;
  readonly after: Text | null;
  /** Aspect by aspect; empty when added or removed. */
  readonly differences: readonly Difference[];
}

/**
 * Everything in which two editions differ in what they ask: records added, removed and changed, with what changed in
 * words. Requirements are followed by what they carry on, not by their ids; sources, examples and guidance may differ
 * without changing what is asked.
 */
export const diff = (before: Edition, after: Edition): readonly Change[] =>
  (Object.keys(recordKinds) as RecordKind[]).flatMap((kind) => compare(before, after, kind));

function compare(before: Edition, after: Edition, kind: RecordKind): readonly Change[] {
  const earlier = portraits(before, kind);
  const formers = (id: RuleId): readonly Portrait[] => {
    const ids = kind === 'requirement' ? counterparts(before, after, id) : [id];
    return earlier.filter((each) => ids.includes(each.id));
  };
  const followed = new Set<RuleId>();
  const kept = portraits(after, kind).flatMap((now): Change[] => {
    const old = formers(now.id);
    for (const { id } of old) followed.add(id);
    const change = {
      kind,
      id: now.id,
      formerly: old.map(({ id }) => id),
      label: now.label,
      after: now.says,
    };
    if (old.length === 0) return [{ ...change, how: 'added', before: null, differences: [] }];
    const differences = differing(old, now);
    const says = together(old.map((each) => each.says));
    return differences.length === 0 ? [] : [{ ...change, how: 'changed', before: says, differences }];
  });
  const gone = earlier
    .filter(({ id }) => !followed.has(id))
    .map(({ id, label, says }): Change => ({
      kind,
      how: 'removed',
      id,
      formerly: [id],
      label,
      before: says,
      after: null,
      differences: [],
    }));
  return [...kept, ...gone];
}

/** Aspect by aspect; of several records merged into one, what they say each. */
function differing(old: readonly Portrait[], now: Portrait): readonly Difference[] {
  const keys = new Set([now, ...old].flatMap((each) => each.aspects.map(({ key }) => key)));
  const rows = [...keys].flatMap((key): Difference[] => {
    const of = (portrait: Portrait) => portrait.aspects.find((each) => each.key === key);
    const [here, befores] = [of(now), old.map(of)];
    const meaning = (aspect: ReturnType<typeof of>) => aspect && (aspect.as ?? canonical(aspect.value));
    if (befores.every((each) => meaning(each) === meaning(here))) return [];
    const distinct = new Map(befores.map((each) => [meaning(each), each?.value ?? dash]));
    const what = here?.what ?? befores.find((each) => each !== undefined)?.what;
    return [{ what: what as Text, before: together([...distinct.values()]), after: here?.value ?? dash }];
  });
  const ids = old.map(({ id }) => id).join(', ');
  return ids === now.id ? rows : [{ what: idWord, before: same(ids), after: same(now.id) }, ...rows];
}

const idWord: Text = { da: 'Id', en: 'Id' };
const same = (text: string): Text => ({ da: text, en: text });
const together = (values: readonly Text[]): Text => ({
  da: values.map(({ da }) => da).join(' / '),
  en: values.map(({ en }) => en).join(' / '),
});
