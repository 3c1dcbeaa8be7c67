import { catalogue } from '../catalogue.ts';
import { checklist } from './source.ts';

/** Strategic coherence, S1 to S4. */
export const strategic = catalogue('strategic', checklist, {
  S1: {
    level: 'N1',
    due: 'project',
    text: 'strategyLink',
    form: "Produktet har en kobling til OS2's strategi",
    provider: 'project-owner',
  },
  S2: {
    level: 'N1',
    due: 'project',
    text: 'innovation',
    form: 'Løsningen understøtter innovation og Open Source',
    provider: 'project-owner',
  },
  S3: {
    level: 'N2',
    due: 'project',
    text: 'strategyDescribed',
    form: "Produktets (forventlige) kobling til OS2's vision og strategi er beskrevet",
    provider: 'project-owner',
  },
  S4: {
    level: 'N3',
    due: 'project',
    text: 'strategyAgreement',
    form: "Produktets kobling til og overensstemmelse med OS2's vision og strategi er tilstede og beskrevet",
    provider: 'project-owner',
  },
});
