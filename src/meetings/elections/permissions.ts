import type { GroundId } from '../../people/grounds.ts';

/** Who keeps the meeting notes who stands; those called nominate, and a candidate answers for oneself. */
const keepers = ['body-secretary', 'body-chair', 'secretariat', 'project-manager'] as const;

export const electionPermissions = {
  'nominate-candidate': ['called', ...keepers],
  'accept-candidacy': ['oneself', ...keepers],
  'withdraw-candidacy': ['oneself', ...keepers],
} as const satisfies Record<string, readonly GroundId[]>;
