import { sql } from 'kysely';
import type { Db } from '../db/client.ts';
import { fromCursor, pageOf, type ListPage } from '../lib/cursor.ts';
import { isId } from '../lib/id.ts';
import type { Actor } from '../people/actor.ts';

export interface CaseFilter {
  /** A body's id, slug or kind; `me` for the bodies whose decisions the reader prepares or takes part in. */
  readonly awaits?: string | undefined;
  readonly status?: 'draft' | 'waiting' | 'decided' | 'withdrawn' | undefined;
  readonly kind?: string | undefined;
  readonly initiative?: string | undefined;
  /** `waiting`: those that have waited longest first, and nothing else; else newest first. */
  readonly sort?: 'waiting' | 'asked' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const summary = [
  'c.id',
  'c.number',
  'c.kind',
  'c.question',
  'c.status',
  'c.target_level',
  'c.rule',
  'c.edition',
  'c.asked_at',
  'c.awaits_since',
  'c.postponed_until',
  'c.deadline',
  'i.name as initiative_name',
  'i.slug as initiative_slug',
  'b.name as body_name',
  'b.slug as body_slug',
  'b.kind as body_kind',
] as const;

/** Ids of the bodies a person sits in, or whose secretary the person is (B2, B5). */
export const bodiesOf = (actor: Actor): string[] =>
  actor.mandates.flatMap((m) => (m.kind === 'seat' ? [m.bodyId] : []));

/**
 * The cases a reader may see, as a condition on `cases as c`: a draft is for those who prepare it. The same as `maySee`,
 * for lists.
 */
export function seenBy(actor: Actor | null) {
  if (actor?.mandates.some((m) => m.kind === 'seat' && m.bodyKind === 'secretariat'))
    return sql<boolean>`true`;
  const mine = actor?.mandates.flatMap((m) => (m.initiativeId ? [m.initiativeId] : [])) ?? [];
  return sql<boolean>`(c.status <> 'draft' or c.owner_id = ${actor?.id ?? null}::uuid
    or c.initiative_id = any(${mine}::uuid[]))`;
}

/** Cases newest first, or those that wait by how long they have; drafts only for those who may see them. */
export async function listCases(
  db: Db,
  filter: CaseFilter,
  actor: Actor | null,
): Promise<ListPage<CaseSummary>> {
  const byWaiting = filter.sort === 'waiting';
  const after = usableCursor(filter.cursor);
  const rows = await db
    .selectFrom('cases as c')
    .leftJoin('initiatives as i', 'i.id', 'c.initiative_id')
    .leftJoin('bodies as b', 'b.id', 'c.awaits_body_id')
    .select(summary)
    .where(seenBy(actor))
    .$if(filter.status !== undefined, (query) => query.where('c.status', '=', filter.status as string))
    .$if(filter.kind !== undefined, (query) => query.where('c.kind', '=', filter.kind as string))
    .$if(filter.initiative !== undefined, (query) =>
      query.where(isId(filter.initiative as string) ? 'i.id' : 'i.slug', '=', filter.initiative as string),
    )
    .$if(filter.awaits !== undefined, (query) => {
      const waiting = query.where('c.status', '=', 'waiting');
      const awaits = filter.awaits as string;
      if (awaits === 'me') {
        const bodies = actor ? bodiesOf(actor) : [];
        return bodies.length === 0
          ? waiting.where('c.id', 'is', null)
          : waiting.where('c.awaits_body_id', 'in', bodies);
      }
      return isId(awaits)
        ? waiting.where('b.id', '=', awaits)
        : waiting.where((eb) => eb.or([eb('b.slug', '=', awaits), eb('b.kind', '=', awaits)]));
    })
    .$if(byWaiting, (query) =>
      query
        .where('c.status', '=', 'waiting')
        .$if(after !== null, (more) => {
          const [at, id] = after as [string, string];
          return more.where((eb) => eb(eb.refTuple('c.awaits_since', 'c.id'), '>', eb.tuple(at, id)));
        })
        .orderBy('c.awaits_since')
        .orderBy('c.id'),
    )
    .$if(!byWaiting, (query) =>
      query
        .$if(after !== null, (more) => {
          const [at, id] = after as [string, string];
          return more.where((eb) => eb(eb.refTuple('c.asked_at', 'c.id'), '<', eb.tuple(at, id)));
        })
        .orderBy('c.asked_at', 'desc')
        .orderBy('c.id', 'desc'),
    )
    .limit(filter.limit + 1)
    .execute();
  return pageOf(rows, filter.limit, (row) => [
    byWaiting ? (row.awaits_since as string) : row.asked_at,
    row.id,
  ]);
}

/** The moment and id that a page of cases goes on from; null for anything a reader made up. */
function usableCursor(cursor: string | undefined): [string, string] | null {
  const [at, id] = fromCursor(cursor, 2) ?? [];
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) && isId(String(id))
    ? [at, String(id)]
    : null;
}

