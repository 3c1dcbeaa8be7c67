import type { DecisionRight, Edition, LevelId } from '../rule.ts';
import { bodyKinds, decisionKinds, type BodyKind, type DecisionKind } from '../vocabulary.ts';
import { defect, type Defect } from './defect.ts';
import { bodyRule, impossibleRule } from './seats.ts';

/** Every kind of case has, at every level, one right and a body that can use it. */
export function* checkRights(edition: Edition): Iterable<Defect> {
  for (const kind of Object.keys(decisionKinds) as DecisionKind[]) {
    for (const { id } of edition.levels) {
      const rights = edition.decisionRights.filter(
        (right) => right.kind === kind && right.levels.includes(id),
      );
      const [first, second] = rights;
      if (!first)
        yield defect(
          'right-missing',
          kind,
          `Ingen har ret til at beslutte ${decisionKinds[kind].da} på ${id}. Tilføj en beslutningsret.`,
          `Nobody has the right to decide ${decisionKinds[kind].en} at ${id}. Add a decision right.`,
        );
      if (first && second)
        yield defect(
          'right-twice',
          second.id,
          `${first.id} giver allerede ret til ${decisionKinds[kind].da} på ${id}. Lad kun én gælde.`,
          `${first.id} already gives the right to ${decisionKinds[kind].en} at ${id}. Let one of them count.`,
        );
    }
  }
  for (const right of edition.decisionRights) yield* checkRight(edition, right);
}

/** The secretariat is an office: the business manager decides without a vote (report §4.1.3, p. 10). */
const decidesWithoutVote: BodyKind = 'secretariat';

const canDecide = (edition: Edition, body: BodyKind, level: LevelId): boolean => {
  const rule = bodyRule(edition, body);
  if (!rule || (rule.minimumVoting === 0 && body !== decidesWithoutVote)) return false;
  return impossibleRule(edition, body, level) === undefined;
};

function* checkRight(edition: Edition, right: DecisionRight): Iterable<Defect> {
  for (const level of right.levels) {
    if (!edition.levels.some(({ id }) => id === level))
      yield defect(
        'level-known',
        right.id,
        `Retten nævner niveauet ${level}, som ikke findes. Ret navnet, eller fjern det.`,
        `The right names the level ${level}, which does not exist. Correct or remove it.`,
      );
    else if (!right.decides.some((body) => canDecide(edition, body, level))) {
      const names = (language: 'da' | 'en') =>
        right.decides.map((body) => bodyKinds[body][language]).join(' / ');
      yield defect(
        'competent-body',
        right.id,
        `På ${level} kan ingen af dem, der har retten (${names('da')}), beslutte: organet mangler, har ingen stemmer eller kan ikke sammensættes. Ret organet, eller nævn et andet.`,
        `At ${level} none of those with the right (${names('en')}) can decide: the body is missing, has no votes or cannot be composed. Correct the body or name another.`,
      );
    }
  }
}
