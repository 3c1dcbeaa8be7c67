import type { FieldContext, Option } from '../deeds/deed.ts';

/** Organisations to choose from in a form, by name. */
export async function organisationOptions({ db }: FieldContext): Promise<readonly Option[]> {
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('closed_on', 'is', null)
    .orderBy('name')
    .limit(500)
    .execute();
  return rows.map((row) => ({ value: row.id, label: row.name }));
}
