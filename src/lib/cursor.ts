/** A place in a sorted list as an opaque text for an address. */
export const toCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** The values behind a cursor, when it has the length asked for; null for anything a reader made up. */
export function fromCursor(cursor: string | undefined, length: number): (string | number)[] | null {
  if (!cursor) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const good =
      Array.isArray(values) &&
      values.length === length &&
      values.every(
        (v) => typeof v === 'number' || (typeof v === 'string' && v.isWellFormed() && !v.includes('\0')),
      );
    return good ? (values as (string | number)[]) : null;
  } catch {
    return null;
  }
}

export interface ListPage<T> {
  readonly items: readonly T[];
  /** Cursor of the next page, or null at the end. */
  readonly next: string | null;
}

/** Cuts a list fetched with one row too many into a page and the cursor of the next. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly (string | number)[],
): ListPage<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? toCursor(keyOf(last)) : null };
}
