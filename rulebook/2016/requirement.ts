import type { Condition, Example, Requirement, Source } from '../rule.ts';
import type { LineKind, Provider, Stage, Text, Theme, Weight } from '../vocabulary.ts';

interface Written {
  readonly label: Text;
  readonly says: Text;
  readonly guidance: Text;
  readonly source: Source;
  readonly due: Stage;
  readonly weight?: Weight;
  readonly kind?: LineKind;
  readonly provider?: Provider;
  readonly condition?: Condition;
  readonly liftedAt?: string;
  readonly examples?: readonly Example[];
}

/** Examples that every requirement on which people give verdicts shares: each verdict and what it comes to. */
export const claimedExamples = (weight: Weight): readonly Example[] => [
  { says: { da: 'Dokumenteret som opfyldt', en: 'Documented as met' }, verdict: 'met', satisfied: true },
  { says: { da: 'Kun delvist på plads', en: 'Only partly in place' }, verdict: 'partly', satisfied: false },
  {
    says: { da: 'Planlagt, men ikke gjort', en: 'Planned but not done' },
    verdict: 'planned',
    satisfied: false,
  },
  {
    says: { da: 'Forklaret med en begrundelse', en: 'Explained with a reason' },
    verdict: 'explained',
    satisfied: weight === 'comply-or-explain',
  },
  { says: { da: 'Ikke opfyldt', en: 'Not met' }, verdict: 'unmet', satisfied: false },
  {
    says: { da: 'Ikke relevant, med begrundelse', en: 'Not relevant, with a reason' },
    verdict: 'not-relevant',
    satisfied: true,
  },
  { says: { da: 'Ingen ved det endnu', en: 'Nobody knows yet' }, verdict: 'unknown', satisfied: false },
];

/** Fills in what most requirements have in common. */
export const requirements = (
  level: string,
  theme: Theme,
  written: Readonly<Record<string, Written>>,
): Readonly<Record<string, Requirement>> =>
  Object.fromEntries(
    Object.entries(written).map(([id, each]) => {
      const weight = each.weight ?? 'must';
      return [
        id,
        {
          id,
          level,
          theme,
          weight,
          kind: each.kind ?? 'requirement',
          label: each.label,
          says: each.says,
          guidance: each.guidance,
          source: each.source,
          due: each.due,
          provider: each.provider ?? 'project-manager',
          condition: each.condition ?? { claimed: true },
          ...(each.liftedAt === undefined ? {} : { liftedAt: each.liftedAt }),
          examples: each.examples ?? claimedExamples(weight),
        },
      ];
    }),
  );
