import type { Titled } from '../../rulebook/titles.ts';
import type { Db } from '../db/client.ts';
import { editionOf } from './edition-of.ts';

export interface Community {
  readonly name: string;
  readonly edition: string;
  readonly demo: boolean;
}

/** Whose governance runs here; null before the first set-up. */
export async function community(db: Db): Promise<Community | null> {
  const row = await db.selectFrom('community').select(['name', 'edition', 'demo']).executeTakeFirst();
  return row ?? null;
}

/** The edition in force in the community; the newest shipped one before set-up. */
export const communityEdition = async (db: Db): Promise<string> => (await community(db))?.edition ?? '2025';

/**
 * What the roles are called under an edition: for words outside the rulebook, the community's.
 * @throws Failure `not-found`
 */
export const titledUnder = (edition: string): Titled => editionOf(edition);
