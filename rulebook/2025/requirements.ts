import { edition2018 } from '../2018/index.ts';
import { carryingOn, through, type Lineage } from '../lineage.ts';
import type { Requirement } from '../rule.ts';
import { formal } from './formal.ts';
import { governance } from './governance.ts';
import { relevance } from './relevance.ts';
import { strategic } from './strategic.ts';

/** What was renumbered, merged or added since 2018 (the template's history, 2024); all others kept their id. */
const from2018: Lineage = {
  R2: ['R3'],
  R3: ['R4'],
  R4: ['R5'],
  F7: ['F7', 'F8', 'F9'],
  F13: ['F14'],
  F14: ['F13'],
  S4: [],
  S5: ['S4'],
};

/** The 43 requirements in the order of the form. The ids F8 and F9 are not used any more. */
export const allRequirements: Readonly<Record<string, Requirement>> = through(
  carryingOn({ ...relevance, ...formal, ...strategic, ...governance }, '2018', from2018),
  edition2018,
  '2016',
);
