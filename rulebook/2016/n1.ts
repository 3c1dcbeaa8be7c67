import { requirements } from './requirement.ts';
import { report } from './source.ts';

const yesNo = (fact: string, da: string, en: string, wanted = true) =>
  [
    { says: { da, en }, facts: { [fact]: wanted }, satisfied: true },
    {
      says: { da: `Ikke: ${da.toLowerCase()}`, en: `Not: ${en.toLowerCase()}` },
      facts: { [fact]: !wanted },
      satisfied: false,
    },
  ] as const;

export const n1Relevance = requirements('N1', 'relevance', {
  idea: {
    label: { da: 'Idéen er beskrevet', en: 'The idea is described' },
    says: { da: 'Der ligger en beskrevet idé til grund.', en: 'A described idea lies behind it.' },
    guidance: { da: 'Fortæl kort, hvad I vil, og hvorfor.', en: 'Say briefly what you want and why.' },
    source: report('5.3.1', '18'),
    due: 'concept',
    provider: 'project-owner',
  },
  'local-value': {
    label: { da: 'Lokal værdi', en: 'Local value' },
    says: {
      da: 'Værdien hos den eller de kommuner, der står bag, er beskrevet.',
      en: 'The value for the municipalities behind it is described.',
    },
    guidance: {
      da: 'Skriv, hvad løsningen giver hos jer: tid, penge, kvalitet.',
      en: 'Write what the solution gives you: time, money, quality.',
    },
    source: report('5.3.1', '18'),
    due: 'concept',
    provider: 'project-owner',
  },
  'value-for-others': {
    label: { da: 'Værdi for andre', en: 'Value for others' },
    says: {
      da: 'Andre kommuner kan få gavn af løsningen.',
      en: 'Other municipalities could benefit from the solution.',
    },
    guidance: {
      da: 'Nævn, hvem der ellers kunne bruge den, og til hvad.',
      en: 'Name who else could use it, and for what.',
    },
    source: report('5.3.1', '17'),
    due: 'concept',
    provider: 'project-owner',
  },
});

export const n1Formal = requirements('N1', 'formal', {
  'source-shared': {
    label: { da: 'Kildekoden er delt', en: 'Source code is shared' },
    says: {
      da: 'Kildekoden ligger offentligt på et anerkendt delingssted.',
      en: 'The source code is public at a recognised sharing site.',
    },
    guidance: {
      da: 'Indsæt et link til kildekoden, for eksempel på GitHub.',
      en: 'Link to the source code, on GitHub for example.',
    },
    source: report('5.3.2', '17'),
    due: 'product',
  },
  licence: {
    label: { da: 'Licens', en: 'Licence' },
    says: {
      da: 'Licensen følger fællesskabets kriterier.',
      en: 'The licence keeps to the community’s criteria.',
    },
    guidance: {
      da: 'Angiv licensen og hvor den står i koden.',
      en: 'Give the licence and where it stands in the code.',
    },
    source: report('5.3.2', '18'),
    due: 'project',
  },
  procurement: {
    label: { da: 'Udbud', en: 'Procurement' },
    says: {
      da: 'Indkøb er sket efter udbudsreglerne; der er holdt udbud, hvor det kræves.',
      en: 'Purchases follow the procurement rules, with a tender where one is required.',
    },
    guidance: {
      da: 'Henvis til udbuddet, eller skriv hvorfor det ikke var nødvendigt.',
      en: 'Refer to the tender, or say why none was needed.',
    },
    source: report('5.3.2', '18'),
    due: 'project',
  },
  lawful: {
    label: { da: 'Anden lovgivning', en: 'Other law' },
    says: { da: 'Øvrig lovgivning er overholdt.', en: 'Other law is kept.' },
    guidance: {
      da: 'Nævn de love, der betyder noget her, og hvordan de er fulgt.',
      en: 'Name the laws that matter here and how they are kept.',
    },
    source: report('5.3.2', '18'),
    due: 'project',
  },
  security: {
    label: { da: 'Sikkerhed', en: 'Security' },
    says: {
      da: 'Sikkerhed har været med fra begyndelsen.',
      en: 'Security has been part of it from the start.',
    },
    guidance: {
      da: 'Beskriv risici, adgangsstyring og beskyttelse af data.',
      en: 'Describe risks, access control and protection of data.',
    },
    source: report('5.3.2', '17'),
    due: 'project',
  },
  'data-processing': {
    label: { da: 'Databehandleraftaler', en: 'Data-processing agreements' },
    says: {
      da: 'De databehandleraftaler, der er brug for, er indgået.',
      en: 'The data-processing agreements needed are in place.',
    },
    guidance: {
      da: 'Henvis til aftalerne, eller skriv hvorfor der ikke er brug for nogen.',
      en: 'Refer to the agreements, or say why none is needed.',
    },
    source: report('5.3.2', '18'),
    due: 'project',
  },
  documentation: {
    label: { da: 'Dokumentation', en: 'Documentation' },
    says: {
      da: 'Formål, løsning og snitflader til andre systemer er beskrevet.',
      en: 'Purpose, solution and interfaces to other systems are described.',
    },
    guidance: { da: 'Indsæt links til beskrivelserne.', en: 'Link to the descriptions.' },
    source: report('5.3.2', '17'),
    due: 'product',
  },
  'operating-needs': {
    label: { da: 'Driftskrav', en: 'Operating needs' },
    says: {
      da: 'Det er skrevet ned, hvad drift af løsningen kræver.',
      en: 'What running the solution requires is written down.',
    },
    guidance: {
      da: 'Skriv, hvad en kommune skal have på plads for at drive den.',
      en: 'Write what a municipality must have in place to run it.',
    },
    source: report('5.3.2', '17–19'),
    due: 'product',
  },
  training: {
    label: { da: 'Uddannelsesmateriale', en: 'Training material' },
    says: {
      da: 'Der findes materiale, som nye brugere kan lære af.',
      en: 'There is material new users can learn from.',
    },
    guidance: { da: 'Indsæt links til vejledninger eller film.', en: 'Link to guides or films.' },
    source: report('5.3.2', '17–19'),
    due: 'product',
  },
  standards: {
    label: { da: 'Standarder og rammearkitektur', en: 'Standards and reference architecture' },
    says: {
      da: 'Det fremgår, hvor løsningen følger fælles standarder og rammearkitektur, hvor ikke, og hvorfor.',
      en: 'It is stated where the solution follows common standards and the reference architecture, where not, and why.',
    },
    guidance: {
      da: 'Afviger I, så forklar hvor og hvorfor.',
      en: 'Where you deviate, explain where and why.',
    },
    source: report('5.3.2', '17'),
    due: 'project',
    weight: 'comply-or-explain',
  },
});

