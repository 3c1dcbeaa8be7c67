import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { after, before, earliestMeeting, noticeDeadlines } from './deadlines.ts';
import { statutesById } from './editions.ts';
import type { AssemblyKind, DeadlineKind, Statutes } from './statute.ts';

const now = statutesById('2026-03-17') as Statutes;

const table: readonly [AssemblyKind, string, Readonly<Record<DeadlineKind, string | null>>][] = [
  [
    'ordinary',
    '2026-05-18',
    { notice: '2026-04-18', proposals: '2026-05-04', papers: '2026-05-10', minutes: '2026-06-01' },
  ],
  [
    'ordinary',
    '2026-04-30',
    { notice: '2026-03-30', proposals: '2026-04-16', papers: '2026-04-22', minutes: '2026-05-14' },
  ],
  [
    'ordinary',
    '2026-05-31',
    { notice: '2026-04-30', proposals: '2026-05-17', papers: '2026-05-23', minutes: '2026-06-14' },
  ],
  [
    'ordinary',
    '2028-03-31',
    { notice: '2028-02-29', proposals: '2028-03-17', papers: '2028-03-23', minutes: '2028-04-14' },
  ],
  [
    'extraordinary',
    '2026-09-29',
    { notice: '2026-09-15', proposals: null, papers: null, minutes: '2026-10-13' },
  ],
];

describe('last days around a general assembly', () => {
  for (const [kind, meeting, expected] of table)
    test(`${kind} on ${meeting}: notice by ${expected.notice}`, () => {
      const found = noticeDeadlines(now, kind, meeting);
      const days = Object.fromEntries(
        Object.entries(found).map(([of, deadline]) => [of, deadline?.on ?? null]),
      );
      assert.deepEqual(days, expected);
    });

  test('each last day names the rule that sets it', () => {
    const { notice, proposals, papers, minutes } = noticeDeadlines(now, 'ordinary', '2026-05-18');
    assert.deepEqual(
      [notice, proposals, papers, minutes].map((each) => each?.rule.id),
      ['V24', 'V25', 'V26', 'V28'],
    );
  });

  test('statutes whose text is unknown set no last day', () => {
    const then = statutesById('2016-05-03') as Statutes;
    assert.deepEqual(noticeDeadlines(then, 'ordinary', '2017-05-03'), {
      notice: null,
      proposals: null,
      papers: null,
      minutes: null,
    });
  });
});

describe('the earliest meeting a notice is early enough for', () => {
  const month = { n: 1, unit: 'months' } as const;
  for (const [called, meeting] of [
    ['2026-04-18', '2026-05-18'],
    ['2026-03-31', '2026-05-01'],
    ['2026-04-30', '2026-05-30'],
    ['2027-01-31', '2027-03-01'],
  ] as const)
    test(`called on ${called}: ${meeting}`, () => assert.equal(earliestMeeting(called, month), meeting));

  test('a notice on its last day is early enough, and one the day after never is', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((n) => after('2020-01-01', { n, unit: 'days' }));
    fc.assert(
      fc.property(day, (meeting) => {
        const last = before(meeting, month);
        assert.ok(earliestMeeting(last, month) <= meeting);
        assert.ok(earliestMeeting(after(last, { n: 1, unit: 'days' }), month) > meeting);
      }),
    );
  });
});
