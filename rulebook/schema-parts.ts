import type { JsonSchema } from './json-schema.ts';

/** One of the words of a table. */
export const keys = (table: Readonly<Record<string, unknown>>): JsonSchema => ({
  type: 'string',
  enum: Object.keys(table),
});
export const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
export const listOf = (items: JsonSchema, minItems = 0): JsonSchema => ({ type: 'array', items, minItems });
export const mapOf = (additionalProperties: JsonSchema): JsonSchema => ({
  type: 'object',
  additionalProperties,
});
export const yes: JsonSchema = { type: 'boolean', const: true };
export const optionalText: JsonSchema = { type: 'string' };
export const nonEmpty: JsonSchema = { type: 'string', pattern: '\\S' };
export const just = (value: string): JsonSchema => ({ type: 'string', const: value });
export const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

/** An object with exactly these members; a name that ends in `?` may be left out. */
export function record(members: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const entries = Object.entries(members);
  return {
    type: 'object',
    required: entries.map(([name]) => name).filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
    additionalProperties: false,
  };
}

/** What editions of the rulebook and of the statutes are both written with. */
export const sharedDefinitions = {
  id: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' },
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  text: record({ da: nonEmpty, en: nonEmpty }),
  source: record({ document: nonEmpty, section: nonEmpty, 'page?': optionalText, 'url?': optionalText }),
  choice: record({
    id: ref('id'),
    question: ref('text'),
    readings: listOf(ref('text'), 1),
    chosen: ref('text'),
    sources: listOf(ref('source'), 1),
  }),
} as const satisfies Readonly<Record<string, JsonSchema>>;
