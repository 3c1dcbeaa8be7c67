import { sql } from 'kysely';
import { comingBreaches } from '../../rulebook/coming-breaches.ts';
import {
  composition,
  type ComposedBody,
  type Finding,
  type Period,
  type SeatElsewhere,
} from '../../rulebook/composition.ts';
import { endingSeats, withoutSuccessor, type EndingSeat } from '../../rulebook/ending-seats.ts';
import type { Edition, SeatFact } from '../../rulebook/rule.ts';
import type { SeatRole, BodyKind } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';
import { editionOf } from '../rules/edition-of.ts';
import { seatFacts, type Managing } from './seat-facts.ts';

/** A breach of a rule on who sits in a body, with the body it is about. */
export interface BodyFinding {
  readonly id: string;
  readonly finding: Finding;
  /** The edition whose rule it is: the initiative's own, or the community's. */
  readonly edition: string;
  readonly body: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly kind: BodyKind;
  };
  readonly initiative: { readonly slug: string; readonly name: string } | null;
  readonly overdue: boolean;
  /** It has not begun: it will on the day it is said to begin, if nothing changes. */
  readonly coming: boolean;
}

interface Row {
  id: string;
  slug: string;
  name: string;
  kind: BodyKind;
  established_on: string;
  closed_on: string | null;
  initiative_slug: string | null;
  initiative_name: string | null;
  level: string | null;
  level_since: string | null;
  edition: string | null;
  seats: [string, string | null, SeatRole, boolean, string, string | null][];
  managing: [string, string, string | null][];
}

/** Some bodies, or all that are open on a day. */
export type Which =
  { readonly bodies: readonly string[] } | { readonly initiative: string } | { readonly openOn: string };

/** The most bodies looked at in one go: some ten times the groups of a community of ten thousand initiatives. */
const most = 5_000;

/**
 * Every breach of the rules on who sits where, soonest due first. A group follows its initiative's edition, the bodies
 * of the community follow `edition`. Groups of what has ended are left out.
 * @param when a day, or a period for the breaches over time
 */
export async function findingsOf(
  db: Db,
  which: Which,
  edition: string,
  when: string | Period,
  today: string,
): Promise<readonly BodyFinding[]> {
  return judged(db, which, edition, today, (...given) => composition(...given, when));
}

/** The breaches that begin within sixty days if nothing changes, soonest first. */
export const comingFindingsOf = (
  db: Db,
  which: Which,
  edition: string,
  today: string,
): Promise<readonly BodyFinding[]> =>
  judged(db, which, edition, today, (...given) => comingBreaches(...given, today));

/** The breaches of today, soonest due first, then those that begin within sixty days. */
export const findingsAndComing = (
  db: Db,
  which: Which,
  edition: string,
  today: string,
): Promise<readonly BodyFinding[]> =>
  judged(db, which, edition, today, (...given) => [
    ...composition(...given, today),
    ...comingBreaches(...given, today),
  ]);

/** The seats of a body that end within sixty days of a day and that nobody is to fill, in the order they end. */
export async function endingSeatsOf(
  db: Db,
  body: string,
  edition: string,
  on: string,
): Promise<readonly EndingSeat[]> {
  const rows = await bodiesWithSeats(db, { bodies: [body] });
  const elsewhere = rows.length > 0 ? await communitySeats(db) : [];
  return rows.flatMap((row) => {
    const given = composedOf(row, elsewhere, edition);
    return withoutSuccessor(endingSeats(...given, on), given[2]);
  });
}

type Judge = (edition: Edition, body: ComposedBody, seats: readonly SeatFact[]) => readonly Finding[];

async function judged(
  db: Db,
  which: Which,
  edition: string,
  today: string,
  judge: Judge,
): Promise<readonly BodyFinding[]> {
  const rows = await bodiesWithSeats(db, which);
  const elsewhere = rows.length > 0 ? await communitySeats(db) : [];
  return rows
    .flatMap((row) => findingsOfBody(row, elsewhere, edition, today, judge))
    .toSorted((a, b) => compare(orderOf(a), orderOf(b)) || compare(a.id, b.id));
}

