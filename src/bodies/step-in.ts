import { statutesInForce } from '../../rulebook/statutes/editions.ts';
import { substituteTerm } from '../../rulebook/statutes/elections.ts';
import { setting } from '../../rulebook/statutes/read.ts';
import type { Refusal } from '../../rulebook/rule.ts';
import type { BodyKind, SeatRole } from '../../rulebook/vocabulary.ts';
import type { Problem } from '../deeds/deed.ts';
import { plusDays } from '../lib/time.ts';
import { endSeatOn, heldOn, type SeatTime } from './seat-history.ts';

/** A seat as stepping in needs it. */
export interface TermSeat extends SeatTime {
  readonly role: SeatRole;
  readonly voting: boolean;
  /** The year of the general assembly that began the term. */
  readonly electedIn: number;
}

/** What is known when a substitute is to step in. */
export interface StepInFacts {
  readonly body: { readonly kind: BodyKind; readonly name: string; readonly closed: boolean };
  readonly leaving: TermSeat;
  /** Somebody has stepped in for the seat already. */
  readonly taken: boolean;
  /** Null where the seat named is none of the body's. */
  readonly substitute: TermSeat | null;
  readonly from: string;
  readonly today: string;
}

export interface StepIn {
  /** The two seats that end the day before; null where the seat taken over has ended already. */
  readonly left: SeatTime | null;
  readonly waited: SeatTime;
  readonly begun: { readonly from: string; readonly to: string | null; readonly electedIn: number };
  /** The year of the general assembly at which the term ends. */
  readonly until: number;
}

const fieldsOf = (da: string, en: string, path = ''): Problem => ({ path, says: { da, en } });

/** Only the board has substitutes: the statutes elect them (§6.4), and no edition of the rulebook gives groups any. */
export function substitutesRefused(kind: BodyKind, name: string, on: string): Refusal | null {
  const statutes = statutesInForce(on);
  const rule = statutes && setting(statutes, 'election.substitute-takes-over-term')?.rule;
  if (kind === 'board' && rule) return null;
  const because =
    kind === 'board'
      ? { da: 'Ingen kendte vedtægter gjaldt den dag.', en: 'No statutes known of were in force that day.' }
      : { da: `${name} er ikke bestyrelsen.`, en: `${name} is not the board.` };
  return {
    rule: rule?.id ?? 'election.substitute-takes-over-term',
    says: {
      da: 'Kun bestyrelsen har suppleanter, der overtager en plads.',
      en: 'Only the board has substitutes who take over a seat.',
    },
    source: {
      edition: statutes?.id ?? '',
      ...(rule?.source ?? { document: 'OS2 vedtægter', section: '§6.4' }),
    },
    because,
    cure: {
      da: 'Afslut pladsen, og besæt den med en ny person.',
      en: 'End the seat, and fill it with somebody new.',
    },
  };
}

/** What becomes of the seats when a substitute steps in from a day: the remaining term is taken over (statutes §6.4). */
export function planStepIn(
  facts: StepInFacts,
):
  | { readonly plan: StepIn }
  | { readonly problems: readonly Problem[] }
  | { readonly refused: readonly Refusal[] } {
  const { body, leaving, substitute, from, today } = facts;
  const refused = substitutesRefused(body.kind, body.name, from);
  if (refused) return { refused: [refused] };
  if (body.closed) return { problems: [fieldsOf('Organet er nedlagt.', 'The body is closed.')] };
  if (!leaving.voting)
    return {
      problems: [
        fieldsOf(
          'Pladsen er uden stemme. En suppleant træder ind for et medlem med stemme.',
          'The seat has no vote. A substitute steps in for a member with a vote.',
        ),
      ],
    };
  if (facts.taken)
    return {
      problems: [fieldsOf('En suppleant er allerede trådt ind.', 'A substitute has stepped in already.')],
    };
  if (substitute === null || substitute.role !== 'substitute' || !heldOn(substitute, from))
    return {
      problems: [
        fieldsOf(
          'Vælg en, der er suppleant den dag.',
          'Choose somebody who is a substitute that day.',
          'substitute',
        ),
      ],
    };
  if (from <= leaving.from || from <= substitute.from)
    return {
      problems: [
        fieldsOf(
          'Dagen skal ligge efter, at begge pladser er begyndt.',
          'The day must lie after both seats have begun.',
          'from',
        ),
      ],
    };
  const dayBefore = plusDays(from, -1);
  const planned = leaving.to !== null && leaving.to >= from ? leaving.to : null;
  const left = leaving.to !== null && leaving.to < from ? null : endSeatOn(leaving, dayBefore, today);
  if (left && 'problem' in left) return { problems: [{ ...left.problem, path: 'from' }] };
  const waited = endSeatOn(substitute, dayBefore, today);
  if ('problem' in waited) return { problems: [{ ...waited.problem, path: 'substitute' }] };
  const statutes = statutesInForce(from);
  const term = statutes && substituteTerm(statutes, leaving.electedIn, from);
  if (!term) throw new Error('the statutes give substitutes and no term');
  return {
    plan: {
      left: left && left.seat,
      waited: waited.seat,
      begun: { from, to: planned, electedIn: leaving.electedIn },
      until: term.until,
    },
  };
}
