import { facilitationRule } from './facilitation.ts';
import type { BodyRule, CompositionRule, SeatFact, Source } from './rule.ts';
import type { Titles } from './titles.ts';
import { capital } from './in-words.ts';

/** A paragraph of the association’s statutes (published 17 March 2026; since 2019 only §5 on fees has changed in what is used here). */
export const statutes = (section: string): Source => ({
  document: 'OS2 vedtægter',
  section: `§${section}`,
  url: 'https://github.com/OS2offdig/about/blob/main/BYLAWS.md',
});

/** The community’s pages on groups and their terms of reference. */
export const termsOfReference = (section: string): Source => ({
  document: 'OS2 kommissorier',
  section,
  url: 'https://www.os2.eu/kommissorium',
});

const seat = (person: string, more: Partial<SeatFact> = {}): SeatFact => ({
  person,
  organisation: person,
  role: 'member',
  voting: true,
  from: '2018-05-01',
  to: null,
  alsoIn: [],
  ...more,
});

const seats = (...people: readonly string[]): readonly SeatFact[] => people.map((person) => seat(person));

/** The bodies as the statutes and the terms of reference describe them since 2018. */
export const associationBodies = ({ chair }: Titles): readonly BodyRule[] => [
  {
    kind: 'general-assembly',
    says: {
      da: 'Øverste myndighed. Hvert medlem har én stemme, og der besluttes ved simpelt flertal.',
      en: 'Highest authority. Each member has one vote, and a simple majority decides.',
    },
    source: statutes('7.1'),
    minimumVoting: 1,
    quorumPercent: null,
    tie: 'falls',
    ofInitiative: false,
  },
  {
    kind: 'board',
    says: {
      da: `Leder foreningen mellem generalforsamlingerne. Kan beslutte, når mindst halvdelen er til stede; ${chair.the.da}s stemme afgør ved lighed.`,
      en: `Leads the association between assemblies. Can decide when at least half are present; ${chair.the.en}’s vote decides a tie.`,
    },
    source: statutes('6.3, §6.5'),
    minimumVoting: 5,
    quorumPercent: 50,
    tie: 'chair-decides',
    ofInitiative: false,
  },
  {
    kind: 'secretariat',
    says: {
      da: `Står for den daglige drift sammen med ${chair.the.da} og er indgangen til alt.`,
      en: `Runs the daily operation together with ${chair.the.en} and is the entry point of everything.`,
    },
    source: statutes('6.1.1, §11'),
    minimumVoting: 0,
    quorumPercent: null,
    tie: 'falls',
    ofInitiative: false,
  },
  {
    kind: 'steering-group',
    says: {
      da: 'Øverste myndighed for et projekt eller produkt: retning, budget, ressourcer og kvalitet.',
      en: 'Highest authority of a project or product: direction, budget, resources and quality.',
    },
    source: termsOfReference('styregruppe'),
    minimumVoting: 1,
    quorumPercent: null,
    tie: 'chair-decides',
    ofInitiative: true,
  },
  {
    kind: 'coordination-group',
    says: {
      da: 'De, der bruger produktet: ønsker, prioritering og drift. Har ansvaret alene, hvor der ingen styregruppe er.',
      en: 'Those who use the product: wishes, priorities and operation. Answers alone where there is no steering group.',
    },
    source: termsOfReference('koordinationsgruppe'),
    minimumVoting: 1,
    quorumPercent: null,
    tie: 'chair-decides',
    ofInitiative: true,
    facilitation: facilitationRule,
  },
  {
    kind: 'professional-committee',
    says: {
      da: 'Frivillige fra medlemmerne laver vejledende materiale; bestyrelsen kan gøre dele bindende.',
      en: 'Volunteers of the members write guiding material; the board may make parts binding.',
    },
    source: termsOfReference('fagudvalg'),
    minimumVoting: 0,
    quorumPercent: null,
    tie: 'falls',
    ofInitiative: false,
  },
  {
    kind: 'expert-group',
    says: {
      da: 'Samler og deler viden om et fag og vejleder de andre grupper.',
      en: 'Gathers and shares knowledge of a field and advises the other groups.',
    },
    source: termsOfReference('faggruppe'),
    minimumVoting: 0,
    quorumPercent: null,
    tie: 'falls',
    ofInitiative: false,
  },
];

