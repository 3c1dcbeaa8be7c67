import { defect, type Check, type Defect } from './checks/defect.ts';
import { checkDuties } from './checks/duties.ts';
import { checkExamples } from './checks/examples.ts';
import { checkLevels } from './checks/levels.ts';
import { checkLines } from './checks/lines.ts';
import { checkRecords } from './checks/records.ts';
import { checkRights } from './checks/rights.ts';
import { checkSeats } from './checks/seats.ts';
import { checkStages } from './checks/stages.ts';
import { editions } from './editions.ts';
import { problemsOf, readJson } from './json.ts';
import type { SchemaProblem } from './json-schema.ts';
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
  const misshapen = problemsOf(edition).map((problem) => misfit(edition, problem));
  return misshapen.length > 0 ? misshapen : groups.flatMap((group) => [...group(edition, others)]);
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

/** A misfit told by the nearest record that has an id, with the place inside the file. */
function misfit(root: unknown, { path, says }: SchemaProblem): Defect {
  let at = '';
  let here: unknown = { root };
  for (const step of ['root', ...path.split('/').slice(1)]) {
    here = (here as Record<string, unknown> | null | undefined)?.[step];
    const id = (here as { id?: unknown } | null | undefined)?.id;
    if (typeof id === 'string') at = id;
  }
  return defect(
    'shape',
    at,
    `${path || 'Filen'}: ${says.da} Ret det i filen.`,
    `${path || 'The file'}: ${says.en} Correct it in the file.`,
  );
}
