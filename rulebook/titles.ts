import {
  providers,
  seatRoles,
  type BodyKind,
  type Provider,
  type SeatRole,
  type Text,
} from './vocabulary.ts';

/** What a role or a body is called, and how it is spoken of in a sentence: "forperson", "forpersonen". */
export interface Title extends Text {
  readonly the: Text;
}

/** Roles that the editions name differently. The role behind the titles is one. */
export const titledRoles = [
  'chair',
  'deputy-chair',
  'business-manager',
] as const satisfies readonly SeatRole[];
export type TitledRole = (typeof titledRoles)[number];

/** What an edition calls the roles, each of those it must name, and bodies that it names in its own way. */
export type Titles = Readonly<
  Record<TitledRole, Title> & Partial<Record<Exclude<SeatRole, TitledRole> | BodyKind, Title>>
>;

/** An edition, as far as titles go. */
export interface Titled {
  readonly titles: Titles;
}

/** No edition's titles: the roles by their own names, for words that are the same under every edition. */
export const untitled: Titled = {
  titles: {
    chair: { ...seatRoles.chair, the: { da: 'formanden', en: 'the chair' } },
    'deputy-chair': {
      ...seatRoles['deputy-chair'],
      the: { da: 'næstformanden', en: 'the deputy chair' },
    },
    'business-manager': { ...seatRoles['business-manager'], the: providers['business-manager'] },
  },
};

/** A role by the title its edition gives it. */
export const roleTitle = ({ titles }: Titled, role: SeatRole): Text => titles[role] ?? seatRoles[role];

/** Who can bring a thing about, by the title its edition gives: "sekretariatschefen", "the board". */
export const providerTitle = ({ titles }: Titled, provider: Provider): Text =>
  provider === 'business-manager' ? titles[provider].the : providers[provider];
