import { sql } from 'kysely';
import type { Db, Tx } from '../../db/client.ts';
import type { Problem } from '../../deeds/deed.ts';
import { lockInitiative, type Initiative } from '../../portfolio/load.ts';
import type { Scope } from '../../people/grounds.ts';
import { importBy, type EvaluationImport } from '../import-store.ts';
import { carrierGrounds } from '../permissions.ts';

/**
 * What rights in an import depend on: the initiative it is for, and whose word the file is.
 * @throws Failure `not-found`
 */
export async function scopeOfImport(db: Db, id: string): Promise<Scope> {
  const { initiativeId, voice } = await importBy(db, id);
  return { initiativeId, among: carrierGrounds[voice] };
}

const settled = ({ status }: EvaluationImport): Problem => ({
  path: '',
  says:
    status === 'confirmed'
      ? { da: 'Filen er allerede bekræftet.', en: 'The file has been confirmed already.' }
      : { da: 'Filen er kasseret. Læs den ind igen.', en: 'The file was discarded. Read it in again.' },
});

/** A pending import, locked with its initiative, or what is wrong when it is settled already. */
export async function lockPending(
  tx: Tx,
  id: string,
): Promise<
  | { readonly found: EvaluationImport; readonly initiative: Initiative }
  | { readonly problems: readonly Problem[] }
> {
  const initiative = await lockInitiative(tx, (await importBy(tx, id)).initiativeId);
  await sql`select 1 from evaluation_imports where id = ${id} for update`.execute(tx);
  const found = await importBy(tx, id);
  return found.status === 'preview' ? { found, initiative } : { problems: [settled(found)] };
}
