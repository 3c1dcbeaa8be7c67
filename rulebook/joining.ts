import type { Edition, Refusal } from './rule.ts';
import type { BodyKind, Text } from './vocabulary.ts';

/** How one comes to sit in a body. */
export const joinings = {
  appointed: { da: 'udpegning', en: 'appointment' },
  elected: { da: 'valg', en: 'election' },
  open: { da: 'åben: man tilmelder sig selv', en: 'open: one joins by oneself' },
  invitation: { da: 'invitation', en: 'invitation' },
} as const satisfies Record<string, Text>;
export type Joining = keyof typeof joinings;

/**
 * How one comes to sit in a body of a kind unless its charter says otherwise: the assembly elects (§4.1.1–4.1.2, p. 8),
 * steering groups are appointed (§4.1.4, p. 11), every using municipality may join a coordination group (B10, p. 12),
 * committees and expert groups are open to volunteers (§4.1.6–4.1.7, p. 13–14).
 */
export const usualJoining: Readonly<Record<BodyKind, Joining>> = {
  'general-assembly': 'elected',
  board: 'elected',
  secretariat: 'appointed',
  'steering-group': 'appointed',
  'coordination-group': 'open',
  'super-user-network': 'open',
  'professional-committee': 'open',
  'expert-group': 'open',
};

export interface JoiningFacts {
  readonly joining: Joining;
  readonly mostPerOrganisation: number | null;
  /** The organisation takes part in the initiative, has joined it or uses it; null for a body of the whole community. */
  readonly uses: boolean | null;
  /** Seats the organisation holds in the body. */
  readonly seats: number;
}

/** Why somebody cannot join a body by oneself; empty when nothing stands in the way (B10, report §4.1.5, p. 12). */
export function joiningRefusals(edition: Edition, facts: JoiningFacts): readonly Refusal[] {
  const duty = edition.duties.find((each) => each.id === 'B10');
  const source = {
    edition: edition.id,
    ...(duty?.source ?? { document: 'Fælled', section: 'Organer' }),
  };
  const says: Text = {
    da: 'De organisationer, der bruger produktet, kan selv tilmelde sig en åben gruppe inden for gruppens grænse.',
    en: 'Organisations that use the product may join an open group by themselves, within the group’s limit.',
  };
  const refusal = (because: Text, cure: Text): Refusal => ({
    rule: 'joining.open',
    says,
    source,
    because,
    cure,
  });
  if (facts.joining !== 'open')
    return [
      refusal(
        {
          da: `Man kommer i gruppen ved ${joinings[facts.joining].da}.`,
          en: `One comes into the group by ${joinings[facts.joining].en}.`,
        },
        {
          da: `Skriv til gruppens ${edition.titles.chair.da} eller sekretariatet.`,
          en: `Write to the group’s ${edition.titles.chair.en} or the secretariat.`,
        },
      ),
    ];
  const refusals: Refusal[] = [];
  if (facts.uses === false)
    refusals.push(
      refusal(
        {
          da: 'Din organisation er ikke registreret som deltager, tilsluttet eller anvender.',
          en: 'Your organisation is not recorded as taking part, joined or using.',
        },
        {
          da: 'Bed projektlederen registrere organisationen under initiativets deltagere.',
          en: 'Ask the project manager to record the organisation among the initiative’s participants.',
        },
      ),
    );
  if (facts.mostPerOrganisation !== null && facts.seats >= facts.mostPerOrganisation)
    refusals.push(
      refusal(
        {
          da: `Din organisation har ${facts.seats} af højst ${facts.mostPerOrganisation} pladser.`,
          en: `Your organisation has ${facts.seats} of at most ${facts.mostPerOrganisation} seats.`,
        },
        {
          da: 'Afløs en af jeres egne, eller bed gruppen hæve grænsen.',
          en: 'Replace one of your own, or ask the group to raise the limit.',
        },
      ),
    );
  return refusals;
}
