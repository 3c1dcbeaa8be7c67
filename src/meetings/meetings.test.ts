import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { serve, type Http } from '../../test/http.ts';

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

const call = (input: Record<string, unknown> = {}) =>
  c.act(
    'manager',
    'call-meeting',
    {},
    { body: 'board', on: '2026-12-10', from: '10.00', until: '12.00', ...input },
  );

describe('calling a meeting', () => {
  test('those with a seat on the day are called, and the business manager without a vote', async () => {
    const meeting = await call();
    const { attendance } = (await http.api('manager', 'GET', `/meetings/${String(meeting['number'])}`)).json<{
      attendance: { person: { name: string }; role: string; voting: boolean }[];
    }>();
    assert.deepEqual(
      new Set(
        attendance.map(
          ({ person, role, voting }) => `${person.name}: ${role}, ${voting ? 'vote' : 'no vote'}`,
        ),
      ),
      new Set([
        'Frida Formand: chair, vote',
        'Bo Ét: member, vote',
        'Bo To: member, vote',
        'Bo Tre: member, vote',
        'Bo Fire: member, vote',
        'Mona Leder: business-manager, no vote',
      ]),
    );
  });

  test('a time that ends before it begins is an error at its field, and nothing typed is lost', async () => {
    const answer = await http.post('manager', '/meetings/new', {
      body: c.bodies.board,
      kind: 'ordinary',
      on: '2026-12-10',
      from: '12.00',
      until: '9.30',
      place: 'Rådhuset i Prøveby',
    });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /Mødet slutter, før det begynder/);
    assert.match(answer.text, /Rådhuset i Prøveby/);
  });

  test('a meeting whose agenda is not sent is only there for the body and its secretariat', async () => {
    const { number } = await call({ title: 'Mødet bag døren' });
    for (const person of [null, 'member', 'operator'] as const) {
      assert.equal((await http.get(person, `/meetings/${String(number)}`)).status, 404);
      assert.equal((await http.api(person, 'GET', `/meetings/${String(number)}`)).status, 404);
      assert.doesNotMatch((await http.get(person, '/meetings')).text, /Mødet bag døren/);
    }
    for (const person of ['board1', 'staff'] as const)
      assert.match((await http.get(person, `/meetings/${String(number)}`)).text, /Mødet bag døren/);
  });
});

describe('the agenda', () => {
  test('an item of one’s own gets the next number and keeps it', async () => {
    const { id } = await call();
    const first = await c.act(
      'manager',
      'add-agenda-item',
      { id },
      { title: 'Nyt fra kommunerne', kind: 'information' },
    );
    const second = await c.act('chair', 'add-agenda-item', { id }, { title: 'Strategi', kind: 'discussion' });
    assert.equal(Number(second['number']), Number(first['number']) + 1);
  });
});
