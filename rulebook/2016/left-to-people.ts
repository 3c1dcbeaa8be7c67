import type { LeftToPeople } from '../rule.ts';

/** What the report asks of people that no rule can carry. */
export const leftToPeople: readonly LeftToPeople[] = [
  {
    duty: 'P5',
    because: {
      da: 'Hvor ofte og hvor udførligt der fortælles, er et skøn; initiativets sider viser det, der er registreret.',
      en: 'How often and how fully to report is a judgement; the pages show what is recorded.',
    },
  },
  {
    duty: 'B9',
    because: {
      da: 'Om en styregruppe ønsker det, og formanden er enig, aftales mellem mennesker.',
      en: 'Whether a steering group wishes it and the chair agrees is settled between people.',
    },
  },
  {
    duty: 'portfolio-purpose',
    because: {
      da: 'Det er formålet med det hele og måles ikke af en regel.',
      en: 'It is the purpose of it all and is measured by no rule.',
    },
  },
  {
    duty: 'portfolio-reporting',
    because: {
      da: 'Rapportens kapitel om det kendes kun af titel; se valgene.',
      en: 'The report’s chapter on it is known by title only; see the choices.',
    },
  },
  {
    duty: 'portfolio-communication',
    because: {
      da: 'Porteføljen er åben for alle at læse; hvordan der fortælles om den, vælger mennesker.',
      en: 'The portfolio is open for all to read; how it is told of is for people to choose.',
    },
  },
  {
    duty: 'portfolio-watch',
    because: {
      da: 'At følge med er et arbejde, ikke en betingelse; bestyrelsens flertal i styregruppen giver den magt til det.',
      en: 'Following along is work, not a condition; the board’s majority in the steering group gives it the means.',
    },
  },
];
