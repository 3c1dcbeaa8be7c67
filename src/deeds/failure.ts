import type { Text } from '../../rulebook/vocabulary.ts';

/** An expected failure with a code of a closed list; one place maps codes to status and page. */
export type FailureCode =
  | 'not-found'
  | 'not-signed-in'
  | 'no-mandate'
  | 'bad-input'
  | 'changed-meanwhile'
  | 'too-many'
  | 'too-large'
  | 'cross-site'
  | 'unavailable';

export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly says: Text;
  /** The field that a `bad-input` is about. */
  readonly field: string | null;
  constructor(code: FailureCode, says: Text, field: string | null = null) {
    super(says.en);
    this.code = code;
    this.says = says;
    this.field = field;
  }
}

export const statusOf: Readonly<Record<FailureCode, number>> = {
  'not-found': 404,
  'not-signed-in': 401,
  'no-mandate': 403,
  'bad-input': 422,
  'changed-meanwhile': 409,
  'too-many': 429,
  'too-large': 413,
  'cross-site': 403,
  unavailable: 503,
};

/** The thing asked for does not exist, or is closed to the reader. */
export const notFound = (what: Text): Failure =>
  new Failure('not-found', { da: `${what.da} findes ikke.`, en: `There is no such ${what.en}.` });

/** A question asks for a value that is none: what the values are is said at the field. */
export const noSuchValue = (field: string, says: Text): Failure => new Failure('bad-input', says, field);
