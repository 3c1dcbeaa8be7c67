import type { Language } from '../../rulebook/vocabulary.ts';

/** What every view knows about the request it answers. Made once per request by the HTTP kernel. */
export interface Page {
  readonly lang: Language;
  /** The address without the language prefix, with its query. */
  readonly path: string;
  /** The address in the reader's language: `/cases` in Danish, `/en/cases` in English. */
  href(path: string): string;
  readonly viewer: {
    readonly id: string;
    readonly name: string;
    readonly isDemo: boolean;
    /** Told people’s names: everybody signed in but the technical account. */
    readonly seesPeople: boolean;
  } | null;
  readonly community: { readonly name: string; readonly demo: boolean; readonly edition: string };
  readonly now: Temporal.Instant;
  /** ISO date in Europe/Copenhagen. */
  readonly today: string;
  /** How much waits for the viewer: the number beside Overblik. */
  readonly waiting: number;
}

/** The address of a path in a language. Danish is the language of the house and has no prefix. */
export function localHref(lang: Language, path: string): string {
  if (lang === 'da') return path;
  return path === '/' ? '/en' : path.startsWith('/?') ? '/en' + path.slice(1) : '/en' + path;
}

/** Splits an address into its language and the path without the prefix, query kept. */
export function splitLanguage(url: string): { lang: Language; path: string } {
  const match = /^\/en(?=[/?]|$)/.exec(url);
  if (!match) return { lang: 'da', path: url };
  const rest = url.slice(3);
  return { lang: 'en', path: rest.startsWith('/') ? rest : '/' + rest };
}
