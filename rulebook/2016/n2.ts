import { yesNo } from './n1.ts';
import { requirements } from './requirement.ts';
import { report } from './source.ts';

export const n2Relevance = requirements('N2', 'relevance', {
  'common-value': {
    label: { da: 'Fælleskommunal værdi', en: 'Common municipal value' },
    says: {
      da: 'Løsningen er fra starten tænkt til gavn for mange eller alle kommuner.',
      en: 'From the start the solution is meant for many or all municipalities.',
    },
    guidance: {
      da: 'Beskriv, hvem der får værdi, og hvordan det er undersøgt.',
      en: 'Describe who benefits and how that was found out.',
    },
    source: report('5.4.1', '19'),
    due: 'project',
    provider: 'project-owner',
  },
  'line-management': {
    label: { da: 'Opbakning fra linjeledelsen', en: 'Backed by line management' },
    says: {
      da: 'De deltagende kommuners linjeledelse bakker op.',
      en: 'Line management of the municipalities taking part backs it.',
    },
    guidance: {
      da: 'Vedlæg tilsagn eller beslutning fra ledelsen.',
      en: 'Attach the management’s commitment or decision.',
    },
    source: report('5.4.1', '19–20'),
    due: 'project',
    provider: 'participants',
  },
});

export const n2Formal = requirements('N2', 'formal', {
  'project-model': {
    label: { da: 'Projektmodel', en: 'Project model' },
    says: {
      da: 'Fællesskabets projektmodel følges, eller den model, I bruger, er forklaret.',
      en: 'The community’s project model is followed, or the one used is explained.',
    },
    guidance: {
      da: 'Bruger I en anden model, så beskriv forskellene.',
      en: 'If you use another model, describe the differences.',
    },
    source: report('5.4.2', '19'),
    due: 'project',
    weight: 'comply-or-explain',
  },
  'certified-manager': {
    label: { da: 'Kvalificeret projektleder', en: 'Qualified project manager' },
    says: {
      da: 'Projektlederen er certificeret eller har dokumenteret erfaring.',
      en: 'The project manager is certified or has documented experience.',
    },
    guidance: {
      da: 'Regnes ud af den registrerede projektleder.',
      en: 'Worked out from the registered project manager.',
    },
    source: report('5.4', '20'),
    due: 'project',
    kind: 'person',
    provider: 'steering-group',
    condition: { is: 'project-manager-qualified' },
    examples: yesNo(
      'project-manager-qualified',
      'Projektlederen er certificeret',
      'The project manager is certified',
    ),
  },
  'strategic-communication': {
    label: { da: 'Materiale til ledelsen', en: 'Material for the strategic level' },
    says: {
      da: 'Der er kommunikationsmateriale til det strategiske niveau.',
      en: 'There is communication material for the strategic level.',
    },
    guidance: { da: 'Indsæt link til materialet.', en: 'Link to the material.' },
    source: report('5.4.2', '20'),
    due: 'product',
  },
  presentation: {
    label: { da: 'Præsentationsmateriale', en: 'Presentation material' },
    says: {
      da: 'Der er materiale, som præsenterer løsningen.',
      en: 'There is material that presents the solution.',
    },
    guidance: { da: 'Indsæt link til præsentationen.', en: 'Link to the presentation.' },
    source: report('5.4.2', '20'),
    due: 'product',
  },
  'one-core': {
    label: { da: 'Én kernekode', en: 'One core code' },
    says: {
      da: 'Der er kun én kerneudgave af koden, og den vedligeholdes.',
      en: 'There is one core code base only, and it is maintained.',
    },
    guidance: {
      da: 'Henvis til kernen, og skriv hvem der vedligeholder den.',
      en: 'Refer to the core and say who maintains it.',
    },
    source: report('5.4.2', '20'),
    due: 'product',
  },
  'best-practice': {
    label: { da: 'Erfaringer fra indføring', en: 'Best practice from roll-out' },
    says: {
      da: 'Gode erfaringer samles og skrives ned ved hver indføring.',
      en: 'Best practice is gathered and written down at each roll-out.',
    },
    guidance: {
      da: 'Henvis til erfaringerne fra de første kommuner.',
      en: 'Refer to the experience of the first municipalities.',
    },
    source: report('5.4.2', '20–21'),
    due: 'product',
  },
  operations: {
    label: { da: 'Driftsopsætning', en: 'Operating set-up' },
    says: {
      da: 'Driftsform, support og vedligehold er beskrevet.',
      en: 'Form of operation, support and maintenance are described.',
    },
    guidance: {
      da: 'Beskriv, hvem der driver, støtter og vedligeholder.',
      en: 'Describe who runs, supports and maintains it.',
    },
    source: report('5.4.2', '19–21'),
    due: 'product',
  },
});

