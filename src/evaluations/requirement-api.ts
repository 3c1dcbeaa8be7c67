import type { Deed } from '../deeds/deed.ts';
import { answerQuestion } from './commands/answer-question.ts';
import { askQuestion } from './commands/ask-question.ts';
import { assessRequirement } from './commands/assess-requirement.ts';
import { attachEvidence } from './commands/attach-evidence.ts';
import { disputeAssessment } from './commands/dispute-assessment.ts';
import { removeEvidence } from './commands/remove-evidence.ts';
import { reviewAssessment } from './commands/review-assessment.ts';

/** What can be done with requirements. */
export const requirementDeeds: readonly Deed[] = [
  assessRequirement,
  attachEvidence,
  removeEvidence,
  reviewAssessment,
  askQuestion,
  answerQuestion,
  disputeAssessment,
];
