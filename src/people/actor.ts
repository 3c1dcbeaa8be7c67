import { sql } from 'kysely';
import type { BodyKind, InitiativeRole, Language, SeatRole } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';

/** A right-giving place: a seat in a body, or a role in an initiative. */
export type Mandate =
  | {
      readonly kind: 'seat';
      readonly seatId: string;
      readonly bodyId: string;
      readonly bodyKind: BodyKind;
      readonly initiativeId: string | null;
      readonly role: SeatRole;
      readonly voting: boolean;
    }
  | { readonly kind: 'initiative'; readonly initiativeId: string; readonly role: InitiativeRole };

/** The person who does something, with the mandates valid that day. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly organisationId: string | null;
  /** Employed by an organisation that is a member of the community that day. */
  readonly ofMember: boolean;
  /** The technical account: it decides nothing. */
  readonly operator: boolean;
  readonly mandates: readonly Mandate[];
}

/** Loads a person with the mandates valid on a date; null when the person is unknown or closed by then. */
export async function loadActor(db: Db, personId: string, on: string): Promise<Actor | null> {
  const { rows } = await sql<{
    id: string;
    name: string;
    email: string;
    language: Language;
    organisation_id: string | null;
    operator: boolean;
    of_member: boolean;
    seats: Mandate[];
    roles: Mandate[];
  }>`
    select p.id, p.name, p.email, p.language, p.organisation_id, p.operator,
      exists (select 1 from memberships m where m.organisation_id = p.organisation_id
        and m.from_on <= ${on} and (m.to_on is null or m.to_on >= ${on})) as of_member,
      coalesce((select json_agg(json_build_object('kind', 'seat', 'seatId', s.id, 'bodyId', b.id, 'bodyKind', b.kind,
          'initiativeId', b.initiative_id, 'role', s.role, 'voting', s.voting) order by s.id)
        from seats s join bodies b on b.id = s.body_id
        where s.person_id = p.id and s.from_on <= ${on} and (s.to_on is null or s.to_on >= ${on})
          and b.established_on <= ${on} and (b.closed_on is null or b.closed_on > ${on})), '[]') as seats,
      coalesce((select json_agg(json_build_object('kind', 'initiative', 'initiativeId', r.initiative_id, 'role', r.role) order by r.id)
        from initiative_people r
        where r.person_id = p.id and r.from_on <= ${on} and (r.to_on is null or r.to_on >= ${on})), '[]') as roles
    from people p
    where p.id = ${personId} and (p.closed_on is null or p.closed_on > ${on})`.execute(db);
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    language: row.language,
    organisationId: row.organisation_id,
    ofMember: row.of_member,
    operator: row.operator,
    mandates: row.operator ? [] : [...row.seats, ...row.roles],
  };
}
