import type { BodyKind, Text } from '../../rulebook/vocabulary.ts';

/** One section of a charter: its heading, and what to write there. */
export interface CharterSection {
  readonly title: Text;
  readonly guidance: Text;
}

/**
 * What a charter can speak of. The headings follow the forms OS2's groups fill in at their first meeting
 * (os2.eu/kommissorium); the guidance is our own.
 */
export const charterSections = {
  purpose: {
    title: { da: 'Formål', en: 'Purpose' },
    guidance: {
      da: 'Hvad er organet til for, og hvornår er det lykkedes?',
      en: 'What is the body for, and when has it succeeded?',
    },
  },
  role: {
    title: { da: 'Rolle og beslutninger', en: 'Role and decisions' },
    guidance: {
      da: 'Hvad beslutter organet selv, hvad indstiller det, og til hvem?',
      en: 'What does the body decide itself, what does it recommend, and to whom?',
    },
  },
  members: {
    title: { da: 'Medlemmer', en: 'Members' },
    guidance: {
      da: 'Hvem kan sidde her, hvor længe, og hvordan kommer man ind og ud?',
      en: 'Who can sit here, for how long, and how does one come in and leave?',
    },
  },
  'ground-rules': {
    title: { da: 'Grundregler', en: 'Ground rules' },
    guidance: {
      da: 'Hvor tit mødes I, hvem leder, og hvad kræver en beslutning?',
      en: 'How often do you meet, who leads, and what does a decision take?',
    },
  },
  wishes: {
    title: { da: 'Ønsker og prioritering', en: 'Wishes and priorities' },
    guidance: {
      da: 'Hvordan samles ønsker ind, og hvordan vælges der mellem dem?',
      en: 'How are wishes gathered, and how are they chosen between?',
    },
  },
  development: {
    title: { da: 'Udvikling og drift', en: 'Development and operation' },
    guidance: {
      da: 'Hvem svarer for udvikling, drift og kontrakter med leverandører?',
      en: 'Who answers for development, operation and contracts with suppliers?',
    },
  },
  economy: {
    title: { da: 'Økonomi', en: 'Economy' },
    guidance: {
      da: 'Hvilke penge råder organet over, og hvem godkender mere?',
      en: 'What money does the body have, and who approves more?',
    },
  },
  secretariat: {
    title: { da: 'Samspil med sekretariatet', en: 'Working with the secretariat' },
    guidance: {
      da: 'Hvad får sekretariatet at vide, hvornår, og hvad hjælper det med?',
      en: 'What is the secretariat told, when, and what does it help with?',
    },
  },
  material: {
    title: { da: 'Det, vi laver', en: 'What we make' },
    guidance: {
      da: 'Hvilket materiale laves, for hvem, og hvordan holdes det ved lige?',
      en: 'What material is made, for whom, and how is it kept up to date?',
    },
  },
} as const satisfies Record<string, CharterSection>;
export type CharterSectionId = keyof typeof charterSections;

const group: readonly CharterSectionId[] = [
  'purpose',
  'role',
  'members',
  'ground-rules',
  'development',
  'economy',
  'secretariat',
];
const material: readonly CharterSectionId[] = [
  'purpose',
  'members',
  'ground-rules',
  'material',
  'secretariat',
];

/** The template of each kind of body: which sections its charter has, in order. */
export const charterTemplates: Readonly<Record<BodyKind, readonly CharterSectionId[]>> = {
  'general-assembly': ['purpose', 'role', 'members', 'ground-rules'],
  board: ['purpose', 'role', 'members', 'ground-rules', 'economy', 'secretariat'],
  secretariat: ['purpose', 'role', 'economy'],
  'steering-group': group,
  'coordination-group': [
    'purpose',
    'role',
    'members',
    'ground-rules',
    'wishes',
    'development',
    'economy',
    'secretariat',
  ],
  'super-user-network': ['purpose', 'members', 'ground-rules', 'wishes'],
  'professional-committee': material,
  'expert-group': material,
};

export type CharterText = Partial<Record<CharterSectionId, string>>;

/** Sections of a template that nothing is written in. A charter is approved only when there is none. */
export const emptySections = (kind: BodyKind, text: CharterText): readonly CharterSectionId[] =>
  charterTemplates[kind].filter((id) => (text[id] ?? '').trim() === '');
