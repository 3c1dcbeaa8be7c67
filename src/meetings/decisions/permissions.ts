import type { GroundId } from '../../people/grounds.ts';

/** Who records what a body has decided: its secretary, or its chair (report p. 8 and 11). A member adds words of one's own. */
export const decisionPermissions = {
  'decide-item': ['body-secretary', 'body-chair'],
  'correct-item-decision': ['body-secretary', 'body-chair'],
  'add-minority-statement': ['called'],
} as const satisfies Record<string, readonly GroundId[]>;
