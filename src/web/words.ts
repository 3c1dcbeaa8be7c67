import type { Language } from '../../rulebook/vocabulary.ts';

/** English with the shape of the Danish: the same keys, and functions with the same parameters. */
type Matching<T> = {
  readonly [Key in keyof T]: T[Key] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : T[Key] extends string
      ? string
      : Matching<T[Key]>;
};

/** A dictionary: call it with the reader's language. */
export type Words<T> = (lang: Language) => Matching<T>;

/**
 * Defines the words of an area. The Danish is the type: a key missing in English, or one too many, does not
 * compile. Texts with something in them are functions: `seats: (n: number) => …`.
 */
export function defineWords<const T extends object>(both: {
  readonly da: T;
  readonly en: NoInfer<Matching<T>>;
}): Words<T> {
  return (lang) => (lang === 'da' ? (both.da as unknown as Matching<T>) : both.en);
}