export const n2Governance = requirements('N2', 'governance', {
  'board-approval': {
    label: { da: 'Godkendt af bestyrelsen', en: 'Approved by the board' },
    says: {
      da: 'Bestyrelsen har godkendt på forretningslederens indstilling, lavet sammen med kommunerne.',
      en: 'The board has approved on the business manager’s recommendation, prepared with the municipalities.',
    },
    guidance: {
      da: 'Regnes ud af de registrerede beslutninger.',
      en: 'Worked out from the registered decisions.',
    },
    source: report('5.4.3', '20'),
    due: 'project',
    kind: 'decision',
    provider: 'board',
    condition: { is: 'board-approved' },
    examples: yesNo('board-approved', 'Bestyrelsen har godkendt', 'The board has approved'),
  },
  'steering-group': {
    label: { da: 'Styregruppe godkendt', en: 'Steering group approved' },
    says: {
      da: 'Der er nedsat en styregruppe, som bestyrelsen har godkendt.',
      en: 'A steering group is set up, and the board has approved it.',
    },
    guidance: {
      da: 'Regnes ud af organerne og bestyrelsens beslutninger.',
      en: 'Worked out from the bodies and the board’s decisions.',
    },
    source: report('5.4.3', '20'),
    due: 'project',
    kind: 'body',
    provider: 'participants',
    condition: { all: [{ is: 'steering-group' }, { is: 'steering-group-approved' }] },
    examples: [
      {
        says: { da: 'Nedsat og godkendt', en: 'Set up and approved' },
        facts: { 'steering-group': true, 'steering-group-approved': true },
        satisfied: true,
      },
      {
        says: { da: 'Nedsat, men ikke godkendt', en: 'Set up, not approved' },
        facts: { 'steering-group': true },
        satisfied: false,
      },
    ],
  },
  'coordination-group': {
    label: { da: 'Koordinationsgruppe', en: 'Coordination group' },
    says: {
      da: 'Der er en fast koordinationsgruppe, når produktet går i drift.',
      en: 'There is a standing coordination group when the product goes live.',
    },
    guidance: { da: 'Regnes ud af organerne.', en: 'Worked out from the bodies.' },
    source: report('5.4.3', '20'),
    due: 'product',
    kind: 'body',
    provider: 'participants',
    condition: { is: 'coordination-group' },
    examples: yesNo('coordination-group', 'Gruppen er dannet', 'The group is formed'),
  },
});

export const n2Strategic = requirements('N2', 'strategic', {
  'strategy-fit': {
    label: { da: 'Sammenhæng med strategien', en: 'Fit with the strategy' },
    says: {
      da: 'Sammenhængen med fællesskabets vision og strategi og med de andre initiativer er beskrevet.',
      en: 'The fit with the community’s vision and strategy, and with its other initiatives, is described.',
    },
    guidance: {
      da: 'Beskriv koblingen og snitfladerne til de andre produkter.',
      en: 'Describe the link and the interfaces to the other products.',
    },
    source: report('5.4.4', '20'),
    due: 'project',
    provider: 'project-owner',
  },
});