/** By what findings are put in order: breaches of today by deadline, coming ones after them by the day they begin. */
export const orderOf = ({ coming, finding }: Pick<BodyFinding, 'coming' | 'finding'>): string =>
  coming ? `2 ${finding.beganOn}` : `1 ${finding.dueOn}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The level of an initiative and since when it has held it without a break; registered then where nobody decided it. */
const levelSince = sql<
  string | null
>`coalesce((select min((l.decided_at at time zone 'Europe/Copenhagen')::date)
  from level_decisions l where l.initiative_id = i.id and not l.revoked and l.level = i.level
    and not exists (select 1 from decisions c where c.corrects_id = l.decision_id)
    and not exists (select 1 from level_decisions o where o.initiative_id = i.id and not o.revoked
      and o.level <> i.level and o.decided_at > l.decided_at
      and not exists (select 1 from decisions c where c.corrects_id = o.decision_id))),
  (i.registered_at at time zone 'Europe/Copenhagen')::date)`;

async function bodiesWithSeats(db: Db, which: Which): Promise<readonly Row[]> {
  const wanted =
    'bodies' in which
      ? sql`b.id = any(${which.bodies as string[]})`
      : 'initiative' in which
        ? sql`b.initiative_id = ${which.initiative}`
        : sql`(b.closed_on is null or b.closed_on > ${which.openOn}) and b.established_on <= ${which.openOn}
            and (i.id is null or i.stage <> 'retired')`;
  const { rows } = await sql<Row>`
    select b.id, b.slug, b.name, b.kind, b.established_on, b.closed_on, i.slug as initiative_slug, i.name as initiative_name,
      i.level, ${levelSince} as level_since, i.edition,
      coalesce((select json_agg(json_build_array(s.person_id, coalesce(s.organisation_id, p.organisation_id), s.role, s.voting,
          s.from_on, s.to_on) order by s.from_on, s.id)
        from seats s join people p on p.id = s.person_id where s.body_id = b.id), '[]') as seats,
      coalesce((select json_agg(json_build_array(r.person_id, r.from_on, r.to_on)) from initiative_people r
        where r.initiative_id = b.initiative_id and r.role = 'project-manager'), '[]') as managing
    from bodies b left join initiatives i on i.id = b.initiative_id
    where ${wanted} order by b.id limit ${most}`.execute(db);
  return rows;
}

/** The voting seats of the community's own bodies, ever. */
async function communitySeats(db: Db): Promise<readonly SeatElsewhere[]> {
  const { rows } = await sql<SeatElsewhere>`
    select s.person_id as person, s.voting, s.from_on as from, s.to_on as to, b.kind as body
    from seats s join bodies b on b.id = s.body_id
    where b.kind in ('board', 'general-assembly', 'secretariat') and s.voting order by s.from_on limit 5000`.execute(
    db,
  );
  return rows;
}

function findingsOfBody(
  row: Row,
  elsewhere: readonly SeatElsewhere[],
  communityEdition: string,
  today: string,
  judge: Judge,
): readonly BodyFinding[] {
  const editionId = row.edition ?? communityEdition;
  return judge(...composedOf(row, elsewhere, communityEdition)).map((finding) => ({
    id: `${row.id}/${finding.rule}/${finding.beganOn}`,
    finding,
    edition: editionId,
    body: { id: row.id, slug: row.slug, name: row.name, kind: row.kind },
    initiative:
      row.initiative_slug === null
        ? null
        : { slug: row.initiative_slug, name: row.initiative_name as string },
    overdue: finding.endedOn === null && finding.dueOn < today,
    coming: finding.beganOn > today,
  }));
}

/** A body as the rules on composition see it, under the edition it follows. */
function composedOf(
  row: Row,
  elsewhere: readonly SeatElsewhere[],
  communityEdition: string,
): [Edition, ComposedBody, readonly SeatFact[]] {
  const seats = row.seats.map(([person, organisation, role, voting, from, to]) => ({
    person,
    organisation,
    role,
    voting,
    from,
    to,
  }));
  const managing = row.managing.map(([person, from, to]): Managing => ({ person, from, to }));
  const body = {
    kind: row.kind,
    establishedOn: row.established_on,
    closedOn: row.closed_on,
    level: row.level === null ? null : { id: row.level, since: row.level_since as string },
  };
  return [editionOf(row.edition ?? communityEdition), body, seatFacts(seats, elsewhere, managing)];
}
