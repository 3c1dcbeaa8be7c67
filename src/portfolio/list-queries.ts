import { sql, type RawBuilder } from 'kysely';
import type { Stage } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { fromCursor, pageOf, type ListPage } from '../lib/cursor.ts';
import { isId } from '../lib/id.ts';

/** What a list of initiatives can be sorted by; dates begin with the newest unless asked otherwise. */
export const sorts = ['name', 'level', 'stage', 'since', 'changed'] as const;
export type Sort = (typeof sorts)[number];
export type Order = 'asc' | 'desc';
export const usualOrder = (sort: Sort): Order => (sort === 'since' || sort === 'changed' ? 'desc' : 'asc');

export interface InitiativeFilter {
  readonly stages?: readonly Stage[] | undefined;
  /** How those that have ended did; all when absent. */
  readonly ended?: readonly string[] | undefined;
  /** A level's id, or `none` for those not placed. */
  readonly level?: string | undefined;
  /** Words of name or summary. */
  readonly q?: string | undefined;
  /** Id of the coordinating organisation. */
  readonly organisation?: string | undefined;
}

export interface InitiativeListing extends InitiativeFilter {
  readonly sort?: Sort | undefined;
  readonly order?: Order | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface InitiativeSummary {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly stage: Stage;
  readonly level: string | null;
  readonly origin: string;
  readonly edition: string;
  readonly ended_as: string | null;
  readonly stage_since: string;
  readonly changed_at: string;
  readonly organisation_id: string | null;
  readonly organisation_slug: string | null;
  readonly organisation_name: string | null;
}

/** What people mean by the words they search for: `%` and `_` stand for themselves. */
export const likeWords = (q: string): string => `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

const matching = (db: Db, filter: InitiativeFilter) => {
  const { stages, ended, level, q, organisation } = filter;
  return db
    .selectFrom('initiatives as i')
    .$if(stages !== undefined && stages.length > 0, (query) =>
      // Written out, so that the planner can tell which portfolio it is.
      query.where(sql<boolean>`i.stage in (${sql.join((stages as Stage[]).map((stage) => sql.lit(stage)))})`),
    )
    .$if(ended !== undefined, (query) => query.where('i.ended_as', 'in', ended as string[]))
    .$if(level === 'none', (query) => query.where('i.level', 'is', null))
    .$if(level !== undefined && level !== 'none', (query) => query.where('i.level', '=', level as string))
    .$if(q !== undefined && q !== '', (query) =>
      query.where(sql<boolean>`i.search_text like ${likeWords(q as string)}`),
    )
    .$if(organisation !== undefined, (query) =>
      query.where('i.coordinating_organisation_id', '=', organisation as string),
    );
};

interface Key {
  /** What to order by first, as the indexes have it. */
  readonly first: RawBuilder<unknown>;
  /** Whether rows that are alike in that are ordered by name. */
  readonly thenName: boolean;
  /** A cursor's first value as the database compares it; null when a reader made it up. */
  readonly read: (value: string) => RawBuilder<unknown> | null;
}

const danish = (text: string) => sql`${text}::text collate "da-x-icu"`;
const ranked = (rank: RawBuilder<unknown>): Key => ({
  first: rank,
  thenName: true,
  read: (n) => (/^-?\d{1,6}$/.test(n) ? sql`${n}::integer` : null),
});
const dated = (column: RawBuilder<unknown>): Key => ({
  first: column,
  thenName: false,
  // As PostgreSQL writes it, to the microsecond: JavaScript's milliseconds would lose rows between two pages.
  read: (at) =>
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(at) &&
    !Number.isNaN(Date.parse(at.replace('+00', 'Z')))
      ? sql`${at}::timestamptz`
      : null,
});
const keys: Readonly<Record<Sort, Key>> = {
  name: { first: sql`i.name`, thenName: false, read: danish },
  level: ranked(sql`level_order(i.level)`),
  stage: ranked(sql`stage_order(i.stage)`),
  since: dated(sql`i.stage_since`),
  changed: dated(sql`i.changed_at`),
};

/** The row a cursor stands at, as the database compares it; null for none, or for one a reader made up. */
function placeOf(cursor: string | undefined, key: Key): readonly RawBuilder<unknown>[] | null {
  const values = fromCursor(cursor, key.thenName ? 3 : 2);
  const id = values?.at(-1);
  if (!values || typeof values[0] !== 'string' || typeof id !== 'string' || !isId(id)) return null;
  const first = key.read(values[0]);
  if (first === null) return null;
  return [first, ...(key.thenName ? [danish(String(values[1]))] : []), sql`${id}::uuid`];
}

/** Initiatives a page at a time, names in Danish order; a page costs the same however many there are. */
export async function listInitiatives(
  db: Db,
  listing: InitiativeListing,
): Promise<ListPage<InitiativeSummary>> {
  const sort = listing.sort ?? 'name';
  const direction = listing.order ?? usualOrder(sort);
  const key = keys[sort];
  const columns = [key.first, ...(key.thenName ? [sql`i.name`] : []), sql`i.id`];
  const after = placeOf(listing.cursor, key);
  let query = matching(db, listing)
    .leftJoin('organisations as o', 'o.id', 'i.coordinating_organisation_id')
    .select([
      'i.id',
      'i.slug',
      'i.name',
      'i.summary',
      'i.stage',
      'i.level',
      'i.origin',
      'i.edition',
      'i.ended_as',
      'i.stage_since',
      'i.changed_at',
      'o.id as organisation_id',
      'o.slug as organisation_slug',
      'o.name as organisation_name',
    ])
    .select(sql<string>`${key.first}::text`.as('first'))
    .limit(listing.limit + 1);
  for (const column of columns) query = query.orderBy(column, direction);
  if (after) {
    const beyond = sql.raw(direction === 'asc' ? '>' : '<');
    query = query.where(sql<boolean>`(${sql.join(columns)}) ${beyond} (${sql.join([...after])})`);
  }
  const rows = (await query.execute()) as (InitiativeSummary & { readonly first: string })[];
  return pageOf(rows, listing.limit, (row) => [row.first, ...(key.thenName ? [row.name] : []), row.id]);
}

/** How many a count goes up to: beyond, a reader narrows the list. */
export const mostCounted = 1000;

/** How many initiatives a filter finds, counted up to one more than `mostCounted`. */
export async function countInitiatives(db: Db, filter: InitiativeFilter): Promise<number> {
  const some = matching(db, filter)
    .select(sql`1`.as('one'))
    .limit(mostCounted + 1);
  const { n } = await db
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** The organisations that coordinate anything, by name: what a list can be narrowed to. */
export async function coordinatingOrganisations(
  db: Db,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db
    .selectFrom('organisations as o')
    .select(['o.id', 'o.name'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('initiatives as i')
          .select('i.id')
          .whereRef('i.coordinating_organisation_id', '=', 'o.id'),
      ),
    )
    .orderBy('o.name')
    .limit(500)
    .execute();
}
