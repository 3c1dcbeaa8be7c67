import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seedCommunity, seedPerson } from '../../../test/people.ts';
import { startPostbox, startSite, type Postbox, type Site, type Visitor } from '../../../test/site.ts';

let postbox: Postbox;
let site: Site;
before(async () => {
  postbox = await startPostbox();
  site = await startSite({ smtpUrl: postbox.url, now: '2026-11-24T09:00:00Z' });
  await seedCommunity(site.db);
  await seedPerson(site.db, { name: 'Asta Prøve', email: 'asta@by.example' });
  await seedPerson(site.db, { name: 'Ben Trial', email: 'ben@by.example', language: 'en' });
  await seedPerson(site.db, { name: 'Carl Prøve', email: 'carl@by.example' });
  await seedPerson(site.db, { name: 'Dora Før', email: 'dora@by.example', closedOn: '2026-01-01' });
});
after(async () => {
  await site.close();
  await postbox.close();
});

const minutes = (n: number) => Temporal.Instant.from('2026-11-24T09:00:00Z').add({ minutes: n }).toString();

/** Asks for a code and gives the hidden fields of the page that takes it. */
async function ask(visitor: Visitor, email: string, next = '/'): Promise<Record<string, string>> {
  const asked = await visitor.post('/sign-in', { email, next });
  assert.equal(asked.status, 303, asked.text);
  const page = await visitor.get(asked.location as string);
  assert.equal(page.status, 200);
  return Object.fromEntries(
    [...page.text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map((m) => [
      m[1] as string,
      m[2] as string,
    ]),
  );
}
const codeIn = async (nth: number): Promise<string> =>
  /\d{6}/.exec((await postbox.received(nth))[nth - 1]?.text ?? '')?.[0] as string;

test('a person signs in with the code from the mail and comes to the page asked for', async () => {
  const visitor = site.visitor();
  const fields = await ask(visitor, 'Asta@by.example ', '/cases?status=waiting');
  const code = await codeIn(1);
  const mail = postbox.mails[0];
  assert.equal(mail?.to?.text, 'asta@by.example');
  assert.match(mail?.subject ?? '', /^Din kode/);
  const entered = await visitor.post('/sign-in/code', {
    ...fields,
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
  });
  assert.equal(entered.status, 303);
  assert.equal(entered.location, '/cases?status=waiting');
  assert.match((await visitor.get('/sign-in/code')).location ?? '', /sign-in/);
  assert.equal((await visitor.get('/sign-in?next=/bodies')).location, '/bodies');

  const again = await site.visitor().post('/sign-in/code', { ...fields, code });
  assert.equal(again.status, 422, 'a code works once');
});

test('the mail is in the language of the person', async () => {
  await ask(site.visitor(), 'ben@by.example');
  await codeIn(2);
  assert.match(postbox.mails[1]?.subject ?? '', /^Your code/);
});

test('an unknown address, and one of a person who has left, look like any other and get no mail', async () => {
  for (const email of ['nobody@by.example', 'dora@by.example']) {
    const visitor = site.visitor();
    const fields = await ask(visitor, email);
    assert.ok(fields['request']);
    const wrong = await visitor.post('/sign-in/code', { ...fields, code: '123456' });
    assert.equal(wrong.status, 422);
  }
  assert.equal(postbox.mails.length, 2);
});

test('five wrong guesses end a code, and ten minutes do', async () => {
  const visitor = site.visitor();
  const fields = await ask(visitor, 'carl@by.example');
  const code = await codeIn(3);
  const wrong = code === '000000' ? '000001' : '000000';
  for (let n = 0; n < 5; n += 1)
    assert.equal((await visitor.post('/sign-in/code', { ...fields, code: wrong })).status, 422);
  assert.equal((await visitor.post('/sign-in/code', { ...fields, code })).status, 422);

  const later = await ask(visitor, 'carl@by.example');
  const fresh = await codeIn(4);
  site.setNow(minutes(11));
  const late = await visitor.post('/sign-in/code', { ...later, code: fresh });
  assert.equal(late.status, 422);
  assert.match(late.text, /virker ikke længere/);
  assert.match(late.text, new RegExp(fresh), 'what was typed stays in the field');
});

test('codes to one address are slowed down', async () => {
  site.setNow(minutes(60));
  const visitor = site.visitor();
  for (let n = 0; n < 5; n += 1)
    assert.equal((await visitor.post('/sign-in', { email: 'eva@by.example' })).status, 303);
  const stopped = await visitor.post('/sign-in', { email: 'eva@by.example' });
  assert.equal(stopped.status, 429);
  assert.match(stopped.text, /Vent et kvarter/);
  site.setNow(minutes(80));
  assert.equal((await visitor.post('/sign-in', { email: 'eva@by.example' })).status, 303);
});

test('one network address is slowed down whatever it tries', async () => {
  site.setNow(minutes(120));
  const visitor = site.visitor();
  let status = 0;
  for (let n = 0; n < 61; n += 1)
    ({ status } = await visitor.post('/sign-in/code', { request: 'x', code: '1' }));
  assert.equal(status, 429);
  site.setNow(minutes(140));
});

test('a wrong address is told at the field', async () => {
  const answer = await site.visitor().post('/sign-in', { email: 'ikke en adresse' });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /value="ikke en adresse"/);
  assert.match(answer.text, /navn@kommune\.dk/);
});

test('another site cannot make a browser sign in or out', async () => {
  const visitor = site.visitor();
  for (const path of ['/sign-in', '/sign-in/code', '/sign-in/demo', '/sign-out', '/sign-in/passkey'])
    assert.equal(
      (await visitor.post(path, { email: 'asta@by.example' }, 'https://evil.example')).status,
      403,
      path,
    );
});

test('on one’s own machine without a mail server the code stands on the console in one line', async () => {
  const local = await startSite();
  try {
    await seedCommunity(local.db);
    await seedPerson(local.db, { name: 'Dorte Prøve', email: 'dorte@by.example' });
    const visitor = local.visitor();
    assert.match((await visitor.get('/sign-in')).text, /i det vindue, hvor Fælled kører/);
    const fields = await ask(visitor, 'dorte@by.example');
    assert.equal(local.warnings.length, 1);
    const code = /^[^\n]*dorte@by\.example: [^\n]*\b(\d{6})$/.exec(
      local.warnings[0] as string,
    )?.[1] as string;
    assert.equal((await visitor.post('/sign-in/code', { ...fields, code })).status, 303);
    await ask(local.visitor(), 'ukendt@by.example');
    assert.equal(local.warnings.length, 1, 'nothing for an address that is not registered');
  } finally {
    await local.close();
  }
});

test('without a mail server the page says so plainly', async () => {
  const silent = await startSite({ baseUrl: 'https://faelled.example' });
  try {
    await seedCommunity(silent.db);
    const page = await silent.visitor().get('/en/sign-in');
    assert.match(page.text, /because it has no mail server/);
    assert.equal((await silent.visitor().post('/sign-in', { email: 'asta@by.example' })).status, 503);
  } finally {
    await silent.close();
  }
});

test('signing out ends the session on the server too', async () => {
  const visitor = site.visitor();
  const fields = await ask(visitor, 'asta@by.example');
  await visitor.post('/sign-in/code', { ...fields, code: await codeIn(5) });
  const stolen = site.visitor();
  stolen.cookie = visitor.cookie;
  assert.equal((await stolen.get('/sign-in')).status, 303);
  assert.equal((await visitor.post('/sign-out')).status, 303);
  assert.equal(visitor.cookie, null);
  assert.equal((await stolen.get('/sign-in')).status, 200);
});
