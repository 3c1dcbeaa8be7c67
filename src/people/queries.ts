import { sql } from 'kysely';
import type { BodyKind, InitiativeRole, SeatRole } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { fromCursor, pageOf, type ListPage } from '../lib/cursor.ts';
import { isId } from '../lib/id.ts';
import type { Actor } from './actor.ts';
import { groundFor } from './grounds.ts';
import { personBy } from './load.ts';
import { placesOn, type Place } from './places.ts';
import type { PersonState } from './vocabulary.ts';

export interface PersonFilter {
  readonly q?: string | undefined;
  /** Id or slug. */
  readonly organisation?: string | undefined;
  readonly state?: PersonState | undefined;
}

export interface PersonItem {
  readonly id: string;
  readonly name: string;
  /** Only for those who may see it. */
  readonly email?: string;
  readonly organisation: { readonly id: string; readonly slug: string; readonly name: string } | null;
  readonly operator: boolean;
  readonly closedOn: string | null;
  /** What the person is today. */
  readonly places: readonly Place[];
}

/** Whether somebody may see the e-mail addresses of others: those who keep the records. */
export const seesAddresses = (actor: Actor | null): boolean => groundFor(actor, ['secretariat'], {}) !== null;

const like = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

const matching = (db: Db, filter: PersonFilter, today: string, addresses: boolean) =>
  db
    .selectFrom('people as p')
    .leftJoin('organisations as o', 'o.id', 'p.organisation_id')
    .$if(filter.state !== 'closed', (query) =>
      query.where((eb) => eb.or([eb('p.closed_on', 'is', null), eb('p.closed_on', '>', today)])),
    )
    .$if(filter.state === 'closed', (query) => query.where('p.closed_on', '<=', today))
    .$if(filter.organisation !== undefined, (query) => {
      const asked = filter.organisation as string;
      return query.where(isId(asked) ? 'o.id' : 'o.slug', '=', asked);
    })
    .$if(filter.q !== undefined && filter.q !== '', (query) =>
      query.where((eb) =>
        eb.or([
          eb(sql`lower(p.name)`, 'like', like(filter.q as string)),
          ...(addresses ? [eb('p.email', '=', (filter.q as string).toLowerCase())] : []),
        ]),
      ),
    );

