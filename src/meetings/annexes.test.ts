import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { testCommunity, type Person, type TestCommunity } from '../../test/community.ts';
import { serve, type Http } from '../../test/http.ts';

let c: TestCommunity;
let http: Http;
/** A board meeting with an open item and a closed one. */
let id: string;
let item: string;
let closed: string;
before(async () => {
  c = await testCommunity('2025');
  http = await serve(c);
  const called = await c.act(
    'manager',
    'call-meeting',
    {},
    { body: 'board', on: '2026-12-01', from: '10.00', until: '12.00' },
  );
  id = String(called['id']);
  item = await add('Budget');
  closed = await add('Ansættelse');
  await c.act('manager', 'close-agenda-item', { id: closed }, { ground: 'Personsag' });
});
after(async () => {
  await http.end();
  await c.end();
});

const add = async (title: string) =>
  String((await c.act('manager', 'add-agenda-item', { id }, { title, kind: 'discussion' }))['id']);
const file = (name: string, text: string) => ({ name, content: Buffer.from(text).toString('base64') });
const annex = async (to: string, input: Record<string, unknown>) =>
  String((await c.act('manager', 'add-item-annex', { id: to }, input))['id']);
const pageOf = async (at: string) => {
  const { number } = await c.app.db
    .selectFrom('agenda_items')
    .select('number')
    .where('id', '=', at)
    .executeTakeFirstOrThrow();
  return `/meetings/${id}/items/${number}`;
};
const fetched = (person: Person | null, of: string) => http.get(person, `/item-annexes/${of}/file`);
const kept = async (text: string) =>
  (await c.app.db.selectFrom('files').select('hash').where('content', '=', Buffer.from(text)).execute())
    .length;

describe('a file as an annex', () => {
  test('is there for the body while the agenda is a draft, and for everybody once it is sent', async () => {
    const of = await annex(item, { title: 'Regneark', file: file('budget.csv', 'post;kr\nleje;100\n') });
    assert.equal((await fetched(null, of)).status, 404, 'the draft is the body’s own');
    assert.equal((await fetched('board1', of)).status, 200);
    await c.act('manager', 'send-agenda', { id });
    const answer = await fetched(null, of);
    assert.equal(answer.status, 200);
    assert.match(String(answer.headers['content-disposition']), /attachment.*budget\.csv/);
    assert.match(String(answer.headers['content-security-policy']), /sandbox/);
    const page = (await http.get(null, await pageOf(item))).text;
    assert.match(page, new RegExp(`href="/item-annexes/${of}/file"`));
    assert.match(page, /budget\.csv, 17 byte/);
    assert.doesNotMatch(page, /item-annexes\/[^/]+\/remove/, 'a visitor takes nothing off');
    const [first] = (await http.api(null, 'GET', `${await pageOf(item)}/annexes`)).json<{
      items: { title: string; file: unknown }[];
    }>().items;
    assert.deepEqual([first?.title, first?.file], ['Regneark', { name: 'budget.csv', size: 17 }]);
  });

  test('restricted, its title, link and file are for the body and the secretariat alone', async () => {
    const of = await annex(item, {
      title: 'KANARIEFUGL',
      file: file('kanariefugl.txt', 'KANARIEFUGL synger'),
      restricted: true,
    });
    for (const person of [null, 'member', 'outsider', 'projectManager', 'operator'] as const) {
      assert.equal((await fetched(person, of)).status, 404, String(person));
      for (const path of [await pageOf(item), `/meetings/${id}`, '/journal', '/search?q=kanarie'])
        assert.doesNotMatch(
          (await http.get(person, path)).text,
          /kanariefugl/i,
          `${String(person)} at ${path}`,
        );
      const api = await http.api(person, 'GET', `${await pageOf(item)}/annexes`);
      assert.doesNotMatch(api.text, /kanariefugl/i, String(person));
    }
    for (const person of ['board1', 'chair', 'staff'] as const)
      assert.equal((await fetched(person, of)).text, 'KANARIEFUGL synger');
  });

  test('of a closed item it is closed with the item, at its own address too', async () => {
    const of = await annex(closed, { title: 'Ansøgning', file: file('ansøgning.txt', 'Fortroligt') });
    for (const person of [null, 'member', 'projectManager', 'operator'] as const) {
      assert.equal((await fetched(person, of)).status, 404, String(person));
      const api = await http.api(person, 'GET', `${await pageOf(closed)}/annexes`);
      assert.deepEqual(api.json()['items'], []);
    }
    assert.equal((await fetched('board2', of)).text, 'Fortroligt');
    await c.act('manager', 'remove-item-annex', { id: of });
    assert.doesNotMatch((await http.get(null, '/journal')).text, /ansøgning/i);
  });

  test('is refused at its field when it is not what its name says, or when a link is given too', async () => {
    const tried = async (input: Record<string, unknown>) => {
      const result = await c.try('manager', 'add-item-annex', { id: item }, { title: 'Bilag', ...input });
      return result.kind === 'bad-input' ? result.problems.map((each) => each.path) : [result.kind];
    };
    assert.deepEqual(await tried({ file: file('rapport.pdf', 'ikke en pdf') }), ['file']);
    assert.deepEqual(await tried({}), ['url']);
    assert.deepEqual(await tried({ url: 'https://example.org', file: file('a.txt', 'a') }), ['file']);
    const sent = await http.upload(
      'manager',
      `/agenda-items/${item}/annexes/new`,
      { field: 'file', name: 'rapport.pdf', bytes: Buffer.from('ikke en pdf') },
      { title: 'Et bilag, der skal bevares' },
    );
    assert.equal(sent.status, 422);
    assert.match(sent.text, /value="Et bilag, der skal bevares"/);
  });
});

