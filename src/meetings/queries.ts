import { sql } from 'kysely';
import type { BodyKind, Text } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { fromCursor, pageOf, type ListPage } from '../lib/cursor.ts';
import { isId } from '../lib/id.ts';
import { startOf } from '../lib/time.ts';
import type { Actor } from '../people/actor.ts';
import {
  heldStatuses,
  type ItemKind,
  type ItemSource,
  type ItemStatus,
  type MeetingKind,
  type MeetingStatus,
} from './meeting.ts';
import { itemsFor, meetingVisible } from './openness.ts';

export interface MeetingFilter {
  /** Id, slug or kind of a body. */
  readonly body?: string | undefined;
  readonly kind?: MeetingKind | undefined;
  readonly status?: MeetingStatus | undefined;
  /** Coming ones soonest first, past ones latest first, or all of a calendar year in order. */
  readonly when: 'coming' | 'past' | { readonly year: number };
  /** Only those the reader is called to. */
  readonly mine?: boolean | undefined;
}

export interface MeetingSummary {
  readonly id: string;
  readonly number: number;
  readonly kind: MeetingKind;
  readonly status: MeetingStatus;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly body: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly kind: BodyKind;
  };
  readonly initiative: { readonly slug: string; readonly name: string } | null;
  /** Items on the agenda, closed ones counted. */
  readonly items: number;
}

/**
 * Meetings that a reader may know of, a page at a time.
 * @param now the moment that parts coming from past: a meeting is past once it has ended
 */
export async function listMeetings(
  db: Db,
  filter: MeetingFilter & { readonly limit: number; readonly cursor?: string | undefined },
  actor: Actor | null,
  now: string,
): Promise<ListPage<MeetingSummary>> {
  const past = filter.when === 'past';
  const [at, id] = fromCursor(filter.cursor, 2) ?? [];
  const usable = typeof at === 'string' && !Number.isNaN(Date.parse(at)) && isId(String(id));
  const rows = await db
    .selectFrom('meetings as m')
    .innerJoin('bodies as b', 'b.id', 'm.body_id')
    .leftJoin('initiatives as i', 'i.id', 'b.initiative_id')
    .select([
      'm.id',
      'm.number',
      'm.kind',
      'm.status',
      'm.title',
      'm.starts_at',
      'm.ends_at',
      'm.place',
      'b.id as body_id',
      'b.slug as body_slug',
      'b.name as body_name',
      'b.kind as body_kind',
      'i.slug as initiative_slug',
      'i.name as initiative_name',
      sql<number>`(select count(*)::int from agenda_items x where x.meeting_id = m.id and x.status <> 'removed')`.as(
        'items',
      ),
    ])
    .where(meetingVisible(actor))
    .$if(filter.body !== undefined, (query) => {
      const body = filter.body as string;
      return isId(body)
        ? query.where('b.id', '=', body)
        : query.where((eb) => eb.or([eb('b.slug', '=', body), eb('b.kind', '=', body)]));
    })
    .$if(filter.kind !== undefined, (query) => query.where('m.kind', '=', filter.kind as string))
    .$if(filter.status !== undefined, (query) => query.where('m.status', '=', filter.status as string))
    .$if(filter.mine === true, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('attendances as a')
            .select('a.id')
            .whereRef('a.meeting_id', '=', 'm.id')
            .where('a.person_id', '=', actor?.id ?? null),
        ),
      ),
    )
    .$if(typeof filter.when === 'object', (query) => {
      const { year } = filter.when as { year: number };
      return query
        .where('m.starts_at', '>=', startOf(`${year}-01-01`))
        .where('m.starts_at', '<', startOf(`${year + 1}-01-01`));
    })
    .$if(filter.when === 'coming', (query) =>
      query.where('m.ends_at', '>=', now).where('m.status', 'not in', heldStatuses),
    )
    .$if(past, (query) =>
      query.where((eb) => eb.or([eb('m.ends_at', '<', now), eb('m.status', 'in', heldStatuses)])),
    )
    .$if(usable, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('m.starts_at', 'm.id'), past ? '<' : '>', eb.tuple(at as string, id as string)),
      ),
    )
    .orderBy('m.starts_at', past ? 'desc' : 'asc')
    .orderBy('m.id', past ? 'desc' : 'asc')
    .limit(filter.limit + 1)
    .execute();
  const page = pageOf(rows, filter.limit, (row) => [row.starts_at, row.id]);
  return {
    next: page.next,
    items: page.items.map((row) => ({
      id: row.id,
      number: row.number,
      kind: row.kind as MeetingKind,
      status: row.status as MeetingStatus,
      title: row.title,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      place: row.place,
      body: { id: row.body_id, slug: row.body_slug, name: row.body_name, kind: row.body_kind as BodyKind },
      initiative:
        row.initiative_slug === null
          ? null
          : { slug: row.initiative_slug, name: row.initiative_name as string },
      items: row.items,
    })),
  };
}

