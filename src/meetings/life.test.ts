import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { testCommunity, type Person, type TestCommunity } from '../../test/community.ts';
import { serve, type Http } from '../../test/http.ts';
import { seriesDays } from './series.ts';

let c: TestCommunity;
let http: Http;
before(async () => {
  c = await testCommunity('2025');
  http = await serve(c);
});
after(async () => {
  await http.end();
  await c.end();
});

interface Item {
  id: string;
  number: number;
  title: string | null;
  status: string;
  hidden: boolean;
  closedGround: string | null;
  removedReason: string | null;
}

const call = async (on: string, input: Record<string, unknown> = {}) =>
  String(
    (
      await c.act(
        'manager',
        'call-meeting',
        {},
        { body: 'board', on, from: '10.00', until: '12.00', ...input },
      )
    )['id'],
  );
const add = async (id: string, title: string) =>
  String(
    (await c.act('manager', 'add-agenda-item', { id }, { title, kind: 'discussion', facts: `Om ${title}` }))[
      'id'
    ],
  );
const agenda = async (id: string, person: Person | null = 'manager') =>
  (await http.api(person, 'GET', `/meetings/${id}`)).json<{ agenda: Item[] }>().agenda;
const called = async (id: string, person: Person) =>
  String(
    (
      await c.app.db
        .selectFrom('attendances')
        .select('id')
        .where('meeting_id', '=', id)
        .where('person_id', '=', c.people[person])
        .executeTakeFirstOrThrow()
    ).id,
  );

describe('an agenda is sent', () => {
  test('it stands as it was sent, and what changes afterwards is shown as a change', async () => {
    const id = await call('2026-12-01');
    const kept = await add(id, 'Det første');
    const dropped = await add(id, 'Det andet');
    assert.equal((await c.act('manager', 'send-agenda', { id }))['version'], 1);
    await c.act('manager', 'edit-agenda-item', { id: kept }, { facts: 'Skrevet om' });
    await c.act('manager', 'remove-agenda-item', { id: dropped }, { reason: 'Oplægsholderen er syg' });
    const late = await add(id, 'Det tredje');
    const page = (await http.get(null, `/meetings/${id}`)).text;
    assert.match(page, /Ændret, siden den blev sendt/);
    assert.ok(
      (await agenda(id, null)).some((item) => item.id === late),
      'visitors see the agenda that was sent on',
    );
    assert.equal((await c.act('manager', 'send-agenda', { id }))['version'], 2);
    assert.doesNotMatch((await http.get(null, `/meetings/${id}`)).text, /Ændret, siden den blev sendt/);
  });

  test('sent, it no longer changes by itself', async () => {
    const id = await call('2026-12-02');
    await c.act('manager', 'send-agenda', { id });
    const result = await c.try('manager', 'propose-agenda', { id });
    assert.equal(result.kind, 'refused');
  });
});

