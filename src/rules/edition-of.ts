import { editionById } from '../../rulebook/editions.ts';
import type { Edition } from '../../rulebook/rule.ts';
import { notFound } from '../deeds/failure.ts';

/**
 * A shipped edition by its id.
 * @throws Failure `not-found`
 */
export function editionOf(id: string): Edition {
  const edition = editionById(id);
  if (!edition) throw notFound({ da: 'Udgaven af regelsættet', en: 'edition of the rulebook' });
  return edition;
}
