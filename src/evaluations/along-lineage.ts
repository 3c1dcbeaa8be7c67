import { editions } from '../../rulebook/editions.ts';
import { counterparts } from '../../rulebook/lineage.ts';
import type { Edition, RequirementId } from '../../rulebook/rule.ts';

/** A requirement of an edition. */
export interface Place {
  readonly edition: string;
  readonly requirement: RequirementId;
}

/** What a requirement carries on, or is carried on by, in the other editions; ids alone do not tell. */
export const elsewhereInLineage = (edition: Edition, id: RequirementId): readonly Place[] =>
  editions
    .filter((other) => other.id !== edition.id)
    .flatMap((other) =>
      counterparts(other, edition, id).map((requirement) => ({ edition: other.id, requirement })),
    );

/** A requirement where it stands, and along its lineage: what was asked and answered stays with it (decision 010). */
export const alongLineage = (edition: Edition, id: RequirementId): readonly Place[] => [
  { edition: edition.id, requirement: id },
  ...elsewhereInLineage(edition, id),
];
