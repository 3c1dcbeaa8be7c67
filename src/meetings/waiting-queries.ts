import { sql } from 'kysely';
import type { BodyKind } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { dateIn, plusDays, startOf } from '../lib/time.ts';
import type { Actor } from '../people/actor.ts';
import { groundFor } from '../people/grounds.ts';

/** A meeting that asks something of a person: to prepare it, or to read its agenda and come. */
export interface MeetingWaiting {
  readonly task: 'prepare' | 'attend';
  readonly number: number;
  readonly kind: string;
  readonly title: string;
  readonly startsAt: string;
  readonly papersDueOn: string | null;
  readonly body: { readonly kind: string; readonly name: string };
  /** Items the person has not said anything about. */
  readonly unread: number;
  readonly since: string;
}

/** A meeting that is over and asks something of those who keep it. */
export interface MeetingToFinish extends Pick<
  MeetingWaiting,
  'number' | 'kind' | 'title' | 'startsAt' | 'body'
> {
  readonly task: 'close' | 'write-minutes' | 'publish-minutes';
  readonly since: string;
}

/** How far back one is asked to finish meetings: older ones were kept elsewhere. */
const finishWithinDays = 365;

/** How long before a meeting its agenda is to be prepared, and how long before one is reminded to come. */
const prepareWithinDays = 21;
const attendWithinDays = 7;

/** The meetings that ask something of a person, soonest first. Most people keep a handful of bodies. */
export async function meetingsWaiting(
  db: Db,
  actor: Actor,
  today: string,
): Promise<readonly MeetingWaiting[]> {
  if (actor.operator) return [];
  const { rows } = await sql<{
    number: number;
    kind: string;
    status: string;
    title: string;
    starts_at: string;
    called_at: string;
    sent_at: string | null;
    papers_due_on: string | null;
    body_id: string;
    body_kind: BodyKind;
    body_name: string;
    initiative_id: string | null;
    called: boolean;
    unread: number;
  }>`
    select m.number, m.kind, m.status, m.title, m.starts_at, m.called_at, m.papers_due_on, b.id as body_id, b.kind as body_kind,
      b.name as body_name, b.initiative_id, a.id is not null as called,
      (select max(v.sent_at) from agenda_versions v where v.meeting_id = m.id) as sent_at,
      case when a.id is null then 0 else (select count(*)::int from agenda_items x where x.meeting_id = m.id
        and x.status = 'planned' and x.source <> 'fixed'
        and not exists (select 1 from item_readings r where r.item_id = x.id and r.person_id = ${actor.id})) end as unread
    from meetings m join bodies b on b.id = m.body_id
    left join attendances a on a.meeting_id = m.id and a.person_id = ${actor.id} and a.apologies_at is null and a.role <> 'guest'
    where m.status in ('draft', 'sent', 'running') and m.starts_at >= ${startOf(today)}
      and m.starts_at < ${startOf(plusDays(today, prepareWithinDays + 1))}
      and (a.id is not null or m.status = 'draft')
    order by m.starts_at, m.id limit 300`.execute(db);
  return rows.flatMap((row): MeetingWaiting[] => {
    const common = {
      number: row.number,
      kind: row.kind,
      title: row.title,
      startsAt: row.starts_at,
      papersDueOn: row.papers_due_on,
      body: { kind: row.body_kind, name: row.body_name },
      unread: row.unread,
      since: dateIn(Temporal.Instant.from(row.sent_at ?? row.called_at)),
    };
    if (row.status === 'draft') {
      const body = { id: row.body_id, kind: row.body_kind, initiativeId: row.initiative_id };
      return groundFor(actor, ['body-secretary', 'body-chair'], { body }) === null
        ? []
        : [{ ...common, task: 'prepare' }];
    }
    const near = dateIn(Temporal.Instant.from(row.starts_at)) <= plusDays(today, attendWithinDays);
    return row.called && (near || row.unread > 0) ? [{ ...common, task: 'attend' }] : [];
  });
}

/**
 * The meetings that a person keeps and that are not finished, oldest first: a written procedure past its deadline to be
 * closed, minutes that nobody has been sent, approved minutes that are not published.
 */
export async function meetingsToFinish(
  db: Db,
  actor: Actor,
  today: string,
): Promise<readonly MeetingToFinish[]> {
  if (actor.operator) return [];
  const { rows } = await sql<{
    number: number;
    kind: string;
    status: string;
    title: string;
    starts_at: string;
    since: string;
    body_id: string;
    body_kind: BodyKind;
    body_name: string;
    initiative_id: string | null;
  }>`
    select m.number, m.kind, m.status, m.title, m.starts_at, b.id as body_id, b.kind as body_kind, b.name as body_name,
      b.initiative_id, coalesce(
        (select max(v.approved_at) from minutes_versions v where v.meeting_id = m.id), m.closed_at, m.ends_at) as since
    from meetings m join bodies b on b.id = m.body_id
    where m.starts_at >= ${startOf(plusDays(today, -finishWithinDays))}
      and (m.status = 'approved'
        or (m.status = 'minutes-draft' and not exists (select 1 from minutes_versions v where v.meeting_id = m.id))
        or (m.status = 'sent' and m.kind = 'written' and m.ends_at < ${startOf(today)}))
    order by m.starts_at, m.id limit 300`.execute(db);
  return rows.flatMap((row): MeetingToFinish[] => {
    const body = { id: row.body_id, kind: row.body_kind, initiativeId: row.initiative_id };
    if (groundFor(actor, ['body-secretary', 'body-chair'], { body }) === null) return [];
    return [
      {
        task:
          row.status === 'approved' ? 'publish-minutes' : row.status === 'sent' ? 'close' : 'write-minutes',
        number: row.number,
        kind: row.kind,
        title: row.title,
        startsAt: row.starts_at,
        body: { kind: row.body_kind, name: row.body_name },
        since: dateIn(Temporal.Instant.from(row.since)),
      },
    ];
  });
}
