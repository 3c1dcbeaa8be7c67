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
  const problems = problemsWith(editionSchema, value);
  return problems.length === 0 ? { edition: value as Edition, problems: [] } : { edition: null, problems };
}
