import { sql } from 'kysely';
import {
  bodyKinds,
  type BodyKind,
  type DecisionKind,
  type SeatRole,
  type Stage,
  type Text,
} from '../../rulebook/vocabulary.ts';
import { seenBy } from '../cases/queries.ts';
import type { Db } from '../db/client.ts';
import { fromCursor, pageOf, type ListPage } from '../lib/cursor.ts';
import { isId } from '../lib/id.ts';
import { dateIn, plusDays, startOf } from '../lib/time.ts';
import { closedReadable, meetingVisible } from '../meetings/openness.ts';
import type { Actor } from '../people/actor.ts';
import { editionOf } from '../rules/edition-of.ts';
import type { BodyState } from './body-states.ts';
import { boardPart } from './board-part.ts';
import { comingFindingsOf, findingsAndComing, findingsOf, orderOf, type BodyFinding } from './findings.ts';
import { groundDecisionsOf } from './ground-decisions.ts';
import { approvalsOf, bodyBy, bodyFacts } from './load.ts';

export type { BodyFinding } from './findings.ts';

/**
 * What is wrong today with who sits where, in the whole community: soonest due first.
 * @param edition the community's edition; a group is judged by its initiative's own
 */
export async function openFindings(
  db: Db,
  edition: string,
  today: string,
  limit: number,
): Promise<{ readonly items: readonly BodyFinding[]; readonly total: number }> {
  const all = await findingsOf(db, { openOn: today }, edition, today, today);
  return { items: all.slice(0, limit), total: all.length };
}

/** The same with those that begin within sixty days after them, a page at a time. */
export async function listFindings(
  db: Db,
  edition: string,
  today: string,
  paging: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<ListPage<BodyFinding>> {
  const after = fromCursor(paging.cursor, 2)?.map(String);
  const all = await findingsAndComing(db, { openOn: today }, edition, today);
  const keyOf = (each: BodyFinding): readonly [string, string] => [orderOf(each), each.id];
  const from = after ? all.filter((each) => isAfter(keyOf(each), after as [string, string])) : all;
  return pageOf(from, paging.limit, keyOf);
}

const isAfter = (a: readonly [string, string], b: readonly [string, string]): boolean =>
  a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);

export interface BodyFilter {
  readonly kind?: BodyKind | undefined;
  /** Id or slug. */
  readonly initiative?: string | undefined;
  /** Words of its name. */
  readonly q?: string | undefined;
  /** Open ones unless something else is said. */
  readonly state?: BodyState | undefined;
}

export interface BodyItem {
  readonly id: string;
  readonly slug: string;
  readonly kind: BodyKind;
  readonly name: string;
  readonly establishedOn: string;
  readonly closedOn: string | null;
  readonly initiative: { readonly slug: string; readonly name: string } | null;
  /** Seats held today. */
  readonly seats: number;
  /** Its chair; of the secretariat the business manager. */
  readonly lead: Holder | null;
  readonly findings: number;
}

/** Who holds a seat. Visitors are told of the organisation only. */
export interface Holder {
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly organisation: { readonly id: string; readonly name: string } | null;
}

const like = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
const kindOrder = Object.keys(bodyKinds);
/** The association's bodies first, then the groups. A community has some hundreds of bodies: sorting them costs nothing. */
const rank = sql<number>`array_position(${sql.lit(`{${kindOrder.join(',')}}`)}::text[], b.kind)`;

const matching = (db: Db, filter: BodyFilter, today: string) =>
  db
    .selectFrom('bodies as b')
    .leftJoin('initiatives as i', 'i.id', 'b.initiative_id')
    .$if((filter.state ?? 'open') === 'open', (query) =>
      query.where((eb) => eb.or([eb('b.closed_on', 'is', null), eb('b.closed_on', '>', today)])),
    )
    .$if(filter.state === 'closed', (query) => query.where('b.closed_on', '<=', today))
    .$if(filter.kind !== undefined, (query) => query.where('b.kind', '=', filter.kind as string))
    .$if(filter.initiative !== undefined, (query) =>
      query.where(isId(filter.initiative as string) ? 'i.id' : 'i.slug', '=', filter.initiative as string),
    )
    .$if(filter.q !== undefined && filter.q !== '', (query) =>
      query.where(sql<string>`lower(b.name)`, 'like', like(filter.q as string)),
    );

const held = (today: string) =>
  sql<boolean>`s.from_on <= ${today} and (s.to_on is null or s.to_on >= ${today})`;

/**
 * Bodies by kind, then by name in Danish order, each with how many sit there today, who leads it and its open findings.
 * @param reader whose edition counts for the association's bodies, and whether people are named
 */
