import type { MeetingRules } from '../../rulebook/statutes/meeting-rules.ts';
import type { Text } from '../../rulebook/vocabulary.ts';

export interface Quorum {
  /** Null where no rule says how many must be there. */
  readonly holds: boolean | null;
  readonly says: Text;
}

/**
 * Whether a body can decide with those who are there, in one sentence.
 * @param votes how many votes there are in all
 * @param present how many of them are there
 */
export function quorumOf(
  { quorumPercent: percent }: Pick<MeetingRules, 'quorumPercent'>,
  votes: number,
  present: number,
): Quorum {
  if (percent === null)
    return {
      holds: null,
      says: {
        da: `${present} af ${votes} stemmeberettigede er til stede; ingen regel siger, hvor mange der skal være.`,
        en: `${present} of ${votes} with a vote are present; no rule says how many must be.`,
      },
    };
  const needed = Math.ceil((votes * percent) / 100);
  if (votes > 0 && present * 100 >= votes * percent)
    return {
      holds: true,
      says: {
        da: `Mødet er beslutningsdygtigt: ${present} af ${votes} stemmeberettigede er til stede, og der skal være mindst ${needed}.`,
        en: `The meeting can decide: ${present} of ${votes} with a vote are present, and at least ${needed} must be.`,
      },
    };
  return {
    holds: false,
    says: {
      da: `Mødet er ikke beslutningsdygtigt: ${present} af ${votes} stemmeberettigede er til stede, og der skal være mindst ${needed}.`,
      en: `The meeting cannot decide: ${present} of ${votes} with a vote are present, and at least ${needed} must be.`,
    },
  };
}
