import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { edition2016 } from './2016/index.ts';
import { edition2025 } from './2025/index.ts';
import { composition, isBreached, withOtherSeats, type ComposedBody } from './composition.ts';
import { addDays, dayAfter, dayBefore, isDate } from './dates.ts';
import { editions } from './editions.ts';
import type { SeatFact } from './rule.ts';
import type { BodyKind } from './vocabulary.ts';

const seat = (person: string, more: Partial<SeatFact> = {}): SeatFact => ({
  person,
  organisation: `organisation of ${person}`,
  role: 'member',
  voting: true,
  from: '2026-01-01',
  to: null,
  alsoIn: [],
  ...more,
});
const group = (more: Partial<ComposedBody> = {}): ComposedBody => ({
  kind: 'steering-group',
  establishedOn: '2026-01-01',
  closedOn: null,
  level: { id: 'N3', since: '2026-01-01' },
  ...more,
});
const rules = (found: ReturnType<typeof composition>) => found.map(({ rule }) => rule);
const chair = seat('a', { role: 'chair', alsoIn: ['board'] });

describe('who sits in a body, day by day', () => {
  it('a steering group of N3 with its chair and the board’s majority breaks no rule', () => {
    const seats = [chair, seat('b', { alsoIn: ['board'] }), seat('c')];
    assert.deepEqual(composition(edition2016, group(), seats, '2026-06-01'), []);
  });

  it('tells from when to when a chair was missing, and by when there should have been one', () => {
    const seats = [
      seat('a', { role: 'chair', to: '2026-03-31', alsoIn: ['board'] }),
      seat('d', { role: 'chair', from: '2026-05-01', alsoIn: ['board'] }),
      seat('b', { alsoIn: ['board'] }),
    ];
    const found = composition(edition2016, group(), seats, { from: '2026-01-01', to: '2026-12-31' });
    assert.deepEqual(
      found.map(({ rule, beganOn, endedOn, dueOn }) => [rule, beganOn, endedOn, dueOn]),
      [['composition.steering-chair', '2026-04-01', '2026-04-30', '2026-05-31']],
    );
    assert.deepEqual(composition(edition2016, group(), seats, '2026-05-01'), []);
    assert.deepEqual(rules(composition(edition2016, group(), seats, '2026-04-30')), [
      'composition.steering-chair',
    ]);
    assert.deepEqual(composition(edition2016, group(), seats, { from: '2026-06-01', to: '2026-12-31' }), []);
  });

  it('the board’s majority is asked only at N3, and only since the initiative is there', () => {
    const seats = [seat('a', { role: 'chair' }), seat('b')];
    const at = (level: ComposedBody['level']) =>
      composition(edition2016, group({ level }), seats, '2026-06-01');
    assert.deepEqual(rules(at({ id: 'N2', since: '2026-01-01' })), []);
    assert.deepEqual(rules(at(null)), []);
    const [found] = at({ id: 'N3', since: '2026-05-01' });
    assert.equal(found?.rule, 'composition.board-majority');
    assert.equal(found?.beganOn, '2026-05-01');
    assert.equal(found?.endedOn, null, 'it lasts');
  });

  it('nothing is asked of a body before it exists, nor after it is closed', () => {
    const body = group({ establishedOn: '2026-02-01', closedOn: '2026-04-01', level: null });
    const found = composition(edition2016, body, [], { from: '2026-01-01', to: '2026-12-31' });
    assert.deepEqual(
      found.map(({ beganOn, endedOn }) => [beganOn, endedOn]),
      [['2026-02-01', '2026-03-31']],
    );
    assert.deepEqual(composition(edition2016, body, [], '2026-01-15'), []);
  });

  it('a person with two seats is one person', () => {
    assert.equal(
      isBreached({ kind: 'exactly-one', role: 'chair' }, [chair, { ...chair, from: '2026-02-01' }]),
      false,
    );
    assert.equal(isBreached({ kind: 'at-least', n: 2, voting: true }, [chair, chair]), true);
  });

  it('an organisation has one voting seat where the statutes say so', () => {
    const rule = { kind: 'one-seat-per-organisation' } as const;
    const twice = [seat('a', { organisation: 'x' }), seat('b', { organisation: 'x' })];
    assert.equal(isBreached(rule, twice), true);
    assert.equal(
      isBreached(rule, [twice[0] as SeatFact, seat('b', { organisation: 'x', voting: false })]),
      false,
    );
    assert.equal(
      isBreached(rule, [seat('a', { organisation: null }), seat('b', { organisation: null })]),
      false,
    );
  });

  it('in every edition the examples of each rule are judged alike by the day and by the seats', () => {
    for (const edition of editions)
      for (const rule of edition.composition)
        for (const { seats, breached, says } of rule.examples) {
          const body: ComposedBody = {
            kind: rule.body,
            establishedOn: '2010-01-01',
            closedOn: null,
            level: rule.level === undefined ? null : { id: rule.level, since: '2010-01-01' },
          };
          const found = rules(composition(edition, body, seats, '2030-01-01'));
          assert.equal(found.includes(rule.id), breached, `${edition.id} ${rule.id}: ${says.en}`);
        }
  });
});

