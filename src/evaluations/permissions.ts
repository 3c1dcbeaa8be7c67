import type { GroundId } from '../people/grounds.ts';

/**
 * Who may do which deed with requirements and evaluations. The product says how it stands; the secretariat evaluates
 * (report §5.1, p. 15; §4.1.3, p. 10). Which voice a person may give follows from the ground the deed stands on.
 */
export const evaluationPermissions = {} as const satisfies Record<string, readonly GroundId[]>;
