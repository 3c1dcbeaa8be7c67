import { problemsWith, type JsonSchema, type SchemaProblem } from './json-schema.ts';
import type { Edition } from './rule.ts';
import { editionSchema } from './schema.ts';
import type { Statutes } from './statutes/statute.ts';

/** An edition, of the rulebook or the statutes, as JSON: two spaces to the level, a newline at the end. */
export const toJson = (edition: Edition | Statutes): string => `${JSON.stringify(edition, null, 2)}\n`;

/** The value a JSON text says, or why it says none. Never throws. */
export function readJson(text: string): { readonly value: unknown } | { readonly problem: SchemaProblem } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const reason = (error as SyntaxError).message;
    const says = { da: `Filen er ikke JSON: ${reason}.`, en: `The file is not JSON: ${reason}.` };
    return { problem: { path: '', says } };
  }
}

/** Conditions within conditions: none is deeper in any edition written by people. */
const deepest = 40;

/** What keeps a value from having the shape of an edition; empty when it has it. */
export const problemsOf = (value: unknown, schema: JsonSchema = editionSchema): readonly SchemaProblem[] =>
  isDeeper(value, deepest)
    ? [
        {
          path: '',
          says: {
            da: `Der er mere end ${deepest} lag inden i hinanden.`,
            en: `There are more than ${deepest} layers within each other.`,
          },
        },
      ]
    : problemsWith(schema, value);

/** Layer by layer, so that no depth of file exhausts the stack. */
function isDeeper(value: unknown, than: number): boolean {
  let layer = [value];
  for (let depth = 0; depth <= than; depth += 1) {
    layer = layer.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (layer.length === 0) return false;
  }
  return true;
}
