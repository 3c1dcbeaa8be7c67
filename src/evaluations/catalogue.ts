import type { Edition, LevelId, Requirement, RequirementId } from '../../rulebook/rule.ts';
import type { Text, Theme } from '../../rulebook/vocabulary.ts';

/** The part of an edition that evaluations are written with. */
export type Catalogue = Pick<Edition, 'id' | 'name' | 'levels' | 'themes' | 'verdicts' | 'requirements'>;

/** The words of OS2's form for the themes (form export of 2026). */
export const formThemes: Readonly<Record<Theme, string>> = {
  relevance: 'relevans',
  formal: 'formkrav',
  strategic: 'strategisk',
  governance: 'governance',
};

/** A requirement of the edition by its id as a file writes it: blanks and case do not matter. */
export function requirementOf(edition: Catalogue, written: string): Requirement | null {
  const id = written.trim();
  if (Object.hasOwn(edition.requirements, id)) return edition.requirements[id] as Requirement;
  const upper = id.toUpperCase();
  return Object.hasOwn(edition.requirements, upper) ? (edition.requirements[upper] as Requirement) : null;
}

/** The requirements in the order of the form: by theme as the edition orders them, then as it lists them. */
export const requirementsOf = (edition: Catalogue): readonly Requirement[] => {
  const all = Object.values(edition.requirements);
  return edition.themes.flatMap((theme) => all.filter((requirement) => requirement.theme === theme));
};

/** The level's word in OS2's form: "sandkasse", "1". */
export const formLevel = (edition: Catalogue, level: LevelId): string =>
  edition.levels.find((each) => each.id === level)?.formWord ?? level;

/** A level's word in a file and the edition's level; the word of 2018 for the lowest was a number. */
export function levelOf(edition: Catalogue, written: string): LevelId | null {
  const word = written
    .toLowerCase()
    .replace(/niveau|level/, '')
    .trim();
  return (
    edition.levels.find((each) => each.formWord.toLowerCase() === word || each.id.toLowerCase() === word)
      ?.id ?? null
  );
}

/** The form's label of a requirement, or our own where the source has none. */
export const labelOf = (requirement: Requirement): string => requirement.formLabel ?? requirement.label.da;

/**
 * Ids that mean something else in the edition of 2025 than in that of 2018 (OS2's governance_report_template, changes
 * of March to July 2024). Reports are never compared by id without the edition.
 */
export const changedIds: Readonly<Record<RequirementId, Text>> = {
  R2: {
    da: 'R2 var i 2018 potentiel værdi for andre; i 2025 er det den lokale linjeledelses accept.',
    en: 'R2 was possible value for others in 2018; in 2025 it is local line management’s acceptance.',
  },
  R3: {
    da: 'R3 var i 2018 den lokale linjeledelses accept; i 2025 er det fælles offentligt potentiale.',
    en: 'R3 was local line management’s acceptance in 2018; in 2025 it is common public potential.',
  },
  R4: {
    da: 'R4 var i 2018 tværkommunalt potentiale; i 2025 er det ophæng til nationale strategier.',
    en: 'R4 was potential across municipalities in 2018; in 2025 it is the tie to national strategies.',
  },
  F7: {
    da: 'F7 var i 2018 driftskrav; i 2025 er det al dokumentation i fællesskabets skabelon.',
    en: 'F7 was operating needs in 2018; in 2025 it is all documentation in the community’s template.',
  },
  F11: {
    da: 'F11 var i 2018 fællesskabets sagsværktøj; i 2025 er det offentlig sagsstyring knyttet til koden.',
    en: 'F11 was the community’s issue tool in 2018; in 2025 it is public issue tracking tied to the code.',
  },
  F13: {
    da: 'F13 og F14 har byttet plads siden 2018.',
    en: 'F13 and F14 have swapped places since 2018.',
  },
  F14: {
    da: 'F13 og F14 har byttet plads siden 2018.',
    en: 'F13 and F14 have swapped places since 2018.',
  },
  S4: {
    da: 'S4 var i 2018 overensstemmelse med strategien (nu S5); i 2025 er det produktets egen strategi.',
    en: 'S4 was agreement with the strategy in 2018 (now S5); in 2025 it is the product’s own strategy.',
  },
  G12: {
    da: 'G12 var i 2018 bestyrelsens stemmeflertal; i 2025 er det, at bestyrelsen er repræsenteret.',
    en: 'G12 was the board’s majority of votes in 2018; in 2025 it is that the board is represented.',
  },
};
