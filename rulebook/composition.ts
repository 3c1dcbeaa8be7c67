import { addDays, dayAfter, dayBefore } from './dates.ts';
import { rankOf } from './judge.ts';
import type { CompositionRule, Edition, IsoDate, LevelId, RuleId, SeatFact, Source } from './rule.ts';
import type { BodyKind, Text } from './vocabulary.ts';

/** A body as its composition rules see it. It no longer exists on the day it is closed. */
export interface ComposedBody {
  readonly kind: BodyKind;
  readonly establishedOn: IsoDate;
  readonly closedOn: IsoDate | null;
  /** The level of its initiative today and since when; null for bodies of the whole community. */
  readonly level: { readonly id: LevelId; readonly since: IsoDate } | null;
}

/** Both days included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A breach of a rule on who sits in a body. It informs; what was decided meanwhile stands. */
export interface Finding {
  readonly rule: RuleId;
  readonly body: BodyKind;
  readonly weight: CompositionRule['weight'];
  readonly says: Text;
  readonly cure: Text;
  readonly source: Source;
  /** The first day of the breach. */
  readonly beganOn: IsoDate;
  /** The day it should be cured by. */
  readonly dueOn: IsoDate;
  /** The last day of the breach; null while it lasts. */
  readonly endedOn: IsoDate | null;
}

/**
 * The breaches of an edition's rules on who sits in a body (2016: report §4.1.3–4.1.5, p. 10–12; §5.5, p. 21–22).
 * @param seats every seat the body ever had
 * @param when a day: the breaches of that day; a period: every breach that touches it
 */
export function composition(
  edition: Edition,
  body: ComposedBody,
  seats: readonly SeatFact[],
  when: IsoDate | Period,
): readonly Finding[] {
  const { from, to } = typeof when === 'string' ? { from: when, to: when } : when;
  return edition.composition
    .filter((rule) => rule.body === body.kind && appliesAt(edition, rule, body))
    .flatMap((rule) => breaches(rule, body, seats, to))
    .filter((finding) => finding.endedOn === null || finding.endedOn >= from);
}

const appliesAt = (edition: Edition, rule: CompositionRule, body: ComposedBody): boolean =>
  rule.level === undefined ||
  (body.level !== null && rankOf(edition, rule.level) <= rankOf(edition, body.level.id));

/** From when a rule binds a body: since it exists, and for rules of a level since it is at that level. */
const bindsFrom = (rule: CompositionRule, body: ComposedBody): IsoDate =>
  rule.level !== undefined && body.level !== null && body.level.since > body.establishedOn
    ? body.level.since
    : body.establishedOn;

const validOn = (seat: SeatFact, on: IsoDate): boolean =>
  seat.from <= on && (seat.to === null || seat.to >= on);

function breaches(
  rule: CompositionRule,
  body: ComposedBody,
  seats: readonly SeatFact[],
  until: IsoDate,
): readonly Finding[] {
  const start = bindsFrom(rule, body);
  const end = body.closedOn !== null && body.closedOn <= until ? dayBefore(body.closedOn) : until;
  const days = [start, ...seats.flatMap((seat) => [seat.from, ...(seat.to ? [dayAfter(seat.to)] : [])])];
  const changes = [...new Set(days)].filter((day) => day >= start && day <= end).toSorted();
  const findings: Finding[] = [];
  let beganOn: IsoDate | null = null;
  for (const day of changes) {
    const breached = isBreached(
      rule.rule,
      seats.filter((seat) => validOn(seat, day)),
    );
    if (breached) beganOn ??= day;
    else if (beganOn !== null) {
      findings.push(finding(rule, beganOn, dayBefore(day)));
      beganOn = null;
    }
  }
  if (beganOn !== null) findings.push(finding(rule, beganOn, end < until ? end : null));
  return findings;
}

const finding = (rule: CompositionRule, beganOn: IsoDate, endedOn: IsoDate | null): Finding => ({
  rule: rule.id,
  body: rule.body,
  weight: rule.weight,
  says: rule.says,
  cure: rule.cure,
  source: rule.source,
  beganOn,
  dueOn: addDays(beganOn, rule.cureWithinDays),
  endedOn,
});

const people = (seats: readonly SeatFact[]): number => new Set(seats.map((seat) => seat.person)).size;

/** Whether seats that are all held at the same time break a rule. */
export function isBreached(rule: CompositionRule['rule'], seats: readonly SeatFact[]): boolean {
  const voting = seats.filter((seat) => seat.voting);
  switch (rule.kind) {
    case 'exactly-one':
      return people(seats.filter((seat) => seat.role === rule.role)) !== 1;
    case 'at-least':
      return people(voting) < rule.n;
    case 'at-least-from':
      return people(seats.filter((seat) => seat.alsoIn.includes(rule.from))) < rule.n;
    case 'voting-majority-from':
      return people(voting.filter((seat) => seat.alsoIn.includes(rule.from))) * 2 <= people(voting);
    case 'no-vote':
      return voting.some((seat) => seat.role === rule.role);
    case 'not-member':
      return seats.some(
        (seat) => seat.isProjectManager === true && (seat.voting || seat.role !== 'secretary'),
      );
    case 'one-seat-per-organisation': {
      const organisations = voting.flatMap((seat) => (seat.organisation === null ? [] : [seat.organisation]));
      return new Set(organisations).size < organisations.length;
    }
  }
}

/** A seat in a body of the whole community. */
export interface SeatElsewhere extends Pick<SeatFact, 'person' | 'voting' | 'from' | 'to'> {
  readonly body: BodyKind;
}

/**
 * Cuts seats where their holders enter or leave the voting seats of the community's own bodies, so that each piece
 * tells in which of them the person sits all the while.
 */
export function withOtherSeats(
  seats: readonly Omit<SeatFact, 'alsoIn'>[],
  elsewhere: readonly SeatElsewhere[],
): readonly SeatFact[] {
  return seats.flatMap((seat) => {
    const others = elsewhere.filter((other) => other.person === seat.person && other.voting);
    const cuts = others
      .flatMap((other) => [other.from, ...(other.to ? [dayAfter(other.to)] : [])])
      .filter((day) => day > seat.from && (seat.to === null || day <= seat.to));
    const starts = [...new Set([seat.from, ...cuts])].toSorted();
    return starts.map((from, index): SeatFact => {
      const next = starts[index + 1];
      const held = others.filter((other) => other.from <= from && (other.to === null || other.to >= from));
      return {
        ...seat,
        from,
        to: next === undefined ? seat.to : dayBefore(next),
        alsoIn: [...new Set(held.map((other) => other.body))],
      };
    });
  });
}
