import type { Titles } from '../titles.ts';

/** The business manager has been sekretariatschef since 2018; the statutes still write formand (§6.1). */
export const titles: Titles = {
  chair: { da: 'formand', en: 'chair', the: { da: 'formanden', en: 'the chair' } },
  'deputy-chair': {
    da: 'næstformand',
    en: 'deputy chair',
    the: { da: 'næstformanden', en: 'the deputy chair' },
  },
  'business-manager': {
    da: 'sekretariatschef',
    en: 'head of secretariat',
    the: { da: 'sekretariatschefen', en: 'the head of secretariat' },
  },
};
