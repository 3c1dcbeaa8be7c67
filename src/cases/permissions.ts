import type { DecisionKind, Provider } from '../../rulebook/vocabulary.ts';
import type { GroundId } from '../people/grounds.ts';

/** Who may do which deed with a case. Which kinds a person may open follows from the edition's decision rights. */
export const casePermissions = {
  'open-case': [
    'business-manager',
    'secretariat',
    'project-manager',
    'project-owner',
    'steering-chair',
    'steering-member',
    'coordination-member',
    'board-member',
  ],
  'write-recommendation': ['business-manager', 'secretariat', 'oneself'],
  'send-case': ['business-manager', 'secretariat', 'oneself'],
  'withdraw-case': ['business-manager', 'oneself'],
  'add-annex': ['business-manager', 'secretariat', 'oneself'],
  'decide-case': ['body-secretary'],
  'correct-decision': ['body-secretary'],
  'inform-board': ['business-manager'],
} as const satisfies Record<string, readonly GroundId[]>;

/** The grounds that stand for a proposer named in a decision right. */
export const proposerGrounds: Readonly<Record<Provider, readonly GroundId[]>> = {
  'project-manager': ['project-manager'],
  'project-owner': ['project-owner'],
  'business-manager': ['business-manager'],
  secretariat: ['secretariat'],
  board: ['board-member'],
  'steering-group': ['steering-chair', 'steering-member'],
  'coordination-group': ['coordination-member'],
  participants: ['project-owner', 'project-manager'],
};

/** Kinds whose paper is the business manager's recommendation (P3, report p. 16 and 20). */
export const needsRecommendation: readonly DecisionKind[] = ['approval', 'adoption', 'level-change'];
