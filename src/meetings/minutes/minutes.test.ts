import { edition2025 } from '../../../rulebook/2025/index.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Block } from '../../papers/paper.ts';
import { minutesPaper, type Wording } from './minutes-paper.ts';
import { minutesFor, minutesOf, shortened, type DecisionFacts, type MeetingFacts } from './minutes.ts';
import type { MinutesStanding } from './standing.ts';

type Attendance = MeetingFacts['attendances'][number];
type Item = MeetingFacts['items'][number];

const person = (name: string, more: Partial<Attendance> = {}): Attendance => ({
  id: name,
  person: { id: `id-${name}`, name },
  guest: null,
  organisation: 'Ærø Kommune',
  role: 'member',
  voting: true,
  apologies: false,
  substituteFor: null,
  presences: [{ from: '2026-11-24T09:00:00Z', to: null }],
  ...more,
});

const item = (number: number, more: Partial<Item> = {}): Item => ({
  number,
  kind: 'decision',
  title: { da: `Punkt ${number}`, en: `Item ${number}` },
  facts: 'Sagen er kort.',
  proposal: null,
  notes: '',
  closedGround: null,
  treated: true,
  case: null,
  decisions: [],
  conflicts: [],
  actions: [],
  ...more,
});

const decision = (more: Partial<DecisionFacts> = {}): DecisionFacts => ({
  number: 3,
  outcome: 'approved',
  reason: 'Det lever op til reglerne',
  votes: { for: 0, against: 0, abstaining: 0 },
  consensus: false,
  count: null,
  conditions: [],
  points: [],
  referredTo: null,
  minority: [],
  decidedOn: '2026-11-24',
  recordedAt: '2026-11-24T09:40:00Z',
  corrects: null,
  correctedBy: null,
  ...more,
});

const meeting = (more: Partial<MeetingFacts> = {}): MeetingFacts => ({
  number: 7,
  kind: 'ordinary',
  title: '',
  startsAt: '2026-11-24T09:00:00Z',
  endsAt: '2026-11-24T11:00:00Z',
  openedAt: '2026-11-24T09:02:00Z',
  closedAt: '2026-11-24T10:55:00Z',
  place: 'Ærø',
  online: true,
  body: { name: 'Bestyrelsen', slug: 'board', kind: 'board' },
  chairedBy: { id: 'a', name: 'Frida Formand' },
  minutesBy: { id: 'b', name: 'Sofus Kontor' },
  attendances: [person('Bo Ét')],
  items: [item(1)],
  next: null,
  ...more,
});

const standing: MinutesStanding = {
  version: 2,
  status: 'draft',
  madeAt: '2026-11-25T09:00:00Z',
  remarksUntil: '2026-12-03',
  correctsBecause: null,
  approvedAt: null,
  publishedAt: null,
};
const wording = (lang: 'da' | 'en'): Wording => ({
  titled: edition2025,
  lang,
  community: 'Prøvefællesskabet',
  address: (path) => `https://example.org${path}`,
});

/** Everything a paper says, a line for each piece. */
const said = (blocks: readonly Block[]): string => JSON.stringify(blocks);
const worded = (facts: MeetingFacts, lang: 'da' | 'en' = 'da'): string =>
  said(minutesPaper(minutesOf(facts), standing, wording(lang)).blocks);

