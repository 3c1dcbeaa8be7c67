import { lineById } from './judge.ts';
import type { Edition, RuleId } from './rule.ts';

/** Where a body stands on its edition's page: it may bear the name of a requirement. */
export const bodyAnchor = (kind: string): string => `body.${kind}`;
/** Where a duty of the source stands: it may bear the name of a rule that carries it. */
export const dutyAnchor = (id: string): string => `duty.${id}`;
export const choiceAnchor = (id: string): string => `choice.${id}`;

/** Where a rule, body, duty or choice stands on the page of its edition; null for what the edition does not know. */
export function anchorOf(edition: Edition, id: RuleId): string | null {
  const rules = [...edition.gates, ...edition.decisionRights, ...edition.composition, ...edition.levels];
  if (lineById(edition, id) || rules.some((rule) => rule.id === id)) return id;
  if (edition.bodies.some(({ kind }) => kind === id)) return bodyAnchor(id);
  if (edition.bodies.some(({ kind }) => bodyAnchor(kind) === id)) return id;
  const run = edition.bodies.find(({ facilitation }) => facilitation?.id === id);
  if (run) return bodyAnchor(run.kind);
  if (edition.duties.some((duty) => duty.id === id)) return dutyAnchor(id);
  return edition.choices.some((choice) => choice.id === id) ? choiceAnchor(id) : null;
}
