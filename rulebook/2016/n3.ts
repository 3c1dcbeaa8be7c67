import { yesNo } from './n1.ts';
import { requirements } from './requirement.ts';
import { report } from './source.ts';

export const n3Relevance = requirements('N3', 'relevance', {
  'national-strategy': {
    label: { da: 'National strategi', en: 'National strategy' },
    says: {
      da: 'Initiativet hænger sammen med nationale strategier.',
      en: 'It is tied to national strategies.',
    },
    guidance: {
      da: 'Nævn strategien, og hvordan initiativet støtter den.',
      en: 'Name the strategy and how this supports it.',
    },
    source: report('5.5.1', '21'),
    due: 'project',
    provider: 'project-owner',
  },
});

export const n3Formal = requirements('N3', 'formal', {
  'political-communication-local': {
    label: { da: 'Politisk kommunikation lokalt', en: 'Local political communication' },
    says: {
      da: 'Der er kommunikation til det lokale politiske niveau.',
      en: 'There is communication for the local political level.',
    },
    guidance: { da: 'Indsæt link til materialet.', en: 'Link to the material.' },
    source: report('5.5.2', '21–22'),
    due: 'product',
  },
  'political-communication-outside': {
    label: { da: 'Kommunikation til omverdenen', en: 'Communication to the world around' },
    says: {
      da: 'Kommunikation til KOMBIT, KL og staten er lavet og afstemt med bestyrelsen.',
      en: 'Communication to KOMBIT, KL and the state is made and coordinated with the board.',
    },
    guidance: {
      da: 'Indsæt link, og skriv hvornår bestyrelsen så det.',
      en: 'Link to it and say when the board saw it.',
    },
    source: report('5.5.2', '21–22'),
    due: 'product',
  },
  'go-live-plan': {
    label: { da: 'Plan for idriftsættelse', en: 'Plan for going live' },
    says: {
      da: 'Der er en plan for overgangen til drift med navngivne ansvarlige.',
      en: 'There is a plan for the move to operation with named people responsible.',
    },
    guidance: { da: 'Skriv, hvem der gør hvad hvornår.', en: 'Write who does what, when.' },
    source: report('5.5.2', '21'),
    due: 'product',
  },
});

export const n3Governance = requirements('N3', 'governance', {
  'board-appoints': {
    label: { da: 'Styregruppen er udpeget af bestyrelsen', en: 'Steering group appointed by the board' },
    says: { da: 'Bestyrelsen udpeger styregruppen.', en: 'The board appoints the steering group.' },
    guidance: { da: 'Regnes ud af bestyrelsens beslutninger.', en: 'Worked out from the board’s decisions.' },
    source: report('5.5.3', '21'),
    due: 'project',
    kind: 'decision',
    provider: 'board',
    condition: { is: 'steering-group-appointed' },
    examples: yesNo(
      'steering-group-appointed',
      'Bestyrelsen har udpeget gruppen',
      'The board has appointed the group',
    ),
  },
  'board-majority': {
    label: { da: 'Bestyrelsen har flertal i styregruppen', en: 'Board majority in the steering group' },
    says: {
      da: 'Bestyrelsens medlemmer har flertallet af stemmerne i styregruppen.',
      en: 'Board members hold the majority of the votes in the steering group.',
    },
    guidance: { da: 'Regnes ud af pladserne.', en: 'Worked out from the seats.' },
    source: report('5.5.3', '21–22'),
    due: 'project',
    kind: 'seat',
    provider: 'board',
    condition: { is: 'board-majority-in-steering' },
    examples: yesNo(
      'board-majority-in-steering',
      'To af tre stemmer er bestyrelsens',
      'Two of three votes are the board’s',
    ),
  },
  'board-in-coordination': {
    label: { da: 'Bestyrelsen i koordinationsgruppen', en: 'The board in the coordination group' },
    says: {
      da: 'Mindst ét bestyrelsesmedlem sidder i koordinationsgruppen.',
      en: 'At least one board member sits in the coordination group.',
    },
    guidance: { da: 'Regnes ud af pladserne.', en: 'Worked out from the seats.' },
    source: report('5.5', '22'),
    due: 'product',
    kind: 'seat',
    provider: 'board',
    condition: { is: 'board-seat-in-coordination' },
    examples: yesNo(
      'board-seat-in-coordination',
      'Et bestyrelsesmedlem sidder der',
      'A board member sits there',
    ),
  },
});

export const n3Strategic = requirements('N3', 'strategic', {
  'strategy-agreement': {
    label: { da: 'Overensstemmelse med strategien', en: 'Agreement with the strategy' },
    says: {
      da: 'Initiativet er i overensstemmelse med fællesskabets vision og strategi.',
      en: 'It agrees with the community’s vision and strategy.',
    },
    guidance: { da: 'Vis overensstemmelsen punkt for punkt.', en: 'Show the agreement point by point.' },
    source: report('5.5.4', '22'),
    due: 'project',
    provider: 'project-owner',
  },
});
