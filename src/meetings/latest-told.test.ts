import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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

const preview = async (kind: string, body: string) =>
  (await http.post('staff', `/letters/texts/${kind}/da`, { subject: 'Nyt: {møde}', body, intent: 'preview' }))
    .text;

test('a text of a mail is seen filled in with what really happened last, else with an invented example', async () => {
  assert.match(await preview('agenda-sent', 'Dagsorden:\n{dagsorden}'), /Godkendelse af projektet/);
  const id = String(
    (
      await c.act(
        'manager',
        'call-meeting',
        {},
        { body: 'board', on: '2026-12-01', from: '10.00', until: '12.00' },
      )
    )['id'],
  );
  const add = async (title: string) =>
    String(
      (
        await c.act(
          'manager',
          'add-agenda-item',
          { id },
          { title, kind: 'discussion', owner: c.people.board1 },
        )
      )['id'],
    );
  await add('Skoven ved søen');
  const closed = await add('KANARIEFUGL');
  await c.act('manager', 'close-agenda-item', { id: closed }, { ground: 'Personsag' });
  await c.act('manager', 'send-agenda', { id });
  const agenda = await preview('agenda-sent', 'Dagsorden:\n{dagsorden}');
  assert.match(agenda, /Skoven ved søen/);
  assert.doesNotMatch(agenda, /KANARIEFUGL|Godkendelse af projektet/);
  assert.match(await preview('meeting-tomorrow', '{tidspunkt}'), /1\. december 2026 kl\. 10\.00–12\.00/);
  assert.match(await preview('agenda-changed', '{ændringer}'), /Nyt tidspunkt/, 'nothing has changed yet');
  await c.act('manager', 'add-agenda-item', { id }, { title: 'Kommet til', kind: 'discussion' });
  assert.match(await preview('agenda-changed', '{ændringer}'), /Kommet til \(tilføjet\)/);
  await c.act('manager', 'cancel-meeting', { id }, { reason: 'Lokalet brændte' });
  assert.match(await preview('meeting-cancelled', '{begrundelse}'), /Lokalet brændte/);
});
