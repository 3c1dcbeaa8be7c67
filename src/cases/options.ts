import { bodyKinds, decisionKinds, outcomes } from '../../rulebook/vocabulary.ts';
import type { FieldContext, Option } from '../deeds/deed.ts';
import { editionOf } from '../rules/edition-of.ts';

const fromTable = (table: Readonly<Record<string, { da: string; en: string }>>): readonly Option[] =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

export const caseKindOptions = fromTable(decisionKinds).filter(
  (option) => option.value !== 'placement' && option.value !== 'information',
);
export const outcomeOptions = fromTable(outcomes);
export const bodyKindOptions = fromTable(bodyKinds).filter((option) =>
  ['board', 'general-assembly', 'secretariat', 'steering-group', 'coordination-group'].includes(option.value),
);

/** The levels of the community's edition. */
export const levelOptions = async ({ edition }: FieldContext): Promise<readonly Option[]> =>
  editionOf(edition).levels.map((level) => ({ value: level.id, label: level.name }));

/** Bodies a case can be referred to. */
export const bodyOptions = async ({ db }: FieldContext): Promise<readonly Option[]> => {
  const rows = await db
    .selectFrom('bodies')
    .select(['id', 'name'])
    .where('closed_on', 'is', null)
    .orderBy('name')
    .limit(500)
    .execute();
  return rows.map((row) => ({ value: row.id, label: row.name }));
};
