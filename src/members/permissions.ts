import type { GroundId } from '../people/grounds.ts';

/** Who may do which deed with organisations and memberships. The secretariat keeps the list of members (report §4.1.3, p. 10). */
export const memberPermissions = {
  'register-organisation': ['secretariat'],
  'change-organisation': ['secretariat'],
  'begin-membership': ['secretariat'],
  'end-membership': ['secretariat'],
  'move-region': ['secretariat'],
} as const satisfies Record<string, readonly GroundId[]>;
