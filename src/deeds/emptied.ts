import type { Deed } from './deed.ts';

const texts = new Set(['text', 'textarea', 'lines']);

/**
 * What a form for editing says with the fields it leaves empty: a text is emptied, anything else is taken away (null),
 * and of a repeated group no row is left. Fields that are not in the form at all stay as they are, as in the API.
 */
export function emptied(
  deed: Pick<Deed, 'api' | 'fields'>,
  posted: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (deed.api.method !== 'PATCH' && deed.api.method !== 'PUT') return {};
  const rows = deed.fields
    .filter((field) => field.kind === 'rows' && noRowFilled(field.name, posted))
    .map((field) => [field.name, []] as const);
  if (deed.api.method === 'PUT') return Object.fromEntries(rows);
  return Object.fromEntries([
    ...deed.fields
      .filter((field) => posted[field.name] === '')
      .map((field) => [field.name, texts.has(field.kind) ? '' : null] as const),
    ...rows,
  ]);
}

function noRowFilled(name: string, posted: Readonly<Record<string, unknown>>): boolean {
  const cells = Object.entries(posted).filter(([key]) => key.startsWith(`${name}.`));
  return cells.length > 0 && cells.every(([, value]) => value === '');
}
