import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seedCommunity, seedPerson } from '../../../test/people.ts';
import { startSite } from '../../../test/site.ts';

const table: [says: string, demo: boolean, baseUrl: string | undefined, email: string, status: number][] = [
  ['on this machine one click signs in as a demo person', true, undefined, 'formand@demo.example', 303],
  ['only demo people can be chosen', true, undefined, 'asta@by.example', 404],
  ['a demo person that does not exist cannot be chosen', true, undefined, 'nobody@demo.example', 404],
  [
    'at a public address there is no demo sign-in',
    true,
    'https://demo.faelled.example',
    'formand@demo.example',
    403,
  ],
  [
    'an address that only looks local is public',
    true,
    'http://localhost.example',
    'formand@demo.example',
    403,
  ],
  ['a real community has no demo sign-in', false, undefined, 'formand@demo.example', 403],
];
for (const [says, demo, baseUrl, email, status] of table)
  test(says, async () => {
    const site = await startSite(baseUrl ? { baseUrl } : {});
    try {
      await seedCommunity(site.db, { demo });
      await seedPerson(site.db, { name: 'Frida Demosen', email: 'formand@demo.example' });
      await seedPerson(site.db, { name: 'Asta Prøve', email: 'asta@by.example' });
      const visitor = site.visitor();
      const page = await visitor.get('/sign-in');
      assert.equal(page.text.includes('Frida Demosen'), status !== 403);
      assert.equal(page.text.includes('asta@by.example'), false);
      const answer = await visitor.post('/sign-in/demo', { email, next: '/bodies' });
      assert.equal(answer.status, status);
      if (status === 303) assert.equal(answer.location, '/bodies');
      else assert.equal(visitor.cookie, null);
    } finally {
      await site.close();
    }
  });

test('in a demo the people come first, the usual ways to sign in are one line above them', async () => {
  const site = await startSite();
  try {
    await seedCommunity(site.db, { demo: true });
    for (let n = 1; n <= 17; n++)
      await seedPerson(site.db, { name: `Prøve ${n}`, email: `proeve${n}@demo.example` });
    const { text } = await site.visitor().get('/sign-in');
    const [ways, people] = [text.indexOf('Log ind med en kode'), text.indexOf('Prøve 1<')];
    assert.ok(ways > 0 && ways < people, 'the ways stand above');
    assert.match(text, /<details class="details">\s*<summary>[^]*?Log ind med en kode/);
    assert.match(text, /Vis 2 demopersoner mere[^]*Prøve 16[^]*Prøve 17/);
  } finally {
    await site.close();
  }
});
