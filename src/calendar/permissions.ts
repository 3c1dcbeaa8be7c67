import type { GroundId } from '../people/grounds.ts';

/** Who may do which deed with calendar addresses: everybody with their own. */
export const calendarPermissions = {
  'make-calendar-address': ['oneself'],
  'revoke-calendar-address': ['oneself'],
} as const satisfies Record<string, readonly GroundId[]>;
