const unsafe = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Form fields with dotted names as a nested value: `votes.for=3` gives `{ votes: { for: '3' } }`, and
 * `evidence.0.url` a list. Empty fields are left out, so that defaults hold; rows of a list that are empty vanish.
 */
export function nest(form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(form)) {
    const path = name.split('.');
    if (value === '' || value === undefined || path.some((part) => unsafe.has(part)) || path.length > 4)
      continue;
    let place = root;
    for (const part of path.slice(0, -1)) {
      const next = place[part];
      place = (typeof next === 'object' && next !== null ? next : (place[part] = {})) as Record<
        string,
        unknown
      >;
    }
    place[path.at(-1) as string] = value;
  }
  return lists(root) as Record<string, unknown>;
}

/** Objects whose keys are all numbers become lists, in order. */
function lists(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || value.constructor !== Object)
    return value;
  const entries = Object.entries(value).map(([key, item]) => [key, lists(item)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key))) {
    return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, item]) => item);
  }
  return Object.fromEntries(entries);
}
