import type { GroundId } from '../people/grounds.ts';

/**
 * Who prepares and holds a body's meetings: its secretary (B2, B5; report p. 8 and 11), its chair, the secretariat, and
 * for the groups of an initiative its project manager.
 */
const keepers = ['body-secretary', 'body-chair', 'secretariat', 'project-manager'] as const;
/** Those called to the meeting, each for oneself; and those who keep it. */
const called = ['called', ...keepers] as const;

export const meetingPermissions = {
  'call-meeting': keepers,
  'send-invitations': keepers,
  'propose-agenda': keepers,
  'add-agenda-item': keepers,
  'send-apologies': called,
} as const satisfies Record<string, readonly GroundId[]>;
