import type { z } from 'zod';
import type { Language, Text } from '../../rulebook/vocabulary.ts';
import type { App } from '../context.ts';
import type { Db } from '../db/client.ts';
import type { Actor } from '../people/actor.ts';
import type { GroundId } from '../people/grounds.ts';

export interface Asking<P, Q> {
  readonly app: App;
  readonly db: Db;
  readonly params: P;
  readonly query: Q;
  /** What was posted, where the operation takes a body. */
  readonly body: unknown;
  readonly actor: Actor | null;
  readonly today: string;
  readonly lang: Language;
  readonly edition: string;
  /** The media type chosen from `Accept` among `produces`. */
  readonly accepts: string;
}

/** A reading operation of the API. Texts in its answer are given in the reader's language. */
export interface Query<P extends z.ZodObject = z.ZodObject, Q extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: Text;
  readonly path: string;
  readonly params: P;
  readonly query: Q;
  /** A question too large for an address: it is then posted, and still writes nothing. */
  readonly body?: z.ZodObject;
  readonly grounds: readonly GroundId[];
  /** Media types it can answer with, the usual first; JSON when absent. Others than JSON return text. */
  readonly produces?: readonly string[];
  /** What its JSON looks like, for the API's description; tests hold real answers against it. */
  readonly answers: z.ZodType;
  /** Keep both languages in the answer. */
  readonly bilingual?: true;
  readonly run: (asking: Asking<z.output<P>, z.output<Q>>) => Promise<unknown>;
}

/** Declares a reading operation; the types of `params` and `query` follow from their schemas. */
export function defineQuery<P extends z.ZodObject, Q extends z.ZodObject>(query: Query<P, Q>): Query {
  return query as unknown as Query;
}
