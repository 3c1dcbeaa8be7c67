import { sql } from 'kysely';
import type { Db } from '../../db/client.ts';
import { fromCursor, pageOf, type ListPage } from '../../lib/cursor.ts';
import { isId } from '../../lib/id.ts';
import type { Actor } from '../../people/actor.ts';
import { closedReadable, meetingVisible } from '../openness.ts';
import type { ActionStatus } from './action.ts';

export interface ActionFilter {
  /** Id or slug of a body. */
  readonly body?: string | undefined;
  readonly status?: ActionStatus | 'ended' | undefined;
  /** Only those of the reader. */
  readonly mine?: boolean | undefined;
}

export interface ActionRow {
  readonly id: string;
  readonly number: number;
  readonly task: string;
  readonly status: ActionStatus;
  readonly dueOn: string | null;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly endedNote: string;
  readonly endedAt: string | null;
  readonly recordedAt: string;
  readonly body: { readonly slug: string; readonly name: string };
  readonly meeting: number;
  readonly item: number;
}

/**
 * Actions a reader may know of, newest first: those of closed items are for those who may read them, and for the owner.
 */
export async function listActions(
  db: Db,
  filter: ActionFilter & { readonly limit: number; readonly cursor?: string | undefined },
  actor: Actor,
): Promise<ListPage<ActionRow>> {
  const [after] = fromCursor(filter.cursor, 1) ?? [];
  const rows = await db
    .selectFrom('actions as a')
    .innerJoin('agenda_items as x', 'x.id', 'a.item_id')
    .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
    .innerJoin('bodies as b', 'b.id', 'a.body_id')
    .leftJoin('people as p', 'p.id', 'a.owner_id')
    .select([
      'a.id',
      'a.number',
      'a.task',
      'a.status',
      'a.due_on',
      'a.ended_note',
      'a.ended_at',
      'a.recorded_at',
      'p.id as owner_id',
      'p.name as owner_name',
      'b.slug as body_slug',
      'b.name as body_name',
      'm.number as meeting',
      'x.number as item',
    ])
    .where(meetingVisible(actor))
    .where(
      sql<boolean>`(x.closed_ground is null or a.owner_id = ${actor.id}::uuid or ${closedReadable(actor)})`,
    )
    .$if(filter.body !== undefined, (query) =>
      query.where(isId(filter.body as string) ? 'b.id' : 'b.slug', '=', filter.body as string),
    )
    .$if(filter.status === 'ended', (query) => query.where('a.status', '<>', 'open'))
    .$if(filter.status !== undefined && filter.status !== 'ended', (query) =>
      query.where('a.status', '=', filter.status as string),
    )
    .$if(filter.mine === true, (query) => query.where('a.owner_id', '=', actor.id))
    .$if(typeof after === 'number' && Math.abs(after) < 2 ** 31, (query) =>
      query.where('a.number', '<', after as number),
    )
    .orderBy('a.number', 'desc')
    .limit(filter.limit + 1)
    .execute();
  const page = pageOf(rows, filter.limit, (row) => [row.number]);
  return {
    next: page.next,
    items: page.items.map((row) => ({
      id: row.id,
      number: row.number,
      task: row.task,
      status: row.status as ActionStatus,
      dueOn: row.due_on,
      owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name as string },
      endedNote: row.ended_note,
      endedAt: row.ended_at,
      recordedAt: row.recorded_at,
      body: { slug: row.body_slug, name: row.body_name },
      meeting: row.meeting,
      item: row.item,
    })),
  };
}
