import type { Requirement, RequirementId } from '../../rulebook/rule.ts';
import { labelOf } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';

const wordsIn = (label: string): Set<string> =>
  new Set(
    label
      .normalize('NFC')
      .toLowerCase()
      .replace(/\((anbefaling|master|os2\.eu|jira)\)/g, ' ')
      .replace(/os2[’']?s?\b/g, 'os2')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );

/** Same words, whatever the order, case and punctuation. */
export function sameLabel(a: string, b: string): boolean {
  return shared(wordsIn(a), wordsIn(b)) === 1;
}

const cache = new WeakMap<Requirement, Set<string>>();

function wordsOf(requirement: Requirement): Set<string> {
  const cached = cache.get(requirement);
  if (cached) return cached;
  const words = wordsIn(labelOf(requirement));
  cache.set(requirement, words);
  return words;
}

/** How much two sets of words share, 0 to 1: twice the common over all (Dice's coefficient). */
function shared(left: Set<string>, right: Set<string>): number {
  if (left.size + right.size === 0) return 1;
  return (2 * left.intersection(right).size) / (left.size + right.size);
}

/** How much of the shorter label stands in the other, 0 to 1 (overlap coefficient). */
export function overlap(a: string, b: string): number {
  const [left, right] = [wordsIn(a), wordsIn(b)];
  return left.intersection(right).size / Math.max(1, Math.min(left.size, right.size));
}

/** The requirement, of any edition known, that a label is the wording of. */
export interface LabelMatch {
  readonly edition: string;
  readonly id: RequirementId;
  readonly likeness: number;
}

/**
 * The requirement whose label is clearly more like `label` than the one with the id `own` in `edition`: the sign of
 * a file of another generation. Null when its own label fits as well.
 */
export function betterMatch(
  label: string,
  own: RequirementId,
  edition: Catalogue,
  known: readonly Catalogue[],
): LabelMatch | null {
  const ownRequirement = edition.requirements[own];
  const words = wordsIn(label);
  const mine = ownRequirement ? shared(words, wordsOf(ownRequirement)) : 0;
  let best: LabelMatch | null = null;
  for (const other of [edition, ...known])
    for (const requirement of Object.values(other.requirements)) {
      if (other.id === edition.id && requirement.id === own) continue;
      const score = shared(words, wordsOf(requirement));
      if (score > (best?.likeness ?? 0)) best = { edition: other.id, id: requirement.id, likeness: score };
    }
  return best && best.likeness >= 0.7 && best.likeness - mine >= 0.2 ? best : null;
}