export type CaseSummary = {
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly question: string;
  readonly status: string;
  readonly target_level: string | null;
  readonly rule: string;
  readonly edition: string;
  readonly asked_at: string;
  readonly awaits_since: string | null;
  readonly postponed_until: string | null;
  readonly deadline: string | null;
  readonly initiative_name: string | null;
  readonly initiative_slug: string | null;
  readonly body_name: string | null;
  readonly body_slug: string | null;
  readonly body_kind: string | null;
};

/** A case with everything its page shows. */
export async function caseDetails(db: Db, id: string) {
  const [row, annexes, decisions, place] = await Promise.all([
    db
      .selectFrom('cases as c')
      .leftJoin('initiatives as i', 'i.id', 'c.initiative_id')
      .leftJoin('bodies as b', 'b.id', 'c.awaits_body_id')
      .leftJoin('people as p', 'p.id', 'c.asked_by')
      .leftJoin('people as o', 'o.id', 'c.owner_id')
      .leftJoin('budgets as g', 'g.id', 'c.budget_id')
      .select([
        ...summary,
        'c.initiative_id',
        'c.statement',
        'c.recommendation',
        'c.opinion_wanted',
        'c.opinion',
        'c.points',
        'c.owner_id',
        'c.requirement',
        'c.appoints',
        'c.awaits_body_id',
        'p.name as asked_by_name',
        'o.name as owner_name',
        'g.amount_oere',
        'g.funding',
        'g.phase',
        'i.level as initiative_level',
        'i.stage as initiative_stage',
      ])
      .where('c.id', '=', id)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('case_annexes')
      .select(['id', 'title', 'url', 'file_hash'])
      .where('case_id', '=', id)
      .orderBy('id')
      .limit(200)
      .execute(),
    decisionsOf(db, { caseId: id }),
    queuePlace(db, id),
  ]);
  return { ...row, annexes, decisions, place };
}

/** Decisions on a case or an initiative, newest first, each with what corrected it. */
export async function decisionsOf(
  db: Db,
  by: {
    readonly caseId?: string;
    readonly initiativeId?: string;
    readonly bodyId?: string;
    /** Leaves out decisions on what has become a draft again, which is closed to most. */
    readonly withoutDrafts?: boolean;
    /** The same, and without what a later decision has corrected: what stands, for everyone. */
    readonly public?: boolean;
  },
  limit = 100,
) {
  return db
    .selectFrom('decisions as d')
    .innerJoin('bodies as b', 'b.id', 'd.body_id')
    .innerJoin('cases as c', 'c.id', 'd.case_id')
    .leftJoin('initiatives as i', 'i.id', 'd.initiative_id')
    .leftJoin('decisions as x', 'x.corrects_id', 'd.id')
    .leftJoin('decisions as e', 'e.id', 'd.corrects_id')
    .leftJoin('people as p', 'p.id', 'd.recorded_by')
    .leftJoin('agenda_items as t', 't.id', 'd.item_id')
    .select([
      'd.id',
      'd.number',
      'd.outcome',
      // What was said on a closed item is read on the decision's own page by those who may.
      sql<string>`case when t.closed_ground is null then d.reason else '' end`.as('reason'),
      'd.votes_for',
      'd.votes_against',
      'd.votes_abstaining',
      'd.decided_on',
      'd.recorded_at',
      'd.conditions',
      'd.points',
      'd.effects',
      'd.receipt',
      'd.rule',
      'd.edition',
      'b.name as body_name',
      'b.slug as body_slug',
      'b.kind as body_kind',
      'c.number as case_number',
      'c.kind as case_kind',
      'c.question',
      'i.slug as initiative_slug',
      'i.name as initiative_name',
      'x.number as corrected_by',
      'e.number as corrects',
      'p.name as recorded_by_name',
    ])
    .$if(by.caseId !== undefined, (query) => query.where('d.case_id', '=', by.caseId as string))
    .$if(by.initiativeId !== undefined, (query) =>
      query.where('d.initiative_id', '=', by.initiativeId as string),
    )
    .$if(by.bodyId !== undefined, (query) => query.where('d.body_id', '=', by.bodyId as string))
    .$if(by.withoutDrafts === true || by.public === true, (query) => query.where('c.status', '<>', 'draft'))
    .$if(by.public === true, (query) => query.where('x.id', 'is', null))
    .orderBy('d.number', 'desc')
    .limit(limit)
    .execute();
}

/** The place of a waiting case in its body's queue, from 1; null when it waits nowhere. */
async function queuePlace(db: Db, id: string): Promise<number | null> {
  const row = await db
    .selectFrom('cases as mine')
    .innerJoin('cases as other', (join) =>
      join.onRef('other.awaits_body_id', '=', 'mine.awaits_body_id').on('other.status', '=', 'waiting'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('mine.id', '=', id)
    .where('mine.status', '=', 'waiting')
    .where((eb) =>
      eb(eb.refTuple('other.awaits_since', 'other.id'), '<=', eb.refTuple('mine.awaits_since', 'mine.id')),
    )
    .executeTakeFirst();
  const n = Number(row?.n ?? 0);
  return n === 0 ? null : n;
}
