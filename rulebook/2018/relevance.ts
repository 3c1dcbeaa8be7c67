import { catalogue } from '../catalogue.ts';
import { checklist } from './source.ts';

/** Relevance, R1 to R5. */
export const relevance = catalogue('relevance', checklist, {
  R1: {
    level: 'sandbox',
    due: 'concept',
    text: 'localValue',
    form: 'Løsningen skaber lokal værdi',
    provider: 'project-owner',
  },
  R2: {
    level: 'N1',
    due: 'concept',
    text: 'valueForOthers',
    form: 'Løsningen skaber potentielt værdi for andre',
    provider: 'project-owner',
  },
  R3: {
    level: 'N2',
    due: 'project',
    text: 'lineManagement',
    form: 'Løsningen er accepteret af lokal linjeledelse',
    provider: 'participants',
  },
  R4: {
    level: 'N2',
    due: 'project',
    text: 'acrossMunicipalities',
    form: 'Løsningen har tværkommunal potentiale (anbefaling)',
    weight: 'should',
    provider: 'project-owner',
  },
  R5: {
    level: 'N3',
    due: 'project',
    text: 'nationalStrategy',
    form: 'Ophæng til nationale strategier er til stede',
    provider: 'project-owner',
  },
});
