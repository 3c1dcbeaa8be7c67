import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { newId } from '../lib/id.ts';
import { mergedOrder } from './agenda.ts';

let c: TestCommunity;
before(async () => {
  c = await testCommunity('2025');
});
after(() => c.end());

const call = (on: string, input: Record<string, unknown> = {}) =>
  c.act('manager', 'call-meeting', {}, { body: 'board', on, from: '10.00', until: '12.00', ...input });

/** Makes cases that wait for the board; gives their ids. */
async function waitingCases(n: number, more: Record<string, unknown> = {}): Promise<readonly string[]> {
  const ids = Array.from({ length: n }, () => newId());
  await c.app.db
    .insertInto('cases')
    .values(
      ids.map((id, index) => ({
        id,
        kind: index % 3 === 0 ? 'information' : 'economy',
        question: `Spørgsmål ${id.slice(-4)}?`,
        status: 'waiting',
        awaits_body_id: c.bodies.board,
        awaits_since: '2026-10-01T08:00:00Z',
        rule: 'right.economy',
        edition: '2025',
        asked_by: c.people.manager,
        asked_at: '2026-10-01T08:00:00Z',
        ...more,
      })),
    )
    .execute();
  return ids;
}

const standing = (meeting: unknown) =>
  c.app.db
    .selectFrom('agenda_items')
    .selectAll()
    .where('meeting_id', '=', String(meeting))
    .where('status', '<>', 'removed')
    .orderBy('position')
    .execute();

const clear = async () => {
  await c.app.db
    .updateTable('meetings')
    .set({ status: 'published' })
    .where('status', '<>', 'published')
    .execute();
  await c.app.db.updateTable('cases').set({ status: 'decided', awaits_body_id: null }).execute();
};

