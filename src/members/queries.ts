import { sql } from 'kysely';
import type { Participation, SeatRole } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { fromCursor, pageOf, type ListPage } from '../lib/cursor.ts';
import { isId } from '../lib/id.ts';
import { organisationBy, organisationFacts } from './load.ts';
import { warningsFor, type MemberState, type OrganisationKind } from './organisation.ts';

export interface OrganisationFilter {
  readonly kind?: OrganisationKind | undefined;
  readonly member?: MemberState | undefined;
  readonly region?: string | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface OrganisationItem {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly cvr: string | null;
  readonly municipalityCode: string | null;
  readonly region: string | null;
  /** First day of the membership that holds today; null when it is no member. */
  readonly memberFrom: string | null;
}

const like = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

const memberOn = (today: string) =>
  sql<string | null>`(select m.from_on from memberships m where m.organisation_id = o.id
    and m.from_on <= ${today} and (m.to_on is null or m.to_on >= ${today}) limit 1)`;
const regionOn = (today: string) =>
  sql<string | null>`(select r.region from organisation_regions r where r.organisation_id = o.id
    and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today}) order by r.from_on desc limit 1)`;
const everMember = sql<boolean>`exists (select 1 from memberships m where m.organisation_id = o.id)`;

const matching = (db: Db, filter: Omit<OrganisationFilter, 'cursor' | 'limit'>, today: string) =>
  db
    .selectFrom('organisations as o')
    .$if(filter.member !== 'former', (query) =>
      query.where((eb) => eb.or([eb('o.closed_on', 'is', null), eb('o.closed_on', '>', today)])),
    )
    .$if(filter.kind !== undefined, (query) => query.where('o.kind', '=', filter.kind as string))
    .$if(filter.region !== undefined, (query) => query.where(regionOn(today), '=', filter.region as string))
    .$if(filter.member === 'now', (query) => query.where(memberOn(today), 'is not', null))
    .$if(filter.member === 'former', (query) => query.where(memberOn(today), 'is', null).where(everMember))
    .$if(filter.member === 'never', (query) => query.where((eb) => eb.not(everMember)))
    .$if(filter.q !== undefined && filter.q !== '', (query) =>
      query.where((eb) =>
        eb.or([
          eb(sql`lower(o.name)`, 'like', like(filter.q as string)),
          eb('o.cvr', '=', (filter.q as string).replace(/\s/g, '')),
        ]),
      ),
    );

/** Organisations by name in Danish order. */
export async function listOrganisations(
  db: Db,
  filter: OrganisationFilter,
  today: string,
): Promise<ListPage<OrganisationItem>> {
  const after = fromCursor(filter.cursor, 2);
  const rows = await matching(db, filter, today)
    .select(['o.id', 'o.slug', 'o.name', 'o.kind', 'o.cvr', 'o.municipality_code as municipalityCode'])
    .select([regionOn(today).as('region'), memberOn(today).as('memberFrom')])
    .$if(after !== null && typeof after[0] === 'string' && isId(String(after[1])), (query) =>
      query.where((eb) =>
        eb(eb.refTuple('o.name', 'o.id'), '>', eb.tuple(String(after?.[0]), String(after?.[1]))),
      ),
    )
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(filter.limit + 1)
    .execute();
  return pageOf(rows as OrganisationItem[], filter.limit, (row) => [row.name, row.id]);
}

/** How many organisations a filter finds. */
export async function countOrganisations(
  db: Db,
  filter: Omit<OrganisationFilter, 'cursor' | 'limit'>,
  today: string,
): Promise<number> {
  const { n } = await matching(db, filter, today)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** The regions that organisations lie in on a date, by name. */
export async function regionsOn(db: Db, today: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('organisation_regions')
    .select('region')
    .distinct()
    .where('from_on', '<=', today)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', today)]))
    .orderBy('region')
    .execute();
  return rows.map((row) => row.region);
}

/**
 * An organisation with its memberships, regions, what it does in initiatives, and its seats, over time.
 * @param people whether to name its people: for those who are signed in
 * @throws Failure `not-found`
 */
export async function organisationDetails(db: Db, idOrSlug: string, today: string, people: boolean) {
  const row = await organisationBy(db, idOrSlug);
  const [memberships, regions, participations, seats, staff] = await Promise.all([
    db
      .selectFrom('memberships')
      .select(['id', 'from_on as from', 'to_on as to'])
      .where('organisation_id', '=', row.id)
      .orderBy('from_on', 'desc')
      .execute(),
    db
      .selectFrom('organisation_regions')
      .select(['region', 'from_on as from', 'to_on as to'])
      .where('organisation_id', '=', row.id)
      .orderBy('from_on', 'desc')
      .execute(),
    db
      .selectFrom('participations as p')
      .innerJoin('initiatives as i', 'i.id', 'p.initiative_id')
      .select([
        'p.id',
        'p.role',
        'p.from_on as from',
        'p.to_on as to',
        'i.name',
        'i.slug',
        'i.stage',
        'i.level',
      ])
      .where('p.organisation_id', '=', row.id)
      .orderBy('i.name')
      .orderBy('p.from_on', 'desc')
      .limit(1000)
      .execute(),
    db
      .selectFrom('seats as s')
      .innerJoin('bodies as b', 'b.id', 's.body_id')
      .innerJoin('people as p', 'p.id', 's.person_id')
      .select([
        's.id',
        's.role',
        's.voting',
        's.from_on as from',
        's.to_on as to',
        'b.name as body',
        'b.slug as bodySlug',
        'b.kind as bodyKind',
        'p.id as personId',
        'p.name as person',
      ])
      .where('s.organisation_id', '=', row.id)
      .orderBy('s.from_on', 'desc')
      .limit(500)
      .execute(),
    people
      ? db
          .selectFrom('people')
          .select(['id', 'name'])
          .where('organisation_id', '=', row.id)
          .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', today)]))
          .orderBy('name')
          .limit(500)
          .execute()
      : null,
  ]);
  const current = memberships.find((m) => m.from <= today && (m.to === null || m.to >= today));
  return {
    ...organisationFacts(row),
    kind: row.kind as OrganisationKind,
    memberFrom: current?.from ?? null,
    region: regions.find((r) => r.from <= today && (r.to === null || r.to >= today))?.region ?? null,
    warnings: warningsFor(row.cvr),
    memberships,
    regions,
    participations: participations as ((typeof participations)[number] & { role: Participation })[],
    seats: seats.map(({ personId, person, ...seat }) => ({
      ...seat,
      role: seat.role as SeatRole,
      person: people ? { id: personId, name: person } : null,
    })),
    people: staff,
  };
}

export type OrganisationDetails = Awaited<ReturnType<typeof organisationDetails>>;
