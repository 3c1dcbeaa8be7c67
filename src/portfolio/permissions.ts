import type { GroundId } from '../people/grounds.ts';

/** Who may do which deed in the portfolio. */
export const portfolioPermissions = {
  'register-idea': ['member', 'secretariat'],
  'describe-initiative': ['project-manager', 'project-owner', 'registrant', 'secretariat'],
  'place-initiative': ['business-manager'],
  'move-initiative': ['business-manager', 'project-manager', 'project-owner', 'steering-chair'],
  'change-edition': ['business-manager'],
  'withdraw-initiative': ['registrant', 'project-owner', 'business-manager'],
  'add-participant': ['project-manager', 'project-owner', 'secretariat'],
  'end-participant': ['project-manager', 'project-owner', 'secretariat'],
  'appoint-person': ['steering-chair', 'project-owner', 'business-manager'],
  'end-appointment': ['steering-chair', 'project-owner', 'business-manager'],
  'add-link': ['project-manager', 'project-owner', 'registrant', 'secretariat'],
  'remove-link': ['project-manager', 'project-owner', 'registrant', 'secretariat'],
  'relate-initiatives': ['project-manager', 'project-owner', 'secretariat'],
  'end-relation': ['project-manager', 'project-owner', 'secretariat'],
  'record-contract': [
    'coordination-member',
    'steering-chair',
    'project-manager',
    'project-owner',
    'secretariat',
  ],
  'end-contract': [
    'coordination-member',
    'steering-chair',
    'project-manager',
    'project-owner',
    'secretariat',
  ],
  'propose-budget': ['project-manager', 'project-owner', 'steering-chair', 'business-manager'],
} as const satisfies Record<string, readonly GroundId[]>;
