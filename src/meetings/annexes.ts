import { sql } from 'kysely';
import type { Db } from '../db/client.ts';
import { notFound } from '../deeds/failure.ts';
import { keptFile } from '../files/kept-files.ts';
import type { Actor } from '../people/actor.ts';
import { closedReadable, itemsFor } from './openness.ts';

export const annexNamed = { da: 'Bilaget', en: 'annex' };

/** A paper that goes with an item: a link, or a file kept here. */
export interface Annex {
  readonly id: string;
  readonly item: string;
  readonly title: string;
  /** Where it lies; a file kept here has an address of ours. */
  readonly url: string;
  /** Its name and size in bytes; null for a link. */
  readonly file: { readonly name: string; readonly size: number } | null;
  readonly restricted: boolean;
}

/** The address of an annex that is kept here, for those who may have it. */
const fileAddress = (id: string): string => `/item-annexes/${id}/file`;

/**
 * The annexes of the items a reader may read, in the order they were added.
 * @param inside the reader may read the meeting's closed items, and therefore has the restricted annexes
 */
export async function annexesOf(
  db: Db,
  items: readonly { readonly id: string; readonly hidden: boolean }[],
  inside: boolean,
): Promise<readonly Annex[]> {
  const open = items.filter((item) => !item.hidden).map((item) => item.id);
  if (open.length === 0) return [];
  const rows = await db
    .selectFrom('agenda_item_annexes as a')
    .leftJoin('files as f', 'f.hash', 'a.file_hash')
    .select(['a.id', 'a.item_id', 'a.title', 'a.url', 'a.file_name', 'a.restricted', 'f.size'])
    .where('a.item_id', 'in', open)
    .$if(!inside, (query) => query.where('a.restricted', '=', false))
    .orderBy('a.added_at')
    .orderBy('a.id')
    .limit(2_000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    item: row.item_id,
    title: row.title,
    url: row.url ?? fileAddress(row.id),
    file: row.url === null ? { name: row.file_name ?? row.title, size: row.size ?? 0 } : null,
    restricted: row.restricted,
  }));
}

/**
 * The file of an annex for a reader: of a closed item, or restricted, it is there only for those who may read closed items.
 * @throws Failure `not-found`
 */
export async function annexFile(db: Db, id: string, actor: Actor | null) {
  const row = await itemsFor(db, actor)
    .innerJoin('agenda_item_annexes as a', 'a.item_id', 'i.id')
    .innerJoin('meetings as m', 'm.id', 'i.meeting_id')
    .innerJoin('bodies as b', 'b.id', 'm.body_id')
    .select(['a.file_hash', 'a.file_name'])
    .where('a.id', '=', id)
    .where('i.hidden', '=', false)
    .where(sql<boolean>`(not a.restricted or ${closedReadable(actor)})`)
    .executeTakeFirst();
  if (row?.file_hash == null) throw notFound(annexNamed);
  return keptFile(db, row.file_hash, row.file_name);
}
