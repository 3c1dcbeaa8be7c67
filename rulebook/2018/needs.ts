import { aroundNumber, onAndOff } from '../catalogue.ts';
import type { Line } from '../rule.ts';
import { faqAdmission, faqGovernance, faqProcess, report, termsOfReference } from './source.ts';

type Need = Omit<Line, 'id' | 'weight'> & Partial<Pick<Line, 'weight'>>;

const written: Readonly<Record<string, Need>> = {
  'minimum-placed': {
    kind: 'decision',
    level: 'sandbox',
    liftedAt: 'N1',
    due: 'concept',
    provider: 'secretariat',
    source: faqProcess('Trin 1'),
    label: { da: 'Sekretariatet har taget den op', en: 'Taken up by the secretariat' },
    says: {
      da: 'Sekretariatet har set idéen og indplaceret den under niveau 1.',
      en: 'The secretariat has seen the idea and placed it below level 1.',
    },
    condition: { is: 'level-placed' },
    examples: onAndOff('level-placed'),
  },
  'faq-participants': {
    kind: 'person',
    level: 'N1',
    due: 'project',
    weight: 'should',
    provider: 'participants',
    source: faqGovernance('Involverede kommuner'),
    label: { da: 'Mere end én kommune', en: 'More than one municipality' },
    says: {
      da: 'Mere end én kommune bør være med.',
      en: 'More than one municipality should take part.',
    },
    condition: { atLeast: 'participants', n: 2 },
    examples: aroundNumber('participants', 2),
  },
  recommendation: {
    kind: 'document',
    level: 'N2',
    due: 'project',
    provider: 'secretariat',
    source: faqProcess('Trin 2'),
    label: { da: 'Skriftlig indstilling', en: 'Written recommendation' },
    says: {
      da: 'Et koncept på niveau 2 eller 3 lægges for bestyrelsen med en indstilling.',
      en: 'A level 2 or 3 concept is put before the board with a recommendation.',
    },
    condition: { is: 'recommendation' },
    examples: onAndOff('recommendation'),
  },
  'steering-chair': {
    kind: 'seat',
    level: 'N2',
    due: 'project',
    provider: 'steering-group',
    source: termsOfReference('styregruppe'),
    label: { da: 'Formand for styregruppen', en: 'Chair of the steering group' },
    says: {
      da: 'Styregruppen vælger en formand, som afgør i tvivlstilfælde.',
      en: 'The steering group elects a chair, who decides in doubt.',
    },
    condition: { is: 'steering-chair' },
    examples: onAndOff('steering-chair'),
  },
  'project-economy-steering': {
    kind: 'money',
    level: 'N2',
    due: 'project',
    provider: 'steering-group',
    source: termsOfReference('styregruppe'),
    label: { da: 'Projektets økonomi i styregruppen', en: 'Project economy in the steering group' },
    says: {
      da: 'Styregruppen godkender projektets økonomi.',
      en: 'The steering group approves the project’s economy.',
    },
    condition: { is: 'project-economy-by-steering' },
    examples: onAndOff('project-economy-by-steering'),
  },
  'project-economy-board': {
    kind: 'money',
    level: 'N2',
    due: 'project',
    provider: 'board',
    source: termsOfReference('styregruppe'),
    label: { da: 'Projektets økonomi i bestyrelsen', en: 'Project economy in the board' },
    says: {
      da: 'På niveau 2 og 3 godkender bestyrelsen også projektets økonomi.',
      en: 'At levels 2 and 3 the board approves the project’s economy too.',
    },
    condition: { is: 'project-economy-by-board' },
    examples: onAndOff('project-economy-by-board'),
  },
  'in-use': {
    kind: 'requirement',
    level: 'sandbox',
    due: 'product',
    provider: 'participants',
    source: faqProcess('Trin 3'),
    label: { da: 'Taget i brug', en: 'Taken into use' },
    says: {
      da: 'Et projekt bliver et produkt, når nogen har taget løsningen i brug.',
      en: 'A project becomes a product when someone has taken the solution into use.',
    },
    condition: { atLeast: 'users', n: 1 },
    examples: aroundNumber('users', 1),
  },
  'product-economy-steering': {
    kind: 'money',
    level: 'N2',
    due: 'product',
    provider: 'steering-group',
    source: faqAdmission('Trin 2'),
    label: { da: 'Produktets økonomi i styregruppen', en: 'Product economy in the steering group' },
    says: {
      da: 'Styregruppen godkender produktets økonomi.',
      en: 'The steering group approves the product’s economy.',
    },
    condition: { is: 'product-economy-by-steering' },
    examples: onAndOff('product-economy-by-steering'),
  },
  'level-change': {
    kind: 'decision',
    level: 'sandbox',
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
    examples: onAndOff('level-decided'),
  },
};

/** What gates ask for beside the requirements of the levels. */
export const needs: Readonly<Record<string, Line>> = Object.fromEntries(
  Object.entries(written).map(([id, need]) => [id, { id, weight: 'must', ...need } satisfies Line]),
);