/** An item as its reader may know it; of a hidden one only number, place, ground and status. */
export interface AgendaItem {
  readonly id: string;
  readonly number: number;
  readonly position: number;
  readonly hidden: boolean;
  readonly closedGround: string | null;
  readonly status: ItemStatus;
  readonly kind: ItemKind | null;
  readonly source: ItemSource | null;
  readonly sourceKey: string | null;
  readonly title: Text | null;
  readonly facts: string;
  readonly proposal: Text | null;
  readonly because: Text | null;
  readonly rule: string | null;
  readonly edition: string | null;
  readonly case: { readonly number: number; readonly question: string } | null;
  readonly initiative: { readonly slug: string; readonly name: string } | null;
  readonly initiativeId: string | null;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly minutes: number | null;
  readonly removedReason: string | null;
  readonly notes: string;
}

/** The most items shown of one agenda at once. */
export const mostItems = 300;

/** The items of a meeting in their order, as a reader may know them; those taken off last. */
export async function agendaOf(
  db: Db,
  meetingId: string,
  actor: Actor | null,
  only: { readonly number?: number; readonly from?: number } = {},
): Promise<readonly AgendaItem[]> {
  const rows = await itemsFor(db, actor)
    .leftJoin('cases as c', 'c.id', 'i.case_id')
    .leftJoin('initiatives as n', 'n.id', 'i.initiative_id')
    .leftJoin('people as p', 'p.id', 'i.owner_id')
    .selectAll('i')
    .select([
      'c.number as case_number',
      'c.question as case_question',
      'n.slug as initiative_slug',
      'n.name as initiative_name',
      'p.name as owner_name',
    ])
    .where('i.meeting_id', '=', meetingId)
    .$if(only.number !== undefined, (query) => query.where('i.number', '=', only.number as number))
    .$if(only.from !== undefined, (query) => query.where('i.position', '>=', only.from as number))
    .orderBy((eb) => eb('i.status', '=', 'removed'))
    .orderBy('i.position')
    .orderBy('i.number')
    .limit(mostItems + 1)
    .execute();
  const names = actor !== null && !actor.operator;
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    position: row.position,
    hidden: row.hidden,
    closedGround: row.closed_ground,
    status: row.status as ItemStatus,
    kind: row.kind as ItemKind | null,
    source: row.source as ItemSource | null,
    sourceKey: row.source_key,
    title: row.title === null ? null : { da: row.title, en: row.title_en ?? row.title },
    facts: row.facts ?? '',
    proposal: row.proposal ? { da: row.proposal, en: row.proposal_en ?? row.proposal } : null,
    because: row.because,
    rule: row.rule,
    edition: row.edition,
    case:
      row.case_number === null ? null : { number: row.case_number, question: row.case_question as string },
    initiative:
      row.initiative_slug === null
        ? null
        : { slug: row.initiative_slug, name: row.initiative_name as string },
    initiativeId: row.initiative_id,
    owner: row.owner_id === null || !names ? null : { id: row.owner_id, name: row.owner_name as string },
    minutes: row.minutes_planned,
    removedReason: row.removed_reason,
    notes: row.notes ?? '',
  }));
}

/** The items before and after one in the order of the agenda; those taken off are passed over. */
export async function neighboursOf(
  db: Db,
  meetingId: string,
  item: Pick<AgendaItem, 'number' | 'position'>,
  actor: Actor | null,
): Promise<{ readonly previous: AgendaItem | null; readonly next: AgendaItem | null }> {
  const beside = async (way: '<' | '>') => {
    const row = await itemsFor(db, actor)
      .select('i.number')
      .where('i.meeting_id', '=', meetingId)
      .where('i.status', '<>', 'removed')
      .where((eb) => eb(eb.refTuple('i.position', 'i.number'), way, eb.tuple(item.position, item.number)))
      .orderBy('i.position', way === '<' ? 'desc' : 'asc')
      .orderBy('i.number', way === '<' ? 'desc' : 'asc')
      .limit(1)
      .executeTakeFirst();
    if (!row) return null;
    const [found] = await agendaOf(db, meetingId, actor, { number: row.number });
    return found ?? null;
  };
  const [previous, next] = await Promise.all([beside('<'), beside('>')]);
  return { previous, next };
}
