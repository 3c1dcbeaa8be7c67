import type { IsoDate, LevelId } from '../../rulebook/rule.ts';
import type { Theme } from '../../rulebook/vocabulary.ts';
import { themes } from '../../rulebook/vocabulary.ts';
import { levelOf } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { proposeRows } from './import-rows.ts';
import type { ImportRows, WrittenRow } from './import-rows.ts';
import { lightIn, lightNames, lightSigns } from './lights.ts';
import type { Light } from './lights.ts';
import { columnOf, readMarkdown } from './markdown-tables.ts';
import type { MarkdownDocument, MarkdownTable } from './markdown-tables.ts';
import { dateIn } from './planned-dates.ts';
import { fault, maximumReportBytes, maximumRows, readText, tooManyRows } from '../files/text-file.ts';
import type { Unreadable } from '../files/text-file.ts';

/** A number the author of an evaluation wrote: how many requirements have a light, in a theme, at a level. */
export interface StatedCount {
  readonly source: 'level table' | 'theme table' | 'diagram';
  readonly line: number;
  /** Null for all themes, all levels, all lights. */
  readonly theme: Theme | null;
  readonly level: LevelId | null;
  readonly light: Light | null;
  readonly count: number;
  readonly percent: number | null;
}

/** The community's evaluation of a product as the secretariat publishes it, read against an edition. */
export interface Audit extends ImportRows {
  readonly format: 'audit';
  readonly source: string;
  readonly productName: string | null;
  readonly evaluatedOn: IsoDate | null;
  /** The sections in the author's own words, as plain text; empty where there is none. */
  readonly summary: string;
  readonly overall: string;
  readonly recommendation: string;
  readonly stated: readonly StatedCount[];
}

/**
 * Reads an evaluation report of OS2's secretariat (Markdown, 2025 and later): a table for each theme with the columns
 * #, Niveau, Krav, Vurderingskriterie, Vurdering and Vurderingsgrundlag, and the counts its author wrote.
 */
export function parseAudit(
  bytes: Uint8Array,
  edition: Catalogue,
  known: readonly Catalogue[] = [],
): Audit | Unreadable {
  const source = readText(bytes, maximumReportBytes);
  return typeof source === 'string' ? auditIn(source, readMarkdown(source), edition, known) : source;
}

/** The same from a document read already. */
export function auditIn(
  source: string,
  document: MarkdownDocument,
  edition: Catalogue,
  known: readonly Catalogue[],
): Audit | Unreadable {
  const rows = document.tables.flatMap(judgedRows).map((row, index) => ({ ...row, index }));
  if (rows.length === 0)
    return fault(
      'Filen er ikke en evaluering: der er ingen tabel med »#«, »Vurdering« og »Vurderingsgrundlag«.',
      'The file is not an evaluation: there is no table with “#”, “Vurdering” and “Vurderingsgrundlag”.',
    );
  if (rows.length > maximumRows) return tooManyRows(rows.length, null);
  const section = (name: string): string =>
    document.sections.find(({ heading }) => heading.toLowerCase().includes(name))?.text ?? '';
  return {
    format: 'audit',
    source,
    productName:
      document.sections.map(({ heading }) => /^Vurdering af .*?: *(.+)$/.exec(heading)?.[1]).find(Boolean) ??
      null,
    evaluatedOn:
      dateIn(document.facts.get('Dato for release') ?? document.facts.get('Dato') ?? '')?.date ?? null,
    summary: section('resumé'),
    overall: section('overordnet vurdering'),
    recommendation: section('anbefaling'),
    stated: statedCounts(document, edition),
    ...proposeRows(rows, { edition, known, exactLabels: false }),
  };
}

