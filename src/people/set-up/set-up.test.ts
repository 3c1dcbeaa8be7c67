import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { editions } from '../../../rulebook/editions.ts';
import { startSite, type Site } from '../../../test/site.ts';
import { loadActor } from '../actor.ts';
import { createCommunity } from './create-community.ts';

let site: Site;
before(async () => {
  site = await startSite({ now: '2026-11-24T09:00:00Z' });
});
after(() => site.close());

const wanted = {
  community: 'Prøvefællesskabet',
  edition: editions.at(-1)?.id ?? '',
  name: 'Asta Prøve',
  email: 'asta@by.example',
  organisation: 'Prøveby Kommune',
  kind: 'municipality',
} as const;

test('until there is a community every page leads to the set-up', async () => {
  const visitor = site.visitor();
  for (const path of ['/members', '/sign-in', '/initiatives/new'])
    assert.equal((await visitor.get(path)).location, '/set-up', path);
  assert.equal((await visitor.get('/en/members')).location, '/en/set-up');
  assert.equal((await visitor.get('/set-up')).status, 200);
});

test('what is missing is told at the fields and what was typed stays', async () => {
  const answer = await site.visitor().post('/set-up', { ...wanted, name: '', email: 'asta' });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /value="Prøvefællesskabet"/);
  assert.equal((await site.db.selectFrom('community').select('id').execute()).length, 0);
});

test('two who set up at once get one community', async () => {
  const now = { language: 'da' as const, now: '2026-11-24T09:00:00Z', today: '2026-11-24' };
  const fields = { ...wanted, edition: '2025', ...now };
  const made = await Promise.all([
    createCommunity(site.db, fields),
    createCommunity(site.db, { ...fields, community: 'Det andet', email: 'ben@by.example' }),
  ]);
  assert.equal(made.filter((id) => id !== null).length, 1);
  assert.equal((await site.db.selectFrom('community').select('id').execute()).length, 1);
  const bodies = await site.db.selectFrom('bodies').select('kind').orderBy('kind').execute();
  assert.deepEqual(
    bodies.map((body) => body.kind),
    ['board', 'general-assembly', 'secretariat'],
  );
  const manager = await loadActor(site.db, made.find((id) => id !== null) as string, '2026-11-24');
  assert.equal(manager?.ofMember, true);
  assert.deepEqual(
    manager?.mandates.map((m) => m.role),
    ['business-manager'],
  );
});

test('once there is a community the set-up is closed', async () => {
  const visitor = site.visitor();
  assert.equal((await visitor.get('/set-up')).location, '/');
  const late = await visitor.post('/set-up', { ...wanted, email: 'carl@by.example' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Fællesskabet er oprettet imens/);
  assert.equal((await visitor.get('/members')).status, 200);
});

test('of two first visits at once one wins, and the other is told on a page', async () => {
  const empty = await startSite();
  try {
    const answers = await Promise.all(
      ['asta@by.example', 'ben@by.example'].map((email) => {
        const visitor = empty.visitor();
        return visitor.post('/en/set-up', { ...wanted, email });
      }),
    );
    assert.deepEqual(
      answers.map((answer) => answer.status).toSorted((a, b) => a - b),
      [303, 409],
    );
    assert.match(answers.find((answer) => answer.status === 409)?.text ?? '', /Somebody was faster/);
    assert.equal((await empty.db.selectFrom('people').select('id').execute()).length, 1);
  } finally {
    await empty.close();
  }
});

test('the one who sets up is signed in at once', { skip: editions.length === 0 }, async () => {
  const empty = await startSite();
  try {
    const visitor = empty.visitor();
    const answer = await visitor.post('/set-up', wanted);
    assert.equal(answer.status, 303, answer.text);
    assert.match(answer.location ?? '', /^\/people\//);
    assert.equal((await visitor.get('/sign-in?next=/members')).location, '/members');
  } finally {
    await empty.close();
  }
});
