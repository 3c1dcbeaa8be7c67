/** What a link leads to. */
export const linkKinds = {
  repository: { da: 'kildekode', en: 'source code' },
  documentation: { da: 'dokumentation', en: 'documentation' },
  demo: { da: 'demonstration', en: 'demonstration' },
  website: { da: 'websted', en: 'website' },
  other: { da: 'andet', en: 'other' },
} as const;

/** How two initiatives hang together (report §5.4.4, p. 20). */
export const relationKinds = {
  uses: { da: 'bruger', en: 'uses' },
  'part-of': { da: 'er en del af', en: 'is part of' },
  replaces: { da: 'afløser', en: 'replaces' },
  interface: { da: 'har snitflade til', en: 'has an interface with' },
} as const;

/** What an economy covers (B8, report §4.1.4, p. 11–12). */
export const budgetPhases = {
  project: { da: 'projektet', en: 'the project' },
  product: { da: 'produktet', en: 'the product' },
} as const;
/** Where the money comes from. */
export const fundings = {
  local: { da: 'lokale midler', en: 'local funds' },
  community: { da: 'fællesskabets midler', en: 'the community’s funds' },
  mixed: { da: 'begge dele', en: 'both' },
} as const;
