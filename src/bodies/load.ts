import type { BodyKind } from '../../rulebook/vocabulary.ts';
import type { Db, Tx } from '../db/client.ts';
import { notFound } from '../deeds/failure.ts';
import { isId } from '../lib/id.ts';
import type { GroundId, Scope } from '../people/grounds.ts';
import { editionOf } from '../rules/edition-of.ts';
import { boardPart } from './board-part.ts';
import type { Joining } from '../../rulebook/joining.ts';
import { keptBy } from './permissions.ts';

const bodyNamed = { da: 'Organet', en: 'body' };
const seatNamed = { da: 'Pladsen', en: 'seat' };

/**
 * A body by id or slug.
 * @throws Failure `not-found`
 */
export async function bodyBy(db: Db, idOrSlug: string) {
  const row = await db
    .selectFrom('bodies')
    .selectAll()
    .where(isId(idOrSlug) ? 'id' : 'slug', '=', idOrSlug)
    .executeTakeFirst();
  if (!row) throw notFound(bodyNamed);
  return { ...row, kind: row.kind as BodyKind };
}

export type Body = Awaited<ReturnType<typeof bodyBy>>;

/**
 * The same, locked until the transaction ends: every deed with a body or its seats begins with this. Its initiative is
 * locked first, as everywhere else.
 * @throws Failure `not-found`
 */
export async function lockBody(tx: Tx, idOrSlug: string): Promise<Body> {
  const { id, initiative_id } = await bodyBy(tx, idOrSlug);
  if (initiative_id)
    await tx.selectFrom('initiatives').select('id').where('id', '=', initiative_id).forUpdate().execute();
  const row = await tx
    .selectFrom('bodies')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { ...row, kind: row.kind as BodyKind };
}

/**
 * A seat by id.
 * @throws Failure `not-found`
 */
export async function seatBy(db: Db, id: string) {
  const row = await db.selectFrom('seats').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound(seatNamed);
  return row;
}

export type Seat = Awaited<ReturnType<typeof seatBy>>;

/** Decisions by which the board approved or appointed a body, newest first; those since corrected do not count. */
export const approvalsOf = (db: Db, bodyId: string) =>
  db
    .selectFrom('body_approvals as v')
    .innerJoin('decisions as d', 'd.id', 'v.decision_id')
    .innerJoin('cases as c', 'c.id', 'd.case_id')
    .innerJoin('bodies as b', 'b.id', 'd.body_id')
    .select([
      'd.number',
      'd.decided_on as decidedOn',
      'v.appointed',
      'c.number as case',
      'b.name as by',
      'b.slug as bySlug',
    ])
    .where('v.body_id', '=', bodyId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('decisions as x').select('x.id').whereRef('x.corrects_id', '=', 'v.decision_id'),
        ),
      ),
    )
    .orderBy('d.number', 'desc')
    .limit(20)
    .execute();

/** The edition a body follows: its initiative's own, or the community's. */
export async function editionOfBody(db: Db, body: Body, community: string): Promise<string> {
  if (body.initiative_id === null) return community;
  const { edition } = await db
    .selectFrom('initiatives')
    .select('edition')
    .where('id', '=', body.initiative_id)
    .executeTakeFirstOrThrow();
  return edition;
}

/** Who keeps a body's seats: its own people, or the board's where the board appoints it. */
export async function keepersOf(db: Db, body: Body): Promise<readonly GroundId[]> {
  if (body.kind !== 'steering-group' || body.initiative_id === null) return keptBy[body.kind];
  const [initiative, approvals] = await Promise.all([
    db
      .selectFrom('initiatives')
      .select(['level', 'edition'])
      .where('id', '=', body.initiative_id)
      .executeTakeFirstOrThrow(),
    approvalsOf(db, body.id),
  ]);
  const appointed =
    boardPart(editionOf(initiative.edition), initiative.level) === 'appoints' ||
    approvals.some((each) => each.appointed);
  return appointed ? keptBy['board-appointed'] : keptBy['steering-group'];
}

const scopeOf = (body: Body): Scope => ({
  initiativeId: body.initiative_id,
  body: { id: body.id, kind: body.kind, initiativeId: body.initiative_id },
});

/** What the right to change a body depends on. */
export const scopeOfBody = async (db: Db, idOrSlug: string): Promise<Scope> =>
  scopeOf(await bodyBy(db, idOrSlug));

/** What the right to keep a body's seats depends on. */
export async function scopeOfSeats(db: Db, idOrSlug: string): Promise<Scope> {
  const body = await bodyBy(db, idOrSlug);
  return { ...scopeOf(body), among: await keepersOf(db, body) };
}

/** What the right to close a body depends on: what the board has approved is closed by the board’s people. */
export async function scopeOfClosing(db: Db, idOrSlug: string): Promise<Scope> {
  const body = await bodyBy(db, idOrSlug);
  const approved = (await approvalsOf(db, body.id)).length > 0;
  return { ...scopeOf(body), among: approved ? keptBy['board-appointed'] : await keepersOf(db, body) };
}

/** What the right to a seat depends on; `own` where its holder may do it too. */
export async function scopeOfSeat(db: Db, id: string, own: boolean): Promise<Scope> {
  const seat = await seatBy(db, id);
  const scope = await scopeOfSeats(db, seat.body_id);
  if (!own) return scope;
  return { ...scope, personId: seat.person_id, among: [...(scope.among ?? []), 'oneself'] };
}

/** A body's page, to which its forms lead back. */
export async function aboutBody(db: Db, idOrSlug: string) {
  const { slug, name } = await bodyBy(db, idOrSlug);
  return { href: `/bodies/${slug}`, label: name };
}

/** The same for the forms of a seat, with whose seat it is. */
export async function aboutSeat(db: Db, id: string) {
  const seat = await seatBy(db, id);
  const { name } = await db
    .selectFrom('people')
    .select('name')
    .where('id', '=', seat.person_id)
    .executeTakeFirstOrThrow();
  const { href, label } = await aboutBody(db, seat.body_id);
  return { href, label: `${label}: ${name}` };
}

/** A body as operations answer it and the journal keeps it. */
export const bodyFacts = (row: Omit<Body, 'recorded_at' | 'facilitator_id'>) => ({
  id: row.id,
  slug: row.slug,
  kind: row.kind,
  name: row.name,
  task: row.task,
  initiative: row.initiative_id,
  establishedOn: row.established_on,
  closedOn: row.closed_on,
  joining: row.joining as Joining,
  mostPerOrganisation: row.most_per_organisation,
});

/** A seat as operations answer it and the journal keeps it. */
export const seatFactsOf = (row: Omit<Seat, 'stood_in_for' | 'elected_in' | 'decision_id'>) => ({
  id: row.id,
  body: row.body_id,
  person: row.person_id,
  organisation: row.organisation_id,
  role: row.role,
  voting: row.voting,
  appointedBy: row.appointed_by,
  from: row.from_on,
  to: row.to_on,
});
