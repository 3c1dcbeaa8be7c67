import type { Text } from '../../rulebook/vocabulary.ts';

/** What the journal holds beside the deeds that have forms and operations. */
const others: Readonly<Record<string, Text>> = {
  'load-demo': { da: 'Demofællesskabet blev indlæst', en: 'The demo community was loaded' },
  'create-community': { da: 'Opret fællesskabet', en: 'Create the community' },
  'make-token': { da: 'Lav en adgangsnøgle', en: 'Make a token' },
  'add-passkey': { da: 'Tilføj en adgangsnøgle til login', en: 'Add a passkey' },
  seed: { da: 'Opdigtede initiativer til belastningsprøve', en: 'Invented initiatives for a load test' },
};

/** The title of a deed; of one that this version of Fælled no longer knows, its name. */
export const deedTitle = (deed: string, titles: ReadonlyMap<string, Text>): Text =>
  titles.get(deed) ?? (Object.hasOwn(others, deed) ? (others[deed] as Text) : { da: deed, en: deed });

/** Every deed that may stand in the journal, with its title. */
export const allDeedTitles = (titles: ReadonlyMap<string, Text>): readonly (readonly [string, Text])[] => [
  ...new Map([...Object.entries(others), ...titles]),
];
