import type { Stage, Text } from '../../rulebook/vocabulary.ts';
import type { FormWords } from '../deeds/deed.ts';

interface Words {
  readonly title: Text;
  readonly explains: Text;
}

/** What moving to a stage is called, and what it means (report §5.2, p. 16–18). */
export const moveWords: Readonly<Record<Stage, Words>> = {
  idea: {
    title: { da: 'Send tilbage til idé', en: 'Send back to idea' },
    explains: {
      da: 'Det er ikke et afslag: konceptet går gennem idégenerering igen. Skriv, hvad der skal arbejdes med.',
      en: 'It is no rejection: the concept goes through idea generation again. Write what is to be worked on.',
    },
  },
  concept: {
    title: { da: 'Gør til koncept', en: 'Turn into a concept' },
    explains: {
      da: 'Idéen er drøftet, beskrevet og indplaceret på et niveau. Herfra følger den niveauets krav.',
      en: 'The idea has been discussed, described and placed at a level. From here on it follows the level’s requirements.',
    },
  },
  project: {
    title: { da: 'Start projektet', en: 'Start the project' },
    explains: {
      da: 'Kravene er på plads, og det organ, der beslutter på niveauet, har sagt ja. Nu går arbejdet i gang.',
      en: 'The requirements stand, and the body that decides at the level has said yes. Now the work begins.',
    },
  },
  product: {
    title: { da: 'Sæt i drift som produkt', en: 'Go live as a product' },
    explains: {
      da: 'Løsningen er færdig og taget i brug af de første. En koordinationsgruppe passer på den herfra.',
      en: 'The solution is finished and in use by the first. A coordination group looks after it from here on.',
    },
  },
  retired: {
    title: { da: 'Afslut initiativet', en: 'End the initiative' },
    explains: {
      da: 'Initiativet forlader porteføljen. Historikken bliver stående.',
      en: 'The initiative leaves the portfolio. Its history stays.',
    },
  },
};

/** The words of the form that moves an initiative, once it is said where to. */
export function moveFormWords(given: Readonly<Record<string, unknown>>): FormWords | null {
  const to = given['to'];
  if (typeof to !== 'string' || !Object.hasOwn(moveWords, to)) return null;
  return { ...moveWords[to as Stage], settled: ['to'] };
}
