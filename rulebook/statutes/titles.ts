import type { Source } from '../rule.ts';
import type { Title } from './statute.ts';
import { paragraph } from './write.ts';

const handbook: Source = {
  document: 'OS2 håndbog',
  section: 'role_descriptions',
  url: 'https://github.com/OS2offdig/handbook',
};

/** The community's former page on the board; undated, from between 2016 and 2019. */
export const boardPage: Source = {
  document: 'OS2’s side om bestyrelsen',
  section: 'bestyrelsen',
  url: 'https://os2.eu/gruppe/os2bestyrelsen',
};

const chair: Title = { role: 'chair', title: { da: 'formand', en: 'chair' }, source: paragraph('6.1') };
const deputy: Title = {
  role: 'deputy-chair',
  title: { da: 'næstformand', en: 'deputy chair' },
  source: boardPage,
};

/** The secretariat was called administrators until the text moved to Git in November 2021. */
export const titlesThen: readonly Title[] = [
  chair,
  deputy,
  { role: 'secretariat', title: { da: 'administratorer', en: 'administrators' }, source: paragraph('6.7') },
];

/** The statutes write formand; the handbook of 2026 writes forperson. */
export const titlesNow: readonly Title[] = [
  chair,
  { role: 'chair', title: { da: 'forperson', en: 'chairperson' }, source: handbook },
  deputy,
  { role: 'deputy-chair', title: { da: 'næstforperson', en: 'deputy chairperson' }, source: handbook },
  { role: 'secretariat', title: { da: 'sekretariat', en: 'secretariat' }, source: paragraph('11') },
];