describe('Minutes follow from the meeting', () => {
  test('who came late or left early stands with the times, who was there all along without', () => {
    const minutes = minutesOf(
      meeting({
        attendances: [
          person('Hele Tiden', { presences: [{ from: '2026-11-24T08:55:00Z', to: null }] }),
          person('Kom Sent', { presences: [{ from: '2026-11-24T09:30:00Z', to: null }] }),
          person('Gik Midtvejs', {
            presences: [
              { from: '2026-11-24T09:00:00Z', to: '2026-11-24T09:20:00Z' },
              { from: '2026-11-24T10:00:00Z', to: null },
            ],
          }),
        ],
      }),
    );
    assert.deepEqual(
      minutes.present.map(({ spans }) => spans),
      [
        [],
        [{ from: '2026-11-24T09:30:00Z', to: '2026-11-24T10:55:00Z' }],
        [
          { from: '2026-11-24T09:02:00Z', to: '2026-11-24T09:20:00Z' },
          { from: '2026-11-24T10:00:00Z', to: '2026-11-24T10:55:00Z' },
        ],
      ],
    );
    assert.match(
      worded(
        meeting({
          attendances: [person('Kom Sent', { presences: [{ from: '2026-11-24T09:30:00Z', to: null }] })],
        }),
      ),
      /kl\. 10\.30–11\.55/,
    );
  });

  test('guests, observers, apologies and those who stayed away stand apart, and a substitute for whom', () => {
    const minutes = minutesOf(
      meeting({
        attendances: [
          person('Syg', { apologies: true, presences: [] }),
          person('Stedfortræder', { role: 'substitute', substituteFor: 'Syg' }),
          person('Udeblevet', { presences: [] }),
          person('Ser På', { role: 'observer', voting: false }),
          person('Gæst', { role: 'guest', voting: false, person: null, guest: 'Gæsten' }),
          person('Indbudt', { role: 'guest', voting: false, presences: [], person: null, guest: 'Kom ikke' }),
        ],
      }),
    );
    const names = (list: typeof minutes.present) => list.map((each) => each.person?.name ?? each.guest);
    assert.deepEqual(names(minutes.present), ['Stedfortræder']);
    assert.deepEqual(names(minutes.apologies), ['Syg']);
    assert.deepEqual(names(minutes.absent), ['Udeblevet']);
    assert.deepEqual(names(minutes.observers), ['Ser På']);
    assert.deepEqual(names(minutes.guests), ['Gæsten']);
    assert.equal(minutes.present[0]?.insteadOf, 'Syg');
  });

  test('a decision stands with outcome, reason, count, conditions, minority and both dates where it was written later', () => {
    const facts = meeting({
      items: [
        item(1, {
          decisions: [
            decision({
              outcome: 'approved-with-conditions',
              votes: { for: 3, against: 1, abstaining: 1 },
              count: { da: 'Vedtaget: 3 for, 1 imod.', en: 'Carried: 3 for, 1 against.' },
              conditions: [{ da: 'Licensen skrives', en: 'The licence is written' }],
              minority: [{ person: { id: 'x', name: 'Bo To' }, statement: 'For tidligt' }],
              recordedAt: '2026-12-02T09:00:00Z',
            }),
            decision({ number: 4, outcome: 'referred', referredTo: 'Styregruppen', consensus: true }),
            decision({
              number: 5,
              outcome: 'sent-back',
              points: ['Regn igen'],
              votes: { for: 2, against: 0, abstaining: 0 },
            }),
          ],
        }),
      ],
    });
    const danish = worded(facts);
    for (const says of [
      'Beslutning nr. 3',
      'Godkendt med betingelser.',
      'Det lever op til reglerne',
      'Vedtaget: 3 for, 1 imod.',
      'Licensen skrives',
      'Mindretalsudtalelse fra Bo To',
      'For tidligt',
      'Besluttet 24. november 2026, skrevet ind 2. december 2026.',
      'Styregruppen',
      'Ingen talte imod.',
      'Regn igen',
      '2 for, 0 imod, 0 undlod at stemme.',
    ])
      assert.ok(danish.includes(says), says);
    const english = worded(facts, 'en');
    for (const says of [
      'Decision no. 3',
      'Approved with conditions.',
      'Carried: 3 for, 1 against.',
      'The licence is written',
    ])
      assert.ok(english.includes(says), says);
  });

  test('an item nobody reached says so, one without decision says that, and the status stands on top', () => {
    assert.match(worded(meeting({ items: [item(1, { treated: false })] })), /Punktet blev ikke nået\./);
    assert.match(worded(meeting()), /Der blev ikke truffet beslutning\./);
    assert.match(
      worded(meeting()),
      /Kladde, ikke godkendt · udgave 2 · bemærkninger senest 3\. december 2026/,
    );
  });

  test('a written procedure has minutes too: nobody is absent from it, and it has no place', () => {
    const text = worded(
      meeting({
        kind: 'written',
        attendances: [person('Bo Ét', { presences: [] })],
        items: [item(1, { decisions: [decision()] })],
      }),
    );
    assert.match(text, /skriftlig behandling/);
    assert.doesNotMatch(text, /Ikke til stede|Sted|noteret som til stede/);
    assert.match(text, /Beslutning nr\. 3/);
  });

  test('the facts are told in short, cut between sentences', () => {
    assert.equal(shortened('Kort.'), 'Kort.');
    const long = 'En sætning på cirka fyrre tegn i det hele. '.repeat(40);
    const short = shortened(long);
    assert.ok(short.length <= 603 && short.endsWith('. …'), short);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000 }), (text) => shortened(text).length <= 603),
    );
  });
});

