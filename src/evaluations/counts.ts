import type { LevelId, RequirementId } from '../../rulebook/rule.ts';
import type { Theme } from '../../rulebook/vocabulary.ts';
import { percentages } from '../lib/percentages.ts';
import type { Catalogue } from './catalogue.ts';

/** How many requirements got each value, and whole per cents that add up to 100 (to 0 when there are none). */
export interface Tally<Value extends string> {
  readonly counts: Readonly<Record<Value, number>>;
  readonly percent: Readonly<Record<Value, number>>;
  readonly total: number;
}

/** Counts by theme and level of an edition, with their sums. */
export interface CountTable<Value extends string> {
  readonly values: readonly Value[];
  readonly themes: readonly Theme[];
  readonly levels: readonly LevelId[];
  readonly cell: Readonly<Record<Theme, Readonly<Record<LevelId, Tally<Value>>>>>;
  readonly byTheme: Readonly<Record<Theme, Tally<Value>>>;
  readonly byLevel: Readonly<Record<LevelId, Tally<Value>>>;
  /** What a level asks for in all: its own requirements and those of the levels below. */
  readonly upToLevel: Readonly<Record<LevelId, Tally<Value>>>;
  readonly all: Tally<Value>;
}

/** One requirement's value in a count. */
export interface Counted<Value extends string> {
  readonly requirement: RequirementId;
  readonly value: Value;
}

function tallyOf<Value extends string>(
  rows: readonly Counted<Value>[],
  values: readonly Value[],
): Tally<Value> {
  const counts = values.map((value) => rows.filter((row) => row.value === value).length);
  const percent = percentages(counts);
  return {
    counts: keyed(values, (_, index) => counts[index] as number),
    percent: keyed(values, (_, index) => percent[index] as number),
    total: rows.length,
  };
}

const keyed = <Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key, index: number) => Value,
): Record<Key, Value> =>
  Object.fromEntries(keys.map((key, index) => [key, value(key, index)])) as Record<Key, Value>;

/**
 * Counts values by theme and level. Every sum is counted from the rows, so rows and columns always add up.
 * Throws on a requirement the edition does not have, one counted twice, and a value that is not in `values`.
 */
export function countByThemeAndLevel<Value extends string>(
  edition: Catalogue,
  rows: readonly Counted<Value>[],
  values: readonly Value[],
): CountTable<Value> {
  const seen = new Set<RequirementId>();
  const placed = rows.map((row) => {
    const requirement = Object.hasOwn(edition.requirements, row.requirement)
      ? edition.requirements[row.requirement]
      : undefined;
    if (!requirement) throw new RangeError(`Edition ${edition.id} has no requirement ${row.requirement}`);
    if (seen.has(row.requirement)) throw new RangeError(`${row.requirement} is counted twice`);
    if (!values.includes(row.value)) throw new RangeError(`${row.value} is not counted`);
    seen.add(row.requirement);
    return { ...row, theme: requirement.theme, level: requirement.level };
  });
  const levels = edition.levels.toSorted((a, b) => a.rank - b.rank).map(({ id }) => id);
  const tally = (theme: Theme | null, within: readonly LevelId[] | null): Tally<Value> =>
    tallyOf(
      placed.filter(
        (row) => (theme === null || row.theme === theme) && (within === null || within.includes(row.level)),
      ),
      values,
    );
  return {
    values,
    themes: edition.themes,
    levels,
    cell: keyed(edition.themes, (theme) => keyed(levels, (level) => tally(theme, [level]))),
    byTheme: keyed(edition.themes, (theme) => tally(theme, null)),
    byLevel: keyed(levels, (level) => tally(null, [level])),
    upToLevel: keyed(levels, (_, index) => tally(null, levels.slice(0, index + 1))),
    all: tally(null, null),
  };
}