/** Who sits in the board and in a steering group. Days to cure are our own reading. */
export const associationComposition = ({
  chair,
  'business-manager': manager,
}: Titles): readonly CompositionRule[] => [
  {
    id: 'composition.board-size',
    body: 'board',
    rule: { kind: 'at-least', n: 5, voting: true },
    weight: 'must',
    cureWithinDays: 90,
    source: statutes('6.1'),
    says: {
      da: `Bestyrelsen har en ${chair.da} og mindst fire medlemmer mere.`,
      en: `The board has a ${chair.en} and at least four more members.`,
    },
    cure: {
      da: 'Lad suppleanten træde ind, eller vælg flere medlemmer.',
      en: 'Let the substitute step in, or elect more members.',
    },
    examples: [
      { says: { da: 'Fire', en: 'Four' }, seats: seats('a', 'b', 'c', 'd'), breached: true },
      { says: { da: 'Fem', en: 'Five' }, seats: seats('a', 'b', 'c', 'd', 'e'), breached: false },
    ],
  },
  {
    id: 'composition.board-one-per-member',
    body: 'board',
    rule: { kind: 'one-seat-per-organisation' },
    weight: 'must',
    cureWithinDays: 90,
    source: statutes('6.1'),
    says: {
      da: 'Hver medlemsorganisation har højst én plads i bestyrelsen.',
      en: 'Each member organisation has at most one seat on the board.',
    },
    cure: {
      da: 'Lad én af de to træde ud; suppleanten kan træde ind.',
      en: 'Let one of the two leave; the substitute may step in.',
    },
    examples: [
      {
        says: { da: 'To fra samme kommune', en: 'Two of the same municipality' },
        seats: [seat('a'), seat('b', { organisation: 'a' })],
        breached: true,
      },
      {
        says: { da: 'Én fra hver', en: 'One of each' },
        seats: seats('a', 'b'),
        breached: false,
      },
      {
        says: { da: 'Den anden er uden stemme', en: 'The other has no vote' },
        seats: [seat('a'), seat('b', { organisation: 'a', role: 'observer', voting: false })],
        breached: false,
      },
    ],
  },
  {
    id: 'composition.board-chair',
    body: 'board',
    rule: { kind: 'exactly-one', role: 'chair' },
    weight: 'must',
    cureWithinDays: 60,
    source: statutes('6.2'),
    says: { da: `Bestyrelsen har én ${chair.da}.`, en: `The board has one ${chair.en}.` },
    cure: { da: 'Registrér den, generalforsamlingen har valgt.', en: 'Record whom the assembly elected.' },
    examples: [
      { says: { da: `Ingen ${chair.da}`, en: `No ${chair.en}` }, seats: seats('a'), breached: true },
      {
        says: { da: `Én ${chair.da}`, en: `One ${chair.en}` },
        seats: [seat('a', { role: 'chair' })],
        breached: false,
      },
      {
        says: { da: 'To på én gang', en: 'Two at once' },
        seats: [seat('a', { role: 'chair' }), seat('b', { role: 'chair' })],
        breached: true,
      },
    ],
  },
  {
    id: 'composition.board-business-manager',
    body: 'board',
    rule: { kind: 'no-vote', role: 'business-manager' },
    weight: 'must',
    cureWithinDays: 0,
    source: { document: 'OS2 organisering 1.0', section: '§4.1.3', page: '10' },
    says: {
      da: `${capital(manager.the.da)} deltager i bestyrelsen uden stemme.`,
      en: `${capital(manager.the.en)} attends the board without a vote.`,
    },
    cure: { da: 'Ret pladsen, så den er uden stemme.', en: 'Change the seat to one without a vote.' },
    examples: [
      {
        says: { da: 'Med stemme', en: 'With a vote' },
        seats: [seat('a', { role: 'business-manager' })],
        breached: true,
      },
      {
        says: { da: 'Uden stemme', en: 'Without a vote' },
        seats: [seat('a', { role: 'business-manager', voting: false })],
        breached: false,
      },
    ],
  },
  {
    id: 'composition.steering-chair',
    body: 'steering-group',
    rule: { kind: 'exactly-one', role: 'chair' },
    weight: 'must',
    cureWithinDays: 60,
    source: termsOfReference('styregruppe'),
    says: { da: `Styregruppen har én ${chair.da}.`, en: `The steering group has one ${chair.en}.` },
    cure: { da: `Vælg en ${chair.da} i styregruppen.`, en: `Elect a ${chair.en} in the steering group.` },
    examples: [
      { says: { da: `Ingen ${chair.da}`, en: `No ${chair.en}` }, seats: seats('a'), breached: true },
      {
        says: { da: `Én ${chair.da}`, en: `One ${chair.en}` },
        seats: [seat('a', { role: 'chair' })],
        breached: false,
      },
    ],
  },
  {
    id: 'composition.project-manager',
    body: 'steering-group',
    rule: { kind: 'not-member', who: 'project-manager' },
    weight: 'must',
    cureWithinDays: 30,
    source: termsOfReference('styregruppe'),
    says: {
      da: 'Projektlederen er sekretær for styregruppen, ikke medlem.',
      en: 'The project manager is the steering group’s secretary, not a member.',
    },
    cure: {
      da: 'Giv projektlederen en plads som sekretær uden stemme.',
      en: 'Give the project manager a seat as secretary without a vote.',
    },
    examples: [
      {
        says: { da: 'Projektlederen som medlem', en: 'The project manager as a member' },
        seats: [seat('a', { isProjectManager: true })],
        breached: true,
      },
      {
        says: { da: 'Projektlederen som sekretær', en: 'The project manager as secretary' },
        seats: [seat('a', { isProjectManager: true, role: 'secretary', voting: false })],
        breached: false,
      },
    ],
  },
];