describe('Who reads minutes', () => {
  const facts = meeting({
    items: [
      item(1),
      item(2, {
        closedGround: 'Personsag',
        title: { da: 'KANARIEFUGL', en: 'KANARIEFUGL' },
        facts: 'KANARIEFUGL',
        notes: 'KANARIEFUGL',
        proposal: { da: 'KANARIEFUGL', en: 'KANARIEFUGL' },
        case: { number: 9, question: 'KANARIEFUGL' },
        decisions: [decision({ reason: 'KANARIEFUGL' })],
        conflicts: [{ person: { id: 'k', name: 'KANARIEFUGL' }, ground: 'KANARIEFUGL' }],
        actions: [{ number: 1, task: 'KANARIEFUGL', owner: null, dueOn: null }],
      }),
    ],
    next: { number: 8, startsAt: '2026-12-24T09:00:00Z', place: 'KANARIEFUGL', announced: false },
  });

  test('of a closed item nobody without the right gets more than its number and its ground', () => {
    const minutes = minutesOf(facts);
    const open = minutesFor(minutes, { closed: false, names: true });
    assert.doesNotMatch(JSON.stringify(open), /KANARIEFUGL/);
    assert.deepEqual(open.items[1], { number: 2, closedGround: 'Personsag', hidden: true });
    const text = said(minutesPaper(open, standing, wording('da')).blocks);
    assert.match(text, /2\. Lukket punkt/);
    assert.match(text, /Punktet er lukket: Personsag/);
    assert.match(JSON.stringify(minutesFor(minutes, { closed: true, names: true })), /KANARIEFUGL/);
  });

  test('a visitor reads roles and organisations and no name', () => {
    const minutes = minutesFor(
      minutesOf(
        meeting({
          attendances: [
            person('Bo Ét'),
            person('Syg', { apologies: true, presences: [] }),
            person('Stedfortræder', { substituteFor: 'Syg' }),
            person('G', { role: 'guest', person: null, guest: 'Gæsten' }),
          ],
          items: [
            item(1, {
              conflicts: [{ person: { id: 'k', name: 'Bo To' }, ground: 'ansat hos leverandøren' }],
              actions: [{ number: 1, task: 'Ring', owner: { id: 'o', name: 'Åse Ansvar' }, dueOn: null }],
              decisions: [
                decision({ minority: [{ person: { id: 'm', name: 'Min Dretal' }, statement: 'Nej' }] }),
              ],
            }),
          ],
        }),
      ),
      { closed: false, names: false },
    );
    const text = said(minutesPaper(minutes, standing, wording('da')).blocks);
    for (const name of [
      'Bo Ét',
      'Syg',
      'Stedfortræder',
      'Gæsten',
      'Bo To',
      'Åse Ansvar',
      'Min Dretal',
      'Frida',
      'Sofus',
    ])
      assert.ok(!text.includes(name), name);
    for (const says of ['Medlem, Ærø Kommune', 'Gæst', 'ansat hos leverandøren', 'Nej'])
      assert.ok(text.includes(says), says);
  });
});
