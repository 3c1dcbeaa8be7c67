import type { IsoDate, Requirement, RequirementId } from '../../rulebook/rule.ts';
import type { Text, Verdict } from '../../rulebook/vocabulary.ts';
import { isStorable, storableText } from '../lib/storable-text.ts';
import {
  changedIds,
  formLevel,
  formThemes,
  labelOf,
  levelOf,
  requirementOf,
  requirementsOf,
} from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { betterMatch, overlap, sameLabel } from './labels.ts';
import { linksIn } from './links.ts';
import type { Link } from './links.ts';
import { dateIn } from './planned-dates.ts';
import { proposeVerdict } from './status-words.ts';
import type { Proposal } from './status-words.ts';

/** One row as a file writes it, before anybody has read a meaning into it. */
export interface WrittenRow {
  /** Its place in the file, from 0. */
  readonly index: number;
  readonly line: number | null;
  readonly id: string;
  readonly asWritten: string;
  readonly explanation: string;
  readonly theme: string | null;
  readonly level: string | null;
  readonly label: string | null;
  /** The answer is a tick box: an empty one is an answer too. */
  readonly ticked?: boolean;
}

export const rowProblemKinds = [
  'unknown-id',
  'doubled',
  'changed-meaning',
  'other-theme',
  'other-level',
  'other-label',
  'no-documentation',
  'placeholder',
  'unstorable',
  'too-long',
] as const;
export type RowProblemKind = (typeof rowProblemKinds)[number];

/** Something to look at in a row. `stops` keeps it from counting until a person has decided. */
export interface RowProblem {
  readonly kind: RowProblemKind;
  readonly stops: boolean;
  readonly says: Text;
}

/** One row of a file with what is proposed for it. */
export interface ImportRow {
  readonly index: number;
  readonly line: number | null;
  readonly id: string;
  readonly requirement: RequirementId | null;
  readonly asWritten: string;
  readonly proposed: Proposal;
  readonly explanation: string;
  /** For a planned row: the date its text names. */
  readonly plannedFor: { readonly date: IsoDate; readonly asWritten: string } | null;
  readonly evidence: readonly Link[];
  readonly problems: readonly RowProblem[];
}

/** What a file holds, measured against an edition. No row is invented. */
export interface ImportRows {
  readonly rows: readonly ImportRow[];
  /** Requirements of the edition the file says nothing about. */
  readonly missing: readonly RequirementId[];
  /** Ids in the file that the edition does not have. */
  readonly unknown: readonly string[];
  /** Requirements the file answers more than once. */
  readonly doubled: readonly RequirementId[];
}

export interface Measure {
  readonly edition: Catalogue;
  /** Other editions, to recognise a file of another generation. */
  readonly known: readonly Catalogue[];
  /** The file copies the form's labels, so that a differing one says something. */
  readonly exactLabels: boolean;
}

/** The longest explanation that is kept. */
const longest = 20_000;

const placeholders =
  /^(hvor|hvordan|hvem|hvilke[nt]?|link( indsættes)?|kan udfyldes.*|\[ikke udfyldt\]|dd-mm-yyyy)\??$/is;

const problem = (kind: RowProblemKind, stops: boolean, da: string, en: string): RowProblem => ({
  kind,
  stops,
  says: { da, en },
});

/** Rows as written, each with the verdict proposed and everything odd about it. */
export function proposeRows(written: readonly WrittenRow[], measure: Measure): ImportRows {
  const { edition } = measure;
  const byRequirement = Map.groupBy(written, (row) => requirementOf(edition, row.id)?.id ?? null);
  const rows = written.map((row) => proposeRow(row, byRequirement, measure));
  return {
    rows,
    missing: requirementsOf(edition)
      .map(({ id }) => id)
      .filter((id) => !byRequirement.has(id)),
    unknown: [...new Set((byRequirement.get(null) ?? []).map((row) => row.id))],
    doubled: [...byRequirement].flatMap(([id, same]) => (id !== null && same.length > 1 ? [id] : [])),
  };
}

function proposeRow(
  row: WrittenRow,
  byRequirement: ReadonlyMap<RequirementId | null, readonly WrittenRow[]>,
  measure: Measure,
): ImportRow {
  const { edition } = measure;
  const requirement = requirementOf(edition, row.id)?.id ?? null;
  const explanation = storableText(row.explanation);
  const proposal = row.ticked === undefined ? proposeVerdict(row.asWritten, edition) : ticked(row, edition);
  const problems = [
    ...(requirement === null
      ? [
          problem(
            'unknown-id',
            true,
            `Udgave ${edition.id} har intet krav »${row.id}«. Rækken kan ikke overføres.`,
            `Edition ${edition.id} has no requirement “${row.id}”. The row cannot be taken over.`,
          ),
        ]
      : [
          ...doubleProblems(row, byRequirement.get(requirement) ?? []),
          ...formProblems(row, requirement, measure),
        ]),
    ...textProblems(row, explanation, proposal.verdict),
  ];
  const stopped = problems.find((each) => each.stops);
  const certain = proposal.certain && !stopped;
  return {
    index: row.index,
    line: row.line,
    id: row.id,
    requirement,
    asWritten: row.asWritten,
    proposed: {
      verdict: proposal.verdict,
      certain,
      because: proposal.certain && stopped ? stopped.says : proposal.because,
    },
    explanation,
    plannedFor: proposal.verdict === 'planned' ? dateIn(`${row.asWritten} ${explanation}`) : null,
    evidence: explanation.length > longest ? [] : linksIn(explanation),
    problems,
  };
}

