import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { diffStatutes } from '../../rulebook/statutes/diff.ts';
import { statutesEditions } from '../../rulebook/statutes/editions.ts';
import type { Statutes } from '../../rulebook/statutes/statute.ts';
import { startSite, type Site } from '../../test/site.ts';

let site: Site;
before(async () => {
  site = await startSite();
  await site.db
    .insertInto('community')
    .values({ name: 'Prøve', edition: '2025', created_at: '2026-01-01T00:00:00Z' })
    .execute();
});
after(() => site.close());

const page = async (path: string): Promise<string> => {
  const answer = await site.visitor().get(path);
  assert.equal(answer.status, 200, path);
  return answer.text;
};
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

describe('the statutes as pages', () => {
  test('the rulebook leads to them, and their front says which are in force', async () => {
    assert.ok((await page('/rulebook')).includes('href="/rulebook/statutes"'));
    const html = await page('/rulebook/statutes');
    for (const { id, name } of statutesEditions) {
      assert.ok(html.includes(`href="/rulebook/statutes/${id}"`));
      assert.ok(html.includes(escaped(name.da)));
    }
    assert.equal(html.match(/Gælder nu/g)?.length, 1);
  });

  for (const statutes of statutesEditions)
    for (const [language, prefix] of [
      ['da', ''],
      ['en', '/en'],
    ] as const)
      test(`every rule and gap of ${statutes.id} stands at its own address in ${language}`, async () => {
        const html = await page(`${prefix}/rulebook/statutes/${statutes.id}`);
        const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
        assert.equal(new Set(ids).size, ids.length, 'no id twice');
        for (const { id, says } of statutes.rules) {
          assert.ok(ids.includes(id), id);
          assert.ok(html.includes(escaped(says[language])), says[language]);
        }
        for (const { id, question } of statutes.gaps) {
          assert.ok(ids.includes(`gap.${id}`));
          assert.ok(html.includes(escaped(question[language])));
        }
      });

  test('two editions are compared, every change with its words', async () => {
    const [first, second] = statutesEditions as readonly [Statutes, Statutes];
    const html = await page(`/rulebook/statutes/${first.id}/diff/${second.id}`);
    for (const { label, differences } of diffStatutes(first, second)) {
      assert.ok(html.includes(escaped(label.da)), label.da);
      for (const each of differences) assert.ok(html.includes(escaped(each.after.da)), each.after.da);
    }
    assert.ok((await page(`/rulebook/statutes/${first.id}/diff/${first.id}`)).includes('Intet er ændret.'));
  });

  for (const path of ['/rulebook/statutes/1999', '/rulebook/statutes/2026-03-17/diff/2025'])
    test(`there is nothing at ${path}`, async () => {
      assert.equal((await site.visitor().get(path)).status, 404);
    });
});

describe('the statutes for programs', () => {
  const read = async (path: string, status = 200): Promise<unknown> => {
    const answer = await site.visitor().get(`/api/v1${path}`);
    assert.equal(answer.status, status, answer.text);
    return JSON.parse(answer.text) as unknown;
  };

  test('are listed with how much is known of each', async () => {
    const { items } = (await read('/statutes')) as {
      items: { id: string; textKnown: boolean; rules: number }[];
    };
    assert.deepEqual(
      items.map(({ id, textKnown, rules }) => [id, textKnown, rules]),
      [
        ['2016-05-03', false, 6],
        ['2019-05-06', true, 36],
        ['2026-03-17', true, 37],
      ],
    );
  });

  test('are given whole, in both languages, and what is not there is not found', async () => {
    for (const statutes of statutesEditions)
      assert.deepEqual(await read(`/statutes/${statutes.id}`), structuredClone(statutes));
    await read('/statutes/1999', 404);
  });
});
