import type { Gate } from '../rule.ts';
import type { DecisionKind } from '../vocabulary.ts';
import { decisionLog, governanceReport, handbook } from './source.ts';

const at = (lower: DecisionKind | null, upper: DecisionKind | null): Gate['decision'] => ({
  sandbox: lower,
  N1: lower,
  N2: upper,
  N3: upper,
});
const way = handbook('products_and_communities', 'Processen for nye produkter');

/** The way of an initiative as the handbook draws it; the stages are those of 2016. */
export const gates: readonly Gate[] = [
  {
    id: 'gate.concept',
    from: 'idea',
    to: 'concept',
    kind: 'forward',
    origin: 'community',
    source: way,
    carriedOutBy: ['secretariat'],
    says: {
      da: 'En idé bliver et koncept, når sekretariatet har drøftet den og indplaceret den.',
      en: 'An idea becomes a concept once the secretariat has discussed and placed it.',
    },
    decision: at('placement', 'placement'),
  },
  {
    id: 'gate.project',
    from: 'concept',
    to: 'project',
    kind: 'forward',
    source: way,
    carriedOutBy: ['secretariat', 'project-manager', 'project-owner'],
    says: {
      da: 'I sandkassen og på niveau 1 går konceptet i gang, når kravene er på plads; på niveau 2 og 3 godkender bestyrelsen først.',
      en: 'In the sandbox and at level 1 the concept starts once the requirements stand; at levels 2 and 3 the board approves first.',
    },
    decision: at(null, 'approval'),
  },
  {
    id: 'gate.product',
    from: 'project',
    to: 'product',
    kind: 'forward',
    source: way,
    carriedOutBy: ['secretariat', 'project-manager', 'project-owner'],
    says: {
      da: 'Et projekt bliver et produkt, når det er overdraget til et fællesskab og i drift.',
      en: 'A project becomes a product when it is handed over to a community and in operation.',
    },
    decision: at(null, null),
  },
  {
    id: 'gate.adoption',
    from: 'idea',
    to: 'product',
    kind: 'forward',
    origin: 'outside',
    source: way,
    carriedOutBy: ['secretariat'],
    says: {
      da: 'En færdig løsning udefra optages på samme krav som fællesskabets egne.',
      en: 'A finished solution from outside is taken in on the same requirements as the community’s own.',
    },
    decision: at('adoption', 'adoption'),
  },
  {
    id: 'gate.back-to-idea',
    from: 'concept',
    to: 'idea',
    kind: 'back',
    source: way,
    carriedOutBy: ['secretariat'],
    says: {
      da: 'Et koncept kan gå tilbage til idé med en begrundelse. Det er ikke et afslag.',
      en: 'A concept can go back to idea with reasons. That is not a rejection.',
    },
    decision: at(null, null),
  },
  {
    id: 'gate.reconsider',
    from: 'project',
    to: 'concept',
    kind: 'back',
    source: decisionLog,
    carriedOutBy: ['secretariat', 'board'],
    says: {
      da: 'Et projekt kan sættes på pause og tages op igen som koncept, når grundlaget har ændret sig.',
      en: 'A project can be paused and taken up again as a concept when its ground has changed.',
    },
    decision: at('reconsideration', 'reconsideration'),
  },
  {
    id: 'gate.withdraw-idea',
    from: 'idea',
    to: 'retired',
    kind: 'out',
    source: way,
    carriedOutBy: ['project-owner', 'secretariat'],
    says: {
      da: 'En idé kan trækkes tilbage af dem, der kom med den.',
      en: 'An idea can be withdrawn by those who brought it.',
    },
    decision: at(null, null),
  },
  {
    id: 'gate.withdraw-concept',
    from: 'concept',
    to: 'retired',
    kind: 'out',
    source: way,
    carriedOutBy: ['project-owner', 'secretariat'],
    says: {
      da: 'Et koncept kan trækkes tilbage af dem, der kom med det.',
      en: 'A concept can be withdrawn by those who brought it.',
    },
    decision: at(null, null),
  },
  {
    id: 'gate.close-project',
    from: 'project',
    to: 'retired',
    kind: 'out',
    source: decisionLog,
    carriedOutBy: ['board'],
    says: { da: 'Bestyrelsen kan lukke et projekt.', en: 'The board may close a project.' },
    decision: at('closing', 'closing'),
  },
  {
    id: 'gate.retire-product',
    from: 'product',
    to: 'retired',
    kind: 'out',
    source: governanceReport('F3'),
    carriedOutBy: ['board'],
    says: {
      da: 'Bestyrelsen kan lukke et produkt eller lade det træde ud af fællesskabet.',
      en: 'The board may close a product or let it leave the community.',
    },
    decision: at('closing', 'closing'),
  },
];
