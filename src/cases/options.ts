import {
  bodyKinds,
  decisionKinds,
  outcomes,
  type BodyKind,
  type DecisionKind,
} from '../../rulebook/vocabulary.ts';
import { gapsAt } from '../../rulebook/may-decide.ts';
import type { FieldContext, Option } from '../deeds/deed.ts';
import { isId } from '../lib/id.ts';
import { editionOf } from '../rules/edition-of.ts';
import { standingOf } from '../rules/standing.ts';
import { outcomesOf } from './effects.ts';
import { caseBy, type Case } from './load.ts';
import { levelOf, rightFor, stageAsked } from './plan.ts';
import { capital } from '../lib/capital.ts';

const fromTable = (table: Readonly<Record<string, { da: string; en: string }>>): readonly Option[] =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

export const caseKindOptions = fromTable(decisionKinds).filter(
  (option) => option.value !== 'placement' && option.value !== 'information',
);
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

/** The case that a form is about: by its own address, or by that of a decision on it. */
async function caseOf({ db, params }: FieldContext) {
  const given = params['id'] ?? '';
  const decision = isId(given)
    ? await db.selectFrom('decisions').select('case_id').where('id', '=', given).executeTakeFirst()
    : undefined;
  return caseBy(db, decision?.case_id ?? given);
}

/** The outcomes that make sense for the case; a placement that names no level yet is not approved here. */
export const outcomesOfCase = async (cx: FieldContext): Promise<readonly Option[]> => {
  const row = await caseOf(cx);
  const kind = row.kind as DecisionKind;
  return outcomesOf(kind, row.returns_to_body_id !== null)
    .filter((outcome) => !(kind === 'placement' && outcome === 'approved' && row.target_level === null))
    .map((value) => ({ value, label: begun(outcomes[value]) }));
};

const begun = ({ da, en }: { da: string; en: string }) => ({ da: capital(da), en: capital(en) });

/** What is missing for what the case asks: a body may approve on the condition that it comes. */
export const gapOptions = async (cx: FieldContext): Promise<readonly Option[]> =>
  gapsOfCase(cx, await caseOf(cx));

/** The same for a case that is known. */
export const gapsOfCase = async (
  cx: Pick<FieldContext, 'db' | 'today'>,
  row: Case,
): Promise<readonly Option[]> => {
  if (row.initiative_id === null) return [];
  const edition = editionOf(row.edition);
  const standing = await standingOf(cx.db, row.initiative_id, edition, cx.today);
  const target = {
    stage: stageAsked(row.kind as DecisionKind, standing.stage),
    level: levelOf(row, standing.level, edition),
  };
  return gapsAt(edition, standing, target, cx.today).map((line) => ({ value: line.id, label: line.label }));
};

/** Whether a body that votes is asked, or has decided what is corrected: the secretariat does not vote. */
export const isVotedOn = async (cx: FieldContext): Promise<boolean> => {
  const given = cx.params['id'] ?? '';
  const corrected = isId(given)
    ? await cx.db.selectFrom('decisions').select('body_id').where('id', '=', given).executeTakeFirst()
    : undefined;
  const body = await cx.db
    .selectFrom('bodies')
    .select('kind')
    .where('id', '=', corrected?.body_id ?? (await caseOf(cx)).awaits_body_id)
    .executeTakeFirst();
  return body?.kind !== 'secretariat';
};

/** Whether a body that votes may decide in the place of the secretariat, which is asked and does not vote. */
export const mayBeVotedOnElsewhere = async (cx: FieldContext): Promise<boolean> =>
  !(await isVotedOn(cx)) && (await otherBodies(cx)).length > 0;

/** Other bodies that may decide the case by the edition. */
export const otherBodies = async (cx: FieldContext): Promise<readonly Option[]> => {
  const row = await caseOf(cx);
  const edition = editionOf(row.edition);
  const initiative = row.initiative_id
    ? await cx.db
        .selectFrom('initiatives')
        .select('level')
        .where('id', '=', row.initiative_id)
        .executeTakeFirst()
    : undefined;
  const right = rightFor(edition, row.kind as DecisionKind, levelOf(row, initiative?.level ?? null, edition));
  const awaited = row.awaits_body_id
    ? await cx.db.selectFrom('bodies').select('kind').where('id', '=', row.awaits_body_id).executeTakeFirst()
    : undefined;
  return right.decides
    .filter((kind: BodyKind) => kind !== awaited?.kind)
    .map((value) => ({ value, label: bodyKinds[value] }));
};
