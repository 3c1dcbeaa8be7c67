import type { ElectedRole } from '../../bodies/elect.ts';
import type { Db } from '../../db/client.ts';
import type { Actor } from '../../people/actor.ts';
import { itemsFor } from '../openness.ts';

/** Somebody who stands for a seat, as a reader may know it: visitors are told of the organisation only. */
export interface Candidate {
  readonly id: string;
  readonly role: ElectedRole;
  readonly body: { readonly slug: string; readonly name: string };
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly organisation: string | null;
  readonly nominatedBy: { readonly id: string; readonly name: string } | null;
  readonly nominatedAt: string;
  readonly acceptedAt: string | null;
  readonly place: { readonly meeting: number; readonly item: number };
}

/** The most candidates a page and operation show. */
const mostCandidates = 200;

/**
 * Who stands and has not withdrawn, in the order they were nominated: at one item, or for the seats of a body at
 * meetings that are not over. Those at items closed to the reader are left out.
 */
export async function candidatesFor(
  db: Db,
  of: { readonly itemId: string } | { readonly bodyId: string },
  actor: Actor | null,
): Promise<readonly Candidate[]> {
  const rows = await itemsFor(db, actor)
    .innerJoin('candidacies as k', 'k.item_id', 'i.id')
    .innerJoin('meetings as mm', 'mm.id', 'i.meeting_id')
    .innerJoin('bodies as kb', 'kb.id', 'k.body_id')
    .innerJoin('people as p', 'p.id', 'k.person_id')
    .innerJoin('people as n', 'n.id', 'k.nominated_by')
    .leftJoin('organisations as o', 'o.id', 'k.organisation_id')
    .select([
      'k.id',
      'k.role',
      'k.nominated_at',
      'k.accepted_at',
      'kb.slug as body_slug',
      'kb.name as body_name',
      'p.id as person_id',
      'p.name as person_name',
      'n.id as nominator_id',
      'n.name as nominator_name',
      'o.name as organisation',
      'mm.number as meeting',
      'i.number as item',
    ])
    .where('i.hidden', '=', false)
    .where('k.withdrawn_at', 'is', null)
    .$if('itemId' in of, (query) => query.where('k.item_id', '=', (of as { itemId: string }).itemId))
    .$if('bodyId' in of, (query) =>
      query
        .where('k.body_id', '=', (of as { bodyId: string }).bodyId)
        .where('mm.status', 'in', ['draft', 'sent', 'running']),
    )
    .orderBy('k.nominated_at')
    .orderBy('k.id')
    .limit(mostCandidates)
    .execute();
  const names = actor !== null && !actor.operator;
  return rows.map((row) => ({
    id: row.id,
    role: row.role as ElectedRole,
    body: { slug: row.body_slug, name: row.body_name },
    person: names ? { id: row.person_id, name: row.person_name } : null,
    organisation: row.organisation,
    nominatedBy: names ? { id: row.nominator_id, name: row.nominator_name } : null,
    nominatedAt: row.nominated_at,
    acceptedAt: row.accepted_at,
    place: { meeting: row.meeting, item: row.item },
  }));
}

/** Those who have agreed to stand at an item, as an election's choices: a name with the organisation. */
export async function standingAt(db: Db, itemId: string) {
  const rows = await db
    .selectFrom('candidacies as k')
    .innerJoin('people as p', 'p.id', 'k.person_id')
    .leftJoin('organisations as o', 'o.id', 'k.organisation_id')
    .select(['k.id', 'k.role', 'p.name', 'o.name as organisation'])
    .where('k.item_id', '=', itemId)
    .where('k.withdrawn_at', 'is', null)
    .where('k.accepted_at', 'is not', null)
    .orderBy('k.nominated_at')
    .orderBy('k.id')
    .limit(mostCandidates)
    .execute();
  return rows.map(({ id, role, name, organisation }) => ({
    id,
    role: role as ElectedRole,
    label: organisation === null ? name : `${name}, ${organisation}`,
  }));
}
