import type { GroundId } from '../../people/grounds.ts';

/** Who keeps the meeting handles its boxes: opens, enters what was counted in the room, closes, calls off. */
const keepers = ['body-secretary', 'body-chair', 'secretariat', 'project-manager'] as const;

export const ballotPermissions = {
  'open-ballot': keepers,
  'record-count': keepers,
  'close-ballot': keepers,
  'cancel-ballot': keepers,
  'cast-vote': ['elector'],
} as const satisfies Record<string, readonly GroundId[]>;
