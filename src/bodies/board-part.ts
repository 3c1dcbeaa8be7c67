import { allLines, factsIn, rankOf } from '../../rulebook/judge.ts';
import type { Edition, LevelId } from '../../rulebook/rule.ts';

/** What an edition asks of the board about a steering group at a level: nothing, its approval, or that it appoints it. */
export type BoardPart = 'none' | 'approves' | 'appoints';

/** Read from the lines asked for up to the level (2016: report §5.4.3–5.5.3, p. 20–21). */
export function boardPart(edition: Edition, level: LevelId | null): BoardPart {
  const rank = rankOf(edition, level);
  const facts = allLines(edition)
    .filter((line) => rankOf(edition, line.level) <= rank)
    .flatMap((line) => factsIn(line.condition));
  if (facts.includes('steering-group-appointed')) return 'appoints';
  return facts.includes('steering-group-approved') ? 'approves' : 'none';
}
