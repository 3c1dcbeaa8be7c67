import { sql } from 'kysely';
import type { Db } from '../../src/db/client.ts';

/** What stands before a variable in an address, and the column its values are in. */
const columns: Readonly<Record<string, readonly [table: string, column: string, where?: string]>> = {
  initiatives: ['initiatives', 'slug'],
  cases: ['cases', 'number'],
  decisions: ['decisions', 'number'],
  bodies: ['bodies', 'slug'],
  seats: ['seats', 'id'],
  meetings: ['meetings', 'number'],
  items: ['agenda_items', 'number'],
  'agenda-items': ['agenda_items', 'id', "source <> 'fixed'"],
  'item-annexes': ['agenda_item_annexes', 'id'],
  ballots: ['ballots', 'id'],
  candidacies: ['candidacies', 'id'],
  actions: ['actions', 'id'],
  'minutes-remarks': ['minutes_remarks', 'id'],
  contracts: ['contracts', 'id'],
  members: ['organisations', 'slug'],
  organisations: ['organisations', 'slug'],
  people: ['people', 'id'],
  participations: ['participations', 'id'],
  appointments: ['initiative_people', 'id'],
  links: ['initiative_links', 'id'],
  relations: ['initiative_relations', 'id'],
  evidence: ['evidence', 'id'],
  questions: ['requirement_questions', 'id'],
  letters: ['letters', 'id'],
  'evaluation-imports': ['evaluation_imports', 'id'],
  // Of the many rows, those that hold something closed.
  journal: ['journal', 'seq', "(before::text || after::text) ilike '%kanarie%'"],
};
const fixed: Readonly<Record<string, readonly string[]>> = {
  rulebook: ['2025'],
  editions: ['2025'],
  statutes: ['2026-03-17'],
  diff: ['2016'],
};

/** The values that every variable of an address may have, read from the database as it is. */
export async function valuesIn(db: Db): Promise<(before: string) => readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const [before, [table, column, where = 'true']] of Object.entries(columns)) {
    const { rows } = await sql<{ value: string }>`
      select distinct ${sql.ref(column)}::text as value from ${sql.table(table)}
      where ${sql.raw(where)} limit 300`.execute(db);
    values.set(
      before,
      rows.map(({ value }) => value),
    );
  }
  return (before) => values.get(before) ?? fixed[before] ?? ['1'];
}

/** Every address of a pattern: `/meetings/:id/items/:number` for each meeting and each number. */
export function addressesOf(
  pattern: string,
  values: (before: string) => readonly string[],
): readonly string[] {
  const parts = pattern.split('/');
  const variable = parts.findIndex((part) => part.startsWith(':'));
  if (variable < 0) return [pattern];
  return values(parts[variable - 1] ?? '').flatMap((value) =>
    addressesOf([...parts.slice(0, variable), value, ...parts.slice(variable + 1)].join('/'), values),
  );
}
