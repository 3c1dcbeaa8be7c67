import { associationBodies, associationComposition, boardInSteering } from '../association.ts';
import type { BodyRule, CompositionRule } from '../rule.ts';
import { checklist } from './source.ts';
import { titles } from './titles.ts';

export const bodies: readonly BodyRule[] = associationBodies(titles);

/** Level 3 asks for the board’s majority of votes in the steering group. */
export const composition: readonly CompositionRule[] = [
  ...associationComposition(titles),
  boardInSteering('majority', checklist('G12')),
];
