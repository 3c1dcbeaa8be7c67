import type { Edition, Line, Refusal } from './rule.ts';
import type { Text } from './vocabulary.ts';

/** A refusal by a rule of an edition: what the rule says, why it bites now, and what to do. */
export const refuse = (
  edition: Edition,
  rule: Pick<Line, 'id' | 'says' | 'source'>,
  because: Text,
  cure: Text,
): Refusal => ({
  rule: rule.id,
  says: rule.says,
  source: { edition: edition.id, ...rule.source },
  because,
  cure,
});
