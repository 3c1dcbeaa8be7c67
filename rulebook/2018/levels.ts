import type { Level } from '../rule.ts';
import { governancePage, levelsArticle } from './source.ts';

/** The minimum requirements and the three levels; each builds on the one below. */
export const levels: readonly Level[] = [
  {
    id: 'sandbox',
    rank: 0,
    formWord: '0',
    name: { da: 'Minimumskrav', en: 'Minimum requirements' },
    short: { da: 'N0', en: 'N0' },
    says: {
      da: 'Det, alle løsninger opfylder: delt kode, licens, lov, sikkerhed og et beskrevet formål.',
      en: 'What every solution meets: shared code, licence, law, security and a described purpose.',
    },
    source: levelsArticle('Minimumskrav'),
  },
  {
    id: 'N1',
    rank: 1,
    formWord: '1',
    name: { da: 'Niveau 1', en: 'Level 1' },
    short: { da: 'N1', en: 'N1' },
    says: {
      da: 'Løsninger, der kan blive til gavn for andre, og som sekretariatet optager.',
      en: 'Solutions that can be of use to others, admitted by the secretariat.',
    },
    source: governancePage('Niveau 1'),
  },
  {
    id: 'N2',
    rank: 2,
    formWord: '2',
    name: { da: 'Niveau 2', en: 'Level 2' },
    short: { da: 'N2', en: 'N2' },
    says: {
      da: 'Fælles løsninger med styregruppe, som bestyrelsen har godkendt.',
      en: 'Common solutions with a steering group, approved by the board.',
    },
    source: governancePage('Niveau 2'),
  },
  {
    id: 'N3',
    rank: 3,
    formWord: '3',
    name: { da: 'Niveau 3', en: 'Level 3' },
    short: { da: 'N3', en: 'N3' },
    says: {
      da: 'Strategiske løsninger, hvor bestyrelsen har flertallet i styregruppen.',
      en: 'Strategic solutions, with the board’s majority in the steering group.',
    },
    source: governancePage('Niveau 3'),
  },
];
