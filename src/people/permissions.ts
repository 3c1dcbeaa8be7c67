import type { GroundId } from './grounds.ts';

/** Who may do which deed with people, and with one's own access. */
export const peoplePermissions = {
  'register-person': ['secretariat'],
  'change-person': ['secretariat'],
  'close-person': ['secretariat'],
  'reopen-person': ['secretariat'],
  'change-settings': ['oneself'],
  'make-token': ['oneself'],
  'revoke-token': ['oneself'],
  'revoke-session': ['oneself'],
  'remove-passkey': ['oneself'],
} as const satisfies Record<string, readonly GroundId[]>;
