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
  'call-series': keepers,
  'change-meeting': keepers,
  'cancel-meeting': keepers,
  'propose-agenda': keepers,
  'send-agenda': keepers,
  'add-agenda-item': keepers,
  'edit-agenda-item': keepers,
  'move-agenda-item': keepers,
  'close-agenda-item': keepers,
  'open-agenda-item': keepers,
  'remove-agenda-item': keepers,
  'restore-agenda-item': keepers,
  'add-item-annex': keepers,
  'remove-item-annex': keepers,
  'invite-guest': keepers,
  'name-delegate': keepers,
  'name-substitute': keepers,
  'open-meeting': keepers,
  'note-presence': keepers,
  'close-meeting': keepers,
  'send-apologies': called,
  'withdraw-apologies': called,
  'take-stance': called,
  'comment-on-item': called,
  'declare-conflict': called,
  'withdraw-conflict': called,
} as const satisfies Record<string, readonly GroundId[]>;

/** The grounds that let somebody act for others than oneself. */
export const keeperGrounds: readonly GroundId[] = keepers;
