import type { Deed } from './deed.ts';

const texts = new Set(['text', 'textarea', 'lines']);

/**
 * What a form for editing says with the fields it leaves empty: a text is emptied, anything else is taken away (null).
 * Fields that are not in the form at all stay as they are, as in the API.
 */
export function emptied(
  deed: Pick<Deed, 'api' | 'fields'>,
  posted: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if (deed.api.method !== 'PATCH') return {};
  return Object.fromEntries(
    deed.fields
      .filter((field) => posted[field.name] === '')
      .map((field) => [field.name, texts.has(field.kind) ? '' : null]),
  );
}