describe('items of an agenda', () => {
  test('are moved up and down, and keep their numbers', async () => {
    const id = await call('2026-12-03');
    const item = await add(id, 'Det, der flyttes');
    const before = await agenda(id);
    await c.act('manager', 'move-agenda-item', { id: item }, { direction: 'up' });
    const now = await agenda(id);
    const place = (items: Item[]) => items.findIndex((each) => each.id === item);
    assert.equal(place(now), place(before) - 1);
    assert.deepEqual(
      new Map(now.map((each) => [each.id, each.number])),
      new Map(before.map((each) => [each.id, each.number])),
    );
  });

  test('taken off with a reason come back on the next meeting, saying why', async () => {
    const id = await call('2026-12-04');
    const item = await add(id, 'Punktet, der blev taget af');
    await c.act('manager', 'remove-agenda-item', { id: item }, { reason: 'Vi mangler tallene' });
    const next = await call('2026-12-11');
    const back = (await agenda(next)).filter((each) => each.title === 'Punktet, der blev taget af');
    assert.equal(back.length, 1);
    assert.match(
      (await http.get('manager', `/meetings/${next}`)).text,
      /Taget af dagsordenen 4\. december 2026: Vi mangler tallene/,
    );
    const again = await c.try('manager', 'restore-agenda-item', { id: item });
    assert.equal(again.kind, 'bad-input', 'it stands on the next meeting by now');
  });

  test('on a meeting that is cancelled come on the next, and the cancelled agenda stays', async () => {
    const id = await call('2027-01-05');
    await add(id, 'Fra det aflyste møde');
    await c.act('manager', 'cancel-meeting', { id }, { reason: 'For få kunne komme' });
    assert.ok((await agenda(id)).some((each) => each.title === 'Fra det aflyste møde'));
    assert.ok((await agenda(await call('2027-01-06'))).some((each) => each.title === 'Fra det aflyste møde'));
  });

  test('closed ones tell others than the body and the secretariat only number and ground', async () => {
    const id = await call('2026-12-07');
    const item = await add(id, 'KANARIEFUGL');
    await c.act('manager', 'close-agenda-item', { id: item }, { ground: 'Personsag' });
    await c.act(
      'manager',
      'add-item-annex',
      { id: item },
      { title: 'KANARIEFUGL bilag', url: 'https://example.org/KANARIEFUGL' },
    );
    await c.act('manager', 'send-agenda', { id });
    await c.act('board1', 'comment-on-item', { id: item }, { comment: 'KANARIEFUGL?' });
    await c.act('manager', 'edit-agenda-item', { id: item }, { facts: 'KANARIEFUGL igen' });
    const { number } = (await agenda(id)).find((each) => each.id === item) as Item;
    for (const person of [null, 'member', 'outsider', 'operator', 'former', 'projectManager'] as const)
      for (const path of [
        `/meetings/${id}`,
        `/meetings/${id}/items/${number}`,
        '/meetings',
        '/journal?kind=agenda-item',
        '/journal',
        '/',
        '/search?q=KANARIE',
        `/bodies/board`,
        `/api/v1/meetings/${id}`,
        `/api/v1/meetings/${id}/items/${number}`,
        '/api/v1/journal',
        '/api/v1/journal?kind=agenda-item',
      ]) {
        const { text } = path.startsWith('/api')
          ? await http.api(person, 'GET', path.replace('/api/v1', ''))
          : await http.get(person, path);
        assert.doesNotMatch(text, /KANARIEFUGL/, `${String(person)} at ${path}`);
      }
    const seen = (await agenda(id, null)).find((each) => each.id === item);
    assert.deepEqual([seen?.title, seen?.closedGround, seen?.hidden], [null, 'Personsag', true]);
    for (const person of ['manager', 'staff', 'chair', 'board2'] as const)
      assert.match((await http.get(person, `/meetings/${id}/items/${number}`)).text, /KANARIEFUGL/);
  });
});

describe('before the meeting', () => {
  test('members say where they stand, and others neither see it nor can', async () => {
    const id = await call('2026-12-08');
    const item = await add(id, 'Skal vi dele projektleder?');
    await c.act('manager', 'send-agenda', { id });
    await c.act('board1', 'take-stance', { id: item }, { stance: 'read' });
    await c.act('board1', 'take-stance', { id: item }, { stance: 'question' });
    await c.act('board2', 'declare-conflict', { id: item }, { conflict: 'Min kommune betaler halvdelen' });
    assert.equal((await c.try('member', 'take-stance', { id: item }, { stance: 'read' })).kind, 'no-mandate');
    const other = await c.try(
      'board1',
      'declare-conflict',
      { id: item },
      { conflict: 'Andres sag', person: c.people.board3 },
    );
    assert.equal(other.kind, 'no-mandate', 'nobody declares for another');
    const { number } = (await agenda(id)).find((each) => each.id === item) as Item;
    const inside = (await http.get('chair', `/meetings/${id}/items/${number}`)).text;
    assert.match(inside, /har et spørgsmål/);
    assert.match(inside, /Min kommune betaler halvdelen/);
    assert.doesNotMatch(
      (await http.get('member', `/meetings/${id}/items/${number}`)).text,
      /Min kommune betaler halvdelen/,
    );
  });

  test('whoever has sent apologies can be stood in for, with the same vote', async () => {
    const id = await call('2026-12-09');
    await c.act('board1', 'send-apologies', { id }, { note: 'På ferie' });
    assert.equal(
      (await c.try('board1', 'send-apologies', { id }, { person: c.people.board2 })).kind,
      'no-mandate',
    );
    const stand = await c.act(
      'manager',
      'name-substitute',
      { id },
      { insteadOf: await called(id, 'board1'), person: c.people.member },
    );
    assert.deepEqual([stand['role'], stand['voting']], ['substitute', true]);
    assert.equal(
      (
        await c.try(
          'manager',
          'name-substitute',
          { id },
          { insteadOf: await called(id, 'board2'), person: c.people.former },
        )
      ).kind,
      'bad-input',
    );
  });
});

