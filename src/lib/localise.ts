import type { Language, Text } from '../../rulebook/vocabulary.ts';

const isText = (value: object): value is Text => {
  const keys = Object.keys(value);
  return (
    keys.length === 2 && typeof (value as Text).da === 'string' && typeof (value as Text).en === 'string'
  );
};

/** A value with every bilingual text in it replaced by the one in the language asked for. */
export function localise(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((item) => localise(item, language));
  if (value !== null && typeof value === 'object') {
    if (isText(value)) return value[language];
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, localise(item, language)]));
  }
  return value;
}
