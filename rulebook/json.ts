import { problemsWith, type SchemaProblem } from './json-schema.ts';
import type { Edition } from './rule.ts';
import { editionSchema } from './schema.ts';

/** An edition as JSON, two spaces to the level, with a newline at the end. */
export const toJson = (edition: Edition): string => `${JSON.stringify(edition, null, 2)}\n`;

export type Loaded =
  | { readonly edition: Edition; readonly problems: readonly [] }
  | { readonly edition: null; readonly problems: readonly SchemaProblem[] };

/**
 * An edition from JSON, when it has the shape of one. Whether its rules fit together is for `check` to say.
 * Never throws: what does not fit comes back as problems with their places.
 */
export function fromJson(text: string): Loaded {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = (error as SyntaxError).message;
    return {
      edition: null,
      problems: [
        { path: '', says: { da: `Filen er ikke JSON: ${reason}`, en: `The file is not JSON: ${reason}` } },
      ],
    };
  }
  const problems = problemsOf(value);
  return problems.length === 0 ? { edition: value as Edition, problems: [] } : { edition: null, problems };
}

/** Conditions within conditions: none is deeper in any edition written by people. */
const deepest = 40;

/** What keeps a value from having the shape of an edition; empty when it has it. */
export const problemsOf = (value: unknown): readonly SchemaProblem[] =>
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
    : problemsWith(editionSchema, value);

/** Layer by layer, so that no depth of file exhausts the stack. */
function isDeeper(value: unknown, than: number): boolean {
  let layer = [value];
  for (let depth = 0; depth <= than; depth += 1) {
    layer = layer.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (layer.length === 0) return false;
  }
  return true;
}