describe('a board member’s seat in a steering group counts while they sit in the board', () => {
  const inBoard = (from: string, to: string | null, voting = true) => ({
    person: 'a',
    voting,
    from,
    to,
    body: 'board' as BodyKind,
  });
  const { alsoIn: _, ...bare } = seat('a', { to: '2026-12-31' });

  it('is cut where the board’s term begins and ends', () => {
    const pieces = withOtherSeats([bare], [inBoard('2026-03-01', '2026-09-30')]);
    assert.deepEqual(
      pieces.map(({ from, to, alsoIn }) => [from, to, alsoIn]),
      [
        ['2026-01-01', '2026-02-28', []],
        ['2026-03-01', '2026-09-30', ['board']],
        ['2026-10-01', '2026-12-31', []],
      ],
    );
  });

  it('is left whole by a seat without a vote, by other people, and by terms outside it', () => {
    const others = [
      inBoard('2026-03-01', null, false),
      { ...inBoard('2026-03-01', null), person: 'b' },
      inBoard('2027-01-01', null),
    ];
    const pieces = withOtherSeats([bare], others);
    assert.deepEqual(pieces, [{ ...bare, alsoIn: [] }]);
  });

  it('loses the board’s representation the day after the term ends (2025)', () => {
    const open = { ...bare, role: 'chair' as const, to: null };
    const seats = withOtherSeats([open], [inBoard('2020-01-01', '2026-06-30')]);
    const body = group();
    assert.deepEqual(composition(edition2025, body, seats, '2026-06-30'), []);
    const found = composition(edition2025, body, seats, '2026-07-01');
    assert.deepEqual(rules(found), ['composition.board-represented']);
    assert.equal(found[0]?.beganOn, '2026-07-01');
  });

  it('covers exactly the days of the seat, without gap or overlap', () => {
    const date = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days));
    const term = fc
      .tuple(date, fc.option(fc.nat(200)))
      .map(([from, length]) => inBoard(from, length === null ? null : addDays(from, length)));
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), (terms) => {
        const pieces = withOtherSeats([bare], terms);
        assert.equal(pieces[0]?.from, bare.from);
        assert.equal(pieces.at(-1)?.to, bare.to);
        for (const [index, piece] of pieces.entries()) {
          const next = pieces[index + 1];
          if (next) assert.equal(dayAfter(piece.to as string), next.from);
          const held = terms.some(
            ({ from, to }) => from <= piece.from && (to === null || to >= (piece.to as string)),
          );
          assert.equal(piece.alsoIn.includes('board'), held);
        }
      }),
    );
  });
});

it('days are counted on the calendar', () => {
  assert.equal(dayBefore('2028-03-01'), '2028-02-29');
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  for (const [text, is] of [
    ['2026-02-28', true],
    ['2026-02-30', false],
    ['2026-2-3', false],
    ['i morgen', false],
  ] as const)
    assert.equal(isDate(text), is, text);
});