export async function listBodies(
  db: Db,
  filter: BodyFilter & { readonly limit: number; readonly cursor?: string | undefined },
  reader: { readonly edition: string; readonly today: string; readonly names: boolean },
): Promise<ListPage<BodyItem>> {
  const { today } = reader;
  const after = fromCursor(filter.cursor, 3);
  const usable = after !== null && Number.isInteger(after[0]) && isId(String(after[2]));
  const rows = await matching(db, filter, today)
    .select([
      'b.id',
      'b.slug',
      'b.kind',
      'b.name',
      'b.established_on',
      'b.closed_on',
      'i.slug as initiative_slug',
      'i.name as initiative_name',
    ])
    .select([
      rank.as('rank'),
      sql<number>`(select count(*)::int from seats s where s.body_id = b.id and ${held(today)})`.as('seats'),
      sql<Holder | null>`(select json_build_object('person', json_build_object('id', p.id, 'name', p.name),
        'organisation', case when o.id is null then null else json_build_object('id', o.slug, 'name', o.name) end)
        from seats s join people p on p.id = s.person_id left join organisations o on o.id = s.organisation_id
        where s.body_id = b.id and s.role in ('chair', 'business-manager') and ${held(today)}
        order by s.role desc, s.from_on, s.id limit 1)`.as('lead'),
    ])
    .$if(usable, (query) =>
      query.where(
        sql<boolean>`(${rank}, b.name, b.id) > (${after?.[0]}, ${String(after?.[1])} collate "da-x-icu", ${String(after?.[2])}::uuid)`,
      ),
    )
    .orderBy(rank)
    .orderBy('b.name')
    .orderBy('b.id')
    .limit(filter.limit + 1)
    .execute();
  const page = pageOf(rows, filter.limit, (row) => [row.rank, row.name, row.id]);
  const found = await findingsOf(
    db,
    { bodies: page.items.map((row) => row.id) },
    reader.edition,
    today,
    today,
  );
  return {
    next: page.next,
    items: page.items.map((row) => ({
      id: row.id,
      slug: row.slug,
      kind: row.kind as BodyKind,
      name: row.name,
      establishedOn: row.established_on,
      closedOn: row.closed_on,
      initiative:
        row.initiative_slug === null
          ? null
          : { slug: row.initiative_slug, name: row.initiative_name as string },
      seats: row.seats,
      lead: row.lead && { ...row.lead, person: reader.names ? row.lead.person : null },
      findings: found.filter((each) => each.body.id === row.id).length,
    })),
  };
}

/** How many bodies a filter finds. */
export async function countBodies(db: Db, filter: BodyFilter, today: string): Promise<number> {
  const { n } = await matching(db, filter, today)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export interface SeatItem extends Holder {
  readonly id: string;
  readonly role: SeatRole;
  readonly voting: boolean;
  readonly appointedBy: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly recordedAt: string;
  readonly endRecordedAt: string | null;
  /** A substitute who has taken over the remaining term of somebody else. */
  readonly stoodIn: boolean;
}

/** The most seats a body's page and operation show: those that began last. */
const mostSeats = 500;

/**
 * Seats of a body, the newest first.
 * @param on only those held that day, as known now; `recordedLate` tells what was registered after it
 * @param names whether people are named: for those who are signed in
 * @param known with `on`: as the records told it on this day; `heldAsRecorded` is the same of one seat
 */
export async function seatsOf(
  db: Db,
  bodyId: string,
  on: string | null,
  names: boolean,
  known: string | null = null,
): Promise<readonly SeatItem[]> {
  const rows = await db
    .selectFrom('seats as s')
    .innerJoin('people as p', 'p.id', 's.person_id')
    .leftJoin('organisations as o', 'o.id', 's.organisation_id')
    .select([
      's.id',
      's.role',
      's.voting',
      's.appointed_by',
      's.from_on',
      's.to_on',
      's.recorded_at',
      's.end_recorded_at',
      's.stood_in_for',
      'p.id as person_id',
      'p.name as person_name',
      'o.slug as organisation_slug',
      'o.name as organisation_name',
    ])
    .where('s.body_id', '=', bodyId)
    .$if(on !== null, (query) =>
      query
        .where('s.from_on', '<=', on as string)
        .where((eb) =>
          eb.or([
            eb('s.to_on', 'is', null),
            eb('s.to_on', '>=', on as string),
            ...(known === null ? [] : [eb('s.end_recorded_at', '>=', endOf(known))]),
          ]),
        ),
    )
    .$if(known !== null, (query) => query.where('s.recorded_at', '<', endOf(known as string)))
    .orderBy('s.from_on', 'desc')
    .orderBy('s.id', 'desc')
    .limit(mostSeats)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role as SeatRole,
    voting: row.voting,
    person: names ? { id: row.person_id, name: row.person_name } : null,
    organisation:
      row.organisation_slug === null
        ? null
        : { id: row.organisation_slug, name: row.organisation_name as string },
    appointedBy: row.appointed_by || null,
    from: row.from_on,
    to: row.to_on,
    recordedAt: row.recorded_at,
    endRecordedAt: row.end_recorded_at,
    stoodIn: row.stood_in_for !== null,
  }));
}

