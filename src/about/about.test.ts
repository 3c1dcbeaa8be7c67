import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seedCommunity } from '../../test/people.ts';
import { startSite, type Site } from '../../test/site.ts';

let site: Site;
before(async () => {
  site = await startSite();
  await seedCommunity(site.db);
});
after(() => site.close());

test('the foot of every page leads to accessibility and source, in the reader’s language', async () => {
  for (const [home, was, source] of [
    ['/was', /Der er ikke offentliggjort en tilgængelighedserklæring/, /Mozilla Public License 2\.0/],
    ['/en/was', /No accessibility statement has been published/, /Ask whoever runs this site/],
  ] as const) {
    const visitor = site.visitor();
    const page = await visitor.get(home);
    assert.equal(page.status, 200);
    assert.match(page.text, was);
    const [, link] = /<a href="([^"]*\/source)"/.exec(page.text) ?? [];
    assert.match((await visitor.get(link as string)).text, source);
    assert.ok(page.text.includes(`href="${home}"`), 'the link to this page keeps the language');
  }
});

test('whoever runs the site can point both links elsewhere', async () => {
  const other = await startSite({
    settings: {
      ACCESSIBILITY_URL: 'https://was.example/erklaering',
      SOURCE_URL: 'https://kode.example/faelled',
    },
  });
  try {
    await seedCommunity(other.db);
    assert.equal((await other.visitor().get('/was')).location, 'https://was.example/erklaering');
    assert.equal((await other.visitor().get('/en/source')).location, 'https://kode.example/faelled');
  } finally {
    await other.close();
  }
});
