import { sql } from 'kysely';
import type { Db } from '../db/client.ts';
import type { Actor } from '../people/actor.ts';
import type { Stance } from './meeting.ts';
import type { AgendaItem } from './queries.ts';

/** What the body has said about an item before the meeting; for the body and the secretariat. */
export interface Said {
  readonly stances: readonly { readonly person: Named; readonly stance: Stance }[];
  readonly comments: readonly { readonly person: Named; readonly text: string; readonly at: string }[];
  readonly conflicts: readonly { readonly person: Named; readonly ground: string }[];
}
interface Named {
  readonly id: string;
  readonly name: string;
}

/** Stances, comments and declared conflicts of an item. Only for those who may read closed items. */
export async function saidAbout(db: Db, itemId: string): Promise<Said> {
  const [stances, comments, conflicts] = await Promise.all([
    db
      .selectFrom('item_readings as r')
      .innerJoin('people as p', 'p.id', 'r.person_id')
      .select(['p.id', 'p.name', 'r.stance'])
      .where('r.item_id', '=', itemId)
      .orderBy('p.name')
      .limit(500)
      .execute(),
    db
      .selectFrom('item_comments as k')
      .innerJoin('people as p', 'p.id', 'k.person_id')
      .select(['p.id', 'p.name', 'k.body', 'k.written_at'])
      .where('k.item_id', '=', itemId)
      .orderBy('k.written_at')
      .orderBy('k.id')
      .limit(500)
      .execute(),
    db
      .selectFrom('item_conflicts as f')
      .innerJoin('people as p', 'p.id', 'f.person_id')
      .select(['p.id', 'p.name', 'f.ground'])
      .where('f.item_id', '=', itemId)
      .orderBy('p.name')
      .limit(500)
      .execute(),
  ]);
  const named = ({ id, name }: Named): Named => ({ id, name });
  return {
    stances: stances.map((row) => ({ person: named(row), stance: row.stance as Stance })),
    comments: comments.map((row) => ({ person: named(row), text: row.body, at: row.written_at })),
    conflicts: conflicts.map((row) => ({ person: named(row), ground: row.ground })),
  };
}

/** Where a reader stands on each item of a meeting. */
export async function myStances(
  db: Db,
  meetingId: string,
  actor: Actor | null,
): Promise<ReadonlyMap<string, Stance>> {
  if (actor === null) return new Map();
  const rows = await db
    .selectFrom('item_readings as r')
    .innerJoin('agenda_items as x', 'x.id', 'r.item_id')
    .select(['r.item_id', 'r.stance'])
    .where('x.meeting_id', '=', meetingId)
    .where('r.person_id', '=', actor.id)
    .execute();
  return new Map(rows.map((row) => [row.item_id, row.stance as Stance]));
}

/** What is known that may make a reader partial: the own organisation runs, pays for or coordinates the initiative. */
export async function mayBePartial(
  db: Db,
  item: Pick<AgendaItem, 'initiative'>,
  actor: Actor | null,
): Promise<readonly ('hosts' | 'contributes' | 'coordinates' | 'contract')[]> {
  if (actor?.organisationId == null || item.initiative === null) return [];
  const { rows } = await sql<{ why: 'hosts' | 'contributes' | 'coordinates' | 'contract' }>`
    select p.role as why from participations p join initiatives i on i.id = p.initiative_id
      where i.slug = ${item.initiative.slug} and p.organisation_id = ${actor.organisationId}
        and p.role in ('hosts', 'contributes') and p.to_on is null
    union select 'coordinates' from initiatives i
      where i.slug = ${item.initiative.slug} and i.coordinating_organisation_id = ${actor.organisationId}
    union select 'contract' from contracts k join initiatives i on i.id = k.initiative_id
      where i.slug = ${item.initiative.slug} and k.organisation_id = ${actor.organisationId} and k.to_on is null`.execute(
    db,
  );
  return rows.map((row) => row.why);
}