/** A tick box: crossed off is met; empty is unmet, for sure only when something is written beside it. */
function ticked(row: WrittenRow, edition: Catalogue): Proposal {
  if (row.ticked)
    return {
      verdict: 'met',
      certain: true,
      because: { da: 'Feltet er krydset af.', en: 'The box is ticked.' },
    };
  const blank = isBlank(row.explanation);
  return {
    verdict: edition.verdicts.includes('unmet') ? 'unmet' : 'unknown',
    certain: !blank,
    because: blank
      ? {
          da: 'Feltet er tomt, og der er intet skrevet: ikke opfyldt eller ikke besvaret.',
          en: 'The box is empty and nothing is written: not met, or not answered.',
        }
      : { da: 'Feltet er ikke krydset af.', en: 'The box is not ticked.' },
  };
}

const isBlank = (explanation: string): boolean => {
  const text = explanation.trim();
  return text === '' || placeholders.test(text);
};

function doubleProblems(row: WrittenRow, same: readonly WrittenRow[]): RowProblem[] {
  if (same.length < 2) return [];
  const agree = same.every(
    (other) =>
      other.asWritten === row.asWritten &&
      other.explanation === row.explanation &&
      other.ticked === row.ticked,
  );
  return [
    agree
      ? problem(
          'doubled',
          false,
          `${row.id} står ${same.length} gange i filen med samme svar.`,
          `${row.id} stands ${same.length} times in the file with the same answer.`,
        )
      : problem(
          'doubled',
          true,
          `${row.id} står ${same.length} gange i filen med forskellige svar. Vælg ét.`,
          `${row.id} stands ${same.length} times in the file with different answers. Choose one.`,
        ),
  ];
}

/** Where the file's own description of the requirement differs from the edition's. */
function formProblems(
  row: WrittenRow,
  id: RequirementId,
  { edition, known, exactLabels }: Measure,
): RowProblem[] {
  const requirement = edition.requirements[id];
  if (!requirement) return [];
  const problems: RowProblem[] = [];
  if (row.theme !== null && row.theme.trim().toLowerCase() !== formThemes[requirement.theme])
    problems.push(
      problem(
        'other-theme',
        false,
        `Filen sætter ${id} under »${row.theme}«, udgave ${edition.id} under »${formThemes[requirement.theme]}«.`,
        `The file puts ${id} under “${row.theme}”, edition ${edition.id} under “${formThemes[requirement.theme]}”.`,
      ),
    );
  if (row.level !== null && levelOf(edition, row.level) !== requirement.level)
    problems.push(
      problem(
        'other-level',
        false,
        `Filen sætter ${id} på niveau »${row.level}«, udgave ${edition.id} på »${formLevel(edition, requirement.level)}«.`,
        `The file puts ${id} at level “${row.level}”, edition ${edition.id} at “${formLevel(edition, requirement.level)}”.`,
      ),
    );
  if (row.label !== null && row.label.trim() !== '')
    problems.push(...labelProblems(row.label, requirement, { edition, known, exactLabels }));
  return problems;
}

function labelProblems(
  label: string,
  requirement: Requirement,
  { edition, known, exactLabels }: Measure,
): RowProblem[] {
  const { id } = requirement;
  const expected = labelOf(requirement);
  if (sameLabel(label, expected)) return [];
  const changed = Object.hasOwn(changedIds, id) ? changedIds[id] : undefined;
  const fits = overlap(label, expected) >= 0.5;
  const other = betterMatch(label, id, edition, known);
  if (other)
    return [
      problem(
        'changed-meaning',
        true,
        `Teksten i filen er ${other.id} i udgave ${other.edition}, ikke ${id} i udgave ${edition.id}.${changed ? ` ${changed.da}` : ''}`,
        `The text in the file is ${other.id} of edition ${other.edition}, not ${id} of edition ${edition.id}.${changed ? ` ${changed.en}` : ''}`,
      ),
    ];
  if (changed && !fits)
    return [
      problem(
        'changed-meaning',
        true,
        `${changed.da} Filen skriver »${label.trim()}«.`,
        `${changed.en} The file says “${label.trim()}”.`,
      ),
    ];
  if (!exactLabels && fits) return [];
  return [
    problem(
      'other-label',
      false,
      `Filen skriver kravet anderledes: »${label.trim()}«. Udgaven: »${expected}«.`,
      `The file words the requirement differently: “${label.trim()}”. The edition: “${expected}”.`,
    ),
  ];
}

function textProblems(row: WrittenRow, explanation: string, verdict: Verdict): RowProblem[] {
  const problems: RowProblem[] = [];
  if (!isStorable(row.explanation.replace(/\r\n?/g, '\n')))
    problems.push(
      problem(
        'unstorable',
        false,
        'Teksten holder tegn, der ikke kan gemmes. De er udeladt.',
        'The text holds characters that cannot be stored. They are left out.',
      ),
    );
  if (explanation.length > longest)
    problems.push(
      problem(
        'too-long',
        true,
        `Teksten er på ${explanation.length} tegn. Den må højst være på ${longest}.`,
        `The text has ${explanation.length} characters. It may have at most ${longest}.`,
      ),
    );
  if (explanation !== '' && isBlank(explanation))
    problems.push(
      problem(
        'placeholder',
        false,
        'Teksten er skabelonens egen, ikke et svar.',
        'The text is the template’s own, not an answer.',
      ),
    );
  if (verdict === 'met' && isBlank(explanation))
    problems.push(
      problem(
        'no-documentation',
        false,
        'Kravet siges opfyldt, men der er ingen dokumentation.',
        'The requirement is said to be met, but there is no documentation.',
      ),
    );
  return problems;
}