describe('the agenda that builds itself', () => {
  test('holds what waits between the fixed items, each with its reason in both languages', async () => {
    await clear();
    const [id] = await waitingCases(2);
    const items = await standing((await call('2026-12-10'))['id']);
    assert.equal(items[0]?.source_key, 'fixed:presence');
    assert.equal(items.at(-1)?.source_key, 'fixed:any-other-business');
    const asked = items.find((item) => item.case_id === id);
    assert.equal(asked?.kind, 'information');
    for (const item of items) {
      const because = item.because as unknown as { da: string; en: string };
      assert.ok(because.da.length > 10 && because.en.length > 10, item.title);
    }
    assert.deepEqual(
      items.map((item) => item.number),
      items.map((_, index) => index + 1),
    );
  });

  test('what is postponed past the day of the meeting does not come yet', async () => {
    await clear();
    const [later] = await waitingCases(1, { postponed_until: '2026-12-20' });
    const early = await standing((await call('2026-12-10'))['id']);
    assert.ok(!early.some((item) => item.case_id === later));
    const late = await standing((await call('2026-12-21'))['id']);
    assert.ok(late.some((item) => item.case_id === later));
  });

  test('brought up to date, it takes what has come, drops what waits no more, and keeps what people wrote', async () => {
    await clear();
    const [first, second] = await waitingCases(2);
    const meeting = await call('2026-12-10');
    const own = await c.act(
      'manager',
      'add-agenda-item',
      { id: meeting['id'] },
      { title: 'Vores eget', kind: 'discussion' },
    );
    const [third] = await waitingCases(1);
    await c.app.db
      .updateTable('cases')
      .set({ status: 'withdrawn', awaits_body_id: null })
      .where('id', '=', String(first))
      .execute();
    const built = await c.act('manager', 'propose-agenda', { id: meeting['id'] });
    assert.deepEqual([built['added'], built['dropped']], [1, 1]);
    const items = await standing(meeting['id']);
    const cases = new Set(items.flatMap((item) => item.case_id ?? []));
    assert.deepEqual(cases, new Set([second, third]));
    assert.ok(items.some((item) => item.id === own['id']));
    assert.equal(items.at(-1)?.source_key, 'fixed:any-other-business');
  });

  test('a seat whose end breaks a rule is told once, with the breach and from when; other seats by the day they end', async () => {
    await clear();
    const { db } = c.app;
    const board = () => db.updateTable('seats').where('body_id', '=', c.bodies.board);
    const found = async (on: string) =>
      (await standing((await call(on))['id']))
        .filter((item) => item.source === 'finding' || item.source === 'seat')
        .map((item) => [item.source_key.replace(c.bodies.board, 'board'), item.title, item.because] as const);
    const before = new Set((await found('2026-12-10')).map(([key]) => key));
    const about = async (on: string) => {
      await clear();
      return (await found(on)).filter(([key]) => !before.has(key));
    };
    await board().set({ to_on: '2027-01-31' }).where('role', '=', 'chair').execute();
    const [chair, ...others] = await about('2026-12-10');
    assert.deepEqual(
      others.map(([key]) => key),
      ['finding:board/composition.board-size/2027-02-01'],
      'no seat beside the breaches its end brings about',
    );
    assert.equal(chair?.[0], 'finding:board/composition.board-chair/2027-02-01');
    assert.match(chair[1], /^Regel brydes fra 1\. februar 2027: /);
    assert.match(
      JSON.stringify(chair[2]),
      /fra 1\. februar 2027, hvis intet ændres: en plads ophører 31\. januar 2027 \(/,
    );
    assert.deepEqual(await about('2026-11-26'), [], 'more than sixty days after the meeting');
    const [begun] = await about('2027-02-05');
    assert.equal(begun?.[0], chair[0], 'the same thing by the same key when it has begun');
    await board().set({ to_on: null }).where('role', '=', 'chair').execute();
    await db
      .insertInto('seats')
      .values({
        id: newId(),
        body_id: c.bodies.board,
        person_id: c.people.member,
        role: 'observer',
        voting: false,
        from_on: '2026-01-01',
        to_on: '2026-12-31',
        recorded_at: '2026-01-01T09:00:00Z',
      })
      .execute();
    assert.deepEqual(
      (await about('2026-12-10')).map(([key]) => key),
      ['seat:2026-12-31'],
    );
    await db.deleteFrom('seats').where('person_id', '=', c.people.member).execute();
  });

  test('a meeting called before another takes over what had been put on the later one', async () => {
    await clear();
    const ids = await waitingCases(4);
    const later = await call('2026-12-18');
    const sooner = await call('2026-12-09');
    const on = async (meeting: Record<string, unknown>) =>
      (await standing(meeting['id'])).filter((item) => item.case_id !== null).length;
    assert.equal(await on(sooner), ids.length);
    assert.equal(await on(later), 0);
  });

  test('every case that waits stands on the body’s next agenda exactly once, whatever order things happen in', async () => {
    const step = fc.oneof(
      fc.record({ does: fc.constant('case' as const), n: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ does: fc.constant('call' as const), day: fc.integer({ min: 1, max: 28 }) }),
      fc.record({ does: fc.constant('propose' as const), which: fc.nat(5) }),
      fc.record({ does: fc.constant('withdraw' as const), which: fc.nat(9) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        await clear();
        const cases: string[] = [];
        const meetings: Record<string, unknown>[] = [];
        for (const each of steps) {
          if (each.does === 'case') cases.push(...(await waitingCases(each.n)));
          if (each.does === 'call') meetings.push(await call(`2027-01-${String(each.day).padStart(2, '0')}`));
          const meeting = each.does === 'propose' ? meetings[each.which] : undefined;
          if (meeting) await c.act('manager', 'propose-agenda', { id: meeting['id'] });
          const gone = each.does === 'withdraw' ? cases.splice(each.which, 1) : [];
          if (gone.length > 0)
            await c.app.db
              .updateTable('cases')
              .set({ status: 'withdrawn', awaits_body_id: null })
              .where('id', 'in', gone)
              .execute();
        }
        const next = [...meetings, await call('2027-02-01')].toSorted((a, b) =>
          String(a['startsAt']) < String(b['startsAt']) ? -1 : 1,
        )[0] as Record<string, unknown>;
        await c.act('manager', 'propose-agenda', { id: next['id'] });
        const { rows } = await c.app.db
          .selectFrom('agenda_items as x')
          .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
          .select(['x.case_id', 'x.meeting_id'])
          .where('m.status', '=', 'draft')
          .where('x.status', '=', 'planned')
          .where('x.case_id', 'is not', null)
          .execute()
          .then((found) => ({ rows: found }));
        for (const id of cases)
          assert.deepEqual(
            rows.filter((row) => row.case_id === id).map((row) => row.meeting_id),
            [next['id']],
            'the case stands once, on the next agenda',
          );
      }),
      { numRuns: 15 },
    );
  });

  test('a thousand things are put in order once each, and what stands keeps its order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(60)).map((all) => all.map(String)),
        fc.uniqueArray(fc.nat(60)).map((all) => all.map(String)),
        (stands, proposed) => {
          const order = mergedOrder(stands, proposed);
          assert.deepEqual(new Set(order), new Set([...stands, ...proposed]));
          assert.equal(order.length, new Set(order).size);
          assert.deepEqual(
            order.filter((key) => stands.includes(key)),
            stands,
          );
        },
      ),
    );
  });
});