/** The rule on the board’s part in a level 3 steering group: at least one of it, or the majority of votes. */
export const boardInSteering = (part: 'represented' | 'majority', source: Source): CompositionRule => {
  const ofBoard = (person: string) => seat(person, { alsoIn: ['board'] });
  return part === 'represented'
    ? {
        id: 'composition.board-represented',
        body: 'steering-group',
        level: 'N3',
        rule: { kind: 'at-least-from', from: 'board', n: 1 },
        weight: 'must',
        cureWithinDays: 90,
        source,
        says: {
          da: 'På niveau 3 sidder mindst ét bestyrelsesmedlem i styregruppen.',
          en: 'At level 3 at least one board member sits in the steering group.',
        },
        cure: {
          da: 'Sæt et bestyrelsesmedlem i styregruppen.',
          en: 'Seat a board member in the steering group.',
        },
        examples: [
          {
            says: { da: 'Ingen fra bestyrelsen', en: 'None from the board' },
            seats: seats('a', 'b'),
            breached: true,
          },
          {
            says: { da: 'Én fra bestyrelsen', en: 'One from the board' },
            seats: [ofBoard('a'), seat('b')],
            breached: false,
          },
        ],
      }
    : {
        id: 'composition.board-majority',
        body: 'steering-group',
        level: 'N3',
        rule: { kind: 'voting-majority-from', from: 'board' },
        weight: 'must',
        cureWithinDays: 90,
        source,
        says: {
          da: 'På niveau 3 har bestyrelsens medlemmer flertallet i styregruppen.',
          en: 'At level 3 board members hold the majority in the steering group.',
        },
        cure: {
          da: 'Sæt flere bestyrelsesmedlemmer i styregruppen.',
          en: 'Seat more board members in the steering group.',
        },
        examples: [
          {
            says: { da: 'En af to er ikke flertal', en: 'One of two is no majority' },
            seats: [ofBoard('a'), seat('b')],
            breached: true,
          },
          {
            says: { da: 'To af tre er flertal', en: 'Two of three is a majority' },
            seats: [ofBoard('a'), ofBoard('b'), seat('c')],
            breached: false,
          },
        ],
      };
};
