import { statutesById } from '../../rulebook/statutes/editions.ts';
import type { Statutes } from '../../rulebook/statutes/statute.ts';
import { notFound } from '../deeds/failure.ts';

/**
 * A shipped edition of the statutes by its id.
 * @throws Failure `not-found`
 */
export function statutesOf(id: string): Statutes {
  const statutes = statutesById(id);
  if (!statutes) throw notFound({ da: 'Udgaven af vedtægterne', en: 'edition of the statutes' });
  return statutes;
}
