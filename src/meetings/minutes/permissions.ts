import type { GroundId } from '../../people/grounds.ts';

/** Who writes a body's minutes and sends them round: those who prepare its meetings. */
const keepers = ['body-secretary', 'body-chair', 'secretariat', 'project-manager'] as const;

export const minutesPermissions = {
  'write-item-notes': keepers,
  'draft-minutes': keepers,
  'remark-on-minutes': ['called'],
  'answer-remark': keepers,
  'approve-minutes': ['called'],
  'publish-minutes': keepers,
  'correct-minutes': keepers,
  'record-action': keepers,
  'end-action': ['oneself', ...keepers],
} as const satisfies Record<string, readonly GroundId[]>;
