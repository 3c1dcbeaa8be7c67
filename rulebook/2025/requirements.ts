import type { Requirement } from '../rule.ts';
import { formal } from './formal.ts';
import { governance } from './governance.ts';
import { relevance } from './relevance.ts';
import { strategic } from './strategic.ts';

/** The 43 requirements in the order of the form. The ids F8 and F9 are not used any more. */
export const allRequirements: Readonly<Record<string, Requirement>> = {
  ...relevance,
  ...formal,
  ...strategic,
  ...governance,
};
