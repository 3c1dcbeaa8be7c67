import { catalogue } from '../catalogue.ts';
import { governanceReport } from './source.ts';

/** Strategic coherence, S1 to S5. */
export const strategic = catalogue('strategic', governanceReport, {
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
    form: 'Løsningen understøtter innovation og open source',
    provider: 'project-owner',
  },
  S3: {
    level: 'N2',
    due: 'project',
    text: 'strategyDescribed',
    form: "Produktets (forventlige) kobling til OS2's mission, vision og strategi er beskrevet",
    provider: 'project-owner',
  },
  S4: {
    level: 'N2',
    due: 'product',
    text: 'productStrategy',
    form: 'Der er udarbejdet en vision og strategi for produktet',
    provider: 'steering-group',
  },
  S5: {
    level: 'N3',
    due: 'project',
    text: 'strategyAgreement',
    form: "Produktets kobling til og overensstemmelse med OS2's vision og strategi er tilstede og beskrevet",
    provider: 'project-owner',
  },
});
