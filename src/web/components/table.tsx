import type { Language } from '../../../rulebook/vocabulary.ts';
import { commonWords } from '../common-words.ts';
import type { Child, Html } from '../jsx/jsx-runtime.ts';
import { Icon } from './icon.tsx';

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => Child;
  /** Amounts and counts: to the right, digits of equal width. */
  readonly numeric?: boolean | undefined;
  /** The cell that names the row; one column has it. */
  readonly names?: boolean | undefined;
  /** Where a click on the head leads, when the list can be sorted by it. */
  readonly sortHref?: string | undefined;
  readonly sorted?: 'ascending' | 'descending' | undefined;
  /** Says nothing new on a phone: hidden there. */
  readonly wideOnly?: boolean | undefined;
  /** The head is for assistive technology only: a column of buttons. */
  readonly hideHead?: boolean | undefined;
  /** Never broken over lines: dates, codes. */
  readonly nowrap?: boolean | undefined;
}

interface TableProps<Row> {
  lang: Language;
  /** What the table lists; every table has one. */
  caption: string;
  /** Hides the caption where a heading just above says the same. */
  hideCaption?: boolean | undefined;
  /** A long list that is looked through: as blocks, what a row says runs on in one line. */
  compact?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** The id of a row's element, for links to it. */
  rowId?: ((row: Row) => string) | undefined;
  /** Marks a row that needs attention, with the reason in one of its cells. */
  rowTone?: ((row: Row) => 'warning' | 'danger' | 'muted' | undefined) | undefined;
  /** Shown instead of the table when there are no rows: an `EmptyState`. */
  empty?: Html | undefined;
  foot?: readonly Child[] | undefined;
}

/** A dense table; on narrow places each row becomes a block with its heads beside the values. */
export function Table<Row>(props: TableProps<Row>): Html {
  const { lang, caption, hideCaption, compact, columns, rows, rowId, rowTone, empty, foot } = props;
  if (rows.length === 0 && empty) return empty;
  const classes = columns.map(classOf);
  return (
    <div class="table-box">
      <table
        class={columns.length > 5 ? 'ds-table table table-many' : 'ds-table table'}
        data-hover
        data-compact={compact}
      >
        <caption class={hideCaption ? 'sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head column={column} lang={lang} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr id={rowId?.(row)} data-tone={rowTone?.(row)}>
              {columns.map((column, index) => (
                <Cell column={column} row={row} cellClass={classes[index]} />
              ))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {foot.map((cell, index) => (
                <td class={classOf(columns[index])} data-label={columns[index]?.head}>
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function classOf<Row>(column: Column<Row> | undefined): string | undefined {
  const names = [
    column?.numeric && 'numeric',
    column?.wideOnly && 'wide-only',
    column?.nowrap && 'nowrap',
  ].filter(Boolean);
  return names.length > 0 ? names.join(' ') : undefined;
}

function Head<Row>({ column, lang }: { column: Column<Row>; lang: Language }): Html {
  const words = commonWords(lang);
  const { head, sortHref, sorted } = column;
  const text = column.hideHead ? <span class="sr-only">{head}</span> : head;
  return (
    <th scope="col" class={classOf(column)} aria-sort={sorted}>
      {sortHref === undefined ? (
        text
      ) : (
        <a class="sort" href={sortHref}>
          {text}
          {sorted && (
            <Icon
              name={sorted === 'ascending' ? 'arrow-up' : 'arrow-down'}
              label={sorted === 'ascending' ? words.sortedUp : words.sortedDown}
            />
          )}
        </a>
      )}
    </th>
  );
}

interface CellProps<Row> {
  column: Column<Row>;
  row: Row;
  cellClass: string | undefined;
}

function Cell<Row>({ column, row, cellClass }: CellProps<Row>): Html {
  const content = column.cell(row);
  if (column.names)
    return (
      <th scope="row" class={cellClass}>
        {content}
      </th>
    );
  return (
    <td class={cellClass} data-label={column.hideHead ? undefined : column.head}>
      {content}
    </td>
  );
}
