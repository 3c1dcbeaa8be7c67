import type { SubjectKind } from '../journal/words.ts';
import type { z } from 'zod';
import type { Refusal } from '../../rulebook/rule.ts';
import type { Text } from '../../rulebook/vocabulary.ts';
import type { App } from '../context.ts';
import type { Db, Tx } from '../db/client.ts';
import type { Letter, LetterEvent } from '../letters/letter.ts';
import type { Actor } from '../people/actor.ts';
import type { GroundId, Scope } from '../people/grounds.ts';

/** A choice in a select or radio field. */
export interface Option {
  readonly value: string;
  readonly label: Text | string;
}

/** What a form shows for one input. `name` is the path in the input, with dots: `votes.for`. */
export interface Field {
  readonly name: string;
  readonly kind:
    | 'text'
    | 'textarea'
    | 'email'
    | 'url'
    | 'date'
    | 'time'
    | 'number'
    | 'select'
    | 'radio'
    | 'checkbox'
    | 'checkboxes'
    | 'file'
    | 'lines'
    | 'rows'
    | 'hidden'
    | 'money';
  readonly label: Text;
  readonly hint?: Text;
  readonly required?: boolean;
  readonly options?: readonly Option[] | ((cx: FieldContext) => Promise<readonly Option[]>);
  /** For `rows`: the columns of a repeated group, such as evidence. */
  readonly columns?: readonly Field[];
  readonly autocomplete?: string;
  /** Left out of the form where it makes no sense, such as votes in an office that does not vote. */
  readonly shown?: (cx: FieldContext) => Promise<boolean>;
  /** Asked only with these values of a radio field before it; without :has() in the browser it is always seen. */
  readonly onlyWith?: readonly string[];
  /** Fields that follow each other with the same word stand beside each other. */
  readonly row?: string;
  /** Rarely asked: folded away under this line, with those after it that say the same. */
  readonly foldedUnder?: Text;
}

export interface FieldContext {
  readonly db: Db;
  readonly params: Record<string, string>;
  readonly actor: Actor | null;
  readonly today: string;
  readonly edition: string;
}

/** What a form says in place of the deed's own words. */
export interface FormWords {
  readonly title: Text;
  readonly explains: Text;
  /** Fields that the words have settled: kept, and not asked for. */
  readonly settled: readonly string[];
}

/** One wrong input: where, and what to do about it. `path` is empty for the form as a whole. */
export interface Problem {
  readonly path: string;
  readonly says: Text;
}

export interface Doing<P, I> {
  readonly app: App;
  readonly tx: Tx;
  readonly params: P;
  readonly input: I;
  readonly actor: Actor;
  readonly ground: GroundId;
  readonly scope: Scope;
  /** The moment of the deed: ISO text in UTC, and the date in Copenhagen. */
  readonly now: string;
  readonly today: string;
  /** The community's edition in force. */
  readonly edition: string;
}

export interface Done {
  /** What the operation answers. */
  readonly output: Record<string, unknown>;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly initiativeId?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The ground it stands on, where the input tells which of several counts. */
  readonly ground?: GroundId;
  /** The edition the deed rests on, when not the community's. */
  readonly edition?: string;
  /** Where a form goes next, and what it says there. */
  readonly next?: string;
  /** Carried out once the deed stands: a mail. What goes wrong there is logged and undoes nothing. */
  readonly afterwards?: () => Promise<void>;
}

/** What a deed ends in: done, refused by rule, wrong input that only the database could tell, or no mandate. */
export type Ending =
  | Done
  | { readonly refused: readonly Refusal[] }
  | { readonly problems: readonly Problem[] }
  /** The mandate depends on the input: these grounds would give it. */
  | { readonly noMandate: readonly GroundId[] };

/** What a deed would do, shown before it is done. With refusals or problems it would do nothing. */
export interface Preview {
  readonly effects: readonly Text[];
  readonly refusals: readonly Refusal[];
  readonly problems: readonly Problem[];
  /** A mail as it would come out, where it is the words of mails that are decided. */
  readonly example?: Letter;
}

