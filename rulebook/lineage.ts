import type { Edition, Requirement, RequirementId } from './rule.ts';

type Requirements = Readonly<Record<RequirementId, Requirement>>;

/** Which requirements carry on which of an earlier edition; what is not named keeps its id. */
export type Lineage = Readonly<Record<RequirementId, readonly RequirementId[]>>;

/** Requirements with what they carry on from an earlier edition. */
export const carryingOn = (requirements: Requirements, earlier: string, lineage: Lineage): Requirements =>
  Object.fromEntries(
    Object.entries(requirements).map(([id, requirement]) => [
      id,
      { ...requirement, formerly: { ...requirement.formerly, [earlier]: lineage[id] ?? [id] } },
    ]),
  );

/** What requirements carry on from an edition before the earlier one, through it. */
export const through = (requirements: Requirements, earlier: Edition, before: string): Requirements =>
  carryingOn(
    requirements,
    before,
    Object.fromEntries(
      Object.keys(requirements).map((id) => [
        id,
        [
          ...new Set(
            (requirements[id]?.formerly?.[earlier.id] ?? []).flatMap(
              (old) => earlier.requirements[old]?.formerly?.[before] ?? [],
            ),
          ),
        ],
      ]),
    ),
  );

const carriedOn = (later: Edition, earlier: Edition, id: RequirementId): readonly RequirementId[] =>
  (later.requirements[id]?.formerly?.[earlier.id] ?? [id]).filter((old) => old in earlier.requirements);

const names = (later: Edition, earlier: Edition): boolean =>
  Object.values(later.requirements).some(({ formerly }) => formerly?.[earlier.id] !== undefined);

/**
 * The requirements of one edition that a requirement of another stands for, in either direction of time: what it
 * carries on, or what carries it on. Empty when it has no counterpart. Ids alone do not tell: R4 of 2018 is not R4 of 2025.
 */
export function counterparts(from: Edition, to: Edition, id: RequirementId): readonly RequirementId[] {
  if (!names(to, from) && names(from, to))
    return Object.keys(from.requirements).filter((other) => carriedOn(from, to, other).includes(id));
  return carriedOn(to, from, id);
}
