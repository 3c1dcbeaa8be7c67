import type { Titles } from '../titles.ts';

/** The community’s handbook writes forperson, the statutes formand; see the choice `chair-word`. */
export const titles: Titles = {
  chair: { da: 'forperson', en: 'chair', the: { da: 'forpersonen', en: 'the chair' } },
  'deputy-chair': {
    da: 'næstforperson',
    en: 'deputy chair',
    the: { da: 'næstforpersonen', en: 'the deputy chair' },
  },
  'business-manager': {
    da: 'sekretariatschef',
    en: 'head of secretariat',
    the: { da: 'sekretariatschefen', en: 'the head of secretariat' },
  },
};
