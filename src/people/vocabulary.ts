import type { Language, Text } from '../../rulebook/vocabulary.ts';

/** The languages a person can be written to in. */
export const languages = {
  da: { da: 'Dansk', en: 'Danish' },
  en: { da: 'Engelsk', en: 'English' },
} as const satisfies Record<Language, Text>;

/** What a project manager is known to master; from level 2 one of the last two is asked for. Kept with the appointment. */
export const qualifications = {
  none: { da: 'Ingen angivet', en: 'None given' },
  certified: { da: 'Certificeret projektleder', en: 'Certified project manager' },
  'documented-experience': { da: 'Dokumenteret erfaring', en: 'Documented experience' },
} as const satisfies Record<string, Text>;

/** Whether somebody may sign in now, or no longer. */
export const personStates = {
  open: { da: 'har adgang', en: 'has access' },
  closed: { da: 'adgang lukket', en: 'access closed' },
} as const satisfies Record<string, Text>;
export type PersonState = keyof typeof personStates;
