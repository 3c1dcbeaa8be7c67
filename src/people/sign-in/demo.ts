import { roleTitle, type Titled } from '../../../rulebook/titles.ts';
import { sql } from 'kysely';
import {
  bodyKinds,
  initiativeRoles,
  type BodyKind,
  type InitiativeRole,
  type SeatRole,
  type Text,
} from '../../../rulebook/vocabulary.ts';
import { isLocal } from '../../config.ts';
import type { App } from '../../context.ts';
import { dateIn } from '../../lib/time.ts';
import { community, communityEdition, titledUnder } from '../../rules/community.ts';

/** Whether one click signs in as a demo person: a demo community on this very machine, nothing else. */
export const demoSignInAllowed = async (app: App): Promise<boolean> =>
  isLocal(app.config) && (await community(app.db))?.demo === true;

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly organisation: string | null;
  /** What the person is today, in a few words. */
  readonly is: readonly Text[];
}

/** The invented people of the demo community, those with most to do first. */
export async function demoPeople(app: App): Promise<readonly DemoPerson[]> {
  const titled = titledUnder(await communityEdition(app.db));
  const today = dateIn(app.clock());
  const { rows } = await sql<{
    name: string;
    email: string;
    organisation: string | null;
    operator: boolean;
    seats: { role: SeatRole; kind: BodyKind; name: string | null }[];
    roles: { role: InitiativeRole; name: string }[];
  }>`
    select p.name, p.email, o.name as organisation, p.operator,
      coalesce((select json_agg(json_build_object('role', s.role, 'kind', b.kind, 'name', i.name) order by b.kind, i.name)
        from seats s join bodies b on b.id = s.body_id left join initiatives i on i.id = b.initiative_id
        where s.person_id = p.id and s.from_on <= ${today} and (s.to_on is null or s.to_on >= ${today})
          and (b.closed_on is null or b.closed_on > ${today})), '[]') as seats,
      coalesce((select json_agg(json_build_object('role', r.role, 'name', i.name) order by i.name)
        from initiative_people r join initiatives i on i.id = r.initiative_id
        where r.person_id = p.id and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})), '[]') as roles
    from people p left join organisations o on o.id = p.organisation_id
    where p.email like '%@demo.example' and (p.closed_on is null or p.closed_on > ${today})
    order by p.recorded_at, p.id limit 60`.execute(app.db);
  return rows.map((row) => ({
    name: row.name,
    email: row.email,
    organisation: row.organisation,
    is: row.operator
      ? [{ da: 'drift: teknisk konto uden mandat', en: 'operations: technical account without a mandate' }]
      : [...row.seats.map((seat) => seatText(titled, seat)), ...row.roles.map(roleText)],
  }));
}

const seatText = (titled: Titled, seat: { role: SeatRole; kind: BodyKind; name: string | null }): Text => {
  const role = roleTitle(titled, seat.role);
  const of = seat.name ? { da: ` (${seat.name})`, en: ` (${seat.name})` } : { da: '', en: '' };
  return {
    da: `${role.da}, ${bodyKinds[seat.kind].da}${of.da}`,
    en: `${role.en}, ${bodyKinds[seat.kind].en}${of.en}`,
  };
};

const roleText = (role: { role: InitiativeRole; name: string }): Text => ({
  da: `${initiativeRoles[role.role].da} (${role.name})`,
  en: `${initiativeRoles[role.role].en} (${role.name})`,
});
