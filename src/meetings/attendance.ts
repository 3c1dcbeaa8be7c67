import type { BodyKind, SeatRole } from '../../rulebook/vocabulary.ts';
import type { AttendanceRole } from './meeting.ts';

/** A person who is called, and as what. */
export interface Called {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly role: AttendanceRole;
  readonly voting: boolean;
}

export interface SeatOnDay {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly role: SeatRole;
  readonly voting: boolean;
}

export interface CallFacts {
  readonly kind: BodyKind;
  /** The body's seats valid on the day of the meeting. */
  readonly seats: readonly SeatOnDay[];
  /** The business managers of that day (report p. 10). */
  readonly businessManagers: readonly SeatOnDay[];
  /** The chair of the board of that day, who opens the general assembly. */
  readonly boardChairs: readonly SeatOnDay[];
  /** The initiative's project managers of that day (report p. 11). */
  readonly projectManagers: readonly { readonly personId: string; readonly organisationId: string | null }[];
}

/**
 * Who is called to a meeting: those with a seat on the day; to the board the business manager, without a vote; to a
 * steering group the project manager as its secretary; to the general assembly the association's chair and business
 * manager, while the members send delegates. A substitute is called only in place of somebody.
 */
export function whoFollowsFromSeats(facts: CallFacts): readonly Called[] {
  const called = new Map<string, Called>();
  const add = (each: Called) => {
    if (!called.has(each.personId)) called.set(each.personId, each);
  };
  for (const seat of facts.seats) if (seat.role !== 'substitute') add(seat);
  const withoutVote = (seat: SeatOnDay): Called => ({ ...seat, voting: false });
  if (facts.kind === 'general-assembly') facts.boardChairs.map(withoutVote).forEach(add);
  if (facts.kind === 'general-assembly' || facts.kind === 'board')
    facts.businessManagers.map(withoutVote).forEach(add);
  if (facts.kind === 'steering-group')
    for (const manager of facts.projectManagers) add({ ...manager, role: 'secretary', voting: false });
  return [...called.values()];
}
