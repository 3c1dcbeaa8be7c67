import type { Language, Text } from '../../../rulebook/vocabulary.ts';
import type { Child, Html } from '../jsx/jsx-runtime.ts';

/** The language that a community's people write in; Fælled is a Danish community's. */
export const writtenIn: Language = 'da';

/**
 * What a person wrote, in a line of the page: it carries its language, so that a screen reader on an English page
 * reads it as Danish (WCAG 3.1.2). Names of people, organisations, bodies and initiatives are proper names and do
 * without. Longer texts stand in `Prose`, which marks itself.
 */
export function Written({ children }: { children?: Child }): Html {
  return <span lang={writtenIn}>{children}</span>;
}

/** Words that a person may have written: those say the same in both languages, and are marked as written. */
export function Told({ text, lang }: { text: Text; lang: Language }): Html {
  return text.da === text.en ? <Written>{text.da}</Written> : <>{text[lang]}</>;
}
