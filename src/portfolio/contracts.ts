import type { ContractKind } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';

/** A contract on an initiative, with its organisation. */
export interface Contract {
  readonly id: string;
  readonly kind: ContractKind;
  readonly from: string;
  readonly to: string | null;
  readonly note: string;
  readonly organisation: { readonly id: string; readonly slug: string; readonly name: string };
}

/** The most contracts shown of one initiative: those that began last. */
const mostContracts = 100;

/** Contracts of an initiative, the newest first, those that have ended among them. */
export async function contractsOf(db: Db, initiativeId: string): Promise<readonly Contract[]> {
  const rows = await db
    .selectFrom('contracts as c')
    .innerJoin('organisations as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.kind', 'c.from_on', 'c.to_on', 'c.note', 'o.id as organisation', 'o.slug', 'o.name'])
    .where('c.initiative_id', '=', initiativeId)
    .orderBy('c.from_on', 'desc')
    .orderBy('c.id')
    .limit(mostContracts)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ContractKind,
    from: row.from_on,
    to: row.to_on,
    note: row.note,
    organisation: { id: row.organisation, slug: row.slug, name: row.name },
  }));
}
