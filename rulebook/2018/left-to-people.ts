import type { LeftToPeople } from '../rule.ts';

/** What the sources ask of people that no rule can carry. */
export const leftToPeople: readonly LeftToPeople[] = [
  {
    duty: 'running-report',
    because: {
      da: 'Hvor ofte og hvor udførligt der fortælles, er et skøn; siderne viser det, der er registreret.',
      en: 'How often and how fully to report is a judgement; the pages show what is recorded.',
    },
  },
  {
    duty: 'meeting-plan',
    because: {
      da: 'Fire møder om året er et eksempel og ikke et krav.',
      en: 'Four meetings a year is an example and not a requirement.',
    },
  },
  {
    duty: 'assistance',
    because: {
      da: 'Hjælp til at opfylde krav er en samtale.',
      en: 'Help in meeting requirements is a conversation.',
    },
  },
  {
    duty: 'joining-agreement',
    because: {
      da: 'Hvad en aftale indeholder, bestemmer styregruppen; om der er en, svares der på i G10.',
      en: 'What an agreement holds is for the steering group; whether there is one is answered in G10.',
    },
  },
  {
    duty: 'elections',
    because: {
      da: 'Valg og perioder registreres som pladser med datoer; hvem der er på valg hvornår, følger generalforsamlingen.',
      en: 'Elections and terms are recorded as seats with dates; who is up for election when is for the assembly.',
    },
  },
];
