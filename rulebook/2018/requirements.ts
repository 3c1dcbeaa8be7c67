import type { Requirement } from '../rule.ts';
import { formal } from './formal.ts';
import { governance } from './governance.ts';
import { relevance } from './relevance.ts';
import { strategic } from './strategic.ts';

/** The 45 requirements of the checklist, in its order. */
export const allRequirements: Readonly<Record<string, Requirement>> = {
  ...relevance,
  ...formal,
  ...strategic,
  ...governance,
};
