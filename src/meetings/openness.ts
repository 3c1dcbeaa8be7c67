import { sql, type SqlBool } from 'kysely';
import type { Db } from '../db/client.ts';
import type { Actor } from '../people/actor.ts';

/** What the right to a meeting's closed items and draft depends on. */
export interface Access {
  readonly body: { readonly id: string; readonly kind: string; readonly initiativeId: string | null };
  /** The meeting has been opened: who was called is fixed. */
  readonly opened: boolean;
  /** What the reader is called as; null when not called. */
  readonly calledAs: string | null;
}

const standsIn = ['delegate', 'substitute'];

/** The mandates of a reader that open closed items, once for lists and single meetings alike. */
function keysOf(actor: Actor | null) {
  const mandates = actor === null || actor.operator ? [] : actor.mandates;
  const seats = mandates.filter((m) => m.kind === 'seat');
  return {
    all: seats.some((seat) => seat.bodyKind === 'secretariat'),
    seats: seats.map((seat) => seat.bodyId),
    secretary: seats.filter((seat) => seat.role === 'secretary').map((seat) => seat.bodyId),
    managed: mandates.flatMap((m) =>
      m.kind === 'initiative' && m.role === 'project-manager' ? [m.initiativeId] : [],
    ),
  };
}

/**
 * Who may read a closed item, and a draft: those called to the meeting who have a seat in the body or stand in for
 * somebody, the body's secretary, and the secretariat. Pages, operations, search, feeds, mails and papers all ask this
 * or `closedReadable`, which says the same of lists.
 */
export function mayReadClosed(actor: Actor | null, { body, opened, calledAs }: Access): boolean {
  const keys = keysOf(actor);
  return (
    keys.all ||
    keys.secretary.includes(body.id) ||
    (body.initiativeId !== null && keys.managed.includes(body.initiativeId)) ||
    (keys.seats.includes(body.id) && (!opened || (calledAs !== null && calledAs !== 'guest'))) ||
    (actor !== null && !actor.operator && calledAs !== null && standsIn.includes(calledAs))
  );
}

/** The same as a condition on `meetings as m` with `bodies as b`. */
export function closedReadable(actor: Actor | null) {
  const keys = keysOf(actor);
  if (keys.all) return sql<SqlBool>`true`;
  if (actor === null || actor.operator) return sql<SqlBool>`false`;
  const called = (roles: ReturnType<typeof sql>) =>
    sql<SqlBool>`exists (select 1 from attendances a where a.meeting_id = m.id and a.person_id = ${actor.id}::uuid and ${roles})`;
  return sql<SqlBool>`(b.id = any(${keys.secretary}::uuid[])
    or coalesce(b.initiative_id = any(${keys.managed}::uuid[]), false)
    or (b.id = any(${keys.seats}::uuid[]) and (m.opened_at is null or ${called(sql`a.role <> 'guest'`)}))
    or ${called(sql`a.role = any(${standsIn}::text[])`)})`;
}

/**
 * The meetings a reader may know of, as a condition on `meetings as m` with `bodies as b`: one whose agenda was never
 * sent is for the body and its secretariat.
 */
export const meetingVisible = (actor: Actor | null) =>
  sql<SqlBool>`(m.status not in ('draft', 'cancelled')
    or exists (select 1 from agenda_versions v where v.meeting_id = m.id) or ${closedReadable(actor)})`;

/** The initiative that an item of `agenda_items as x` is about: its case's, where it has one, stands with the case alone. */
export const initiativeOfItem = sql<
  string | null
>`coalesce(x.initiative_id, (select k.initiative_id from cases k where k.id = x.case_id))`;

/**
 * Agenda items as a reader may know of them: of a closed one nothing but its number and ground, `hidden` tells so.
 * Every query of items begins here.
 */
export const itemsFor = (db: Db, actor: Actor | null) =>
  db.selectFrom((eb) => {
    const readable = closedReadable(actor);
    const open = sql<SqlBool>`(x.closed_ground is null or ${readable})`;
    const shown = <T>(column: string) => sql<T>`case when ${open} then ${sql.ref(`x.${column}`)} end`;
    return eb
      .selectFrom('agenda_items as x')
      .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
      .innerJoin('bodies as b', 'b.id', 'm.body_id')
      .where(meetingVisible(actor))
      .select([
        'x.id',
        'x.meeting_id',
        'x.number',
        'x.position',
        'x.closed_ground',
        'x.status',
        'x.added_at',
        sql<boolean>`not ${open}`.as('hidden'),
        shown<string | null>('kind').as('kind'),
        shown<string | null>('source').as('source'),
        shown<string | null>('source_key').as('source_key'),
        shown<string | null>('title').as('title'),
        shown<string | null>('title_en').as('title_en'),
        shown<string | null>('facts').as('facts'),
        shown<string | null>('proposal').as('proposal'),
        shown<string | null>('proposal_en').as('proposal_en'),
        shown<{ da: string; en: string } | null>('because').as('because'),
        shown<string | null>('rule').as('rule'),
        shown<string | null>('edition').as('edition'),
        shown<string | null>('case_id').as('case_id'),
        sql<string | null>`case when ${open} then ${initiativeOfItem} end`.as('initiative_id'),
        shown<string | null>('owner_id').as('owner_id'),
        shown<number | null>('minutes_planned').as('minutes_planned'),
        shown<string | null>('removed_reason').as('removed_reason'),
        shown<string | null>('notes').as('notes'),
      ])
      .as('i');
  });

/** The id of what a journal row is about, where it is one. */
const subjectId = sql`(case when j.subject_id ~ '^[0-9a-f-]{36}$' then j.subject_id end)::uuid`;

/**
 * The rows of the journal about meetings that a reader may see, as a condition on `journal as j`: what was done to an
 * agenda before it was sent, and all that is done to a closed item, is for those who may read closed items.
 */
export function meetingRowsVisible(actor: Actor | null) {
  const readable = closedReadable(actor);
  const sent = sql`j.at >= (select min(v.sent_at) from agenda_versions v where v.meeting_id = m.id)`;
  return sql<SqlBool>`case j.subject_kind
    when 'meeting' then exists (select 1 from meetings m join bodies b on b.id = m.body_id
      where m.id = ${subjectId} and (${readable} or ${sent}))
    when 'agenda-item' then exists (select 1 from agenda_items x join meetings m on m.id = x.meeting_id
      join bodies b on b.id = m.body_id
      where x.id = ${subjectId} and (${readable} or (x.closed_ground is null and ${sent})))
    when 'ballot' then exists (select 1 from ballots v join agenda_items x on x.id = v.item_id
      join meetings m on m.id = x.meeting_id join bodies b on b.id = m.body_id
      where v.id = ${subjectId} and (x.closed_ground is null or ${readable}))
    when 'decision' then not exists (select 1 from decisions d join agenda_items x on x.id = d.item_id
      join meetings m on m.id = x.meeting_id join bodies b on b.id = m.body_id
      where d.id = ${subjectId} and x.closed_ground is not null and not ${readable})
    else true end`;
}
