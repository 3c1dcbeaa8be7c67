import type { Language } from '../../rulebook/vocabulary.ts';

/** A piece of running text. People's words are always such values: they never become markup. */
export type Inline = string | { readonly text: string; readonly href?: string; readonly strong?: true };

/** One cell or line: pieces of text after each other. */
export type Line = Inline | readonly Inline[];

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      readonly text: string;
      /** Starts on a new page. */
      readonly newPage?: true;
    }
  /** Running text as people write it: blank lines part paragraphs, line ends stay. */
  | {
      readonly kind: 'text';
      readonly text: Line;
      readonly tone?: 'lead' | 'muted' | 'strong';
      /** By a person, in the language that people write in. */
      readonly written?: true;
    }
  /** Words with what they say: time, place, chair. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [string, Line])[] }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | {
      readonly kind: 'table';
      /** What it lists; said by the heading above it in print. */
      readonly caption: string;
      readonly columns: readonly {
        readonly head: string;
        /** Share of the width; 0 for as narrow as its words. */
        readonly share: number;
      }[];
      readonly rows: readonly (readonly Line[])[];
    }
  /** What a body has decided, set apart from the rest. */
  | {
      readonly kind: 'decision';
      readonly title: string;
      readonly lines: readonly Line[];
    };

/** A paper to be printed or read as PDF: what it says, without how it looks. */
export interface Paper {
  readonly lang: Language;
  readonly title: string;
  /** Above the title: whose paper it is and of what kind. */
  readonly kicker: string;
  /** Who answers for it; stands in the file's metadata. */
  readonly author: string;
  readonly keywords: readonly string[];
  /** When it was made: ISO text in UTC. */
  readonly madeAt: string;
  /** Lines of a cover page of its own; the title stands on top of the first page when absent. */
  readonly cover?: { readonly facts: readonly (readonly [string, Line])[]; readonly contents: string };
  /** At the foot of each page, before the page number. */
  readonly foot: string;
  /** `side {page} af {pages}`. */
  readonly pageWords: { readonly page: string; readonly of: string };
  readonly blocks: readonly Block[];
}
