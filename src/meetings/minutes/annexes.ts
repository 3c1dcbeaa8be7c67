import type { Db } from '../../db/client.ts';

/** A paper that goes with an item. */
export interface Annex {
  readonly item: string;
  readonly title: string;
  readonly url: string | null;
  readonly fileName: string | null;
  readonly restricted: boolean;
}

/** The annexes of the items a reader may read; restricted ones only for those who may read closed items. */
export async function annexesOf(
  db: Db,
  items: readonly { readonly id: string; readonly hidden: boolean }[],
  restricted: boolean,
): Promise<readonly Annex[]> {
  const open = items.filter((item) => !item.hidden).map((item) => item.id);
  if (open.length === 0) return [];
  return db
    .selectFrom('agenda_item_annexes')
    .select(['item_id as item', 'title', 'url', 'file_name as fileName', 'restricted'])
    .where('item_id', 'in', open)
    .$if(!restricted, (query) => query.where('restricted', '=', false))
    .orderBy('added_at')
    .orderBy('id')
    .limit(2_000)
    .execute();
}
