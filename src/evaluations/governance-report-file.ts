import type { Catalogue } from './catalogue.ts';
import { proposeRows } from './import-rows.ts';
import type { ImportRows, WrittenRow } from './import-rows.ts';
import { columnOf, readMarkdown } from './markdown-tables.ts';
import type { MarkdownDocument, MarkdownRow, MarkdownTable } from './markdown-tables.ts';
import { fault, maximumReportBytes, maximumRows, readText, tooManyRows } from '../files/text-file.ts';
import type { FileFault, Unreadable } from '../files/text-file.ts';

/** The generations of the governance report, told apart by how an answer is written. */
export type ReportGeneration = 'tick boxes' | 'signs' | 'words';

/** A product's governance report in Markdown, read against an edition. */
export interface GovernanceReportFile extends ImportRows {
  readonly format: 'governance-report';
  readonly source: string;
  readonly productName: string | null;
  readonly generation: ReportGeneration;
  /** The edition the file seems to be written for: tick boxes are of 2018, all later forms of 2025. */
  readonly writtenFor: '2018' | '2025';
  readonly notes: readonly FileFault[];
}

/**
 * Reads a governance report in any of the forms products have published since 2021: tick boxes with Henvisning (the
 * catalogue of 2018), signs, or the words of the form with Dokumentation (2024 and later). A tick is met; an empty box is
 * unmet, and waits for a person where nothing is written beside it.
 */
export function parseGovernanceReport(
  bytes: Uint8Array,
  edition: Catalogue,
  known: readonly Catalogue[] = [],
): GovernanceReportFile | Unreadable {
  const source = readText(bytes, maximumReportBytes);
  return typeof source === 'string'
    ? governanceReportIn(source, readMarkdown(source), edition, known)
    : source;
}

/** The same from a document read already. */
export function governanceReportIn(
  source: string,
  document: MarkdownDocument,
  edition: Catalogue,
  known: readonly Catalogue[],
): GovernanceReportFile | Unreadable {
  const found = document.tables.flatMap(answers);
  if (found.length === 0)
    return fault(
      'Filen er ikke en governancerapport: der er ingen tabel med »#«, »Krav« og et svar for hvert krav.',
      'The file is not a governance report: there is no table with “#”, “Krav” and an answer for each requirement.',
    );
  if (found.length > maximumRows) return tooManyRows(found.length, null);
  const generation = generationOf(found.map(({ asWritten }) => asWritten));
  const rows = found.map((row, index) => ({
    ...row,
    index,
    ...(generation === 'tick boxes' ? { ticked: tick(row.asWritten) ?? false } : {}),
  }));
  const writtenFor = generation === 'tick boxes' ? '2018' : '2025';
  const title = document.sections[0]?.heading ?? '';
  return {
    format: 'governance-report',
    source,
    productName: /^(.+?)(?:['’]s?|:)?\s+governance/i.exec(title)?.[1] ?? null,
    generation,
    writtenFor,
    notes: writtenFor === edition.id ? [] : [otherEdition(writtenFor, edition)],
    ...proposeRows(rows, { edition, known, exactLabels: false }),
  };
}

const otherEdition = (writtenFor: string, edition: Catalogue): FileFault => ({
  place: null,
  says: {
    da: `Rapporten ser ud til at være skrevet efter udgave ${writtenFor}, men læses efter ${edition.id}. De samme id'er kan betyde noget andet.`,
    en: `The report seems to be written for edition ${writtenFor}, but is read by ${edition.id}. The same ids may mean something else.`,
  },
});

const tick = (cell: string): boolean | null => {
  const box = /^\[(.?)\]$/u.exec(cell.trim());
  return box ? /x/i.test(box[1] as string) : null;
};

function generationOf(answersWritten: readonly string[]): ReportGeneration {
  if (answersWritten.some((answer) => tick(answer) !== null)) return 'tick boxes';
  return answersWritten.some((answer) => /[✅❌➖❓]/u.test(answer)) ? 'signs' : 'words';
}

/** The answer stands in a column of its own name, or in the first, whose head is empty or a box. */
function answers(table: MarkdownTable): WrittenRow[] {
  const id = columnOf(table, '#');
  const label = columnOf(table, 'krav');
  const reference = columnOf(table, 'henvisning', 'dokumentation');
  const named = columnOf(table, 'efterlevet', 'svar');
  const answer = named >= 0 ? named : columnOf(table, '', '☐', '✅');
  if (id < 0 || label < 0 || reference < 0 || answer < 0) return [];
  const level = columnOf(table, 'niveau', 'produktniveau');
  return table.rows
    .filter(({ cells }) => (cells[id] ?? '') !== '')
    .map(({ line, cells }: MarkdownRow) => ({
      index: 0,
      line,
      id: cells[id] ?? '',
      asWritten: cells[answer] ?? '',
      explanation: cells[reference] === '[Ikke udfyldt]' ? '' : (cells[reference] ?? ''),
      theme: null,
      level: cells[level] ?? null,
      label: cells[label] ?? null,
    }));
}
