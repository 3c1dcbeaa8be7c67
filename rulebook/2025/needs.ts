import { anyOf, aroundNumber, onAndOff } from '../catalogue.ts';
import type { Line } from '../rule.ts';
import { decisionLog, decisionPaper, evaluationProcess, handbook, termsOfReference } from './source.ts';

type Need = Omit<Line, 'id' | 'weight'> & Partial<Pick<Line, 'weight'>>;

const written: Readonly<Record<string, Need>> = {
  'sandbox-placed': {
    kind: 'decision',
    level: 'sandbox',
    liftedAt: 'N1',
    due: 'concept',
    provider: 'secretariat',
    source: evaluationProcess('OS2-sekretariatet'),
    label: { da: 'Indplaceret i sandkassen', en: 'Placed in the sandbox' },
    says: {
      da: 'Sekretariatet har indplaceret initiativet i sandkassen.',
      en: 'The secretariat has placed the initiative in the sandbox.',
    },
    condition: { is: 'level-placed' },
    examples: onAndOff('level-placed'),
  },
  'public-authority': {
    kind: 'person',
    level: 'sandbox',
    due: 'project',
    provider: 'participants',
    source: handbook('products_and_communities', 'Kriterier for OS2-projekt (sandkassefase)'),
    label: { da: 'En myndighed står bag', en: 'An authority stands behind it' },
    says: {
      da: 'Mindst én offentlig myndighed ejer eller driver projektet.',
      en: 'At least one public authority owns or drives the project.',
    },
    condition: { atLeast: 'participants', n: 1 },
    examples: aroundNumber('participants', 1),
  },
  'two-authorities': {
    kind: 'person',
    level: 'N1',
    due: 'product',
    provider: 'participants',
    source: handbook('products_and_communities', 'Kriterier for OS2-produkt (optagelsesfase)'),
    label: { da: 'Mindst to myndigheder', en: 'At least two authorities' },
    says: {
      da: 'Mindst to myndigheder er med, når et produkt optages.',
      en: 'At least two authorities take part when a product is taken in.',
    },
    condition: { atLeast: 'participants', n: 2 },
    examples: aroundNumber('participants', 2),
  },
  'in-use': {
    kind: 'requirement',
    level: 'sandbox',
    due: 'product',
    provider: 'participants',
    source: handbook('products_and_communities', 'Processen for nye produkter'),
    label: { da: 'Taget i brug', en: 'Taken into use' },
    says: {
      da: 'Et projekt bliver et produkt, når nogen har taget løsningen i brug.',
      en: 'A project becomes a product when someone has taken the solution into use.',
    },
    condition: { atLeast: 'users', n: 1 },
    examples: aroundNumber('users', 1),
  },
  recommendation: {
    kind: 'document',
    level: 'N2',
    due: 'project',
    provider: 'secretariat',
    source: decisionPaper,
    label: { da: 'Skriftlig indstilling', en: 'Written recommendation' },
    says: {
      da: 'Bestyrelsen beslutter på et sagsoplæg med en anbefaling.',
      en: 'The board decides on a paper with a recommendation.',
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
    label: { da: 'Forperson for styregruppen', en: 'Chair of the steering group' },
    says: {
      da: 'Styregruppen vælger en forperson, som afgør i tvivlstilfælde.',
      en: 'The steering group elects a chair, who decides in doubt.',
    },
    condition: { is: 'steering-chair' },
    examples: onAndOff('steering-chair'),
  },
  'project-economy': {
    kind: 'money',
    level: 'N2',
    due: 'project',
    provider: 'steering-group',
    source: handbook('processes_and_rutines', 'Budgetstyring og økonomiprocesser'),
    label: { da: 'Projektets økonomi er godkendt', en: 'Project economy approved' },
    says: {
      da: 'Projektets økonomi kan føres tilbage til en godkendelse i styregruppe, bestyrelse eller generalforsamling.',
      en: 'The project’s economy can be traced to an approval in steering group, board or general assembly.',
    },
    condition: { any: [{ is: 'project-economy-by-steering' }, { is: 'project-economy-by-board' }] },
    examples: anyOf('project-economy-by-steering', 'project-economy-by-board'),
  },
  'product-economy': {
    kind: 'money',
    level: 'N2',
    due: 'product',
    provider: 'steering-group',
    source: handbook('processes_and_rutines', 'Budgetstyring og økonomiprocesser'),
    label: { da: 'Produktets økonomi er godkendt', en: 'Product economy approved' },
    says: {
      da: 'Produktets økonomi kan føres tilbage til en godkendelse i styregruppe, bestyrelse eller generalforsamling.',
      en: 'The product’s economy can be traced to an approval in steering group, board or general assembly.',
    },
    condition: { any: [{ is: 'product-economy-by-steering' }, { is: 'product-economy-by-board' }] },
    examples: anyOf('product-economy-by-steering', 'product-economy-by-board'),
  },
  'level-change': {
    kind: 'decision',
    level: 'sandbox',
    due: 'project',
    onLevelChange: true,
    provider: 'secretariat',
    source: decisionLog,
    label: { da: 'Niveauskiftet er besluttet', en: 'The change of level is decided' },
    says: {
      da: 'Et projekt eller produkt skifter kun niveau ved en beslutning, som er skrevet ned.',
      en: 'A project or product changes level only by a decision that is written down.',
    },
    condition: { is: 'level-decided' },
    examples: onAndOff('level-decided'),
  },
};

/** What gates ask for beside the requirements of the levels. */
export const needs: Readonly<Record<string, Line>> = Object.fromEntries(
  Object.entries(written).map(([id, need]) => [id, { id, weight: 'must', ...need } satisfies Line]),
);
