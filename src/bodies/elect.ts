import { electedTerm, onElection } from '../../rulebook/statutes/elections.ts';
import { statutesInForce } from '../../rulebook/statutes/editions.ts';
import type { BodyKind, SeatRole } from '../../rulebook/vocabulary.ts';
import type { Problem } from '../deeds/deed.ts';
import { plusDays } from '../lib/time.ts';
import { votesByRole } from './inputs.ts';
import { endSeatOn, heldOn, type SeatTime } from './seat-history.ts';

/** The roles one is elected to. */
export const electedRoles = ['chair', 'deputy-chair', 'member', 'substitute'] as const satisfies SeatRole[];
export type ElectedRole = (typeof electedRoles)[number];

/** A seat of the body as an election needs it. */
export interface SeatHeld extends SeatTime {
  readonly id: string;
  readonly person: string;
  readonly organisation: string | null;
  readonly role: SeatRole;
  readonly voting: boolean;
  /** The year of the general assembly that began the term. */
  readonly electedIn: number;
}

export interface ElectionFacts {
  readonly body: { readonly kind: BodyKind; readonly closed: boolean; readonly establishedOn: string };
  /** The body elects among its own; else the general assembly elects its members. */
  readonly within: boolean;
  readonly role: ElectedRole;
  readonly elected: readonly { readonly person: string; readonly organisation: string | null }[];
  /** The seats of the body that have not ended before the election. */
  readonly seats: readonly SeatHeld[];
  /** The day of the election. */
  readonly on: string;
  readonly today: string;
}

/** A seat that an election establishes. */
export interface NewSeat {
  readonly person: string;
  readonly organisation: string | null;
  readonly role: SeatRole;
  readonly voting: boolean;
  readonly from: string;
  readonly electedIn: number;
  /** The year of the general assembly at which the term ends; null where no rule says. */
  readonly until: number | null;
}

export interface SeatsElected {
  readonly established: readonly NewSeat[];
  readonly ended: readonly { readonly id: string; readonly person: string; readonly to: string }[];
  readonly problems: readonly Problem[];
}

const offices: readonly SeatRole[] = ['chair', 'deputy-chair'];

/**
 * What becomes of a body's seats when an election is decided. The elected sit from the day of the election; what they
 * held before in the body ends the day before, and so do, at the general assembly, the seats whose term is over
 * (statutes §6.4). A body that elects its officers among its own keeps the one who is relieved as a member (B4).
 */
export function seatsElected(facts: ElectionFacts): SeatsElected {
  const { body, within, role, elected, on, today } = facts;
  if (body.closed || on < body.establishedOn)
    return {
      established: [],
      ended: [],
      problems: [{ path: '', says: { da: 'Organet er nedlagt.', en: 'The body is closed.' } }],
    };
  const year = Number(on.slice(0, 4));
  const people = new Set(elected.map(({ person }) => person));
  const held = facts.seats.filter((seat) => heldOn(seat, on));
  const relieved = held.filter(
    (seat) => !people.has(seat.person) && offices.includes(role) && seat.role === role,
  );
  const over = within ? [] : termOver(facts, held, year).filter((seat) => !people.has(seat.person));
  const leaving = [...new Set([...held.filter((seat) => people.has(seat.person)), ...relieved, ...over])];
  const lastDay = plusDays(on, -1);
  const ends = leaving.map((seat) => ({ seat, end: endSeatOn(seat, lastDay, today) }));
  const later = facts.seats.filter((seat) => seat.from > on && people.has(seat.person));
  const problems = [
    ...ends.flatMap(({ end }) => ('problem' in end ? [{ ...end.problem, path: 'ballot' }] : [])),
    ...later.map(({ from }): Problem => ({
      path: 'ballot',
      says: {
        da: `En af de valgte har allerede en plads i organet fra ${from}.`,
        en: `One of the elected has a seat in the body already from ${from}.`,
      },
    })),
  ];
  const begun = (
    who: Pick<NewSeat, 'person' | 'organisation'>,
    as: SeatRole,
    electedIn: number,
  ): NewSeat => ({
    person: who.person,
    organisation: who.organisation,
    role: as,
    voting: votesByRole(as),
    from: on,
    electedIn,
    until: untilOf(body.kind, as, electedIn, on),
  });
  const termOf = (person: string): number =>
    (within ? held.find((seat) => seat.person === person)?.electedIn : undefined) ?? year;
  return {
    established: [
      ...elected.map((who) => begun(who, role, termOf(who.person))),
      ...(within ? relieved.map((seat) => begun(seat, 'member', seat.electedIn)) : []),
    ],
    ended: ends.map(({ seat }) => ({ id: seat.id, person: seat.person, to: lastDay })),
    problems,
  };
}

/** The seats on the board of a role whose term ends at the general assembly of a year. */
function termOver({ body, role, on }: ElectionFacts, held: readonly SeatHeld[], year: number) {
  const statutes = body.kind === 'board' ? statutesInForce(on) : null;
  if (!statutes) return [];
  const same = held.filter((seat) => seat.role === role);
  const { standing } = onElection(
    statutes,
    same.map((seat) => ({ person: seat.id, role: termRole(seat.role), electedIn: seat.electedIn })),
    year,
  );
  const ids = new Set(standing.map(({ person }) => person));
  return same.filter(({ id }) => ids.has(id));
}

const termRole = (role: SeatRole) => (role === 'chair' ? 'chair' : 'member');

/** The year of the general assembly at which the term of a seat ends (§6.4); null where no rule says. */
export function untilOf(kind: BodyKind, role: SeatRole, electedIn: number, on: string): number | null {
  const statutes = kind === 'board' ? statutesInForce(on) : null;
  return (statutes && electedTerm(statutes, termRole(role), electedIn)?.until) ?? null;
}
