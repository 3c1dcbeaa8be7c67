import { roleTitle, type Titled } from '../../rulebook/titles.ts';
import { sql } from 'kysely';
import {
  bodyKinds,
  initiativeRoles,
  type BodyKind,
  type InitiativeRole,
  type SeatRole,
  type Text,
} from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';

/** What a person is: a seat in a body, or a role in an initiative. */
export type Place =
  | {
      readonly kind: 'seat';
      readonly role: SeatRole;
      readonly body: string;
      readonly bodySlug: string;
      readonly bodyKind: BodyKind;
      readonly initiative: string | null;
    }
  | {
      readonly kind: 'role';
      readonly role: InitiativeRole;
      readonly initiative: string;
      readonly initiativeSlug: string;
    };

type Row = Place & { readonly personId: string };

/** The columns that a seat, or a role, has: one query finds both. */
const placeOf = (row: Row): Place => {
  if (row.kind === 'role') {
    const { kind, role, initiative, initiativeSlug } = row;
    return { kind, role, initiative, initiativeSlug };
  }
  const { kind, role, body, bodySlug, bodyKind, initiative } = row;
  return { kind, role, body, bodySlug, bodyKind, initiative };
};

const places = (db: Db, ids: readonly string[], today: string, later: boolean): Promise<{ rows: Row[] }> =>
  sql<Row>`
    select s.person_id as "personId", 'seat' as kind, s.role, b.name as body, b.slug as "bodySlug", b.kind as "bodyKind",
      i.name as initiative, i.slug as "initiativeSlug"
    from seats s join bodies b on b.id = s.body_id left join initiatives i on i.id = b.initiative_id
    where s.person_id = any(${ids}) and (${later} or s.from_on <= ${today}) and (s.to_on is null or s.to_on >= ${today})
      and (b.closed_on is null or b.closed_on > ${today})
    union all
    select r.person_id, 'role', r.role, null, null, null, i.name, i.slug
    from initiative_people r join initiatives i on i.id = r.initiative_id
    where r.person_id = any(${ids}) and (${later} or r.from_on <= ${today}) and (r.to_on is null or r.to_on >= ${today})
    order by kind desc, "bodyKind", body, initiative`.execute(db);

/** What people are on a date, by person: seats first. */
export async function placesOn(
  db: Db,
  ids: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, readonly Place[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await places(db, ids, today, false);
  const byPerson = new Map<string, Place[]>();
  for (const row of rows) {
    const held = byPerson.get(row.personId);
    if (held) held.push(placeOf(row));
    else byPerson.set(row.personId, [placeOf(row)]);
  }
  return byPerson;
}

/** What a person is today or is to become: everything that must be ended before the person is closed. */
export async function openPlaces(db: Db, personId: string, today: string): Promise<readonly Place[]> {
  const { rows } = await places(db, [personId], today, true);
  return rows;
}

/** A place in a few words: `formand, bestyrelse`. */
export function placeText(titled: Titled, place: Place): Text {
  if (place.kind === 'role')
    return {
      da: `${initiativeRoles[place.role].da} (${place.initiative})`,
      en: `${initiativeRoles[place.role].en} (${place.initiative})`,
    };
  const role = roleTitle(titled, place.role);
  const of = place.initiative === null ? '' : ` (${place.initiative})`;
  return {
    da: `${role.da}, ${bodyKinds[place.bodyKind].da}${of}`,
    en: `${role.en}, ${bodyKinds[place.bodyKind].en}${of}`,
  };
}