describe('an annex is taken off again', () => {
  test('with its file, unless another rests on the same content', async () => {
    const content = 'Det samme to steder';
    const first = await annex(item, { title: 'Første', file: file('et.txt', content) });
    const second = await annex(item, { title: 'Anden', file: file('to.txt', content) });
    assert.equal(await kept(content), 1);
    await c.act('manager', 'remove-item-annex', { id: first });
    assert.equal((await fetched('manager', first)).status, 404);
    assert.equal((await fetched('manager', second)).text, content);
    await c.act('manager', 'remove-item-annex', { id: second });
    assert.equal(await kept(content), 0);
  });

  test('by those who prepare the meeting, and not once it is over', async () => {
    const of = await annex(item, { title: 'Link', url: 'https://example.org/link' });
    assert.equal((await c.try('board1', 'remove-item-annex', { id: of })).kind, 'no-mandate');
    assert.match(
      (await http.get('manager', await pageOf(item))).text,
      new RegExp(`/item-annexes/${of}/remove`),
    );
    await c.app.db.updateTable('meetings').set({ status: 'minutes-draft' }).where('id', '=', id).execute();
    assert.equal((await c.try('manager', 'remove-item-annex', { id: of })).kind, 'refused');
    await c.app.db.updateTable('meetings').set({ status: 'sent' }).where('id', '=', id).execute();
  });

  test('after the agenda was sent, the item is shown as changed until it is sent again', async () => {
    const of = await annex(item, { title: 'Sidste', url: 'https://example.org/sidste' });
    await c.act('manager', 'send-agenda', { id });
    assert.doesNotMatch((await http.get(null, `/meetings/${id}`)).text, /Ændret, siden den blev sendt/);
    await c.act('manager', 'remove-item-annex', { id: of });
    assert.match((await http.get(null, `/meetings/${id}`)).text, /Ændret, siden den blev sendt/);
    await c.act('manager', 'send-agenda', { id });
    assert.doesNotMatch((await http.get(null, `/meetings/${id}`)).text, /Ændret, siden den blev sendt/);
  });
});
