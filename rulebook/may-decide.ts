import { missingLines } from './forecast.ts';
import { rightFor } from './gates.ts';
import { factsIn } from './judge.ts';
import { refuse } from './refuse.ts';
import type { DecisionRight, Edition, IsoDate, Line, Refusal, RuleId, Standing, Target } from './rule.ts';
import { bodyKinds, type BodyKind, type DecisionKind, type Outcome } from './vocabulary.ts';

/** What a body is about to answer, and where the initiative stands. */
export interface Deciding {
  readonly kind: DecisionKind;
  readonly outcome: Outcome;
  readonly body: BodyKind;
  readonly standing: Standing;
  readonly target: Target;
  /** Lines named as conditions. */
  readonly conditions: readonly RuleId[];
  readonly on: IsoDate;
}

/** Kinds of question that ask for lines to stand. */
export const decidesOnLines: readonly DecisionKind[] = ['approval', 'adoption', 'level-change'];
const approves: readonly Outcome[] = ['approved', 'approved-with-conditions'];

/**
 * Whether a body may give an answer, and which missing lines it thereby accepts. The software stops the wrong body,
 * a missing recommendation, and, where the edition asks for each line, an approval over gaps that nobody names.
 */
export function mayDecide(
  edition: Edition,
  deciding: Deciding,
): { readonly refusals: readonly Refusal[]; readonly accepts: readonly RuleId[] } {
  const { kind, outcome, body, standing, target, conditions, on } = deciding;
  const right = rightFor(edition, kind, target.level);
  if (!right) throw new Error(`edition ${edition.id} gives no right to decide ${kind} at ${target.level}`);
  if (!right.decides.includes(body)) return { refusals: [wrongBody(edition, right, body)], accepts: [] };
  if (!approves.includes(outcome)) return { refusals: [], accepts: [] };
  if (right.recommendation && standing.facts.recommendation !== true)
    return { refusals: [noRecommendation(edition, right)], accepts: [] };
  if (!decidesOnLines.includes(kind)) return { refusals: [], accepts: [] };
  const missing = gapsAt(edition, standing, target, on);
  const gaps = missing.map((line) => line.id);
  if (edition.judgement === 'overall') return { refusals: [], accepts: gaps };
  const unnamed = outcome === 'approved' ? missing : missing.filter((line) => !conditions.includes(line.id));
  const refusals = unnamed.map((line) =>
    refuse(
      edition,
      line,
      { da: 'Kravet står ikke endnu.', en: 'The requirement does not stand yet.' },
      {
        da: 'Få det på plads, godkend med dette som betingelse, eller send sagen tilbage.',
        en: 'Have it provided, approve with it as a condition, or send the case back.',
      },
    ),
  );
  return {
    refusals,
    accepts: outcome === 'approved-with-conditions' ? gaps.filter((id) => conditions.includes(id)) : [],
  };
}

/** What is missing for a target beside the decision itself and its paper: what a body would accept by approving. */
export const gapsAt = (edition: Edition, standing: Standing, target: Target, on: IsoDate): readonly Line[] =>
  missingLines(edition, standing, target, on).filter(
    (line) => line.kind !== 'decision' && !factsIn(line.condition).includes('recommendation'),
  );

function wrongBody(edition: Edition, right: DecisionRight, body: BodyKind): Refusal {
  const names = (language: 'da' | 'en') => right.decides.map((each) => bodyKinds[each][language]).join(' / ');
  return refuse(
    edition,
    right,
    { da: `${bodyKinds[body].da} har ikke retten.`, en: `The ${bodyKinds[body].en} has no such right.` },
    {
      da: `Læg sagen for ${names('da')}.`,
      en: `Put the case before the ${names('en')}.`,
    },
  );
}

const noRecommendation = (edition: Edition, right: DecisionRight): Refusal =>
  refuse(
    edition,
    right,
    { da: 'Sagen har ingen indstilling.', en: 'The case has no recommendation.' },
    {
      da: 'Skriv indstillingen i sagen først.',
      en: 'Write the recommendation in the case first.',
    },
  );
