import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { composition, type SeatElsewhere } from '../../rulebook/composition.ts';
import { addDays } from '../../rulebook/dates.ts';
import { editions } from '../../rulebook/editions.ts';
import { rankOf } from '../../rulebook/judge.ts';
import type { CompositionRule } from '../../rulebook/rule.ts';
import { bodyKinds, seatRoles, type BodyKind, type SeatRole } from '../../rulebook/vocabulary.ts';
import { seatFacts, type Managing } from './seat-facts.ts';

/** Forty days in which everything happens: few enough that people, seats and roles meet. */
const first = '2026-03-01';
const days = Array.from({ length: 40 }, (_, index) => addDays(first, index));
const day = fc.constantFrom(...days);
const person = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const period = fc
  .tuple(day, fc.option(day))
  .map(([from, to]) => (to !== null && to < from ? { from: to, to: from } : { from, to }));

interface PlainSeat {
  readonly person: string;
  readonly organisation: string | null;
  readonly role: SeatRole;
  readonly voting: boolean;
  readonly from: string;
  readonly to: string | null;
}

const seat = fc
  .record({
    person,
    organisation: fc.constantFrom('x', 'y', 'z', null),
    role: fc.constantFrom(...(Object.keys(seatRoles) as SeatRole[])),
    voting: fc.boolean(),
    when: period,
  })
  .map(({ when, ...rest }): PlainSeat => ({ ...rest, ...when }));
const elsewhere = fc
  .record({ person, voting: fc.boolean(), body: fc.constantFrom('board', 'secretariat'), when: period })
  .map(({ when, body, ...rest }): SeatElsewhere => ({ ...rest, ...when, body: body as BodyKind }));
const managing = fc
  .record({ person, when: period })
  .map(({ person: who, when }): Managing => ({ person: who, ...when }));

const on = (each: { from: string; to: string | null }, date: string): boolean =>
  each.from <= date && (each.to === null || each.to >= date);

/** Whether a rule is broken on one day: asked of that day's people alone, without periods and without the rulebook's code. */
function brokenOn(
  rule: CompositionRule['rule'],
  date: string,
  seats: readonly PlainSeat[],
  others: readonly SeatElsewhere[],
  managers: readonly Managing[],
): boolean {
  const here = seats.filter((each) => on(each, date));
  const voters = new Set(here.filter((each) => each.voting).map((each) => each.person));
  const sitsIn = (who: string, body: string) =>
    others.some((each) => each.person === who && each.body === body && each.voting && on(each, date));
  const manages = (who: string) => managers.some((each) => each.person === who && on(each, date));
  switch (rule.kind) {
    case 'exactly-one':
      return new Set(here.filter((each) => each.role === rule.role).map((each) => each.person)).size !== 1;
    case 'at-least':
      return voters.size < rule.n;
    case 'at-least-from':
      return (
        [...new Set(here.map((each) => each.person))].filter((who) => sitsIn(who, rule.from)).length < rule.n
      );
    case 'voting-majority-from': {
      const theirs = [...voters].filter((who) => sitsIn(who, rule.from)).length;
      return theirs <= voters.size - theirs;
    }
    case 'no-vote':
      return here.some((each) => each.role === rule.role && each.voting);
    case 'not-member':
      return here.some((each) => manages(each.person) && !(each.role === 'secretary' && !each.voting));
    case 'one-seat-per-organisation': {
      const count = new Map<string, number>();
      for (const each of here)
        if (each.voting && each.organisation !== null)
          count.set(each.organisation, (count.get(each.organisation) ?? 0) + 1);
      return [...count.values()].some((n) => n > 1);
    }
  }
}

describe('what is wrong with who sits where, over time', () => {
  for (const edition of editions) {
    test(`is under edition ${edition.id} what one finds by looking at each day by itself`, () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...(Object.keys(bodyKinds) as BodyKind[])),
          fc.array(seat, { maxLength: 8 }),
          fc.array(elsewhere, { maxLength: 4 }),
          fc.array(managing, { maxLength: 2 }),
          fc.record({
            established: day,
            closedOn: fc.option(day),
            level: fc.option(fc.constantFrom(...edition.levels.map((level) => level.id))),
            levelSince: day,
            window: fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a })),
          }),
          (kind, seats, others, managers, { established, closedOn, level, levelSince, window }) => {
            const body = {
              kind,
              establishedOn: established,
              closedOn,
              level: level === null ? null : { id: level, since: levelSince },
            };
            const facts = seatFacts(seats, others, managers);
            const found = composition(edition, body, facts, window);
            for (const rule of edition.composition) {
              const bound = (date: string) =>
                rule.body === kind &&
                date >= established &&
                (closedOn === null || date < closedOn) &&
                (rule.level === undefined ||
                  (level !== null &&
                    rankOf(edition, rule.level) <= rankOf(edition, level) &&
                    date >= levelSince));
              const wrong = days.filter(
                (date) => bound(date) && brokenOn(rule.rule, date, seats, others, managers),
              );
              const told = found.filter((each) => each.rule === rule.id);
              for (const date of days.filter((each) => each >= window.from && each <= window.to)) {
                const covering = told.filter(
                  (each) => each.beganOn <= date && (each.endedOn === null || each.endedOn >= date),
                );
                assert.equal(covering.length, wrong.includes(date) ? 1 : 0, `${rule.id} on ${date}`);
                assert.equal(
                  composition(edition, body, facts, date).filter((each) => each.rule === rule.id).length,
                  covering.length,
                  `${rule.id} asked of ${date} alone`,
                );
              }
              for (const each of told) {
                assert.equal(each.dueOn, addDays(each.beganOn, rule.cureWithinDays));
                assert.ok(!wrong.includes(addDays(each.beganOn, -1)), 'a breach begins on its first day');
              }
            }
          },
        ),
        { numRuns: 500 },
      );
    });
  }
});
