import type { z } from 'zod';
import type { Text } from '../../rulebook/vocabulary.ts';
import type { Problem } from './deed.ts';

type Issue = z.core.$ZodIssue;

const named: Record<string, Text> = {
  required: { da: 'Feltet skal udfyldes.', en: 'Fill in this field.' },
  characters: {
    da: 'Teksten indeholder tegn, der ikke kan gemmes. Fjern dem.',
    en: 'The text holds characters that cannot be stored. Remove them.',
  },
  'one-line': { da: 'Skriv det på én linje.', en: 'Write it on one line.' },
  reason: {
    da: 'Skriv begrundelsen med ord (mindst 3 tegn).',
    en: 'Give the reason in words (at least 3 characters).',
  },
  date: { da: 'Skriv en dato, der findes, som 2026-11-24.', en: 'Give a date that exists, as 2026-11-24.' },
  time: { da: 'Skriv klokkeslættet som 10.00.', en: 'Give the time as 10:00.' },
  kroner: { da: 'Skriv beløbet som 1.234.567,50.', en: 'Give the amount as 1.234.567,50.' },
  'web-address': {
    da: 'Skriv en adresse, der begynder med https:// eller http://.',
    en: 'Give an address that starts with https:// or http://.',
  },
  email: {
    da: 'Skriv en e-mailadresse som navn@kommune.dk.',
    en: 'Give an e-mail address such as name@example.org.',
  },
  cvr: { da: 'Et CVR-nummer har 8 cifre.', en: 'A CVR number has 8 digits.' },
  'municipality-code': {
    da: 'En kommunekode har 4 cifre, f.eks. 0101.',
    en: 'A municipality code has 4 digits, such as 0101.',
  },
  'whole-number': { da: 'Skriv et helt tal.', en: 'Give a whole number.' },
  'file-too-large': {
    da: 'Filen er for stor. Den må højst fylde 20 MB.',
    en: 'The file is too large. It may be at most 20 MB.',
  },
  id: { da: 'Det er ikke et gyldigt id.', en: 'This is not a valid id.' },
};

/** The names that a schema's `error` may carry; anything else is said by its own text. */
const explained = (issue: Issue): Text => {
  const own = named[issue.message];
  if (own) return own;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? (named['required'] as Text)
        : {
            da: 'Værdien har en forkert type.',
            en: `The value has the wrong type; ${issue.expected} is expected.`,
          };
    case 'too_big':
      return issue.origin === 'string'
        ? {
            da: `Teksten er for lang: højst ${issue.maximum} tegn.`,
            en: `The text is too long: at most ${issue.maximum} characters.`,
          }
        : issue.origin === 'array'
          ? { da: `For mange: højst ${issue.maximum}.`, en: `Too many: at most ${issue.maximum}.` }
          : {
              da: `Tallet må højst være ${issue.maximum}.`,
              en: `The number may be at most ${issue.maximum}.`,
            };
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? (named['required'] as Text)
        : {
            da: `Tallet skal mindst være ${issue.minimum}.`,
            en: `The number must be at least ${issue.minimum}.`,
          };
    case 'invalid_value':
      // Nothing chosen in a form: the choices stand there in words.
      if (issue.input === undefined || issue.input === '')
        return { da: 'Vælg en af mulighederne.', en: 'Choose one of these.' };
      return {
        da: `Vælg en af mulighederne: ${issue.values.join(', ')}.`,
        en: `Choose one of: ${issue.values.join(', ')}.`,
      };
    case 'invalid_format':
      return { da: 'Værdien har en forkert form.', en: 'The value has the wrong form.' };
    case 'unrecognized_keys':
      return { da: `Ukendt felt: ${issue.keys.join(', ')}.`, en: `Unknown field: ${issue.keys.join(', ')}.` };
    default:
      return { da: 'Værdien kan ikke bruges her.', en: 'The value cannot be used here.' };
  }
};

/** Zod's issues as problems at fields, in both languages. */
export const problemsOf = (error: z.ZodError): Problem[] =>
  error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), says: explained(issue) }));
