import type { Db } from '../db/client.ts';
import { findingsOf, type BodyFinding } from './findings.ts';

export type { BodyFinding } from './findings.ts';

/**
 * What is wrong today with who sits where, in the whole community: soonest due first.
 * @param edition the community's edition; a group is judged by its initiative's own
 */
export async function openFindings(
  db: Db,
  edition: string,
  today: string,
  limit: number,
): Promise<{ readonly items: readonly BodyFinding[]; readonly total: number }> {
  const all = await findingsOf(db, { openOn: today }, edition, today, today);
  return { items: all.slice(0, limit), total: all.length };
}
