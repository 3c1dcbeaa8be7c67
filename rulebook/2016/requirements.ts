import type { Requirement } from '../rule.ts';
import { n1Formal, n1Governance, n1Relevance, n1Strategic } from './n1.ts';
import { n2Formal, n2Governance, n2Relevance, n2Strategic } from './n2.ts';
import { n3Formal, n3Governance, n3Relevance, n3Strategic } from './n3.ts';

/** Every requirement of the three levels, in the order of the report’s tables (p. 18–22). */
export const allRequirements: Readonly<Record<string, Requirement>> = {
  ...n1Relevance,
  ...n1Formal,
  ...n1Governance,
  ...n1Strategic,
  ...n2Relevance,
  ...n2Formal,
  ...n2Governance,
  ...n2Strategic,
  ...n3Relevance,
  ...n3Formal,
  ...n3Governance,
  ...n3Strategic,
};
