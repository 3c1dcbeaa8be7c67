import type { Level } from '../rule.ts';
import { report } from './source.ts';

/** The three levels; each builds on the one below (report §5.1, p. 15). */
export const levels: readonly Level[] = [
  {
    id: 'N1',
    rank: 1,
    formWord: '1',
    name: { da: 'Niveau 1', en: 'Level 1' },
    short: { da: 'N1', en: 'N1' },
    says: {
      da: 'Mindre initiativer, som en eller få kommuner driver for egne midler.',
      en: 'Smaller initiatives that one or a few municipalities run with their own money.',
    },
    source: report('5.3', '17'),
  },
  {
    id: 'N2',
    rank: 2,
    formWord: '2',
    name: { da: 'Niveau 2', en: 'Level 2' },
    short: { da: 'N2', en: 'N2' },
    says: {
      da: 'Initiativer til gavn for mange kommuner, som bestyrelsen godkender.',
      en: 'Initiatives of use to many municipalities, which the board approves.',
    },
    source: report('5.4', '19'),
  },
  {
    id: 'N3',
    rank: 3,
    formWord: '3',
    name: { da: 'Niveau 3', en: 'Level 3' },
    short: { da: 'N3', en: 'N3' },
    says: {
      da: 'Strategiske initiativer, som bestyrelsen styrer tæt.',
      en: 'Strategic initiatives that the board steers closely.',
    },
    source: report('5.5', '21'),
  },
];
