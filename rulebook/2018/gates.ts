import type { Gate } from '../rule.ts';
import type { DecisionKind } from '../vocabulary.ts';
import { faqAdmission, faqFormal, faqProcess, report } from './source.ts';

const at = (lower: DecisionKind | null, upper: DecisionKind | null): Gate['decision'] => ({
  sandbox: lower,
  N1: lower,
  N2: upper,
  N3: upper,
});

/** The way of an initiative in the three steps of the FAQ; the stages are those of 2016. */
export const gates: readonly Gate[] = [
  {
    id: 'gate.concept',
    from: 'idea',
    to: 'concept',
    kind: 'forward',
    origin: 'community',
    source: faqProcess('Trin 1'),
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
    source: faqProcess('Trin 2'),
    carriedOutBy: ['secretariat', 'project-manager', 'project-owner'],
    says: {
      da: 'På niveau 1 går konceptet direkte i gang; på niveau 2 og 3 vurderer, prioriterer og godkender bestyrelsen først.',
      en: 'At level 1 the concept starts directly; at levels 2 and 3 the board assesses, prioritises and approves first.',
    },
    decision: at(null, 'approval'),
  },
  {
    id: 'gate.product',
    from: 'project',
    to: 'product',
    kind: 'forward',
    source: faqProcess('Trin 3'),
    carriedOutBy: ['secretariat', 'project-manager', 'project-owner'],
    says: {
      da: 'Et projekt, der er færdigt og i brug, bliver et produkt.',
      en: 'A project that is finished and in use becomes a product.',
    },
    decision: at(null, null),
  },
  {
    id: 'gate.adoption',
    from: 'idea',
    to: 'product',
    kind: 'forward',
    origin: 'outside',
    source: faqAdmission('Trin 1'),
    carriedOutBy: ['secretariat'],
    says: {
      da: 'Et færdigt produkt optages på samme krav: på niveau 1 af sekretariatet, på niveau 2 og 3 af bestyrelsen.',
      en: 'A finished product is taken in on the same requirements: at level 1 by the secretariat, at levels 2 and 3 by the board.',
    },
    decision: at('adoption', 'adoption'),
  },
  {
    id: 'gate.back-to-idea',
    from: 'concept',
    to: 'idea',
    kind: 'back',
    source: faqProcess('Trin 1–2, tilbageløb'),
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
    source: report('5.2', '16'),
    carriedOutBy: ['board'],
    says: {
      da: 'Et projekt tages op igen, når økonomi, rammer eller omverden ændrer sig.',
      en: 'A project is taken up again when economy, frame or the world around changes.',
    },
    decision: at('reconsideration', 'reconsideration'),
  },
  {
    id: 'gate.withdraw-idea',
    from: 'idea',
    to: 'retired',
    kind: 'out',
    source: faqProcess('Trin 1'),
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
    source: faqProcess('Trin 1'),
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
    source: faqFormal('Lovformlighed'),
    carriedOutBy: ['board'],
    says: { da: 'Bestyrelsen kan lukke et projekt.', en: 'The board may close a project.' },
    decision: at('closing', 'closing'),
  },
  {
    id: 'gate.retire-product',
    from: 'product',
    to: 'retired',
    kind: 'out',
    source: faqFormal('Lovformlighed'),
    carriedOutBy: ['board'],
    says: {
      da: 'Bestyrelsen kan lukke et produkt, for eksempel når det viser sig, at loven ikke er holdt.',
      en: 'The board may close a product, for one when the law turns out not to be kept.',
    },
    decision: at('closing', 'closing'),
  },
];
