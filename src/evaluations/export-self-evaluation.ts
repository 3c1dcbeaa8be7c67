import type { RequirementId } from '../../rulebook/rule.ts';
import type { Verdict } from '../../rulebook/vocabulary.ts';
import { elementsOf, membersOf, rootSpan, withEdits } from '../lib/json-members.ts';
import type { Edit, Member, Span } from '../lib/json-members.ts';
import { storableText } from '../lib/storable-text.ts';
import { formLevel, formThemes, labelOf, requirementOf, requirementsOf } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { isUnreadable } from '../files/text-file.ts';
import { parseSelfEvaluationText } from './self-evaluation-file.ts';
import type { SelfEvaluation, SelfEvaluationHead } from './self-evaluation-file.ts';
import type { ImportRow } from './import-rows.ts';
import { proposeVerdict, wordFor } from './status-words.ts';

/** What the self-evaluation says today about one requirement. */
export interface ExportRow {
  readonly requirement: RequirementId;
  readonly verdict: Verdict;
  /** The word it came with, where it came from a file. */
  readonly asWritten: string | null;
  readonly explanation: string;
}

/**
 * A self-evaluation in the JSON of OS2's form. With the file it once came from, the file is returned byte for byte
 * except for what has changed since: indentation, line ends, order and extra keys, rows the edition does not know and
 * words of its own ("Planlagt") stay. A word stays as long as it still means the verdict. Without a file, every
 * requirement is written in the form's order, those nobody has answered with empty fields.
 * `head` replaces what it names. Throws when `original` is not a self-evaluation: it was read before it was kept.
 */
export function exportSelfEvaluation(
  original: string | null,
  rows: readonly ExportRow[],
  edition: Catalogue,
  head: Partial<SelfEvaluationHead> = {},
): string {
  if (original === null) return freshFile(rows, edition, head);
  const read = parseSelfEvaluationText(original, edition);
  if (isUnreadable(read)) throw new TypeError('The original of an export is not a self-evaluation');
  return changedFile(read, rows, edition, head);
}

/** The word of a row: its own while it still means the verdict, else the form's. */
function wordOf(row: ExportRow, edition: Catalogue): string {
  const own = row.asWritten;
  return own !== null && own !== '' && proposeVerdict(own, edition).verdict === row.verdict
    ? own
    : wordFor[row.verdict];
}

type FileRow = Readonly<
  Record<
    'id' | 'kategori' | 'krav' | 'produktniveau' | 'retningslinjer' | 'efterlevet' | 'dokumentation',
    string
  >
>;

function fileRow(edition: Catalogue, id: RequirementId, row: ExportRow | undefined): FileRow {
  const requirement = edition.requirements[id];
  if (!requirement) throw new RangeError(`Edition ${edition.id} has no requirement ${id}`);
  return {
    id,
    kategori: formThemes[requirement.theme],
    krav: labelOf(requirement),
    produktniveau: formLevel(edition, requirement.level),
    retningslinjer: requirement.guidance.da,
    efterlevet: row ? wordOf(row, edition) : '',
    dokumentation: row?.explanation ?? '',
  };
}

function freshFile(
  rows: readonly ExportRow[],
  edition: Catalogue,
  head: Partial<SelfEvaluationHead>,
): string {
  const said = new Map(rows.map((row) => [row.requirement, row]));
  const krav = requirementsOf(edition).map(({ id }) => fileRow(edition, id, said.get(id)));
  const { productName = '', filledBy = '', filledDate = '', generatedAt = null } = head;
  return JSON.stringify({ productName, filledBy, filledDate, generatedAt, krav }, null, 2);
}

