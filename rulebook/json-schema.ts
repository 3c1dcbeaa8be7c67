import type { Text } from './vocabulary.ts';

/** The part of JSON Schema (draft 2020-12) that the schema of an edition is written in. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly $ref?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: JsonSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

type JsonType = 'string' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/** A place in a JSON document that does not fit, `/gates/0/from`, and why. */
export interface SchemaProblem {
  readonly path: string;
  readonly says: Text;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fitsType: Readonly<Record<JsonType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  object: isObject,
  array: Array.isArray,
  null: (value) => value === null,
};

/**
 * Everything in a value that does not fit a schema; empty when it fits.
 * @param root the schema that `$ref` looks its definitions up in
 */
export function problemsWith(
  schema: JsonSchema,
  value: unknown,
  root: JsonSchema = schema,
  path = '',
): readonly SchemaProblem[] {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/$defs/', '');
    return problemsWith(root.$defs?.[name] as JsonSchema, value, root, path);
  }
  if (schema.anyOf) {
    const tried = schema.anyOf.map((each) => problemsWith(each, value, root, path));
    return tried.some((problems) => problems.length === 0) ? [] : nearest(tried);
  }
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => fitsType[type](value)))
    return [problem(path, `Skal være ${types.join(' eller ')}.`, `Must be ${types.join(' or ')}.`)];
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return scalar(schema, value, path);
  if (Array.isArray(value)) return list(schema, value, root, path);
  return isObject(value) ? members(schema, value, root, path) : [];
}

/** Of several shapes that all fail, the one that fails deepest is what was meant. */
const nearest = (tried: readonly (readonly SchemaProblem[])[]): readonly SchemaProblem[] =>
  tried.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0] as readonly SchemaProblem[];

const depth = (problems: readonly SchemaProblem[]): number =>
  Math.max(...problems.map(({ path }) => path.split('/').length));

const problem = (path: string, da: string, en: string): SchemaProblem => ({ path, says: { da, en } });

function scalar(schema: JsonSchema, value: string | number | boolean, path: string): SchemaProblem[] {
  if (schema.const !== undefined && value !== schema.const)
    return [problem(path, `Skal være ${schema.const}.`, `Must be ${schema.const}.`)];
  if (schema.enum && !schema.enum.includes(value as string | number)) {
    const allowed = schema.enum.join(', ');
    return [problem(path, `Skal være et af: ${allowed}.`, `Must be one of: ${allowed}.`)];
  }
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(String(value)))
    return [problem(path, 'Har ikke den rigtige form eller er tom.', 'Is empty or not of the right form.')];
  if (schema.minimum !== undefined && Number(value) < schema.minimum)
    return [problem(path, `Skal være mindst ${schema.minimum}.`, `Must be at least ${schema.minimum}.`)];
  if (schema.maximum !== undefined && Number(value) > schema.maximum)
    return [problem(path, `Må højst være ${schema.maximum}.`, `Must be at most ${schema.maximum}.`)];
  return [];
}

function list(
  schema: JsonSchema,
  value: readonly unknown[],
  root: JsonSchema,
  path: string,
): readonly SchemaProblem[] {
  const few: readonly SchemaProblem[] =
    value.length < (schema.minItems ?? 0)
      ? [problem(path, `Skal have mindst ${schema.minItems}.`, `Must have at least ${schema.minItems}.`)]
      : [];
  const { items } = schema;
  return items
    ? [...few, ...value.flatMap((each, index) => problemsWith(items, each, root, `${path}/${index}`))]
    : few;
}

function members(
  schema: JsonSchema,
  value: Readonly<Record<string, unknown>>,
  root: JsonSchema,
  path: string,
): readonly SchemaProblem[] {
  const missing = (schema.required ?? [])
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => problem(`${path}/${name}`, 'Mangler.', 'Is missing.'));
  const { properties = {}, additionalProperties = true } = schema;
  const present = Object.entries(value).flatMap(([name, each]) => {
    const at = `${path}/${name}`;
    if (Object.hasOwn(properties, name)) return problemsWith(properties[name] as JsonSchema, each, root, at);
    if (additionalProperties === false) return [problem(at, 'Kendes ikke.', 'Is not known.')];
    return additionalProperties === true ? [] : problemsWith(additionalProperties, each, root, at);
  });
  return [...missing, ...present];
}
