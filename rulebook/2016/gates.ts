import type { Gate } from '../rule.ts';
import { report } from './source.ts';

const none = { N1: null, N2: null, N3: null };
const byBoard = (kind: 'approval' | 'adoption') => ({ N1: null, N2: kind, N3: kind });

/** The way of an initiative (report §5.2, p. 16–17). */
export const gates: readonly Gate[] = [
  {
    id: 'gate.concept',
    from: 'idea',
    to: 'concept',
    kind: 'forward',
    source: report('5.2', '16'),
    carriedOutBy: ['business-manager'],
    says: {
      da: 'En idé bliver et koncept, når forretningslederen har taget den op og indplaceret den.',
      en: 'An idea becomes a concept once the business manager has taken it up and placed it.',
    },
    decision: { N1: 'placement', N2: 'placement', N3: 'placement' },
    origin: 'community',
  },
  {
    id: 'gate.project',
    from: 'concept',
    to: 'project',
    kind: 'forward',
    source: report('5.2', '16'),
    carriedOutBy: ['business-manager', 'project-manager', 'project-owner', 'steering-group'],
    says: {
      da: 'Et koncept på niveau 1 går direkte i gang, og bestyrelsen orienteres; på niveau 2 og 3 godkender bestyrelsen først.',
      en: 'A level 1 concept starts directly and the board is informed; at levels 2 and 3 the board approves first.',
    },
    decision: byBoard('approval'),
  },
  {
    id: 'gate.product',
    from: 'project',
    to: 'product',
    kind: 'forward',
    source: report('5.2', '16'),
    carriedOutBy: ['business-manager', 'project-manager', 'project-owner', 'steering-group'],
    says: {
      da: 'Et projekt, der er færdigt og i brug, bliver et produkt.',
      en: 'A project that is finished and in use becomes a product.',
    },
    decision: none,
  },
  {
    id: 'gate.adoption',
    from: 'idea',
    to: 'product',
    kind: 'forward',
    origin: 'outside',
    source: report('5.2', '17'),
    carriedOutBy: ['business-manager'],
    says: {
      da: 'Et færdigt produkt udefra optages på samme krav som fællesskabets egne.',
      en: 'A finished product from outside is taken in on the same requirements as the community’s own.',
    },
    decision: byBoard('adoption'),
  },
  {
    id: 'gate.back-to-idea',
    from: 'concept',
    to: 'idea',
    kind: 'back',
    source: report('5.2', '16'),
    carriedOutBy: ['business-manager'],
    says: {
      da: 'Et koncept kan gå tilbage til idégenerering med en begrundelse. Det er ikke et afslag.',
      en: 'A concept can go back to idea generation with reasons. That is not a rejection.',
    },
    decision: none,
  },
  {
    id: 'gate.reconsider',
    from: 'project',
    to: 'concept',
    kind: 'back',
    source: report('5.2', '16'),
    carriedOutBy: ['board'],
    says: {
      da: 'Et projekt tages op til genovervejelse, når økonomi, rammer eller omverden ændrer sig.',
      en: 'A project is taken up for reconsideration when economy, frame or the world around changes.',
    },
    decision: { N1: 'reconsideration', N2: 'reconsideration', N3: 'reconsideration' },
  },
  {
    id: 'gate.withdraw-idea',
    from: 'idea',
    to: 'retired',
    kind: 'out',
    source: report('5.2', '16'),
    carriedOutBy: ['project-owner', 'business-manager'],
    says: {
      da: 'En idé kan trækkes tilbage af dem, der kom med den.',
      en: 'An idea can be withdrawn by those who brought it.',
    },
    decision: none,
  },
  {
    id: 'gate.withdraw-concept',
    from: 'concept',
    to: 'retired',
    kind: 'out',
    source: report('5.2', '16'),
    carriedOutBy: ['project-owner', 'business-manager'],
    says: {
      da: 'Et koncept kan trækkes tilbage af dem, der kom med det.',
      en: 'A concept can be withdrawn by those who brought it.',
    },
    decision: none,
  },
  {
    id: 'gate.close-project',
    from: 'project',
    to: 'retired',
    kind: 'out',
    source: report('5.3.2', '18'),
    carriedOutBy: ['board'],
    says: { da: 'Bestyrelsen kan lukke et projekt.', en: 'The board may close a project.' },
    decision: { N1: 'closing', N2: 'closing', N3: 'closing' },
  },
  {
    id: 'gate.retire-product',
    from: 'product',
    to: 'retired',
    kind: 'out',
    source: report('5.3.2', '18'),
    carriedOutBy: ['board'],
    says: {
      da: 'Bestyrelsen kan lukke et produkt, for eksempel når krav til lov eller licens ikke er holdt.',
      en: 'The board may close a product, for one when demands of law or licence were not kept.',
    },
    decision: { N1: 'closing', N2: 'closing', N3: 'closing' },
  },
];
