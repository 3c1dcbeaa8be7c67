import type { Edition } from '../rule.ts';
import { bodies, composition } from './bodies.ts';
import { choices } from './choices.ts';
import { decisionRights } from './decision-rights.ts';
import { duties } from './duties.ts';
import { gates } from './gates.ts';
import { leftToPeople } from './left-to-people.ts';
import { levels } from './levels.ts';
import { needs } from './needs.ts';
import { allRequirements } from './requirements.ts';
import { governanceReport } from './source.ts';
import { titles } from './titles.ts';

/** The governance report 1.1.0 of June 2025, with the evaluation report of 2026 and the statutes: in force now. */
export const edition2025: Edition = {
  id: '2025',
  name: { da: 'Governancerapporten fra 2025', en: 'The governance report of 2025' },
  document: governanceReport('version 1.1.0, juni 2025'),
  inForceFrom: '2025-06-01',
  inForceUntil: null,
  levels,
  themes: ['relevance', 'formal', 'strategic', 'governance'],
  verdicts: ['met', 'partly', 'planned', 'explained', 'unmet', 'not-relevant', 'unknown'],
  explainAnywhere: true,
  judgement: 'overall',
  requirements: allRequirements,
  needs,
  gates,
  bodies,
  composition,
  decisionRights,
  titles,
  choices,
  duties,
  leftToPeople,
};