export const n1Governance = requirements('N1', 'governance', {
  'no-os2-funding': {
    label: { da: 'Kun lokale midler', en: 'Local money only' },
    says: {
      da: 'Pengene kommer fra lokale midler, ikke fra fællesskabet.',
      en: 'The money comes from local funds, not from the community.',
    },
    guidance: { da: 'Regnes ud af den registrerede økonomi.', en: 'Worked out from the registered economy.' },
    source: report('5.3', '17–18'),
    due: 'project',
    kind: 'money',
    provider: 'project-owner',
    liftedAt: 'N2',
    condition: { is: 'community-funding', value: false },
    examples: yesNo('community-funding', 'Alt betales lokalt', 'All is paid locally', false),
  },
  'level-placed': {
    label: { da: 'Indplaceret på et niveau', en: 'Placed at a level' },
    says: {
      da: 'Forretningslederen har bestemt niveauet.',
      en: 'The business manager has settled the level.',
    },
    guidance: {
      da: 'Sker, når forretningslederen indplacerer initiativet.',
      en: 'Done when the business manager places the initiative.',
    },
    source: report('5.3.3', '18'),
    due: 'concept',
    kind: 'decision',
    provider: 'business-manager',
    condition: { is: 'level-placed' },
    examples: yesNo('level-placed', 'Initiativet er indplaceret', 'The initiative is placed'),
  },
  'board-informed': {
    label: { da: 'Bestyrelsen er orienteret', en: 'The board is informed' },
    says: {
      da: 'Bestyrelsen er orienteret gennem forretningslederen.',
      en: 'The board is informed, through the business manager.',
    },
    guidance: {
      da: 'Sker, når forretningslederen sender orienteringen.',
      en: 'Done when the business manager sends the information.',
    },
    source: report('5.3.3', '18'),
    due: 'project',
    kind: 'document',
    provider: 'business-manager',
    liftedAt: 'N2',
    condition: { is: 'board-informed' },
    examples: yesNo('board-informed', 'Orienteringen er sendt', 'The information is sent'),
  },
  participants: {
    label: { da: 'Mindst én kommune deltager', en: 'At least one municipality takes part' },
    says: { da: 'En eller flere kommuner deltager.', en: 'One municipality or more takes part.' },
    guidance: {
      da: 'Regnes ud af de organisationer, der står som deltagere.',
      en: 'Worked out from the organisations listed as taking part.',
    },
    source: report('5.3.3', '19'),
    due: 'project',
    kind: 'person',
    provider: 'participants',
    condition: { atLeast: 'participants', n: 1 },
    examples: [
      {
        says: { da: 'Ingen deltager', en: 'Nobody takes part' },
        facts: { participants: 0 },
        satisfied: false,
      },
      {
        says: { da: 'Én kommune deltager', en: 'One municipality takes part' },
        facts: { participants: 1 },
        satisfied: true,
      },
    ],
  },
  dialogue: {
    label: { da: 'Løbende dialog', en: 'Running dialogue' },
    says: {
      da: 'Initiativet har løbende dialog med forretningslederen.',
      en: 'The initiative has a running dialogue with the business manager.',
    },
    guidance: { da: 'Skriv, hvornår I sidst talte sammen.', en: 'Write when you last talked.' },
    source: report('5.3.3', '18–19'),
    due: 'concept',
    provider: 'business-manager',
  },
});

export const n1Strategic = requirements('N1', 'strategic', {
  innovation: {
    label: { da: 'Innovation og lokal dynamik', en: 'Innovation and local initiative' },
    says: {
      da: 'Initiativet støtter innovation og lokalt kommunalt initiativ.',
      en: 'It supports innovation and local municipal initiative.',
    },
    guidance: {
      da: 'Beskriv det nye, og hvad det ændrer lokalt.',
      en: 'Describe what is new and what it changes locally.',
    },
    source: report('5.3.4', '18'),
    due: 'concept',
    provider: 'project-owner',
  },
  'open-source': {
    label: { da: 'Open source', en: 'Open source' },
    says: { da: 'Det er et open source-initiativ.', en: 'It is an open-source initiative.' },
    guidance: {
      da: 'Bekræft, at koden bliver fri, og under hvilken licens.',
      en: 'Confirm that the code will be free, and under which licence.',
    },
    source: report('5.3.4', '18'),
    due: 'concept',
    provider: 'project-owner',
  },
});

export { yesNo };
