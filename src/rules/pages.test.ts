import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { check } from '../../rulebook/check.ts';
import { diff } from '../../rulebook/diff.ts';
import { editions } from '../../rulebook/editions.ts';
import { allLines } from '../../rulebook/judge.ts';
import type { Edition } from '../../rulebook/rule.ts';
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
const idsIn = (html: string): readonly string[] =>
  [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id as string);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Every id that a refusal, a missing line or a finding may name. */
const ruleIds = (edition: Edition): readonly string[] => [
  ...[...allLines(edition), ...edition.gates, ...edition.decisionRights, ...edition.composition].map(
    ({ id }) => id,
  ),
  ...edition.bodies.map(({ kind }) => `body.${kind}`),
  ...edition.levels.map(({ id }) => id),
  ...edition.choices.map(({ id }) => `choice.${id}`),
  ...edition.duties.filter(({ id }) => !id.startsWith('requirement.')).map(({ id }) => `duty.${id}`),
];

describe('the rulebook as pages', () => {
  test('the front says which editions there are, which is in force here, and what changed', async () => {
    const html = await page('/rulebook');
    for (const { id, name } of editions) {
      assert.ok(html.includes(`href="/rulebook/${id}"`));
      assert.ok(html.includes(escaped(name.da)));
    }
    assert.equal(html.match(/Gælder her/g)?.length, 1);
    assert.ok(html.includes('href="/rulebook/2018/diff/2025"'));
  });

  for (const edition of editions)
    for (const [language, prefix] of [
      ['da', ''],
      ['en', '/en'],
    ] as const)
      test(`every rule of ${edition.id} stands at its own address, once, with its words, in ${language}`, async () => {
        const html = await page(`${prefix}/rulebook/${edition.id}`);
        const ids = idsIn(html);
        assert.equal(new Set(ids).size, ids.length, 'no id twice');
        for (const id of ruleIds(edition)) assert.ok(ids.includes(id), id);
        const said = [
          ...allLines(edition),
          ...edition.gates,
          ...edition.decisionRights,
          ...edition.composition,
        ];
        for (const { says } of said) assert.ok(html.includes(escaped(says[language])), says[language]);
        for (const { chosen } of edition.choices) assert.ok(html.includes(escaped(chosen[language])));
        for (const { because } of edition.leftToPeople) assert.ok(html.includes(escaped(because[language])));
      });

  test('links within the rulebook lead somewhere', async () => {
    const paths = [
      '/rulebook',
      ...editions.map(({ id }) => `/rulebook/${id}`),
      '/rulebook/2018/diff/2025',
      '/rulebook/2025/diff/2016',
    ];
    const seen = new Map<string, readonly string[]>();
    const ids = async (path: string) => {
      const known = seen.get(path) ?? idsIn(await page(path));
      seen.set(path, known);
      return known;
    };
    for (const path of paths) {
      const html = await page(path);
      for (const [, href = ''] of html.matchAll(/ href="((?:\/rulebook[^"]*)?(?:#[^"]*)?)"/g)) {
        const [to = '', anchor] = href.split('#');
        const found = await ids(to === '' ? path : to);
        if (anchor !== undefined) assert.ok(found.includes(anchor), `${path} → ${href}`);
      }
    }
  });

  test('two editions are compared side by side, every change with its words', async () => {
    const [, before, after] = editions as readonly [Edition, Edition, Edition];
    for (const [language, prefix] of [
      ['da', ''],
      ['en', '/en'],
    ] as const) {
      const html = await page(`${prefix}/rulebook/${before.id}/diff/${after.id}`);
      for (const change of diff(before, after)) {
        const texts = [
          ...change.differences.flatMap((each) => [each.before, each.after]),
          ...(change.how === 'changed' ? [] : [change.before ?? change.after]),
        ];
        for (const text of texts) {
          const said = text?.[language] ?? '?';
          assert.ok(html.includes(escaped(said)), said);
        }
      }
    }
    assert.ok((await page('/rulebook/2025/diff/2025')).includes('Intet er ændret.'));
  });

  for (const path of ['/rulebook/1999', '/rulebook/2025/diff/1999', '/rulebook/..%2f..%2fetc'])
    test(`there is nothing at ${path}`, async () => {
      assert.equal((await site.visitor().get(path)).status, 404);
    });
});

describe('the rulebook for programs', () => {
  const read = async (path: string, status = 200): Promise<unknown> => {
    const answer = await site.visitor().get(`/api/v1${path}`);
    assert.equal(answer.status, status, answer.text);
    return JSON.parse(answer.text) as unknown;
  };

  test('the editions are listed, with the one in force here', async () => {
    const { items } = (await read('/editions')) as {
      items: { id: string; inForceHere: boolean; requirements: number }[];
    };
    assert.deepEqual(
      items.map(({ id, inForceHere, requirements }) => [id, inForceHere, requirements]),
      [
        ['2016', false, 41],
        ['2018', false, 45],
        ['2025', true, 43],
      ],
    );
  });

  for (const edition of editions)
    test(`edition ${edition.id} comes whole, in both languages, and passes every check`, async () => {
      const answer = (await read(`/editions/${edition.id}`)) as Edition;
      assert.deepEqual(answer, edition);
      assert.deepEqual(check(answer), []);
    });

  test('what changed between two editions is told in the reader’s language', async () => {
    const { items } = (await read('/editions/2018/diff/2025')) as { items: { id: string; after: unknown }[] };
    const [, before, after] = editions as readonly [Edition, Edition, Edition];
    assert.deepEqual(
      items.map(({ id }) => id),
      diff(before, after).map(({ id }) => id),
    );
    assert.ok(items.every((item) => item.after === null || typeof item.after === 'string'));
  });

  test('an edition that is not there is not found', async () => {
    await read('/editions/1999', 404);
    await read('/editions/2025/diff/1999', 404);
  });
});
