import type { Titled, Titles } from '../../rulebook/titles.ts';
import type { Text } from '../../rulebook/vocabulary.ts';

/** Somebody in the demo: invented, in a role that is real. */
export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  /** Short name of a municipality, or a name from `organisations.ts`; null where the role has none. */
  readonly organisation: string | null;
  /** What the person is, by the titles of the community's edition. */
  readonly is: Text | ((titles: Titles) => Text);
  readonly operator?: true;
  /** Named on the console and first in the list of demo people to sign in as. */
  readonly firstChoice?: true;
}

const at = (name: string): string => `${name}@demo.example`;

/** The people whose roles the demo promises. Their names could not be taken for anybody's. */
export const demoPeople: readonly DemoPerson[] = [
  {
    email: at('forretningsleder'),
    name: 'Rosa Regnbue',
    organisation: 'OS2-sekretariatet',
    is: (titles) => titles['business-manager'],
    firstChoice: true,
  },
  {
    email: at('formand'),
    name: 'Villads Vindmølle',
    organisation: 'Syddjurs',
    is: ({ chair }) => ({ da: `foreningens ${chair.da}`, en: `${chair.en} of the association` }),
    firstChoice: true,
  },
  {
    email: at('bestyrelse1'),
    name: 'Bente Bølgeskvulp',
    organisation: 'Favrskov',
    is: ({ 'deputy-chair': deputy }) => ({
      da: `${deputy.da} i bestyrelsen`,
      en: `${deputy.en} of the board`,
    }),
    firstChoice: true,
  },
  {
    email: at('bestyrelse2'),
    name: 'Mogens Morgengry',
    organisation: 'Rebild',
    is: { da: 'medlem af bestyrelsen', en: 'member of the board' },
  },
  {
    email: at('bestyrelse3'),
    name: 'Karla Kanelstang',
    organisation: 'Kolding',
    is: { da: 'medlem af bestyrelsen', en: 'member of the board' },
  },
  {
    email: at('bestyrelse4'),
    name: 'Stig Stjerneskud',
    organisation: 'Odense',
    is: { da: 'medlem af bestyrelsen', en: 'member of the board' },
  },
  {
    email: at('bestyrelse5'),
    name: 'Alma Appelsinblomst',
    organisation: 'Ringkøbing-Skjern',
    is: { da: 'medlem af bestyrelsen', en: 'member of the board' },
  },
  {
    email: at('sekretariat'),
    name: 'Signe Solstråle',
    organisation: 'OS2-sekretariatet',
    is: { da: 'medarbejder i sekretariatet', en: 'staff of the secretariat' },
    firstChoice: true,
  },
  {
    email: at('projektleder'),
    name: 'Palle Paraply',
    organisation: 'Silkeborg',
    is: { da: 'projektleder', en: 'project manager' },
    firstChoice: true,
  },
  {
    email: at('styregruppe'),
    name: 'Gerda Guldregn',
    organisation: 'Ballerup',
    is: ({ chair }) => ({ da: `${chair.da} for styregrupper`, en: `${chair.en} of steering groups` }),
    firstChoice: true,
  },
  {
    email: at('koordination'),
    name: 'Kaj Klokkeblomst',
    organisation: 'Viborg',
    is: ({ chair }) => ({
      da: `${chair.da} for koordinationsgrupper`,
      en: `${chair.en} of coordination groups`,
    }),
    firstChoice: true,
  },
  {
    email: at('kommune'),
    name: 'Maja Mælkebøtte',
    organisation: 'Gribskov',
    is: { da: 'et medlems kontaktperson uden pladser', en: 'a member’s contact without any seat' },
    firstChoice: true,
  },
  {
    email: at('leverandoer'),
    name: 'Leif Lygtepæl',
    organisation: 'Demoleverandøren',
    is: { da: 'leverandør', en: 'supplier' },
    firstChoice: true,
  },
  {
    email: at('tidligere'),
    name: 'Tove Tordensky',
    organisation: 'Brøndby',
    is: { da: 'tidligere bestyrelsesmedlem', en: 'former board member' },
    firstChoice: true,
  },
  {
    email: at('drift'),
    name: 'Driftskonto (demo)',
    organisation: null,
    is: { da: 'teknisk konto, der intet beslutter', en: 'technical account, which decides nothing' },
    operator: true,
    firstChoice: true,
  },
];

/** Others who fill the groups, so that no one person sits everywhere. */
export const morePeople: readonly DemoPerson[] = (
  [
    ['Birk Bjergkam', 'Aarhus'],
    ['Dagmar Dugdråbe', 'Odense'],
    ['Elvira Efterårsløv', 'Holstebro'],
    ['Frode Fyrtårn', 'Brønderslev'],
    ['Gudrun Granskov', 'Ishøj'],
    ['Hjalmar Havgus', 'Horsens'],
    ['Inger Istap', 'København'],
    ['Jeppe Juletræ', 'Sønderborg'],
    ['Kirsten Kornblomst', 'Svendborg'],
    ['Ludvig Løvspring', 'Kerteminde'],
    ['Minna Månelys', 'Gladsaxe'],
    ['Nikolaj Nordenvind', 'Ikast-Brande'],
    ['Oda Ostehaps', 'Fredericia'],
    ['Preben Pilefløjt', 'Favrskov'],
    ['Rigmor Ribsbusk', 'Rebild'],
    ['Svend Snedrive', 'Aarhus'],
    ['Thyra Tusindfryd', 'Ballerup'],
    ['Ulla Uldtrøje', 'Frederiksberg'],
  ] as const
).map(([name, organisation], index) => ({
  email: at(`deltager${index + 1}`),
  name,
  organisation,
  is: { da: 'deltager i grupper', en: 'takes part in groups' },
}));

/** What somebody of the demo is called, under an edition. */
export const isCalled = ({ titles }: Titled, { is }: DemoPerson): Text =>
  typeof is === 'function' ? is(titles) : is;
