import { catalogue } from '../catalogue.ts';
import { governanceReport } from './source.ts';

/** Relevance, R1 to R4. */
export const relevance = catalogue('relevance', governanceReport, {
  R1: {
    level: 'sandbox',
    due: 'concept',
    text: 'localValue',
    form: 'Løsningen skaber lokal værdi',
    provider: 'project-owner',
  },
  R2: {
    level: 'N2',
    due: 'project',
    text: 'lineManagement',
    form: 'Løsningen er accepteret af lokal linjeledelse',
    provider: 'participants',
  },
  R3: {
    level: 'N2',
    due: 'project',
    text: 'publicPotential',
    form: 'Løsningen har fælles offentligt potentiale',
    provider: 'project-owner',
  },
  R4: {
    level: 'N3',
    due: 'project',
    text: 'nationalStrategy',
    form: 'Ophæng til nationale strategier er til stede',
    provider: 'project-owner',
  },
});
