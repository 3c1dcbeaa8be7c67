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
import { governancePage } from './source.ts';
import { titles } from './titles.ts';

/** The model as the general assembly of 2018 revised it, with the ids of the checklist of 2021. */
export const edition2018: Edition = {
  id: '2018',
  name: { da: 'Modellen fra 2018', en: 'The model of 2018' },
  document: governancePage('revideret på generalforsamlingen 2018'),
  inForceFrom: '2018-05-01',
  inForceUntil: '2025-05-31',
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
