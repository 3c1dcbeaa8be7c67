import type { Line } from '../rule.ts';
import { yesNo } from './n1.ts';
import { report } from './source.ts';

type Need = Omit<Line, 'id' | 'weight' | 'guidance'>;

const written: Readonly<Record<string, Need>> = {
  'small-project-leader': {
    kind: 'person',
    level: 'N1',
    liftedAt: 'N2',
    due: 'project',
    provider: 'participants',
    source: report('4.1.4', '11'),
    label: { da: 'Projektejer eller styregruppe', en: 'Project owner or steering group' },
    says: {
      da: 'Et mindre projekt har en projektejer, når det ikke har en styregruppe.',
      en: 'A small project has a project owner when it has no steering group.',
    },
    condition: { any: [{ is: 'project-owner' }, { is: 'steering-group' }] },
    examples: [
      {
        says: { da: 'Kun en projektejer', en: 'A project owner only' },
        facts: { 'project-owner': true },
        satisfied: true,
      },
      {
        says: { da: 'Kun en styregruppe', en: 'A steering group only' },
        facts: { 'steering-group': true },
        satisfied: true,
      },
      { says: { da: 'Ingen af delene', en: 'Neither' }, facts: {}, satisfied: false },
    ],
  },
  recommendation: {
    kind: 'document',
    level: 'N2',
    due: 'project',
    provider: 'business-manager',
    source: report('5.4.3', '20'),
    label: { da: 'Forretningslederens indstilling', en: 'The business manager’s recommendation' },
    says: {
      da: 'Bestyrelsen beslutter på en indstilling fra forretningslederen.',
      en: 'The board decides on a recommendation by the business manager.',
    },
    condition: { is: 'recommendation' },
    examples: yesNo('recommendation', 'Indstillingen er skrevet', 'The recommendation is written'),
  },
  'steering-chair': {
    kind: 'seat',
    level: 'N2',
    due: 'project',
    provider: 'steering-group',
    source: report('4.1.4', '11'),
    label: { da: 'Formand for styregruppen', en: 'Chair of the steering group' },
    says: {
      da: 'Styregruppen vælger en formand, som afgør i tvivlstilfælde.',
      en: 'The steering group elects a chair, who decides in doubt.',
    },
    condition: { is: 'steering-chair' },
    examples: yesNo('steering-chair', 'Der er valgt en formand', 'A chair is elected'),
  },
  'project-economy-steering': {
    kind: 'money',
    level: 'N2',
    due: 'project',
    provider: 'steering-group',
    source: report('4.1.4', '11'),
    label: { da: 'Projektets økonomi i styregruppen', en: 'Project economy in the steering group' },
    says: {
      da: 'Styregruppen godkender projektets økonomi.',
      en: 'The steering group approves the project’s economy.',
    },
    condition: { is: 'project-economy-by-steering' },
    examples: yesNo(
      'project-economy-by-steering',
      'Godkendt af styregruppen',
      'Approved by the steering group',
    ),
  },
  'project-economy-board': {
    kind: 'money',
    level: 'N2',
    due: 'project',
    provider: 'board',
    source: report('4.1.4', '11'),
    label: { da: 'Projektets økonomi i bestyrelsen', en: 'Project economy in the board' },
    says: {
      da: 'På niveau 2 og 3 godkender bestyrelsen også projektets økonomi.',
      en: 'At levels 2 and 3 the board approves the project’s economy too.',
    },
    condition: { is: 'project-economy-by-board' },
    examples: yesNo('project-economy-by-board', 'Godkendt af bestyrelsen', 'Approved by the board'),
  },
  'in-use': {
    kind: 'requirement',
    level: 'N1',
    due: 'product',
    provider: 'participants',
    source: report('5.2', '16'),
    label: { da: 'Taget i brug', en: 'Taken into use' },
    says: {
      da: 'Et projekt bliver et produkt, når det er færdigt og i brug hos de første.',
      en: 'A project becomes a product when it is finished and in use by the first.',
    },
    condition: { atLeast: 'users', n: 1 },
    examples: [
      { says: { da: 'Ingen bruger det', en: 'Nobody uses it' }, facts: { users: 0 }, satisfied: false },
      { says: { da: 'Én bruger det', en: 'One uses it' }, facts: { users: 1 }, satisfied: true },
    ],
  },
  'coordination-chair': {
    kind: 'seat',
    level: 'N2',
    due: 'product',
    provider: 'coordination-group',
    source: report('4.1.5', '12'),
    label: { da: 'Formand i koordinationsgruppen', en: 'Chair in the coordination group' },
    says: {
      da: 'Koordinationsgruppen har en styregruppe med en formand, der har ansvaret for økonomi og udvikling.',
      en: 'The coordination group has a steering group with a chair, answerable for economy and development.',
    },
    condition: { is: 'coordination-chair' },
    examples: yesNo('coordination-chair', 'Der er en formand', 'There is a chair'),
  },
  'product-economy-steering': {
    kind: 'money',
    level: 'N2',
    due: 'product',
    provider: 'steering-group',
    source: report('4.1.5', '12'),
    label: { da: 'Produktets økonomi i styregruppen', en: 'Product economy in the steering group' },
    says: {
      da: 'Styregruppen godkender produktets økonomi, når det går i drift.',
      en: 'The steering group approves the product’s economy when it goes live.',
    },
    condition: { is: 'product-economy-by-steering' },
    examples: yesNo(
      'product-economy-by-steering',
      'Godkendt af styregruppen',
      'Approved by the steering group',
    ),
  },
  'product-economy-board': {
    kind: 'money',
    level: 'N2',
    due: 'product',
    provider: 'board',
    source: report('4.1.5', '12'),
    label: { da: 'Produktets økonomi i bestyrelsen', en: 'Product economy in the board' },
    says: {
      da: 'På niveau 2 og 3 godkender bestyrelsen også produktets økonomi.',
      en: 'At levels 2 and 3 the board approves the product’s economy too.',
    },
    condition: { is: 'product-economy-by-board' },
    examples: yesNo('product-economy-by-board', 'Godkendt af bestyrelsen', 'Approved by the board'),
  },
  'level-change': {
    kind: 'decision',
    level: 'N1',
    due: 'project',
    onLevelChange: true,
    provider: 'board',
    source: report('5.2', '17'),
    label: { da: 'Niveauskiftet er besluttet', en: 'The change of level is decided' },
    says: {
      da: 'Et projekt eller produkt skifter kun niveau ved bestyrelsens beslutning.',
      en: 'A project or product changes level only by the board’s decision.',
    },
    condition: { is: 'level-decided' },
    examples: yesNo('level-decided', 'Niveauet er besluttet', 'The level is decided'),
  },
};

/** What gates ask for beside the requirements of the levels. */
export const needs: Readonly<Record<string, Line>> = Object.fromEntries(
  Object.entries(written).map(([id, need]) => [id, { id, weight: 'must', ...need } satisfies Line]),
);
