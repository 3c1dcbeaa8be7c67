import type { Db, Tx } from '../db/client.ts';
import { notFound } from '../deeds/failure.ts';
import { isId } from '../lib/id.ts';

const organisationNamed = { da: 'Organisationen', en: 'organisation' };

/**
 * An organisation by id or slug.
 * @throws Failure `not-found`
 */
export async function organisationBy(db: Db, idOrSlug: string) {
  const row = await db
    .selectFrom('organisations')
    .selectAll()
    .where(isId(idOrSlug) ? 'id' : 'slug', '=', idOrSlug)
    .executeTakeFirst();
  if (!row) throw notFound(organisationNamed);
  return row;
}

export type Organisation = Awaited<ReturnType<typeof organisationBy>>;

/** The organisation a form is about. */
export async function aboutOrganisation(db: Db, { id }: { readonly id: string }) {
  const { slug, name } = await organisationBy(db, id);
  return { href: `/members/${slug}`, label: name };
}

/**
 * The same, locked until the transaction ends.
 * @throws Failure `not-found`
 */
export async function lockOrganisation(tx: Tx, idOrSlug: string): Promise<Organisation> {
  const { id } = await organisationBy(tx, idOrSlug);
  return tx
    .selectFrom('organisations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** An organisation as operations answer it and the journal keeps it. */
export const organisationFacts = (row: Omit<Organisation, 'recorded_at'>) => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  kind: row.kind,
  cvr: row.cvr,
  municipalityCode: row.municipality_code,
  website: row.website,
  closedOn: row.closed_on,
});