/** People by name in Danish order, each with what they are today. Those without access only when asked for. */
export async function listPeople(
  db: Db,
  filter: PersonFilter & { readonly cursor?: string | undefined; readonly limit: number },
  today: string,
  addresses: boolean,
): Promise<ListPage<PersonItem>> {
  const after = fromCursor(filter.cursor, 2);
  const rows = await matching(db, filter, today, addresses)
    .select(['p.id', 'p.name', 'p.email', 'p.operator', 'p.closed_on'])
    .select(['o.id as organisationId', 'o.slug as organisationSlug', 'o.name as organisationName'])
    .$if(after !== null && typeof after[0] === 'string' && isId(String(after[1])), (query) =>
      query.where((eb) =>
        eb(eb.refTuple('p.name', 'p.id'), '>', eb.tuple(String(after?.[0]), String(after?.[1]))),
      ),
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(filter.limit + 1)
    .execute();
  const { items, next } = pageOf(rows, filter.limit, (row) => [row.name, row.id]);
  const places = await placesOn(
    db,
    items.filter((row) => !row.operator).map((row) => row.id),
    today,
  );
  return {
    items: items.map((row) => ({
      id: row.id,
      name: row.name,
      ...(addresses ? { email: row.email } : {}),
      organisation:
        row.organisationId === null
          ? null
          : {
              id: row.organisationId,
              slug: row.organisationSlug as string,
              name: row.organisationName as string,
            },
      operator: row.operator,
      closedOn: row.closed_on,
      places: places.get(row.id) ?? [],
    })),
    next,
  };
}

/** How many people a filter finds. */
export async function countPeople(
  db: Db,
  filter: PersonFilter,
  today: string,
  addresses: boolean,
): Promise<number> {
  const { n } = await matching(db, filter, today, addresses)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** The organisations that have people, to filter by: slug and name. */
export const organisationsWithPeople = (db: Db) =>
  db
    .selectFrom('organisations as o')
    .select(['o.slug as value', 'o.name as label'])
    .where((eb) =>
      eb.exists(eb.selectFrom('people as p').select('p.id').whereRef('p.organisation_id', '=', 'o.id')),
    )
    .orderBy('o.name')
    .limit(500)
    .execute();

/**
 * A person with seats and roles over time. The e-mail address and the language are for the person and for those who
 * keep the records.
 * @throws Failure `not-found`
 */
export async function personDetails(db: Db, id: string, viewer: Actor) {
  const row = await personBy(db, id);
  const known = viewer.id === row.id || seesAddresses(viewer);
  const [organisation, seats, appointments] = await Promise.all([
    row.organisation_id === null
      ? null
      : db
          .selectFrom('organisations')
          .select(['id', 'slug', 'name'])
          .where('id', '=', row.organisation_id)
          .executeTakeFirstOrThrow(),
    db
      .selectFrom('seats as s')
      .innerJoin('bodies as b', 'b.id', 's.body_id')
      .leftJoin('initiatives as i', 'i.id', 'b.initiative_id')
      .select([
        's.id',
        's.role',
        's.voting',
        's.appointed_by as appointedBy',
        's.from_on as from',
        's.to_on as to',
      ])
      .select(['b.name as body', 'b.slug as bodySlug', 'b.kind as bodyKind', 'b.closed_on as bodyClosedOn'])
      .select(['i.name as initiative', 'i.slug as initiativeSlug'])
      .where('s.person_id', '=', row.id)
      .orderBy('s.from_on', 'desc')
      .orderBy('s.id')
      .limit(500)
      .execute(),
    db
      .selectFrom('initiative_people as r')
      .innerJoin('initiatives as i', 'i.id', 'r.initiative_id')
      .select(['r.id', 'r.role', 'r.qualification', 'r.qualification_note as qualificationNote'])
      .select(['r.from_on as from', 'r.to_on as to', 'i.name as initiative', 'i.slug as initiativeSlug'])
      .where('r.person_id', '=', row.id)
      .orderBy('r.from_on', 'desc')
      .orderBy('r.id')
      .limit(500)
      .execute(),
  ]);
  return {
    id: row.id,
    name: row.name,
    ...(known ? { email: row.email, language: row.language } : {}),
    organisation,
    operator: row.operator,
    closedOn: row.closed_on,
    seats: seats as ((typeof seats)[number] & { role: SeatRole; bodyKind: BodyKind })[],
    appointments: appointments as ((typeof appointments)[number] & { role: InitiativeRole })[],
  };
}

export type PersonDetails = Awaited<ReturnType<typeof personDetails>>;

/** A person's ways in that work now: signed-in browsers, tokens and passkeys, the newest first. */
export async function ownAccess(db: Db, personId: string, now: string) {
  const [sessions, tokens, passkeys] = await Promise.all([
    db
      .selectFrom('sessions')
      .select(['id', 'how', 'user_agent as userAgent', 'created_at as createdAt'])
      .select(['seen_at as seenAt', 'expires_at as expiresAt'])
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .orderBy('created_at', 'desc')
      .limit(100)
      .execute(),
    db
      .selectFrom('api_tokens')
      .select(['id', 'name', 'created_at as createdAt', 'used_at as usedAt', 'expires_at as expiresAt'])
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
      .orderBy('created_at', 'desc')
      .limit(100)
      .execute(),
    db
      .selectFrom('passkeys')
      .select(['id', 'name', 'created_at as createdAt', 'used_at as usedAt'])
      .where('person_id', '=', personId)
      .orderBy('created_at', 'desc')
      .limit(100)
      .execute(),
  ]);
  return { sessions, tokens, passkeys };
}

export type OwnAccess = Awaited<ReturnType<typeof ownAccess>>;
