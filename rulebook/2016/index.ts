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
import { report } from './source.ts';
import { titles } from './titles.ts';

/** The report of 14 March 2016. */
export const edition2016: Edition = {
  id: '2016',
  name: { da: 'Rapporten fra 2016', en: 'The report of 2016' },
  document: { ...report('1', '1'), section: 'version 1.0, 14. marts 2016' },
  inForceFrom: '2016-03-14',
  inForceUntil: '2018-04-30',
  levels,
  themes: ['relevance', 'formal', 'governance', 'strategic'],
  verdicts: ['met', 'partly', 'planned', 'explained', 'unmet', 'not-relevant', 'unknown'],
  explainAnywhere: false,
  judgement: 'each-line',
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
