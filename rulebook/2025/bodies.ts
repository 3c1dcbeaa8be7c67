import { associationBodies, associationComposition, boardInSteering } from '../association.ts';
import type { BodyRule, CompositionRule } from '../rule.ts';
import { governanceReport } from './source.ts';
import { titles } from './titles.ts';

export const bodies: readonly BodyRule[] = associationBodies(titles);

/** Level 3 asks that the board is represented; until 2024 it asked for the majority. */
export const composition: readonly CompositionRule[] = [
  ...associationComposition(titles),
  boardInSteering('represented', governanceReport('G12')),
];