/** The instant at which a day has passed in Copenhagen. */
const endOf = (day: string): string => startOf(plusDays(day, 1));

/** Whether a seat was registered only after a day on which it is held. */
export const recordedLate = (seat: Pick<SeatItem, 'recordedAt'>, on: string): boolean =>
  dateIn(Temporal.Instant.from(seat.recordedAt)) > on;

/**
 * A body with its initiative, what the board is asked for and has decided about it, its seats and findings.
 * @param on a day to look at instead of today
 * @param known with `on`: the seats as the records told them on this day
 * @throws Failure `not-found`
 */
export async function bodyDetails(
  db: Db,
  idOrSlug: string,
  reader: { readonly edition: string; readonly today: string; readonly names: boolean },
  on: string | null = null,
  known: string | null = null,
) {
  const row = await bodyBy(db, idOrSlug);
  const { today } = reader;
  const [initiative, approvals, restsOn, seats, findings, coming] = await Promise.all([
    row.initiative_id === null
      ? null
      : db
          .selectFrom('initiatives')
          .select(['id', 'slug', 'name', 'stage', 'level', 'edition'])
          .where('id', '=', row.initiative_id)
          .executeTakeFirstOrThrow(),
    approvalsOf(db, row.id),
    groundDecisionsOf(db, row.id),
    seatsOf(db, row.id, on, reader.names, known),
    findingsOf(db, { bodies: [row.id] }, reader.edition, on ?? today, today),
    on === null ? comingFindingsOf(db, { bodies: [row.id] }, reader.edition, today) : [],
  ]);
  const edition = initiative?.edition ?? reader.edition;
  const board =
    row.kind === 'steering-group' && initiative ? boardPart(editionOf(edition), initiative.level) : 'none';
  return {
    ...bodyFacts(row),
    recordedAt: row.recorded_at,
    facilitatorId: row.facilitator_id,
    edition,
    initiative: initiative && { ...initiative, stage: initiative.stage as Stage },
    board: { part: board, decisions: approvals },
    restsOn,
    seats,
    findings: row.closed_on !== null && row.closed_on <= (on ?? today) ? [] : [...findings, ...coming],
  };
}

export type BodyDetails = Awaited<ReturnType<typeof bodyDetails>>;

/**
 * Decisions a body has made, on cases and on items of its meetings, newest first; not those on what has become a draft
 * again, nor those on items that are closed to the reader.
 */
export async function decisionsOfBody(
  db: Db,
  bodyId: string,
  paging: { readonly limit: number; readonly cursor?: string | undefined },
  actor: Actor | null,
) {
  const [before] = fromCursor(paging.cursor, 1) ?? [];
  const rows = await db
    .selectFrom('decisions as d')
    .leftJoin('cases as c', 'c.id', 'd.case_id')
    .leftJoin('agenda_items as t', 't.id', 'd.item_id')
    .leftJoin('meetings as m', 'm.id', 't.meeting_id')
    .leftJoin('bodies as b', 'b.id', 'm.body_id')
    .leftJoin('initiatives as i', 'i.id', 'd.initiative_id')
    .leftJoin('decisions as x', 'x.corrects_id', 'd.id')
    .select([
      'd.number',
      'd.outcome',
      'd.decided_on',
      'd.rule',
      'd.edition',
      'c.number as case',
      'c.question',
      'c.kind',
      't.title',
      't.title_en',
      'i.slug as initiative_slug',
      'i.name as initiative_name',
      'x.number as corrected_by',
    ])
    .where('d.body_id', '=', bodyId)
    .where(sql<boolean>`(d.case_id is null or ${seenBy(actor)})`)
    .where(
      sql<boolean>`(d.item_id is null or (${meetingVisible(actor)}
        and (t.closed_ground is null or ${closedReadable(actor)})))`,
    )
    .$if(Number.isInteger(before) && Math.abs(before as number) < 2 ** 31, (query) =>
      query.where('d.number', '<', before as number),
    )
    .orderBy('d.number', 'desc')
    .limit(paging.limit + 1)
    .execute();
  const { items, next } = pageOf(rows, paging.limit, (row) => [row.number]);
  return {
    next,
    items: items.map((row) => ({
      number: row.number,
      case: row.case,
      kind: row.kind as DecisionKind | null,
      question: questionOf(row),
      outcome: row.outcome,
      decidedOn: row.decided_on,
      initiative:
        row.initiative_slug === null
          ? null
          : { slug: row.initiative_slug, name: row.initiative_name as string },
      rule: row.rule,
      edition: row.edition,
      correctedBy: row.corrected_by,
    })),
  };
}

/** What was asked: the case's question, else the title of the item. */
function questionOf(row: {
  readonly question: string | null;
  readonly title: string | null;
  readonly title_en: string | null;
}): Text {
  const da = row.question ?? row.title ?? '';
  return { da, en: row.question ?? row.title_en ?? da };
}

export type BodyDecision = Awaited<ReturnType<typeof decisionsOfBody>>['items'][number];
