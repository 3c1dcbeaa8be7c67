import { sql } from 'kysely';
import type { Stage } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { fromCursor, pageOf, type ListPage } from '../lib/cursor.ts';
import { isId } from '../lib/id.ts';

export interface InitiativeFilter {
  readonly stages?: readonly Stage[] | undefined;
  /** A level's id, or `none` for those not placed. */
  readonly level?: string | undefined;
  /** Words of name or summary. */
  readonly q?: string | undefined;
  /** Id of the coordinating organisation. */
  readonly organisation?: string | undefined;
  readonly sort?: 'name' | 'changed' | undefined;
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
  readonly changed_at: string;
  readonly organisation_id: string | null;
  readonly organisation_name: string | null;
}

/** What people mean by the words they search for: `%` and `_` stand for themselves. */
const likeWords = (q: string): string => `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** Initiatives by name (Danish order) or by the time they last changed, a page at a time. */
export async function listInitiatives(
  db: Db,
  filter: InitiativeFilter,
): Promise<ListPage<InitiativeSummary>> {
  const sort = filter.sort ?? 'name';
  const after = fromCursor(filter.cursor, 2) as [string, string] | null;
  const usable =
    after !== null &&
    typeof after[0] === 'string' &&
    isId(String(after[1])) &&
    (sort === 'name' || !Number.isNaN(Date.parse(after[0])));
  let query = db
    .selectFrom('initiatives as i')
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
      'i.changed_at',
      'o.id as organisation_id',
      'o.name as organisation_name',
    ])
    .limit(filter.limit + 1);
  if (filter.stages && filter.stages.length > 0) query = query.where('i.stage', 'in', [...filter.stages]);
  if (filter.level !== undefined)
    query =
      filter.level === 'none'
        ? query.where('i.level', 'is', null)
        : query.where('i.level', '=', filter.level);
  if (filter.q)
    query = query.where(sql<boolean>`lower(i.name || ' ' || i.summary) like ${likeWords(filter.q)}`);
  if (filter.organisation !== undefined)
    query = query.where('i.coordinating_organisation_id', '=', filter.organisation);
  if (sort === 'name') {
    query = query.orderBy('i.name').orderBy('i.id');
    if (usable)
      query = query.where(sql<boolean>`(i.name, i.id) > (${after[0]} collate "da-x-icu", ${after[1]}::uuid)`);
  } else {
    query = query.orderBy('i.changed_at', 'desc').orderBy('i.id', 'desc');
    if (usable)
      query = query.where(sql<boolean>`(i.changed_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  const rows = (await query.execute()) as InitiativeSummary[];
  return pageOf(rows, filter.limit, (row) => [sort === 'name' ? row.name : row.changed_at, row.id]);
}

/** Everything that belongs to one initiative beside its own row. */
export async function initiativeDetails(db: Db, id: string) {
  const [links, relations, participants, people, budgets] = await Promise.all([
    db
      .selectFrom('initiative_links')
      .select(['id', 'kind', 'title', 'url'])
      .where('initiative_id', '=', id)
      .orderBy('kind')
      .orderBy('id')
      .limit(100)
      .execute(),
    db
      .selectFrom('initiative_relations as r')
      .innerJoin('initiatives as a', 'a.id', 'r.initiative_id')
      .innerJoin('initiatives as b', 'b.id', 'r.other_id')
      .select([
        'r.id',
        'r.kind',
        'r.note',
        'r.initiative_id',
        'a.slug as from_slug',
        'a.name as from_name',
        'b.slug as to_slug',
        'b.name as to_name',
      ])
      .where((eb) => eb.or([eb('r.initiative_id', '=', id), eb('r.other_id', '=', id)]))
      .orderBy('b.name')
      .limit(100)
      .execute(),
    db
      .selectFrom('participations as p')
      .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
      .select(['p.id', 'p.role', 'p.from_on', 'p.to_on', 'o.id as organisation_id', 'o.name', 'o.kind'])
      .where('p.initiative_id', '=', id)
      .orderBy('o.name')
      .orderBy('p.id')
      .limit(1000)
      .execute(),
    db
      .selectFrom('initiative_people as r')
      .innerJoin('people as p', 'p.id', 'r.person_id')
      .select([
        'r.id',
        'r.role',
        'r.qualification',
        'r.qualification_note',
        'r.from_on',
        'r.to_on',
        'p.id as person_id',
        'p.name',
      ])
      .where('r.initiative_id', '=', id)
      .orderBy('r.from_on', 'desc')
      .orderBy('r.id')
      .limit(100)
      .execute(),
    db
      .selectFrom('budgets as g')
      .leftJoin('decisions as s', 's.id', 'g.approved_by_steering')
      .leftJoin('decisions as b', 'b.id', 'g.approved_by_board')
      .select([
        'g.id',
        'g.phase',
        'g.amount_oere',
        'g.funding',
        'g.note',
        'g.replaced',
        'g.proposed_at',
        's.number as steering_decision',
        'b.number as board_decision',
      ])
      .where('g.initiative_id', '=', id)
      .orderBy('g.proposed_at', 'desc')
      .limit(50)
      .execute(),
  ]);
  return { links, relations, participants, people, budgets };
}

/** Who has the roles of an initiative today, who coordinates it, and how many of its cases wait. */
export async function frameRows(
  db: Db,
  row: { readonly id: string; readonly coordinating_organisation_id: string | null },
  today: string,
) {
  const [roles, organisation, waiting] = await Promise.all([
    db
      .selectFrom('initiative_people as r')
      .innerJoin('people as p', 'p.id', 'r.person_id')
      .select(['r.role', 'p.id', 'p.name'])
      .where('r.initiative_id', '=', row.id)
      .where('r.from_on', '<=', today)
      .where((eb) => eb.or([eb('r.to_on', 'is', null), eb('r.to_on', '>=', today)]))
      .orderBy('r.from_on', 'desc')
      .limit(20)
      .execute(),
    row.coordinating_organisation_id === null
      ? null
      : db
          .selectFrom('organisations')
          .select(['slug as id', 'name'])
          .where('id', '=', row.coordinating_organisation_id)
          .executeTakeFirst(),
    db
      .selectFrom('cases')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('initiative_id', '=', row.id)
      .where('status', '=', 'waiting')
      .executeTakeFirstOrThrow(),
  ]);
  const holder = (role: string) => {
    const found = roles.find((each) => each.role === role);
    return found ? { id: found.id, name: found.name } : null;
  };
  return {
    owner: holder('project-owner'),
    manager: holder('project-manager'),
    organisation: organisation ?? null,
    openCases: Number(waiting.n),
  };
}
