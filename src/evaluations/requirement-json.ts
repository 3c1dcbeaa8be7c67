import { statuses, type RequirementState } from './requirement-state.ts';

/** A requirement's state as the API gives it. */
export const stateJson = (state: RequirementState) => {
  const { requirement, judgement } = state;
  return {
    requirement: requirement.id,
    label: requirement.label,
    says: requirement.says,
    theme: requirement.theme,
    level: requirement.level,
    weight: requirement.weight,
    due: requirement.due,
    source: requirement.source,
    status: state.status,
    statusSays: statuses[state.status],
    verdict: judgement.verdict,
    satisfied: judgement.satisfied,
    byDecision: judgement.byDecision,
    expired: state.expired,
    computed: state.computed,
    because: judgement.because,
    differs: state.differs,
    new: state.fresh,
    self: state.self,
    community: state.community,
    questions: state.questions,
  };
};
