import type { Voice } from '../../rulebook/vocabulary.ts';
import type { GroundId } from '../people/grounds.ts';

/**
 * On which grounds a person speaks with a voice: the product says how it stands, the secretariat evaluates (report
 * §5.1, p. 15; §4.1.3, p. 10). Whoever registered an idea speaks for it until it is a project.
 */
export const voiceGrounds = {
  self: [
    'project-manager',
    'project-owner',
    'steering-chair',
    'steering-member',
    'coordination-member',
    'registrant',
  ],
  community: ['business-manager', 'secretariat'],
} as const satisfies Record<Voice, readonly GroundId[]>;

/**
 * Who may carry a voice's file in: those who speak with it; the secretariat also a product's own, which it receives. The
 * journal tells who did.
 */
export const carrierGrounds = {
  self: [
    'project-manager',
    'project-owner',
    'steering-chair',
    'steering-member',
    'coordination-member',
    'secretariat',
  ],
  community: voiceGrounds.community,
} as const satisfies Record<Voice, readonly GroundId[]>;

const eitherVoice: readonly GroundId[] = [...voiceGrounds.self, ...voiceGrounds.community];

/**
 * Who may do which deed with requirements and evaluations. Which voice a person may give follows from the ground the
 * deed stands on; the deed asks for it again when it knows the voice.
 */
export const evaluationPermissions = {
  'assess-requirement': eitherVoice,
  'attach-evidence': eitherVoice,
  'remove-evidence': eitherVoice,
  'review-assessment': eitherVoice,
  'ask-question': ['community-person'],
  'answer-question': ['business-manager', 'secretariat'],
  'dispute-assessment': [
    'project-manager',
    'project-owner',
    'steering-chair',
    'steering-member',
    'business-manager',
    'secretariat',
  ],
  'import-evaluation': carrierGrounds.self,
  'confirm-evaluation-import': carrierGrounds.self,
  'discard-evaluation-import': carrierGrounds.self,
} as const satisfies Record<string, readonly GroundId[]>;
