import { lineById } from '../../rulebook/judge.ts';
import type { Edition, Refusal, Requirement } from '../../rulebook/rule.ts';

const house = (edition: Edition) => ({
  edition: edition.id,
  document: 'Fælled',
  section: 'Krav og vurderinger',
});

/** What has ended is not evaluated any more. */
export const hasEnded = (edition: Edition): Refusal => ({
  rule: 'evaluation.ended',
  says: {
    da: 'Et afsluttet initiativ vurderes ikke mere.',
    en: 'An initiative that has ended is not evaluated any more.',
  },
  source: house(edition),
  because: { da: 'Initiativet er afsluttet.', en: 'The initiative has ended.' },
  cure: {
    da: 'Vurderingerne står, som de var. Skal det op igen, begynder det som en ny idé.',
    en: 'The assessments stand as they were. To take it up again, begin with a new idea.',
  },
});

/** A review is a second person's. */
export const ownReview = (edition: Edition): Refusal => ({
  rule: 'evaluation.second-person',
  says: {
    da: 'En vurdering gennemses af en anden end den, der har givet den.',
    en: 'An assessment is reviewed by somebody else than the one who gave it.',
  },
  source: house(edition),
  because: { da: 'Du har selv givet vurderingen.', en: 'You gave the assessment yourself.' },
  cure: {
    da: 'Bed en kollega med samme ret om at se den igennem.',
    en: 'Ask a colleague with the same right to look it through.',
  },
});

/** There is no disagreement to bring before anybody. */
export const noDifference = (edition: Edition, requirement: Requirement): Refusal => {
  const right = edition.decisionRights.find((each) => each.kind === 'evaluation');
  const rule = right ?? lineById(edition, requirement.id) ?? requirement;
  return {
    rule: rule.id,
    says: rule.says,
    source: { edition: edition.id, ...rule.source },
    because: {
      da: 'Selvevalueringen og fællesskabet siger det samme, eller den ene har ikke udtalt sig endnu.',
      en: 'The self-evaluation and the community say the same, or one of them has not spoken yet.',
    },
    cure: {
      da: 'Giv din egen vurdering først, eller stil et spørgsmål til sekretariatet.',
      en: 'Give your own assessment first, or ask the secretariat a question.',
    },
  };
};
