import type { GroundId } from '../people/grounds.ts';

/** Who may do which deed with mails. The technical account keeps the mail server running and reads no mail. */
export const letterPermissions = {
  'choose-letters': ['oneself'],
  /** By the signed link in a mail, without signing in. */
  'stop-letters': ['anyone'],
  'change-letter-text': ['secretariat'],
  'restore-letter-text': ['secretariat'],
  'resend-letter': ['secretariat'],
} as const satisfies Record<string, readonly GroundId[]>;
