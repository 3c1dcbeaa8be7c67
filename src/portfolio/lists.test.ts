import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { serve, type Http } from '../../test/http.ts';
import type { Stage } from '../../rulebook/vocabulary.ts';
import { newId } from '../lib/id.ts';
import {
  countInitiatives,
  listInitiatives,
  sorts,
  usualOrder,
  type InitiativeSummary,
  type Order,
  type Sort,
} from './list-queries.ts';

const names = [
  ...[
    'Zebra',
    'Æble',
    'Ørred',
    'Ål',
    'Aalborg',
    'Abe',
    'abe',
    'Østers',
    'Ærlig',
    'Åben',
    'Øl',
    'Ara',
    'Y',
    'Ü',
  ],
  ...['100 % åben', 'A_b', 'Kalender', 'kalenderen', 'Ka-lender', 'Ækalender'],
];
const stages: readonly Stage[] = ['idea', 'concept', 'project', 'product'];
const levels = [null, 'sandbox', 'N1', 'N2', 'N3'] as const;
const rank = (level: string | null): number => levels.indexOf(level as (typeof levels)[number]);
const danish = new Intl.Collator('da');

/** The order said once more, without the database. */
const compare: Readonly<Record<Sort, (a: InitiativeSummary, b: InitiativeSummary) => number>> = {
  name: (a, b) => danish.compare(a.name, b.name),
  level: (a, b) => rank(a.level) - rank(b.level) || danish.compare(a.name, b.name),
  stage: (a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage) || danish.compare(a.name, b.name),
  since: (a, b) => Date.parse(a.stage_since) - Date.parse(b.stage_since),
  changed: (a, b) => Date.parse(a.changed_at) - Date.parse(b.changed_at),
};

describe('the two portfolios', () => {
  let c: TestCommunity;
  let http: Http;
  before(async () => {
    c = await testCommunity('2025');
    http = await serve(c);
    const rows = names.flatMap((name, n) =>
      [0, 1, 2].map((k) => {
        const id = newId();
        // Two of three moments lie within one millisecond of each other: a page may end between them.
        const at = `2026-0${1 + (n % 9)}-01T00:00:00.000${k}0${n % 10}Z`;
        return {
          id,
          slug: `i-${id}`,
          name: k === 0 ? name : `${name} ${k}`,
          summary: n % 2 === 0 ? 'Om affald' : 'Om veje',
          origin: 'community',
          stage: stages[(n + k) % 4] as Stage,
          level: levels[(n * 2 + k) % 5] as string | null,
          edition: k === 2 ? '2016' : '2025',
          coordinating_organisation_id: n % 3 === 0 ? c.organisations.aarhus : null,
          registered_at: at,
          stage_since: at,
          changed_at: at,
        };
      }),
    );
    await c.app.db.insertInto('initiatives').values(rows).execute();
  });
  after(async () => {
    await http.end();
    await c.end();
  });

  test('walking all pages shows each initiative once and in order, whatever the filter and the sorting', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          sort: fc.constantFrom(...sorts),
          order: fc.constantFrom<Order>('asc', 'desc'),
          limit: fc.integer({ min: 1, max: 25 }),
          stages: fc.option(fc.subarray([...stages], { minLength: 1 }), { nil: undefined }),
          level: fc.option(fc.constantFrom('none', 'sandbox', 'N1', 'N2', 'N3'), { nil: undefined }),
          q: fc.option(fc.constantFrom('kalender', 'AFFALD', '%', '_b', 'findes ikke', 'å'), {
            nil: undefined,
          }),
          organisation: fc.option(fc.constant(c.organisations.aarhus), { nil: undefined }),
        }),
        async ({ sort, order, limit, ...filter }) => {
          const everything = await c.app.db.selectFrom('initiatives').selectAll().execute();
          const wanted = everything.filter(
            (row) =>
              (filter.stages === undefined || filter.stages.includes(row.stage as Stage)) &&
              (filter.level === undefined || (row.level ?? 'none') === filter.level) &&
              (filter.q === undefined ||
                `${row.name} ${row.summary}`.toLowerCase().includes(filter.q.toLowerCase())) &&
              (filter.organisation === undefined || row.coordinating_organisation_id === filter.organisation),
          );
          const walked: InitiativeSummary[] = [];
          let cursor: string | undefined;
          do {
            const page = await listInitiatives(c.app.db, { ...filter, sort, order, limit, cursor });
            assert.ok(page.items.length <= limit);
            walked.push(...page.items);
            cursor = page.next ?? undefined;
          } while (cursor !== undefined);
          assert.deepEqual(walked.map((row) => row.id).toSorted(), wanted.map((row) => row.id).toSorted());
          assert.equal(await countInitiatives(c.app.db, filter), wanted.length);
          for (const [n, row] of walked.entries()) {
            const next = walked[n + 1];
            if (next)
              assert.ok(
                compare[sort](row, next) * (order === 'asc' ? 1 : -1) <= 0,
                `${row.name} | ${next.name}`,
              );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a cursor that a reader made up shows the list from its beginning', async () => {
    const first = await listInitiatives(c.app.db, { sort: 'since', limit: 3 });
    for (const values of [
      ['x', 'y'],
      ['2026-13-45 99:00:00+00', newId()],
      [1],
      ['2026-01-01 00:00:00+00', 'x'],
    ]) {
      const cursor = Buffer.from(JSON.stringify(values)).toString('base64url');
      assert.deepEqual(
        (await listInitiatives(c.app.db, { sort: 'since', limit: 3, cursor })).items,
        first.items,
      );
    }
  });

  test('projects and products are two lists, and their filters stand in the address', async () => {
    const named = (text: string) =>
      [...text.matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]+)</g)].map((m) => m[1]);
    const all = await http.get(null, '/projects');
    assert.equal(all.status, 200);
    assert.match(all.text, /<h1>Projekter<\/h1>/);
    const concepts = await http.get(null, '/projects?stage=concept&level=N2&q=&organisation=');
    assert.equal(concepts.status, 200);
    const expected = await listInitiatives(c.app.db, { stages: ['concept'], level: 'N2', limit: 100 });
    assert.ok(expected.items.length > 0);
    assert.deepEqual(
      named(concepts.text),
      expected.items.map((row) => row.name),
    );
    assert.match(concepts.text, /<option value="concept" selected/);
    const products = await http.get(null, '/en/products?sort=level&order=desc');
    assert.match(products.text, /<h1>Products<\/h1>/);
    assert.match(products.text, /aria-sort="descending"/);
    assert.deepEqual(
      named(products.text),
      (
        await listInitiatives(c.app.db, { stages: ['product'], sort: 'level', order: 'desc', limit: 100 })
      ).items.map((row) => row.name),
    );
    const none = await http.get(null, '/projects?q=findes+slet+ikke');
    assert.match(none.text, /Intet passer/);
    assert.equal((await http.get(null, '/projects?sort=sideways')).status, 303);
  });

  test('only those who may register an idea are shown the way to it', async () => {
    const link = /href="\/initiatives\/new"/;
    assert.match((await http.get('member', '/projects')).text, link);
    assert.doesNotMatch((await http.get('outsider', '/projects')).text, link);
    assert.doesNotMatch((await http.get(null, '/projects')).text, link);
  });

  test('dates begin with the newest unless asked otherwise', () => {
    assert.equal(usualOrder('since'), 'desc');
    assert.equal(usualOrder('name'), 'asc');
  });
});
