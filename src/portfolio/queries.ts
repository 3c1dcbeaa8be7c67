import type { Db } from '../db/client.ts';

/** Everything that belongs to one initiative beside its own row. */
export async function initiativeDetails(db: Db, id: string) {
  const [links, relations, participants, people, budgets] = await Promise.all([
    db
      .selectFrom('initiative_links')
      .select(['id', 'kind', 'title', 'url'])
      .where('initiative_id', '=', id)
      .orderBy('kind')
      .orderBy('id')
      .limit(100)
      .execute(),
    db
      .selectFrom('initiative_relations as r')
      .innerJoin('initiatives as a', 'a.id', 'r.initiative_id')
      .innerJoin('initiatives as b', 'b.id', 'r.other_id')
      .select([
        'r.id',
        'r.kind',
        'r.note',
        'r.initiative_id',
        'a.slug as from_slug',
        'a.name as from_name',
        'b.slug as to_slug',
        'b.name as to_name',
      ])
      .where((eb) => eb.or([eb('r.initiative_id', '=', id), eb('r.other_id', '=', id)]))
      .orderBy('b.name')
      .limit(100)
      .execute(),
    db
      .selectFrom('participations as p')
      .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
      .select([
        'p.id',
        'p.role',
        'p.from_on',
        'p.to_on',
        'o.id as organisation_id',
        'o.slug as organisation_slug',
        'o.name',
        'o.kind',
      ])
      .where('p.initiative_id', '=', id)
      .orderBy('o.name')
      .orderBy('p.id')
      .limit(1000)
      .execute(),
    db
      .selectFrom('initiative_people as r')
      .innerJoin('people as p', 'p.id', 'r.person_id')
      .select([
        'r.id',
        'r.role',
        'r.qualification',
        'r.qualification_note',
        'r.from_on',
        'r.to_on',
        'p.id as person_id',
        'p.name',
      ])
      .where('r.initiative_id', '=', id)
      .orderBy('r.from_on', 'desc')
      .orderBy('r.id')
      .limit(100)
      .execute(),
    db
      .selectFrom('budgets as g')
      .leftJoin('decisions as s', 's.id', 'g.approved_by_steering')
      .leftJoin('decisions as b', 'b.id', 'g.approved_by_board')
      .select([
        'g.id',
        'g.phase',
        'g.amount_oere',
        'g.funding',
        'g.note',
        'g.replaced',
        'g.proposed_at',
        's.number as steering_decision',
        'b.number as board_decision',
      ])
      .where('g.initiative_id', '=', id)
      .orderBy('g.proposed_at', 'desc')
      .limit(50)
      .execute(),
  ]);
  return { links, relations, participants, people, budgets };
}

/** Who has the roles of an initiative today, who coordinates it, and how many of its cases wait. */
export async function frameRows(
  db: Db,
  row: { readonly id: string; readonly coordinating_organisation_id: string | null },
  today: string,
) {
  const [roles, organisation, waiting] = await Promise.all([
    db
      .selectFrom('initiative_people as r')
      .innerJoin('people as p', 'p.id', 'r.person_id')
      .select(['r.role', 'p.id', 'p.name'])
      .where('r.initiative_id', '=', row.id)
      .where('r.from_on', '<=', today)
      .where((eb) => eb.or([eb('r.to_on', 'is', null), eb('r.to_on', '>=', today)]))
      .orderBy('r.from_on', 'desc')
      .limit(20)
      .execute(),
    row.coordinating_organisation_id === null
      ? null
      : db
          .selectFrom('organisations')
          .select(['slug as id', 'name'])
          .where('id', '=', row.coordinating_organisation_id)
          .executeTakeFirst(),
    db
      .selectFrom('cases')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('initiative_id', '=', row.id)
      .where('status', '=', 'waiting')
      .executeTakeFirstOrThrow(),
  ]);
  const holder = (role: string) => {
    const found = roles.find((each) => each.role === role);
    return found ? { id: found.id, name: found.name } : null;
  };
  return {
    owner: holder('project-owner'),
    manager: holder('project-manager'),
    organisation: organisation ?? null,
    openCases: Number(waiting.n),
  };
}
