import type { DecisionRight } from '../rule.ts';
import type { BodyKind } from '../vocabulary.ts';
import {
  checklist,
  faqAdmission,
  faqFormal,
  faqProcess,
  report,
  statutes,
  termsOfReference,
} from './source.ts';

const all = ['sandbox', 'N1', 'N2', 'N3'];
const lower = ['sandbox', 'N1'];
const upper = ['N2', 'N3'];
/** The highest authority may always decide in the board’s place. */
const board: readonly BodyKind[] = ['board', 'general-assembly'];
const secretariat: readonly BodyKind[] = ['secretariat', ...board];
const plain = { majority: 'simple', recommendation: false } as const;

/** Who decides what: the secretariat admits at level 1, the board approves from level 2. */
export const decisionRights: readonly DecisionRight[] = [
  {
    ...plain,
    id: 'right.placement',
    kind: 'placement',
    levels: all,
    proposes: ['project-owner', 'secretariat'],
    heard: [],
    decides: secretariat,
    says: {
      da: 'Sekretariatet indplacerer en idé på et niveau.',
      en: 'The secretariat places an idea at a level.',
    },
    source: faqProcess('Trin 1'),
  },
  {
    ...plain,
    id: 'right.approval-n1',
    kind: 'approval',
    levels: lower,
    proposes: ['project-owner', 'secretariat'],
    heard: ['participants'],
    decides: secretariat,
    says: {
      da: 'Under niveau 2 går et koncept i gang uden bestyrelsens beslutning.',
      en: 'Below level 2 a concept starts without a decision of the board.',
    },
    source: faqProcess('Trin 2'),
  },
  {
    ...plain,
    recommendation: true,
    id: 'right.approval',
    kind: 'approval',
    levels: upper,
    proposes: ['secretariat'],
    heard: ['participants'],
    decides: board,
    says: {
      da: 'Bestyrelsen vurderer, prioriterer og godkender koncepter på niveau 2 og 3.',
      en: 'The board assesses, prioritises and approves level 2 and 3 concepts.',
    },
    source: faqProcess('Trin 2'),
  },
  {
    ...plain,
    id: 'right.adoption-n1',
    kind: 'adoption',
    levels: lower,
    proposes: ['project-owner', 'participants', 'secretariat'],
    heard: ['participants'],
    decides: secretariat,
    says: {
      da: 'Sekretariatet beslutter, om et færdigt produkt optages på niveau 1.',
      en: 'The secretariat decides whether a finished product is taken in at level 1.',
    },
    source: faqAdmission('Trin 1'),
  },
  {
    ...plain,
    recommendation: true,
    id: 'right.adoption',
    kind: 'adoption',
    levels: upper,
    proposes: ['secretariat', 'participants'],
    heard: ['participants'],
    decides: board,
    says: {
      da: 'Bestyrelsen beslutter, om et færdigt produkt optages på niveau 2 eller 3.',
      en: 'The board decides whether a finished product is taken in at level 2 or 3.',
    },
    source: faqAdmission('Trin 1'),
  },
  {
    ...plain,
    id: 'right.level-change-n1',
    kind: 'level-change',
    levels: lower,
    proposes: ['secretariat', 'steering-group', 'coordination-group'],
    heard: ['steering-group'],
    decides: board,
    says: {
      da: 'Bestyrelsen beslutter, om et projekt eller produkt skifter niveau, også nedad.',
      en: 'The board decides whether a project or product changes level, downwards too.',
    },
    source: report('5.2', '17'),
  },
  {
    ...plain,
    recommendation: true,
    id: 'right.level-change',
    kind: 'level-change',
    levels: upper,
    proposes: ['secretariat', 'steering-group', 'coordination-group'],
    heard: ['steering-group'],
    decides: board,
    says: {
      da: 'Bestyrelsen beslutter skift til niveau 2 og 3 på en indstilling.',
      en: 'The board decides changes to levels 2 and 3 on a recommendation.',
    },
    source: checklist('G5'),
  },
  {
    ...plain,
    id: 'right.steering-group',
    kind: 'steering-group',
    levels: all,
    proposes: ['secretariat', 'project-owner', 'project-manager', 'steering-group'],
    heard: ['participants'],
    decides: board,
    says: {
      da: 'Bestyrelsen godkender styregruppen; på niveau 3 er det et krav.',
      en: 'The board approves the steering group; at level 3 that is required.',
    },
    source: checklist('G11'),
  },
  {
    ...plain,
    id: 'right.economy',
    kind: 'economy',
    levels: all,
    proposes: ['project-manager', 'project-owner', 'steering-group', 'coordination-group', 'secretariat'],
    heard: ['secretariat'],
    decides: ['steering-group', 'coordination-group', ...board],
    says: {
      da: 'Styregruppen godkender økonomien; uden styregruppe gør koordinationsgruppen. På niveau 2 og 3 gør bestyrelsen også.',
      en: 'The steering group approves the economy; without one the coordination group does. At levels 2 and 3 so does the board.',
    },
    source: termsOfReference('styregruppe, koordinationsgruppe'),
  },
  {
    ...plain,
    id: 'right.reconsideration-n1',
    kind: 'reconsideration',
    levels: lower,
    proposes: ['secretariat', 'project-owner', 'steering-group'],
    heard: ['participants'],
    decides: secretariat,
    says: {
      da: 'Sekretariatet kan tage et projekt under niveau 2 op igen.',
      en: 'The secretariat may take up again a project below level 2.',
    },
    source: faqAdmission('Trin 1'),
  },
  {
    ...plain,
    id: 'right.reconsideration',
    kind: 'reconsideration',
    levels: upper,
    proposes: ['secretariat', 'steering-group', 'board'],
    heard: ['participants'],
    decides: board,
    says: {
      da: 'Bestyrelsen kan tage et projekt på niveau 2 eller 3 op igen.',
      en: 'The board may take a level 2 or 3 project up again.',
    },
    source: report('5.2', '16'),
  },
  {
    ...plain,
    id: 'right.closing',
    kind: 'closing',
    levels: all,
    proposes: ['secretariat', 'board', 'steering-group', 'coordination-group', 'project-owner'],
    heard: ['participants'],
    decides: board,
    says: {
      da: 'Bestyrelsen kan afvise eller lukke et initiativ.',
      en: 'The board may reject or close an initiative.',
    },
    source: faqFormal('Lovformlighed'),
  },
  {
    ...plain,
    id: 'right.evaluation',
    kind: 'evaluation',
    levels: all,
    proposes: ['steering-group', 'project-manager', 'project-owner', 'secretariat'],
    heard: ['secretariat'],
    decides: board,
    says: {
      da: 'Er I uenige om, hvorvidt et krav er opfyldt, afgør bestyrelsen.',
      en: 'Where you disagree whether a requirement is met, the board decides.',
    },
    source: statutes('6.7'),
  },
  {
    ...plain,
    id: 'right.information',
    kind: 'information',
    levels: all,
    proposes: ['secretariat'],
    heard: [],
    decides: ['board'],
    says: {
      da: 'Bestyrelsen orienteres gennem sekretariatet.',
      en: 'The board is informed through the secretariat.',
    },
    source: checklist('G4'),
  },
];
