import { carryingOn, type Lineage } from '../lineage.ts';
import type { Requirement } from '../rule.ts';
import { formal } from './formal.ts';
import { governance } from './governance.ts';
import { relevance } from './relevance.ts';
import { strategic } from './strategic.ts';

/** What each requirement carries on from the report of 2016, read from the two side by side; an empty list is new. */
const from2016: Lineage = {
  R1: ['local-value'],
  R2: ['value-for-others'],
  R3: ['line-management'],
  R4: ['common-value'],
  R5: ['national-strategy'],
  F1: ['source-shared'],
  F2: ['licence'],
  F3: ['procurement', 'lawful', 'data-processing'],
  F4: ['security'],
  F5: ['documentation'],
  F6: [],
  F7: ['operating-needs'],
  F8: ['documentation'],
  F9: [],
  F10: [],
  F11: [],
  F12: ['one-core'],
  F13: ['strategic-communication'],
  F14: ['presentation'],
  F15: ['best-practice'],
  F16: [],
  F17: ['operations'],
  F18: ['standards'],
  F19: [],
  F20: ['training'],
  F21: ['political-communication-local', 'political-communication-outside'],
  F22: ['go-live-plan'],
  S1: [],
  S2: ['innovation', 'open-source'],
  S3: ['strategy-fit'],
  S4: ['strategy-agreement'],
  G1: ['level-placed'],
  G2: ['dialogue'],
  G3: ['certified-manager'],
  G4: ['board-informed'],
  G5: ['board-approval'],
  G6: ['steering-group'],
  G7: ['coordination-group'],
  G8: ['project-model'],
  G9: [],
  G10: [],
  G11: ['board-appoints'],
  G12: ['board-majority'],
  G13: [],
  G14: [],
};

/** The 45 requirements of the checklist, in its order. */
export const allRequirements: Readonly<Record<string, Requirement>> = carryingOn(
  { ...relevance, ...formal, ...strategic, ...governance },
  '2016',
  from2016,
);
