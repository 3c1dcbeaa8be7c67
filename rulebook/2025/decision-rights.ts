import type { DecisionRight } from '../rule.ts';
import type { BodyKind } from '../vocabulary.ts';
import {
  decisionLog,
  evaluationProcess,
  evaluationReport,
  governanceReport,
  termsOfReference,
} from './source.ts';

const all = ['sandbox', 'N1', 'N2', 'N3'];
const lower = ['sandbox', 'N1'];
const upper = ['N2', 'N3'];
/** The highest authority may always decide in the board’s place. */
const board: readonly BodyKind[] = ['board', 'general-assembly'];
const secretariat: readonly BodyKind[] = ['secretariat', ...board];
const plain = { majority: 'simple', recommendation: false } as const;

/** Who decides what. The secretariat acts on the board’s mandate; the board is the last instance. */
export const decisionRights: readonly DecisionRight[] = [
  {
    ...plain,
    id: 'right.placement',
    kind: 'placement',
    levels: all,
    proposes: ['project-owner', 'project-manager', 'secretariat'],
    heard: ['steering-group'],
    decides: secretariat,
    says: {
      da: 'Sekretariatet indplacerer på et niveau efter bestyrelsens mandat; på niveau 2 og 3 mangler så bestyrelsens godkendelse.',
      en: 'The secretariat places at a level on the board’s mandate; at levels 2 and 3 the board’s approval is then still to come.',
    },
    source: evaluationProcess('OS2-sekretariatet'),
  },
  {
    ...plain,
    id: 'right.approval-n1',
    kind: 'approval',
    levels: lower,
    proposes: ['project-owner', 'project-manager', 'secretariat'],
    heard: ['participants'],
    decides: secretariat,
    says: {
      da: 'I sandkassen og på niveau 1 er det sekretariatet, der siger god for konceptet.',
      en: 'In the sandbox and at level 1 it is the secretariat that vouches for the concept.',
    },
    source: evaluationProcess('OS2-sekretariatet'),
  },
  {
    ...plain,
    recommendation: true,
    id: 'right.approval',
    kind: 'approval',
    levels: upper,
    proposes: ['secretariat', 'steering-group'],
    heard: ['participants'],
    decides: board,
    says: {
      da: 'Bestyrelsen godkender koncepter på niveau 2 og 3 på et sagsoplæg.',
      en: 'The board approves level 2 and 3 concepts on a written paper.',
    },
    source: governanceReport('G5'),
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
      da: 'Sekretariatet optager færdige løsninger i sandkassen og på niveau 1.',
      en: 'The secretariat takes in finished solutions in the sandbox and at level 1.',
    },
    source: evaluationProcess('OS2-sekretariatet'),
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
      da: 'Bestyrelsen beslutter, om en færdig løsning optages på niveau 2 eller 3.',
      en: 'The board decides whether a finished solution is taken in at level 2 or 3.',
    },
    source: governanceReport('G5'),
  },
  {
    ...plain,
    id: 'right.level-change-n1',
    kind: 'level-change',
    levels: lower,
    proposes: ['secretariat', 'steering-group', 'coordination-group', 'project-owner'],
    heard: ['steering-group'],
    decides: secretariat,
    says: {
      da: 'Sekretariatet fastlægger skift til sandkassen eller niveau 1, også når en evaluering sænker et produkt.',
      en: 'The secretariat settles a change to the sandbox or level 1, also where an evaluation lowers a product.',
    },
    source: evaluationReport('OS2faktor, 16. november 2025'),
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
      da: 'Bestyrelsen beslutter skift til niveau 2 og 3.',
      en: 'The board decides changes to levels 2 and 3.',
    },
    source: governanceReport('G5'),
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
    source: governanceReport('G11'),
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
      da: 'Styregruppen godkender økonomien; uden styregruppe gør koordinationsgruppen. Bestyrelse og generalforsamling kan også.',
      en: 'The steering group approves the economy; without one the coordination group does. Board and general assembly may too.',
    },
    source: termsOfReference('styregruppe, koordinationsgruppe'),
  },
  {
    ...plain,
    id: 'right.reconsideration-n1',
    kind: 'reconsideration',
    levels: lower,
    proposes: ['secretariat', 'steering-group', 'project-owner'],
    heard: ['participants'],
    decides: secretariat,
    says: {
      da: 'Sekretariatet kan sætte et projekt i sandkassen eller på niveau 1 på pause.',
      en: 'The secretariat may pause a project in the sandbox or at level 1.',
    },
    source: decisionLog,
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
    source: decisionLog,
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
      da: 'Bestyrelsen beslutter at lukke et initiativ eller lade det træde ud.',
      en: 'The board decides to close an initiative or let it leave.',
    },
    source: decisionLog,
  },
  {
    ...plain,
    id: 'right.evaluation',
    kind: 'evaluation',
    levels: all,
    proposes: ['steering-group', 'project-manager', 'project-owner', 'secretariat'],
    heard: ['secretariat', 'steering-group'],
    decides: board,
    says: {
      da: 'Er I uenige om en evaluering, prøver I dialog og en faglig udtalelse; til sidst afgør bestyrelsen.',
      en: 'Where you disagree on an evaluation, dialogue and a second opinion come first; in the end the board decides.',
    },
    source: evaluationProcess('Bestyrelsen'),
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
    source: governanceReport('G4'),
  },
];
