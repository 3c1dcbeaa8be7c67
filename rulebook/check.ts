import { defect, type Check, type Defect } from './checks/defect.ts';
import { checkDuties } from './checks/duties.ts';
import { checkExamples } from './checks/examples.ts';
import { checkLevels } from './checks/levels.ts';
import { checkLines } from './checks/lines.ts';
import { checkRecords } from './checks/records.ts';
import { checkRights } from './checks/rights.ts';
import { checkSeats } from './checks/seats.ts';
import { checkStages } from './checks/stages.ts';
import { misshapen, nearestId } from './checks/texts.ts';
import { editions } from './editions.ts';
import { problemsOf, readJson } from './json.ts';
import type { Edition } from './rule.ts';

export { checks, type CheckId, type Defect } from './checks/defect.ts';

const groups: readonly Check[] = [
  checkRecords,
  checkLevels,
  checkStages,
  checkSeats,
  checkRights,
  checkLines,
  checkExamples,
  checkDuties,
];

/**
 * Everything that is wrong with an edition, shipped or loaded; empty when it may be used. Types first, by the schema:
 * where the shape is wrong, nothing else can be told.
 * @param others the editions that requirements may carry on from
 */
export function check(edition: Edition, others: readonly Edition[] = editions): readonly Defect[] {
  const misfits = problemsOf(edition).map(({ path, says }) =>
    defect('shape', nearestId(edition, path), ...misshapen(path, says)),
  );
  return misfits.length > 0 ? misfits : groups.flatMap((group) => [...group(edition, others)]);
}

/** An edition that passed, or what is wrong with it. */
export type Checked =
  | { readonly edition: Edition; readonly defects: readonly [] }
  | { readonly edition: null; readonly defects: readonly Defect[] };

/** Any value as an edition, as strictly checked as a shipped one. Never throws on anything that came from JSON. */
export function checkJson(value: unknown, others: readonly Edition[] = editions): Checked {
  const defects = check(value as Edition, others);
  return defects.length > 0 ? { edition: null, defects } : { edition: value as Edition, defects: [] };
}

/** The same for a file’s text. */
export function checkText(text: string, others: readonly Edition[] = editions): Checked {
  const read = readJson(text);
  return 'value' in read
    ? checkJson(read.value, others)
    : { edition: null, defects: [defect('shape', '', read.problem.says.da, read.problem.says.en)] };
}
