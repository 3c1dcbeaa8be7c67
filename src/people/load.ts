import type { Db, Tx } from '../db/client.ts';
import { notFound } from '../deeds/failure.ts';
import { isId } from '../lib/id.ts';

const personNamed = { da: 'Personen', en: 'person' };

/**
 * A person by id.
 * @throws Failure `not-found`
 */
export async function personBy(db: Db, id: string) {
  const row = isId(id)
    ? await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined;
  if (!row) throw notFound(personNamed);
  return row;
}

export type Person = Awaited<ReturnType<typeof personBy>>;

/**
 * The same, locked until the transaction ends.
 * @throws Failure `not-found`
 */
export async function lockPerson(tx: Tx, id: string): Promise<Person> {
  const row = await tx.selectFrom('people').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw notFound(personNamed);
  return row;
}

/** The person a form is about. */
export async function aboutPerson(db: Db, { id }: { readonly id: string }) {
  const { name } = await personBy(db, id);
  return { href: `/people/${id}`, label: name };
}

/** What the journal keeps about a person: never the e-mail address. */
export const personSnapshot = (
  row: Pick<Person, 'name' | 'organisation_id' | 'language' | 'operator' | 'closed_on'>,
) => ({
  name: row.name,
  organisation: row.organisation_id,
  language: row.language,
  ...(row.operator ? { operator: true } : {}),
  closedOn: row.closed_on,
});

/** A person as operations answer those who keep the records and the person themselves: with the e-mail address. */
export const personFacts = (
  row: Omit<Person, 'recorded_at'>,
  organisation: { readonly id: string; readonly slug: string; readonly name: string } | null,
) => ({
  id: row.id,
  name: row.name,
  email: row.email,
  organisation: organisation && {
    id: organisation.id,
    slug: organisation.slug,
    name: organisation.name,
  },
  language: row.language,
  operator: row.operator,
  closedOn: row.closed_on,
});