/**
 * A deed: the one record from which the API operation, the form, the permission, the journal row and the tests follow.
 * `run` works inside one transaction and writes nothing when it refuses.
 */
export interface Deed<P extends z.ZodObject = z.ZodObject, I extends z.ZodObject = z.ZodObject> {
  /** Verb and noun: `place-initiative`; the API's operationId is the same in camelCase. */
  readonly name: string;
  readonly title: Text;
  readonly explains: Text;
  readonly done: Text;
  readonly api: {
    readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    readonly path: string;
    readonly status?: 200 | 201;
  };
  /** What its answer looks like, for the API's description; tests hold real answers against it. */
  readonly answers: z.ZodType;
  /** Address of its form, or null where a page carries the form itself. */
  readonly form: string | null;
  readonly params: P;
  readonly input: I;
  readonly grounds: readonly GroundId[];
  readonly fields: readonly Field[];
  /** Fields that follow from what the form is about, after `fields`: one for each row that waits, say. */
  readonly fieldsNow?: (cx: FieldContext) => Promise<readonly Field[]>;
  /** What rights depend on. Throws NotFound; `input` is null when only the form is shown. */
  readonly scope: (db: Db, params: z.output<P>, input: z.output<I> | null) => Promise<Scope>;
  /** The same for its form, where rights depend on what the form's address says; `scope` without input otherwise. */
  readonly formScope?: (db: Db, query: Readonly<Record<string, unknown>>) => Promise<Scope>;
  /** The page of what the deed is about, which leads back from its form; `href` without language prefix. */
  readonly about?: (
    db: Db,
    params: z.output<P>,
  ) => Promise<{ readonly href: string; readonly label: string | Text }>;
  /**
   * Parts of the answer that are shown once and never kept, not even for a repeated request, and what they are called.
   * The form then shows them on a page of their own instead of going on.
   */
  readonly shownOnce?: Readonly<Record<string, Text>>;
  /**
   * Inputs of which nothing may stay anywhere, such as what somebody votes in secret: not in the mark that an idempotency
   * key keeps of a request, and not in the browser's draft.
   */
  readonly leavesNoTrace?: readonly string[];
  /** Words of its form where the address, or what was sent, says more exactly what is done; its own otherwise. */
  readonly formWords?: (given: Readonly<Record<string, unknown>>) => FormWords | null;
  /** Values the form starts with. `given` is what its address or a form sent before says, unchecked. */
  readonly prefill?: (
    db: Db,
    params: z.output<P>,
    actor: Actor,
    given: Readonly<Record<string, unknown>>,
  ) => Promise<Record<string, unknown>>;
  /**
   * What doing it would bring about, worked out by the same functions as the deed itself; writes nothing. Its form then
   * shows the effects first, and is confirmed with exactly what was shown.
   */
  readonly preview?: (looking: Looking<z.output<P>, z.output<I>>) => Promise<Preview>;
  /**
   * Whom doing it tells, by mail: worked out before it is done. Its form shows every mail first, and the very same are
   * written in its transaction, so that nobody gets one that was not seen coming. Writes nothing itself.
   */
  readonly tells?: (looking: Looking<z.output<P>, z.output<I>>) => Promise<readonly LetterEvent[]>;
  readonly run: (doing: Doing<z.output<P>, z.output<I>>) => Promise<Ending>;
}

export interface Looking<P, I> {
  readonly app: App;
  readonly db: Db;
  readonly params: P;
  readonly input: I;
  readonly actor: Actor | null;
  readonly now: Temporal.Instant;
  readonly today: string;
}

/** Declares a deed; the types of `params` and `input` follow from their schemas. */
export function defineDeed<P extends z.ZodObject, I extends z.ZodObject>(deed: Deed<P, I>): Deed {
  return deed as unknown as Deed;
}

/** `place-initiative` as `placeInitiative`. */
export const operationId = (name: string): string =>
  name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