describe('holding a meeting', () => {
  test('who is there is noted with times, quorum follows, and what was not reached comes next time', async () => {
    c.setNow('2026-11-24T09:00:00Z');
    const id = await call('2026-11-24');
    const item = await add(id, 'Det, vi ikke når');
    assert.equal(
      (await c.try('manager', 'open-meeting', { id }, { chair: c.people.chair })).kind,
      'refused',
      'not sent yet',
    );
    await c.act('manager', 'send-agenda', { id });
    const present = [await called(id, 'chair'), await called(id, 'board1'), await called(id, 'manager')];
    await c.act(
      'manager',
      'open-meeting',
      { id },
      { chair: c.people.chair, minutesBy: c.people.manager, present },
    );
    assert.match((await http.get(null, `/meetings/${id}`)).text, /ikke beslutningsdygtig/);
    c.setNow('2026-11-24T09:20:00Z');
    await c.act(
      'manager',
      'note-presence',
      { id },
      { attendance: await called(id, 'board2'), does: 'arrives', at: '10.15' },
    );
    const page = (await http.get('chair', `/meetings/${id}`)).text;
    assert.match(page, /Mødet er beslutningsdygtigt: 3 af 5/);
    const twice = await c.try(
      'manager',
      'note-presence',
      { id },
      { attendance: await called(id, 'board2'), does: 'arrives' },
    );
    assert.equal(twice.kind, 'bad-input');
    await c.act(
      'manager',
      'note-presence',
      { id },
      { attendance: await called(id, 'board2'), does: 'leaves' },
    );
    await c.act('manager', 'close-meeting', { id });
    assert.equal((await agenda(id)).find((each) => each.id === item)?.status, 'left');
    const open = await c.app.db
      .selectFrom('presences as p')
      .innerJoin('attendances as a', 'a.id', 'p.attendance_id')
      .select('p.id')
      .where('a.meeting_id', '=', id)
      .where('p.to_at', 'is', null)
      .execute();
    assert.equal(open.length, 0, 'everybody has left when the meeting is closed');
    const next = await agenda(await call('2026-12-15'));
    assert.ok(next.some((each) => each.title === 'Det, vi ikke når'));
    assert.ok(next.some((each) => each.title === 'Godkendelse af referat af mødet 24. november 2026'));
    assert.equal(
      (await c.try('manager', 'add-agenda-item', { id }, { title: 'For sent', kind: 'discussion' })).kind,
      'refused',
    );
  });

  test('the general assembly has one delegate for each member, with one vote', async () => {
    const id = await call('2027-05-11', { body: 'assembly' });
    const ballerup = { organisation: c.organisations.ballerup, person: c.people.board1 };
    const delegate = await c.act('manager', 'name-delegate', { id }, ballerup);
    assert.equal(delegate['voting'], true);
    assert.equal(
      (await c.try('manager', 'name-delegate', { id }, { ...ballerup, person: c.people.board2 })).kind,
      'bad-input',
    );
    assert.equal(
      (
        await c.try(
          'manager',
          'name-delegate',
          { id },
          { organisation: c.organisations.supplier, person: c.people.outsider },
        )
      ).kind,
      'bad-input',
      'no member',
    );
    const keys = (
      await c.app.db
        .selectFrom('agenda_items')
        .select('source_key')
        .where('meeting_id', '=', id)
        .orderBy('position')
        .execute()
    ).map((row) => row.source_key);
    assert.equal(keys.length, 9, 'the nine items of the statutes');
    assert.equal(keys.at(-1), 'fixed:any-other-business');
  });
});

describe('a series of meetings', () => {
  test('comes on the same weekday, and each meeting stands for itself', async () => {
    assert.deepEqual(seriesDays('2026-01-13', 'month', 4), [
      '2026-01-13',
      '2026-02-10',
      '2026-03-10',
      '2026-04-14',
    ]);
    assert.deepEqual(
      seriesDays('2026-01-29', 'month', 3),
      ['2026-01-29', '2026-02-26', '2026-03-26'],
      'the last where there is no fifth',
    );
    const { meetings } = (await c.act(
      'manager',
      'call-series',
      {},
      { body: 'secretariat', on: '2027-03-02', from: '9.00', until: '10.00', every: 'week', times: 3 },
    )) as { meetings: number[] };
    assert.equal(meetings.length, 3);
    const plan = (await http.get('manager', '/bodies/secretariat/meetings?year=2027')).text;
    assert.match(plan, /16\. marts 2027/);
  });
});