function changedFile(
  read: SelfEvaluation,
  rows: readonly ExportRow[],
  edition: Catalogue,
  head: Partial<SelfEvaluationHead>,
): string {
  const text = read.source;
  const top = membersOf(text, rootSpan(text));
  const list = last(top, 'krav');
  if (!list) throw new TypeError('The original of an export has no rows');
  const places = elementsOf(text, list.value);
  const written = Map.groupBy(read.rows, (row) => requirementOf(edition, row.id)?.id ?? null);
  const edits: Edit[] = headEdits(text, top, read.head, head);
  const added: FileRow[] = [];
  for (const row of rows) {
    const before = written.get(row.requirement);
    if (!before) added.push(fileRow(edition, row.requirement, row));
    else if (!before.some((each) => saysSame(each, row)))
      edits.push(
        ...rowEdits(text, places[(before[0] as ImportRow).index] as Span, before[0] as ImportRow, row),
      );
  }
  if (added.length > 0) edits.push(...addedEdits(text, list.value, places, added));
  return withEdits(text, edits);

  function rowEdits(from: string, place: Span, before: ImportRow, row: ExportRow): Edit[] {
    const members = membersOf(from, place);
    return [
      ...(before.proposed.verdict === row.verdict
        ? []
        : fieldEdits(from, place, members, 'efterlevet', wordOf(row, edition))),
      ...(sameText(before.explanation, row.explanation)
        ? []
        : fieldEdits(from, place, members, 'dokumentation', row.explanation)),
    ];
  }
}

const sameText = (a: string, b: string): boolean => storableText(a) === storableText(b);

const saysSame = (written: ImportRow, row: ExportRow): boolean =>
  written.proposed.verdict === row.verdict && sameText(written.explanation, row.explanation);

/** The member that counts: of a key written twice, JSON takes the last. */
const last = (members: readonly Member[], key: string): Member | undefined =>
  members.findLast((member) => member.key === key);

/** A field gets a new value, or is added as the object's last where the file lacks it. */
function fieldEdits(
  text: string,
  object: Span,
  members: readonly Member[],
  key: string,
  value: string | null,
): Edit[] {
  const member = last(members, key);
  if (member) return [{ span: member.value, text: JSON.stringify(value) }];
  const before = members.at(-1);
  const pair = `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  if (!before) return [{ span: { start: object.start + 1, end: object.start + 1 }, text: pair }];
  const lead = text.slice((members.at(-2)?.value.end ?? object.start) + 1, before.name.start);
  return [
    {
      span: { start: before.value.end, end: before.value.end },
      text: `,${lead.replace(/^\s*,/, '')}${pair}`,
    },
  ];
}

function headEdits(
  text: string,
  top: readonly Member[],
  before: SelfEvaluationHead,
  head: Partial<SelfEvaluationHead>,
): Edit[] {
  return (Object.keys(head) as (keyof SelfEvaluationHead)[]).flatMap((key) =>
    head[key] === undefined || head[key] === before[key]
      ? []
      : fieldEdits(text, rootSpan(text), top, key, head[key]),
  );
}

/** Rows for requirements the file did not have, after its last, laid out as that one is. */
function addedEdits(text: string, list: Span, places: readonly Span[], added: readonly FileRow[]): Edit[] {
  const model = places.at(-1);
  if (!model) {
    const rows = added.map((row) => JSON.stringify(row)).join(',');
    return [{ span: { start: list.start + 1, end: list.start + 1 }, text: rows }];
  }
  const before = places.at(-2);
  const between = text.slice(before ? before.end : list.start + 1, model.start).replace(',', '');
  const layout = layoutOf(text, model);
  return [
    {
      span: { start: model.end, end: model.end },
      text: added.map((row) => `,${between}${layout(row)}`).join(''),
    },
  ];
}

/** Writes an object with the blanks of another. */
function layoutOf(text: string, model: Span): (row: FileRow) => string {
  const members = membersOf(text, model);
  const [first] = members;
  if (!first) return (row) => JSON.stringify(row);
  const lead = text.slice(model.start + 1, first.name.start);
  const colon = text.slice(first.name.end, first.value.start);
  const second = members[1];
  const between = second ? text.slice(first.value.end, second.name.start) : `,${lead || ' '}`;
  const tail = text.slice((members.at(-1) as Member).value.end, model.end - 1);
  return (row) =>
    `{${lead}${Object.entries(row)
      .map(([key, value]) => `${JSON.stringify(key)}${colon}${JSON.stringify(value)}`)
      .join(between)}${tail}}`;
}
