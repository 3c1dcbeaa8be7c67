import type { Titles } from '../titles.ts';

/** The report writes formand, and brings in the forretningsleder (§4.1.3, p. 10). */
export const titles: Titles = {
  chair: { da: 'formand', en: 'chair', the: { da: 'formanden', en: 'the chair' } },
  'deputy-chair': {
    da: 'næstformand',
    en: 'deputy chair',
    the: { da: 'næstformanden', en: 'the deputy chair' },
  },
  'business-manager': {
    da: 'forretningsleder',
    en: 'business manager',
    the: { da: 'forretningslederen', en: 'the business manager' },
  },
};
