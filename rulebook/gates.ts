import type { FactId } from './facts.ts';
import type { DecisionRight, Edition, Gate, LevelId, Line, Standing } from './rule.ts';
import { decisionKinds, type DecisionKind, type Stage } from './vocabulary.ts';

const fits = (gate: Gate, standing: Standing): boolean =>
  gate.from === standing.stage && (gate.origin === undefined || gate.origin === standing.origin);

/** Every way on, back or out for an initiative where it stands. */
export const waysFrom = (edition: Edition, standing: Standing): readonly Gate[] =>
  edition.gates.filter((gate) => fits(gate, standing));

/** The way between two stages for an initiative of this origin; undefined where there is none. */
export const gateFor = (edition: Edition, standing: Standing, to: Stage): Gate | undefined =>
  edition.gates.find((gate) => gate.to === to && fits(gate, standing));

/** Who decides a kind of question at a level; undefined only in an edition that its checks would refuse. */
export const rightFor = (edition: Edition, kind: DecisionKind, level: LevelId): DecisionRight | undefined =>
  edition.decisionRights.find((right) => right.kind === kind && right.levels.includes(level));

/** The facts that tell that a way back or out has been decided. */
export const decidedBy: Readonly<Partial<Record<DecisionKind, FactId>>> = {
  reconsideration: 'reconsideration-decided',
  closing: 'closing-decided',
};

/**
 * What a way back or out asks for: only the decision that the gate names, made a line of its own from the decision
 * right (P6, P11; report §5.2, p. 16; §5.3.2, p. 18). A way forward asks for lines by stage instead.
 */
export function linesOfWay(edition: Edition, gate: Gate, level: LevelId): readonly Line[] {
  const kind = gate.decision[level] ?? null;
  const right = kind === null ? undefined : rightFor(edition, kind, level);
  const fact = kind === null ? undefined : decidedBy[kind];
  if (kind === null || !right || !fact) return [];
  return [
    {
      id: right.id,
      kind: 'decision',
      label: decisionKinds[kind],
      says: right.says,
      source: right.source,
      weight: 'must',
      level,
      due: gate.to,
      condition: { is: fact },
      provider: 'board',
      examples: [],
    },
  ];
}
