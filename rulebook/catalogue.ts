import { claimedExamples } from './2016/requirement.ts';
import { facts as factTable, type FactId } from './facts.ts';
import { texts, type TextId } from './os2-texts.ts';
import type { Condition, Example, Requirement, Source } from './rule.ts';
import type { LineKind, Provider, Stage, Theme, Weight } from './vocabulary.ts';

/** One row of OS2's catalogue: its id and level, by which stage, our words, and the form's own wording. */
export interface Row {
  readonly level: string;
  readonly due: Stage;
  readonly text: TextId;
  readonly form: string;
  readonly weight?: Weight;
  /** A registered fact that answers it: computed, never ticked. */
  readonly fact?: FactId;
  readonly condition?: Condition;
  readonly kind?: LineKind;
  readonly provider?: Provider;
  readonly examples?: readonly Example[];
}

/** A fact on and off: the two sides that every line on one fact shows. */
export const onAndOff = (fact: FactId): readonly Example[] => [
  { says: { da: 'Registreret', en: 'Registered' }, facts: { [fact]: true }, satisfied: true },
  { says: { da: 'Ikke registreret', en: 'Not registered' }, facts: { [fact]: false }, satisfied: false },
];

/** A number just below what is asked and just enough. */
export const aroundNumber = (fact: FactId, n: number): readonly Example[] => [
  { says: { da: `Kun ${n - 1}`, en: `${n - 1} only` }, facts: { [fact]: n - 1 }, satisfied: false },
  { says: { da: `Netop ${n}`, en: `${n} exactly` }, facts: { [fact]: n }, satisfied: true },
];

/** A choice of facts: each alone is enough, none is not. */
export const anyOf = (...facts: readonly FactId[]): readonly Example[] => [
  ...facts.map((fact): Example => ({
    says: { da: `Kun: ${factTable[fact].says.da}`, en: `Only: ${factTable[fact].says.en}` },
    facts: { [fact]: true },
    satisfied: true,
  })),
  { says: { da: 'Ingen af delene', en: 'None of them' }, facts: {}, satisfied: false },
];

/**
 * The requirements of one theme in OS2's catalogues of 2018 and later, where an explanation counts on every line as it
 * does on comply-or-explain ones (www.os2.eu/governance).
 */
export const catalogue = (
  theme: Theme,
  sourceOf: (id: string) => Source,
  rows: Readonly<Record<string, Row>>,
): Readonly<Record<string, Requirement>> =>
  Object.fromEntries(
    Object.entries(rows).map(([id, row]) => [
      id,
      {
        id,
        theme,
        level: row.level,
        weight: row.weight ?? 'must',
        due: row.due,
        kind: row.kind ?? 'requirement',
        ...texts[row.text],
        formLabel: row.form,
        source: sourceOf(id),
        provider: row.provider ?? 'project-manager',
        condition: row.condition ?? (row.fact ? { is: row.fact } : { claimed: true }),
        examples: row.examples ?? (row.fact ? onAndOff(row.fact) : claimedExamples('comply-or-explain')),
      } satisfies Requirement,
    ]),
  );
