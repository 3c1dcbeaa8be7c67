import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { serve, type Answer, type Http } from '../../test/http.ts';
import { makeFixture, type Fixture } from '../../test/permissions/fixture.ts';

let c: TestCommunity;
let http: Http;
let f: Fixture;
before(async () => {
  c = await testCommunity('2016');
  http = await serve(c);
});
after(async () => {
  await http.end();
  await c.end();
});
beforeEach(async () => {
  f = await makeFixture(c);
});

const seenIn = ({ text }: Answer): string => /name="_seen" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? '';
const answer = {
  outcome: 'rejected',
  reason: 'Ikke nu',
  'votes.for': '0',
  'votes.against': '5',
  'votes.abstaining': '0',
};
const lettersAbout = (number: number) =>
  c.app.db.selectFrom('letters').selectAll().where('about', '=', `/cases/${number}`).orderBy('key').execute();
const numberOf = async (id: string) =>
  (await c.app.db.selectFrom('cases').select('number').where('id', '=', id).executeTakeFirstOrThrow()).number;

describe('a decision that people are told of', () => {
  test('shows every mail before it is confirmed, and sends exactly those', async () => {
    const number = await numberOf(f.waiting);
    const shown = await http.post('manager', `/cases/${f.waiting}/decision`, { ...answer, _step: 'preview' });
    assert.equal(shown.status, 200);
    assert.match(shown.text, /2 mails sendes/);
    assert.equal((await lettersAbout(number)).length, 0, 'a preview writes nothing');
    const done = await http.post('manager', `/cases/${f.waiting}/decision`, {
      ...answer,
      _step: 'confirm',
      _seen: seenIn(shown),
    });
    assert.equal(done.status, 303, done.text.slice(0, 500));
    const written = await lettersAbout(number);
    assert.deepEqual(
      written.map((row) => row.person_id).toSorted(),
      [c.people.projectManager, c.people.projectOwner].toSorted(),
    );
    for (const row of written) {
      assert.ok(shown.text.includes(row.subject), row.subject);
      assert.ok(shown.text.includes(row.body), row.body);
    }
  });

  test('must be looked at again when somebody’s wish about mails has changed meanwhile', async () => {
    const shown = await http.post('manager', `/cases/${f.waiting}/decision`, { ...answer, _step: 'preview' });
    await c.act('projectOwner', 'choose-letters', { id: c.people.projectOwner }, { decisions: 'never' });
    const done = await http.post('manager', `/cases/${f.waiting}/decision`, {
      ...answer,
      _step: 'confirm',
      _seen: seenIn(shown),
    });
    await c.act('projectOwner', 'choose-letters', { id: c.people.projectOwner }, { decisions: 'at-once' });
    assert.equal(done.status, 422);
    assert.equal((await lettersAbout(await numberOf(f.waiting))).length, 0);
  });

  test('tells programs in advance too, and says nothing to those who may not decide', async () => {
    const asked = {
      operation: 'decideCase',
      params: { id: f.waiting },
      input: { outcome: 'rejected', reason: 'Ikke nu', votes: { for: 0, against: 5, abstaining: 0 } },
    };
    const seen = await http.api('manager', 'POST', '/letter-previews', asked);
    const body = seen.json<{
      allowed: boolean;
      letters: { subject: string; body: string; person: { id: string } }[];
    }>();
    assert.equal(body.allowed, true);
    assert.equal(body.letters.length, 2);
    assert.equal((await http.api('member', 'POST', '/letter-previews', asked)).status, 403);
    await http.api('manager', 'POST', `/cases/${f.waiting}/decision`, asked.input);
    const written = await lettersAbout(await numberOf(f.waiting));
    assert.deepEqual(
      written.map((row) => `${row.person_id} ${row.subject} ${row.body}`).toSorted(),
      body.letters.map((each) => `${each.person.id} ${each.subject} ${each.body}`).toSorted(),
    );
  });

  test('that is refused tells nobody', async () => {
    const wrong = { outcome: 'approved', reason: 'Ja', votes: { for: 0, against: 5, abstaining: 0 } };
    const result = await http.api('manager', 'POST', `/cases/${f.waiting}/decision`, wrong);
    assert.ok([409, 422].includes(result.status), String(result.status));
    assert.equal((await lettersAbout(await numberOf(f.waiting))).length, 0);
  });
});

