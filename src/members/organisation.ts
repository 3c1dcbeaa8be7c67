import type { Text } from '../../rulebook/vocabulary.ts';

/** What kinds of organisation there are. Members are public; suppliers and others take part without a vote (report §4.1.5). */
export const organisationKinds = {
  municipality: { da: 'kommune', en: 'municipality' },
  region: { da: 'region', en: 'region' },
  state: { da: 'statslig myndighed', en: 'state authority' },
  public: { da: 'anden offentlig organisation', en: 'other public organisation' },
  supplier: { da: 'leverandør', en: 'supplier' },
  association: { da: 'forening', en: 'association' },
  other: { da: 'andet', en: 'other' },
} as const satisfies Record<string, Text>;
export type OrganisationKind = keyof typeof organisationKinds;

const cvrWeights = [2, 7, 6, 5, 4, 3, 2, 1];

/** Whether the check digit of an 8-digit CVR number fits (modulus 11). Newer numbers need not: a warning, never a stop. */
export const cvrFits = (cvr: string): boolean =>
  /^[0-9]{8}$/.test(cvr) &&
  [...cvr].reduce((sum, digit, place) => sum + Number(digit) * (cvrWeights[place] as number), 0) % 11 === 0;

/** What to say about a CVR number whose check digit does not fit. */
export const cvrWarning: Text = {
  da: 'CVR-nummerets kontrolciffer passer ikke. Tjek nummeret; det er gemt, som du skrev det.',
  en: 'The check digit of the CVR number does not fit. Check the number; it is stored as you wrote it.',
};

/** The warnings that go with an organisation's answer. */
export const warningsFor = (cvr: string | null): readonly Text[] =>
  cvr !== null && !cvrFits(cvr) ? [cvrWarning] : [];

/** Whether an organisation is a member now, has been one, or never was. */
export const memberStates = {
  now: { da: 'medlem nu', en: 'member now' },
  former: { da: 'tidligere medlem', en: 'former member' },
  never: { da: 'aldrig medlem', en: 'never a member' },
} as const;
export type MemberState = keyof typeof memberStates;
