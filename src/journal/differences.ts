export type Leaf = string | number | boolean | null | readonly (string | number | boolean)[];

/** One value that a deed changed, set or took away. */
export interface Difference {
  /** Keys from the outside in: `['votes', 'for']`. */
  readonly path: readonly string[];
  /** Undefined where there was nothing before, or where nothing is left. */
  readonly before: Leaf | undefined;
  readonly after: Leaf | undefined;
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** The values of a structure with their paths, in its own order; a list of single values counts as one. */
function leaves(value: unknown, path: readonly string[] = []): [string, Difference['path'], Leaf][] {
  if (value === undefined || (value === null && path.length === 0)) return [];
  if (value === null || isScalar(value)) return [[path.join('\u0000'), path, value]];
  if (Array.isArray(value) && value.every(isScalar)) return [[path.join('\u0000'), path, value]];
  return Object.entries(value as object)
    .filter(([key]) => !unsaid.has(key))
    .flatMap(([key, item]) => leaves(item, [...path, key]));
}

const same = (a: Leaf | undefined, b: Leaf | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
const nothing = (leaf: Leaf | undefined): boolean =>
  leaf === undefined || leaf === null || leaf === '' || (Array.isArray(leaf) && leaf.length === 0);

/** What a decision did is said in sentences of its own, and ids that only the machine needs are left out. */
const unsaid = new Set([
  'effects',
  'id',
  'slug',
  'number',
  'bodyId',
  'budget',
  'budgetId',
  'participation',
  'appointment',
  'membership',
]);

/** What a reader wants to know first. */
const first = [
  'outcome',
  'stage',
  'level',
  'to',
  'from',
  'verdict',
  'role',
  'person',
  'name',
  'question',
  'reason',
];
const rank = (difference: Difference): number => {
  const place = first.indexOf(difference.path.at(-1) ?? '');
  return place < 0 ? first.length : place;
};

/** What differs between before and after, the most telling first; what is nothing on both sides is left out. */
export function differences(before: unknown, after: unknown): readonly Difference[] {
  const earlier = new Map(leaves(before).map(([key, path, leaf]) => [key, { path, leaf }]));
  const later = new Map(leaves(after).map(([key, path, leaf]) => [key, { path, leaf }]));
  return [...new Set([...later.keys(), ...earlier.keys()])]
    .map((key) => ({
      path: (later.get(key) ?? earlier.get(key))?.path ?? [],
      before: earlier.get(key)?.leaf,
      after: later.get(key)?.leaf,
    }))
    .filter((each) => !same(each.before, each.after) && !(nothing(each.before) && nothing(each.after)))
    .toSorted((a, b) => rank(a) - rank(b));
}
