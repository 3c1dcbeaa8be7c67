import type { Fact } from './vocabulary.ts';

/**
 * The registered facts that conditions may ask about. They are computed from what is recorded, never ticked.
 * The order is the order of the steps in a forecast. A condition that does not fit becomes a new named fact
 * here, never a new operator.
 */
export const facts = {
  'level-placed': {
    type: 'boolean',
    kind: 'decision',
    provider: 'business-manager',
    brings: [],
    says: { da: 'initiativet er indplaceret på et niveau', en: 'the initiative has been placed at a level' },
    step: { da: 'Indplacér initiativet på et niveau', en: 'Place the initiative at a level' },
  },
  participants: {
    type: 'number',
    kind: 'person',
    provider: 'participants',
    brings: [],
    says: { da: 'antal organisationer, der deltager', en: 'organisations taking part' },
    step: { da: 'Tilføj deltagende organisationer', en: 'Add organisations that take part' },
  },
  'project-owner': {
    type: 'boolean',
    kind: 'person',
    provider: 'participants',
    brings: [],
    says: { da: 'der er en projektejer', en: 'there is a project owner' },
    step: { da: 'Udpeg en projektejer', en: 'Appoint a project owner' },
  },
  'project-manager': {
    type: 'boolean',
    kind: 'person',
    provider: 'steering-group',
    brings: [],
    says: { da: 'der er en projektleder', en: 'there is a project manager' },
    step: { da: 'Udpeg en projektleder', en: 'Appoint a project manager' },
  },
  'project-manager-qualified': {
    type: 'boolean',
    kind: 'person',
    provider: 'steering-group',
    brings: ['project-manager'],
    says: {
      da: 'projektlederen er certificeret eller har dokumenteret erfaring',
      en: 'the project manager is certified or has documented experience',
    },
    step: {
      da: 'Udpeg en projektleder, der er certificeret eller har dokumenteret erfaring',
      en: 'Appoint a project manager who is certified or has documented experience',
    },
  },
  'steering-group': {
    type: 'boolean',
    kind: 'body',
    provider: 'participants',
    brings: [],
    says: { da: 'der er nedsat en styregruppe', en: 'a steering group is set up' },
    step: { da: 'Nedsæt en styregruppe', en: 'Set up a steering group' },
  },
  'steering-chair': {
    type: 'boolean',
    kind: 'seat',
    provider: 'steering-group',
    brings: [],
    says: {
      da: 'styregruppen har valgt, hvem der leder den',
      en: 'the steering group has chosen who chairs it',
    },
    step: { da: 'Vælg, hvem der leder styregruppen', en: 'Elect who chairs the steering group' },
  },
  'board-seat-in-steering': {
    type: 'boolean',
    kind: 'seat',
    provider: 'board',
    brings: [],
    says: {
      da: 'bestyrelsen er repræsenteret i styregruppen',
      en: 'the board is represented in the steering group',
    },
    step: { da: 'Sæt et bestyrelsesmedlem i styregruppen', en: 'Seat a board member in the steering group' },
  },
  'board-majority-in-steering': {
    type: 'boolean',
    kind: 'seat',
    provider: 'board',
    brings: ['board-seat-in-steering'],
    says: {
      da: 'bestyrelsens medlemmer har flertallet af stemmerne i styregruppen',
      en: 'board members hold the majority of votes in the steering group',
    },
    step: {
      da: 'Giv bestyrelsens medlemmer stemmeflertal i styregruppen',
      en: 'Give board members the majority of votes in the steering group',
    },
  },
  'coordination-group': {
    type: 'boolean',
    kind: 'body',
    provider: 'participants',
    brings: [],
    says: { da: 'der er dannet en koordinationsgruppe', en: 'a coordination group is formed' },
    step: { da: 'Dan en koordinationsgruppe', en: 'Form a coordination group' },
  },
  'coordination-chair': {
    type: 'boolean',
    kind: 'seat',
    provider: 'coordination-group',
    brings: [],
    says: {
      da: 'koordinationsgruppens styregruppe har valgt, hvem der leder den',
      en: 'the steering group of the coordination group has chosen who chairs it',
    },
    step: {
      da: 'Vælg, hvem der leder koordinationsgruppens styregruppe',
      en: 'Elect who chairs the coordination group’s steering group',
    },
  },
  'board-seat-in-coordination': {
    type: 'boolean',
    kind: 'seat',
    provider: 'board',
    brings: [],
    says: {
      da: 'mindst ét bestyrelsesmedlem sidder i koordinationsgruppen',
      en: 'at least one board member sits in the coordination group',
    },
    step: {
      da: 'Sæt et bestyrelsesmedlem i koordinationsgruppen',
      en: 'Seat a board member in the coordination group',
    },
  },
  'community-funding': {
    type: 'boolean',
    kind: 'money',
    provider: 'project-owner',
    brings: [],
    says: {
      da: 'initiativet får penge fra fællesskabet',
      en: 'the initiative receives money from the community',
    },
    step: {
      da: 'Dæk økonomien af lokale midler i stedet for fællesskabets',
      en: 'Cover the economy by local funds instead of the community’s',
    },
  },
  users: {
    type: 'number',
    kind: 'requirement',
    provider: 'participants',
    brings: [],
    says: { da: 'antal organisationer, der anvender løsningen', en: 'organisations that use the solution' },
    step: {
      da: 'Registrér de første, der har taget løsningen i brug',
      en: 'Register the first who have taken the solution into use',
    },
  },
  'project-economy-by-steering': {
    type: 'boolean',
    kind: 'money',
    provider: 'steering-group',
    brings: [],
    says: {
      da: 'styregruppen har godkendt projektets økonomi',
      en: 'the steering group has approved the project’s economy',
    },
    step: {
      da: 'Få projektets økonomi godkendt i styregruppen',
      en: 'Have the project’s economy approved by the steering group',
    },
  },
  'product-economy-by-steering': {
    type: 'boolean',
    kind: 'money',
    provider: 'steering-group',
    brings: [],
    says: {
      da: 'styregruppen har godkendt produktets økonomi',
      en: 'the steering group has approved the product’s economy',
    },
    step: {
      da: 'Få produktets økonomi godkendt i styregruppen',
      en: 'Have the product’s economy approved by the steering group',
    },
  },
  'board-informed': {
    type: 'boolean',
    kind: 'document',
    provider: 'business-manager',
    brings: [],
    says: { da: 'bestyrelsen er orienteret', en: 'the board has been informed' },
    step: { da: 'Orientér bestyrelsen', en: 'Inform the board' },
  },
  recommendation: {
    type: 'boolean',
    kind: 'document',
    provider: 'business-manager',
    brings: [],
    says: {
      da: 'der er skrevet en indstilling',
      en: 'a recommendation has been written',
    },
    step: {
      da: 'Skriv indstillingen og send sagen til det organ, der beslutter',
      en: 'Write the recommendation and send the case to the body that decides',
    },
  },
  'board-approved': {
    type: 'boolean',
    kind: 'decision',
    provider: 'board',
    brings: ['level-decided'],
    derived: true,
    says: {
      da: 'bestyrelsen (eller generalforsamlingen) har godkendt initiativet på niveauet',
      en: 'the board (or the general assembly) has approved the initiative at the level',
    },
    step: { da: 'Få bestyrelsens godkendelse på niveauet', en: 'Obtain the board’s approval at the level' },
  },
  'level-decided': {
    type: 'boolean',
    kind: 'decision',
    provider: 'board',
    brings: [],
    derived: true,
    says: {
      da: 'det kompetente organ har besluttet niveauet',
      en: 'the competent body has decided the level',
    },
    step: {
      da: 'Få niveauet besluttet af det kompetente organ',
      en: 'Have the level decided by the competent body',
    },
  },
  'steering-group-approved': {
    type: 'boolean',
    kind: 'decision',
    provider: 'board',
    brings: [],
    says: { da: 'bestyrelsen har godkendt styregruppen', en: 'the board has approved the steering group' },
    step: {
      da: 'Få bestyrelsens godkendelse af styregruppen',
      en: 'Obtain the board’s approval of the steering group',
    },
  },
  'steering-group-appointed': {
    type: 'boolean',
    kind: 'decision',
    provider: 'board',
    brings: ['steering-group-approved'],
    says: { da: 'bestyrelsen har udpeget styregruppen', en: 'the board has appointed the steering group' },
    step: {
      da: 'Få bestyrelsen til at udpege styregruppen',
      en: 'Have the board appoint the steering group',
    },
  },
  'project-economy-by-board': {
    type: 'boolean',
    kind: 'money',
    provider: 'board',
    brings: [],
    says: {
      da: 'bestyrelsen har godkendt projektets økonomi',
      en: 'the board has approved the project’s economy',
    },
    step: {
      da: 'Få projektets økonomi godkendt i bestyrelsen',
      en: 'Have the project’s economy approved by the board',
    },
  },
  'product-economy-by-board': {
    type: 'boolean',
    kind: 'money',
    provider: 'board',
    brings: [],
    says: {
      da: 'bestyrelsen har godkendt produktets økonomi',
      en: 'the board has approved the product’s economy',
    },
    step: {
      da: 'Få produktets økonomi godkendt i bestyrelsen',
      en: 'Have the product’s economy approved by the board',
    },
  },
  'reconsideration-decided': {
    type: 'boolean',
    kind: 'decision',
    provider: 'board',
    brings: [],
    says: {
      da: 'det kompetente organ har sendt projektet tilbage til koncept',
      en: 'the competent body has sent the project back to concept',
    },
    step: {
      da: 'Rejs en sag om genovervejelse; beslutningen flytter initiativet',
      en: 'Open a case on reconsideration; the decision moves the initiative',
    },
  },
  'closing-decided': {
    type: 'boolean',
    kind: 'decision',
    provider: 'board',
    brings: [],
    says: {
      da: 'det kompetente organ har besluttet lukningen',
      en: 'the competent body has decided the closing',
    },
    step: {
      da: 'Rejs en sag om lukning; beslutningen afslutter initiativet',
      en: 'Open a case on closing; the decision ends the initiative',
    },
  },
} as const satisfies Record<string, Fact>;

export type FactId = keyof typeof facts;
/** The value of every registered fact for one initiative; what is not named is false or 0. */
export type Facts = { readonly [F in FactId]?: boolean | number };
