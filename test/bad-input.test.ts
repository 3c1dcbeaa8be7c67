import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { deeds, pages, queries } from '../src/registry.ts';
import { testCommunity, type TestCommunity } from './community.ts';
import { serve, type Http } from './http.ts';

let c: TestCommunity;
let http: Http;
let slug: string;
before(async () => {
  c = await testCommunity('2016');
  http = await serve(c);
  const made = await c.act('member', 'register-idea', {}, { name: 'Udsat for alt', summary: 'Til prøve' });
  slug = String(made['slug']);
});
after(async () => {
  await http.end();
  await c.end();
});

const odd = [
  '\u0000',
  '\ud800',
  '‮txt',
  '👩‍👩‍👧‍👦',
  'a\u0301',
  "'; drop table people; --",
  '<script>alert(1)</script>',
  '%00',
  '../../etc/passwd',
  '😀'.repeat(300),
  'x'.repeat(50_000),
  '   ',
  '-1',
  '1e309',
  'NaN',
  '9'.repeat(30),
  '__proto__',
  '٣',
  '2026-02-30',
  'javascript:alert(1)',
];
const anything = fc.oneof(
  fc.constantFrom(...odd),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.uuid(),
  fc.array(fc.constantFrom(...odd), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'for', '__proto__', 'constructor', 'url'), fc.constantFrom(...odd), {
    maxKeys: 3,
  }),
);
const pathValue = fc.oneof(
  fc.constantFrom(
    'x',
    '1',
    '0',
    '-1',
    '99999999999',
    'udsat-for-alt',
    '%00',
    '%ff',
    '..',
    'ø',
    encodeURIComponent('\ud83d\ude00'),
  ),
  fc.uuid(),
);
const fill = (path: string, value: string): string => path.replace(/:[a-zA-Z]+/g, value);

/** How many rows there are in every table that a deed may write. */
async function rowCounts(): Promise<string> {
  const { rows } = await sql<{ counts: string }>`
    select string_agg(t || '=' || n, ',' order by t) as counts from (
      select c.relname as t, (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || quote_ident(c.relname), false, true, '')))[1]::text as n
      from pg_class c join pg_namespace s on s.oid = c.relnamespace
      where s.nspname = 'public' and c.relkind = 'r' and c.relname not in ('sessions', 'api_tokens', 'sign_in_attempts', 'sign_in_codes', 'passkey_challenges')) x`.execute(
    c.app.db,
  );
  return rows[0]?.counts ?? '';
}

describe('whatever is sent, the answer is a sentence and never a crash', () => {
  for (const deed of deeds) {
    test(`the operation ${deed.name} takes any JSON`, async () => {
      const names = Object.keys(deed.input.shape);
      await fc.assert(
        fc.asyncProperty(
          fc.dictionary(fc.constantFrom(...names, 'unknownField'), anything, { maxKeys: 8 }),
          pathValue,
          fc.constantFrom('manager', 'member', null),
          async (body, value, person) => {
            const path = fill(deed.api.path, value);
            // An address with dots in two places leads out of the API: a page then answers, and says so as one.
            fc.pre(new URL(`/api/v1${path}`, 'http://localhost').pathname.startsWith('/api/v1/'));
            const before = await rowCounts();
            const answer = await http.api(person as 'manager', deed.api.method, path, body);
            assert.ok(answer.status < 500, `${answer.status} ${answer.text.slice(0, 400)}`);
            if (answer.status >= 400) {
              assert.match(String(answer.headers['content-type']), /application\/problem\+json/);
              assert.equal(await rowCounts(), before, 'nothing is half written');
            }
          },
        ),
        { numRuns: 12 },
      );
    });

    if (deed.form === null) continue;
    test(`the form of ${deed.name} loses nothing that was typed`, async () => {
      const texts = deed.fields.filter((field) =>
        ['text', 'textarea', 'lines', 'url', 'email', 'number', 'date', 'money'].includes(field.kind),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.constantFrom(...odd.filter((each) => each.isWellFormed() && !each.includes('\u0000'))),
            { minLength: texts.length, maxLength: texts.length },
          ),
          async (values) => {
            const form = Object.fromEntries(
              texts.map((field, index) => [field.name, values[index] as string]),
            );
            const answer = await http.post('manager', fill(deed.form as string, slug), form);
            assert.ok(answer.status < 500, `${answer.status} ${answer.text.slice(0, 400)}`);
            if (answer.status !== 422 && answer.status !== 409) return;
            for (const [name, value] of Object.entries(form)) {
              const typed = value.trim().slice(0, 200);
              if (typed !== '')
                assert.ok(
                  unescape(answer.text).includes(typed),
                  `${deed.name}.${name} kept ${JSON.stringify(typed.slice(0, 40))}`,
                );
            }
          },
        ),
        { numRuns: 8 },
      );
    });
  }

  for (const query of queries) {
    test(`the operation ${query.name} takes any address`, async () => {
      const names = Object.keys(query.query.shape);
      await fc.assert(
        fc.asyncProperty(
          fc.dictionary(
            fc.constantFrom(...names, 'x'),
            fc.constantFrom(...odd.filter((each) => each.isWellFormed())),
            { maxKeys: 4 },
          ),
          pathValue,
          async (asked, value) => {
            const search = new URLSearchParams(asked).toString();
            const method = query.body ? 'POST' : 'GET';
            const answer = await http.api(
              'manager',
              method,
              `${fill(query.path, value)}?${search}`,
              query.body ? asked : undefined,
            );
            assert.ok(answer.status < 500, `${answer.status} ${answer.text.slice(0, 400)}`);
          },
        ),
        { numRuns: 12 },
      );
    });
  }

  for (const page of pages) {
    test(`the page ${page.path} takes any address`, async () => {
      const names = Object.keys(page.query.shape);
      await fc.assert(
        fc.asyncProperty(
          fc.dictionary(
            fc.constantFrom(...names, 'x'),
            fc.constantFrom(...odd.filter((each) => each.isWellFormed())),
            { maxKeys: 4 },
          ),
          pathValue,
          async (asked, value) => {
            const answer = await http.get(
              'manager',
              `${fill(page.path, value)}?${new URLSearchParams(asked).toString()}`,
            );
            assert.ok(answer.status < 500, `${answer.status} ${answer.text.slice(0, 400)}`);
          },
        ),
        { numRuns: 10 },
      );
    });
  }

  test('what is not JSON, or too large, is refused with a sentence', async () => {
    const broken = await http.api('manager', 'POST', '/initiatives', '{"name":');
    assert.equal(broken.status, 400);
    const large = await http.api(
      'manager',
      'POST',
      '/initiatives',
      JSON.stringify({ name: 'x'.repeat(9_000_000) }),
    );
    assert.equal(large.status, 413);
    const strange = await http.api('manager', 'POST', '/initiatives', 'x', {
      'content-type': 'application/x-strange',
    });
    assert.equal(strange.status, 415);
  });
});

const unescape = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