function judgedRows(table: MarkdownTable): WrittenRow[] {
  const id = columnOf(table, '#');
  const light = columnOf(table, 'vurdering');
  const basis = columnOf(table, 'vurderingsgrundlag', 'grundlag');
  if (id < 0 || light < 0 || basis < 0) return [];
  const level = columnOf(table, 'niveau', 'produktniveau');
  const label = columnOf(table, 'krav');
  return table.rows
    .filter(({ cells }) => cells[id] !== '')
    .map(({ line, cells }) => ({
      index: 0,
      line,
      id: cells[id] ?? '',
      asWritten: cells[light] ?? '',
      explanation: cells[basis] ?? '',
      theme: null,
      level: cells[level] ?? null,
      label: cells[label] ?? null,
    }));
}

type Place = Pick<StatedCount, 'theme' | 'level'>;

const plain = (text: string): string =>
  text
    .replace(/\(.*?\)|\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const isSum = (text: string): boolean => /^(samlet|total|i alt)$/i.test(text);

/** A theme, a level or the sum named in a head; null for anything else. */
function placeNamed(text: string, edition: Catalogue): Place | null {
  const name = plain(text);
  if (isSum(name)) return { theme: null, level: null };
  const theme = edition.themes.find((each) => themes[each].da.toLowerCase() === name.toLowerCase());
  if (theme) return { theme, level: null };
  const level = levelOf(edition, name);
  return level === null ? null : { theme: null, level };
}

function statedCounts(document: MarkdownDocument, edition: Catalogue): StatedCount[] {
  return [
    ...document.tables.flatMap((table) => {
      const head = plain(table.head[0] ?? '').toLowerCase();
      if (head === 'niveau') return levelTable(table, edition);
      return head === 'tema / niveau' ? themeTable(table, edition) : [];
    }),
    ...document.fences.flatMap(({ content, line }) => diagram(content, line, edition)),
  ];
}

/** Rows are levels, columns are lights. */
function levelTable(table: MarkdownTable, edition: Catalogue): StatedCount[] {
  return table.rows.flatMap(({ line, cells }) => {
    const place = placeNamed(cells[0] ?? '', edition);
    if (!place) return [];
    return cells.slice(1).flatMap((cell, column): StatedCount[] => {
      const head = table.head[column + 1] ?? '';
      const light = lightIn(head);
      const count = /^\s*(\d{1,6})\s*$/.exec(cell)?.[1];
      if (count === undefined || (light === null && !isSum(plain(head)))) return [];
      return [{ source: 'level table', line, ...place, light, count: Number(count), percent: null }];
    });
  });
}

const sign = new RegExp(
  `(${lightNames.map((light) => lightSigns[light]).join('|')})\\s*(\\d{1,6})(?:\\s*\\((\\d{1,3}) ?%\\))?`,
  'gu',
);

/** Rows are themes, columns are levels, and a cell holds a light with its number, several times. */
function themeTable(table: MarkdownTable, edition: Catalogue): StatedCount[] {
  return table.rows.flatMap(({ line, cells }) => {
    const row = placeNamed(cells[0] ?? '', edition);
    if (!row) return [];
    return cells.slice(1).flatMap((cell, column): StatedCount[] => {
      const head = placeNamed(table.head[column + 1] ?? '', edition);
      if (!head) return [];
      return [...cell.matchAll(sign)].map((found) => ({
        source: 'theme table',
        line,
        theme: row.theme,
        level: head.level,
        light: lightIn(found[1] as string),
        count: Number(found[2]),
        percent: found[3] === undefined ? null : Number(found[3]),
      }));
    });
  });
}

/** A pie in Mermaid: a title that names a level, and entries such as `"Grøn 33%" : 2`. */
function diagram(content: string, line: number, edition: Catalogue): StatedCount[] {
  const title = /^\s*title (.+)$/m.exec(content)?.[1];
  const place = title === undefined ? null : placeNamed(title, edition);
  if (!place) return [];
  return [...content.matchAll(/"(\p{L}+)(?: (\d{1,3}) ?%)?"\s*:\s*(\d{1,6})/gu)].flatMap(
    (found): StatedCount[] => {
      const light = lightIn(found[1] as string);
      if (light === null) return [];
      return [
        {
          source: 'diagram',
          line,
          ...place,
          light,
          count: Number(found[3]),
          percent: found[2] === undefined ? null : Number(found[2]),
        },
      ];
    },
  );
}
