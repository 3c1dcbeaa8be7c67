import type { Language, Text } from '../../rulebook/vocabulary.ts';
import { letterKinds, placeholders, type LetterKindId, type Placeholder } from './kinds.ts';

/** What a kind's placeholders stand for in one language. Those left out are empty. */
export type Values = Partial<Readonly<Record<Placeholder, string>>>;

export interface Template {
  readonly subject: string;
  readonly body: string;
}

const marked = /\{([^{}\n]*)\}/g;

const named = (word: string, kind: LetterKindId, lang: Language): Placeholder | null =>
  letterKinds[kind].takes.find((name) => placeholders[name].word[lang] === word.trim().toLowerCase()) ?? null;

/** The words a kind's text may hold, as they are written: `{navn}`. */
export const wordsOf = (kind: LetterKindId, lang: Language): readonly string[] =>
  letterKinds[kind].takes.map((name) => `{${placeholders[name].word[lang]}}`);

/** What is wrong with a text: a word in braces that this kind of mail cannot fill in, or a brace without its mate. */
export function templateProblem(text: string, kind: LetterKindId, lang: Language): Text | null {
  const unknown = [...text.matchAll(marked)].find(([, word = '']) => named(word, kind, lang) === null);
  const can = wordsOf(kind, lang).join(' ');
  if (unknown)
    return {
      da: `${unknown[0]} kan ikke udfyldes i denne mail. Du kan bruge: ${can}`,
      en: `${unknown[0]} cannot be filled in in this mail. You can use: ${can}`,
    };
  return /[{}]/.test(text.replace(marked, ''))
    ? {
        da: `Der står en { eller } uden sin makker. Skriv ord, der skal udfyldes, sådan: ${can}`,
        en: `There is a { or } without its mate. Write words to be filled in like this: ${can}`,
      }
    : null;
}

/**
 * A text with its placeholders filled in. A line whose placeholders are all empty is left out, and no more than one
 * empty line stands between others. What is filled in is never read as a placeholder again.
 */
export function fill(text: string, kind: LetterKindId, lang: Language, values: Values): string {
  const lines = text.split('\n').filter((line) => {
    const asked = [...line.matchAll(marked)].map(([, word = '']) => named(word, kind, lang));
    return asked.length === 0 || asked.some((name) => name !== null && (values[name] ?? '') !== '');
  });
  return lines
    .map((line) =>
      line.replace(marked, (whole, word: string) => {
        const name = named(word, kind, lang);
        return name === null ? whole : (values[name] ?? '');
      }),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A subject: filled in, and on one line whatever stood in it. */
export const fillSubject = (text: string, kind: LetterKindId, lang: Language, values: Values): string =>
  fill(text, kind, lang, values).replace(/\s+/g, ' ').trim().slice(0, 300);