describe('one’s own wishes', () => {
  test('are chosen on a page of one’s own, which says what cannot be turned off', async () => {
    const page = await http.get('member', `/people/${c.people.member}/letters`);
    assert.equal(page.status, 200);
    assert.match(page.text, /Meddelelser efter vedtægterne/);
    const sent = await http.post('member', `/people/${c.people.member}/letters`, {
      meetings: 'at-once',
      papers: 'weekly',
      reminders: 'never',
      written: 'at-once',
      minutes: 'daily',
      decisions: 'at-once',
      actions: 'weekly',
    });
    assert.equal(sent.status, 303);
    const mine = await http.api('member', 'GET', '/me/letters');
    const how = Object.fromEntries(
      mine
        .json<{ choices: { topic: string; how: string }[] }>()
        .choices.map(({ topic, how: each }) => [topic, each]),
    );
    assert.deepEqual([how['papers'], how['reminders'], how['meetings']], ['weekly', 'never', 'at-once']);
    assert.equal((await http.get('staff', `/people/${c.people.member}/letters`)).status, 403);
  });

  test('are turned off by one click from a mail program, without cookie or origin and without being led on', async () => {
    const page = await http.get(null, `/unsubscribe/${f.stopToken}`);
    assert.equal(page.status, 200);
    assert.match(page.text, /afgørelser i mine sager/);
    const clicked = await http.server.inject({
      method: 'POST',
      url: `/unsubscribe/${f.stopToken}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    assert.equal(clicked.statusCode, 200);
    assert.equal(clicked.headers['location'], undefined);
    const row = await c.app.db
      .selectFrom('letter_choices')
      .select('how')
      .where('person_id', '=', c.people.member)
      .where('topic', '=', 'decisions')
      .executeTakeFirst();
    assert.equal(row?.how, 'never');
    assert.equal((await http.get(null, '/unsubscribe/forkert')).status, 404);
    const journal = await c.app.db
      .selectFrom('journal')
      .select(['deed', 'person_id', 'ground'])
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    assert.deepEqual(journal, { deed: 'stop-letters', person_id: null, ground: 'anyone' });
  });
});

describe('the secretariat', () => {
  test('sees what could not be sent and why, and sends it again', async () => {
    const list = await http.get('staff', '/letters?status=failed');
    assert.equal(list.status, 200);
    assert.match(list.text, /kunne ikke sendes/);
    const letter = await http.get('staff', `/letters/${f.letter}`);
    assert.match(letter.text, /du har rejst sagen/);
    assert.equal((await http.post('staff', `/letters/${f.letter}/resend`, {})).status, 303);
    const again = await http.api('staff', 'GET', `/letters/${f.letter}`);
    assert.equal(again.json()['status'], 'waiting');
    assert.equal((await http.api('staff', 'POST', `/letters/${f.letter}/sending`, {})).status, 409);
  });

  test('edits a text, is told at the field of a word that cannot be filled in, sees it with true data, and can go back', async () => {
    await http.api('manager', 'POST', `/cases/${f.waiting}/decision`, {
      outcome: 'rejected',
      reason: 'Kanariefugl',
      votes: { for: 0, against: 5, abstaining: 0 },
    });
    const address = '/letters/texts/case-decided/da';
    const form = await http.get('staff', address);
    assert.match(form.text, /\{udfald\}/);
    const wrong = await http.post('staff', address, { subject: 'Om {møde}', body: 'Kære {navn}: {udfald}' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /\{møde\} kan ikke udfyldes i denne mail/);
    assert.ok(wrong.text.includes('Kære {navn}: {udfald}'), 'nothing typed is lost');
    const right = { subject: 'Svar: {udfald}', body: 'Hej {navn}\n\nFordi: {begrundelse}' };
    const shown = await http.post('staff', address, right);
    assert.equal(shown.status, 200);
    assert.match(shown.text, /Fordi: Kanariefugl/);
    const saved = await http.post('staff', address, { ...right, _step: 'confirm', _seen: seenIn(shown) });
    assert.equal(saved.status, 303);
    assert.match((await http.get('staff', '/letters/texts')).text, /jeres egen/);
    assert.equal((await http.post('staff', `${address}/restore`, {})).status, 303);
    const texts = await http.api('staff', 'GET', '/letter-texts');
    assert.ok(texts.json<{ items: { own: boolean }[] }>().items.every(({ own }) => !own));
  });

  test('alone reads mails: members and the technical account do not, but the latter is told how the outbox stands', async () => {
    for (const person of ['operator', 'member', 'chair', null] as const) {
      for (const path of ['/letters', `/letters/${f.letter}`, '/letters/texts']) {
        const { status, text } = await http.get(person, path);
        assert.ok(status === 403 || status === 303, `${path} by ${person}: ${status}`);
        assert.ok(!text.includes('Afgørelse'));
      }
      assert.ok([401, 403].includes((await http.api(person, 'GET', `/letters/${f.letter}`)).status));
    }
    const state = await http.api('operator', 'GET', '/outbox');
    assert.deepEqual(Object.keys(state.json()).toSorted(), [
      'failed',
      'mailServer',
      'oldestWaiting',
      'waiting',
    ]);
  });
});
