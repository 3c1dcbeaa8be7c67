import type { Problem } from '../deeds/deed.ts';
import type { Case } from './load.ts';

/**
 * The second opinion of a case: what a third party says where two voices on a requirement differ (evaluation process of
 * 2025: dialogue, then a second opinion, in the end the board). Empty while it is awaited, null where none is asked for.
 */
export const opinionOf = (row: Pick<Case, 'opinion_wanted' | 'opinion'>): string | null =>
  row.opinion_wanted ? row.opinion : null;

/** What is wrong with an opinion about to be written on a case; `undefined` leaves it as it is. */
export function opinionProblems(
  row: Pick<Case, 'opinion_wanted' | 'status'>,
  opinion: string | undefined,
): readonly Problem[] {
  const at = (da: string, en: string): readonly Problem[] => [{ path: 'secondOpinion', says: { da, en } }];
  if (opinion === undefined) return [];
  if (!row.opinion_wanted)
    return opinion === ''
      ? []
      : at(
          'Sagen er ikke en uenighed om en evaluering og har ingen faglig udtalelse.',
          'The case is not a disagreement on an evaluation and takes no second opinion.',
        );
  return opinion === '' && row.status === 'waiting'
    ? at(
        'Sagen er sendt med en faglig udtalelse. Den kan rettes, men ikke fjernes.',
        'The case was sent with a second opinion. It can be mended, not removed.',
      )
    : [];
}
