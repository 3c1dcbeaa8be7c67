import type { BodyRule, DecisionRight, Refusal } from './rule.ts';
import type { Outcome } from './vocabulary.ts';

/** Votes as counted: whole numbers from 0. */
export interface Votes {
  readonly for: number;
  readonly against: number;
  readonly abstaining: number;
}

/** What a meeting knows beside the numbers: how many with a vote took part, and how its decision box ended. */
export interface Taken {
  readonly present: number;
  /** Null where nobody asked for a vote. */
  readonly carried: boolean | null;
}

/** Outcomes that need more votes for than against. */
const carried: readonly Outcome[] = ['approved', 'approved-with-conditions'];
/** Outcomes that settle nothing: too few may still postpone, refer, or take note of what they are told. */
const settlesNothing: readonly Outcome[] = ['noted', 'postponed', 'referred'];

/**
 * Whether a recorded vote can carry the outcome recorded with it, by the body's own rule: enough present, no more
 * votes than seats, and the majority. A tie carries only where the chair decides it.
 * @param votingSeats how many may vote in the body that day; null where the body has no list of seats (the general assembly)
 * @param taken the decision as taken in a meeting; null where only the numbers are known
 */
export function voteRefusals(
  edition: string,
  body: BodyRule,
  right: DecisionRight,
  outcome: Outcome,
  votes: Votes,
  votingSeats: number | null,
  taken: Taken | null = null,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const source = { edition, ...body.source };
  const cast = votes.for + votes.against + votes.abstaining;
  const part = taken?.present ?? cast;
  if (votingSeats !== null && cast > votingSeats) {
    refusals.push({
      rule: `${body.kind}.votes`,
      says: {
        da: 'Der kan ikke afgives flere stemmer, end der er stemmeberettigede.',
        en: 'There cannot be more votes than voting seats.',
      },
      source,
      because: {
        da: `${cast} stemmer er optalt, men organet har ${votingSeats} stemmer.`,
        en: `${cast} votes are counted, but the body has ${votingSeats}.`,
      },
      cure: {
        da: 'Ret stemmetallene, eller ret organets pladser først.',
        en: 'Correct the votes, or correct the body’s seats first.',
      },
    });
  }
  if (
    votingSeats !== null &&
    body.quorumPercent !== null &&
    !settlesNothing.includes(outcome) &&
    part * 100 < votingSeats * body.quorumPercent
  ) {
    refusals.push({
      rule: `${body.kind}.quorum`,
      says: {
        da: `Organet kan kun beslutte, når mindst ${body.quorumPercent} % af de stemmeberettigede deltager.`,
        en: `The body can decide only when at least ${body.quorumPercent} % of the voting seats take part.`,
      },
      source,
      because: {
        da: `${part} af ${votingSeats} deltog i afstemningen.`,
        en: `${part} of ${votingSeats} took part in the vote.`,
      },
      cure: {
        da: 'Tag sagen op, når nok er til stede, eller udsæt den.',
        en: 'Take the case up when enough are present, or postpone it.',
      },
    });
  }
  const lost = taken ? taken.carried === false : cast > 0 && !hasMajority(body, right, votes);
  if (carried.includes(outcome) && lost) {
    refusals.push({
      rule: `${body.kind}.majority`,
      says:
        right.majority === 'two-thirds'
          ? {
              da: 'Det kræver to tredjedele af de afgivne stemmer.',
              en: 'It takes two thirds of the votes cast.',
            }
          : { da: 'Det kræver flere stemmer for end imod.', en: 'It takes more votes for than against.' },
      source,
      because: {
        da: `${votes.for} stemte for og ${votes.against} imod.`,
        en: `${votes.for} voted for and ${votes.against} against.`,
      },
      cure: {
        da: 'Registrér det udfald, stemmerne giver: afvist, sendt tilbage eller udsat.',
        en: 'Record the outcome the votes give: rejected, sent back or postponed.',
      },
    });
  }
  return refusals;
}

/** Simple majority counts for against against; two thirds count of all present, so that abstaining counts against. */
function hasMajority(body: BodyRule, right: DecisionRight, votes: Votes): boolean {
  if (right.majority === 'two-thirds')
    return votes.for * 3 >= (votes.for + votes.against + votes.abstaining) * 2;
  return (
    votes.for > votes.against ||
    (votes.for === votes.against && votes.for > 0 && body.tie === 'chair-decides')
  );
}
