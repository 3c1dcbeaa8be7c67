import type { Level } from '../rule.ts';
import { governanceReport } from './source.ts';

/** The sandbox and the three levels; each builds on the one below. */
export const levels: readonly Level[] = [
  {
    id: 'sandbox',
    rank: 0,
    formWord: 'sandkasse',
    name: { da: 'Sandkasse', en: 'Sandbox' },
    short: { da: 'Sandkasse', en: 'Sandbox' },
    says: {
      da: 'Projekter på vej: åben kode, licens, lov, sikkerhed og et beskrevet formål.',
      en: 'Projects on their way: open code, licence, law, security and a described purpose.',
    },
    source: governanceReport('Sandkasse'),
  },
  {
    id: 'N1',
    rank: 1,
    formWord: '1',
    name: { da: 'Niveau 1', en: 'Level 1' },
    short: { da: 'N1', en: 'N1' },
    says: {
      da: 'Produkter, som fællesskabet kender, ejer koden til og koordinerer.',
      en: 'Products that the community knows, holds the code of and coordinates.',
    },
    source: governanceReport('Niveau 1'),
  },
  {
    id: 'N2',
    rank: 2,
    formWord: '2',
    name: { da: 'Niveau 2', en: 'Level 2' },
    short: { da: 'N2', en: 'N2' },
    says: {
      da: 'Fælles produkter med styregruppe, som bestyrelsen har godkendt.',
      en: 'Common products with a steering group, approved by the board.',
    },
    source: governanceReport('Niveau 2'),
  },
  {
    id: 'N3',
    rank: 3,
    formWord: '3',
    name: { da: 'Niveau 3', en: 'Level 3' },
    short: { da: 'N3', en: 'N3' },
    says: {
      da: 'Strategiske produkter, hvor bestyrelsen sidder med i styregruppen.',
      en: 'Strategic products, with the board in the steering group.',
    },
    source: governanceReport('Niveau 3'),
  },
];
