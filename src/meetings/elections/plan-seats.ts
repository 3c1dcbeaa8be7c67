import { seatRoles, type Text } from '../../../rulebook/vocabulary.ts';
import { seatsElected, type ElectedRole, type NewSeat, type SeatsElected } from '../../bodies/elect.ts';
import { bodyBy, lockBody } from '../../bodies/load.ts';
import { seatsToReplace } from '../../bodies/seat-queries.ts';
import type { Db, Tx } from '../../db/client.ts';
import { newId } from '../../lib/id.ts';
import { formatDate } from '../../web/format.ts';
import type { Ballot } from '../ballots/ballot.ts';
import type { Meeting } from '../load.ts';

/** What an election does to the seats of a body. */
export interface SeatPlan extends SeatsElected {
  readonly body: { readonly id: string; readonly slug: string; readonly name: string };
  readonly names: ReadonlyMap<string, string>;
}

/**
 * What recording an election does: the seats that begin and those that end. Null where the vote is no election between
 * candidates for a seat. Reads only; inside a transaction the body is locked.
 * @param on the day the election was decided
 */
export async function planSeats(
  db: Db,
  meeting: Meeting,
  ballot: Ballot | null,
  on: string,
  today: string,
): Promise<SeatPlan | null> {
  if (ballot?.result?.kind !== 'election') return null;
  const keys = ballot.result.elected;
  const rows = await db
    .selectFrom('ballot_choices as c')
    .innerJoin('candidacies as k', 'k.id', 'c.candidacy_id')
    .select(['c.key', 'k.body_id', 'k.role', 'k.person_id', 'k.organisation_id'])
    .where('c.ballot_id', '=', ballot.id)
    .orderBy('c.position')
    .execute();
  const [any] = rows;
  if (!any) return null;
  const body = db.isTransaction ? await lockBody(db as Tx, any.body_id) : await bodyBy(db, any.body_id);
  const planned = seatsElected({
    body: { kind: body.kind, closed: body.closed_on !== null, establishedOn: body.established_on },
    within: meeting.body.id === body.id,
    role: any.role as ElectedRole,
    elected: keys.flatMap((key) => {
      const row = rows.find((each) => each.key === key);
      return row ? [{ person: row.person_id, organisation: row.organisation_id }] : [];
    }),
    seats: await seatsToReplace(db, body.id, on),
    on,
    today,
  });
  const ids = [...planned.established, ...planned.ended].map(({ person }) => person);
  const people =
    ids.length === 0
      ? []
      : await db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
  return { ...planned, body, names: new Map(people.map(({ id, name }) => [id, name])) };
}

/** A seat that an election establishes, in a sentence. */
export function seatInWords(
  seat: Pick<NewSeat, 'role' | 'voting' | 'from' | 'until'>,
  who: Text,
  body: string,
): Text {
  const as = seatRoles[seat.role];
  const vote = seat.voting
    ? { da: 'med stemme', en: 'with a vote' }
    : { da: 'uden stemme', en: 'without a vote' };
  const end =
    seat.until === null
      ? { da: 'indtil videre', en: 'until further notice' }
      : { da: `til generalforsamlingen i ${seat.until}`, en: `until the general assembly of ${seat.until}` };
  return {
    da: `${who.da} får en plads i ${body} som ${as.da}, ${vote.da}, fra den ${formatDate(seat.from, 'da')} og ${end.da}.`,
    en: `${who.en} gets a seat in ${body} as ${as.en}, ${vote.en}, from ${formatDate(seat.from, 'en')} ${end.en}.`,
  };
}

/** Everything the election does, in sentences for those who may record it. */
export function seatPlanInWords({ body, names, established, ended }: SeatPlan): readonly Text[] {
  const name = (person: string): Text => {
    const found = names.get(person) ?? '';
    return { da: found, en: found };
  };
  return [
    ...established.map((seat) => seatInWords(seat, name(seat.person), body.name)),
    ...ended.map(({ person, to }) => ({
      da: `Pladsen, som ${name(person).da} har i ${body.name}, slutter den ${formatDate(to, 'da')}.`,
      en: `The seat that ${name(person).en} has in ${body.name} ends on ${formatDate(to, 'en')}.`,
    })),
  ];
}

/** Carries the plan out: exactly the seats that were shown. */
export async function fillSeats(
  tx: Tx,
  { body, established, ended }: SeatPlan,
  by: { readonly decisionId: string; readonly appointedBy: string; readonly now: string },
) {
  for (const { id, to } of ended)
    await tx.updateTable('seats').set({ to_on: to, end_recorded_at: by.now }).where('id', '=', id).execute();
  const rows = established.map((seat) => ({
    id: newId(),
    body_id: body.id,
    person_id: seat.person,
    organisation_id: seat.organisation,
    role: seat.role,
    voting: seat.voting,
    appointed_by: by.appointedBy,
    from_on: seat.from,
    to_on: null,
    recorded_at: by.now,
    end_recorded_at: null,
    elected_in: seat.electedIn,
    decision_id: by.decisionId,
  }));
  if (rows.length > 0) await tx.insertInto('seats').values(rows).execute();
  return rows.map((row, index) => ({
    id: row.id,
    body: body.id,
    person: row.person_id,
    organisation: row.organisation_id,
    role: row.role,
    voting: row.voting,
    from: row.from_on,
    until: established[index]?.until ?? null,
  }));
}
