import type { Db } from '../db/client.ts';

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
