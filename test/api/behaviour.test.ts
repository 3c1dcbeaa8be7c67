import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { testCommunity, type TestCommunity } from '../community.ts';
import { serve, type Answer, type Http } from '../http.ts';
import { makeFixture, type Fixture } from '../permissions/fixture.ts';
import { deeds, queries } from '../../src/registry.ts';

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance: string;
  readonly grounds?: readonly string[];
  readonly errors?: readonly { field: string; says: string }[];
  readonly refusals?: readonly {
    rule: string;
    says: string;
    because: string;
    cure: string;
    source: { edition: string; section: string; page: string };
  }[];
}

let c: TestCommunity;
let http: Http;
let f: Fixture;
before(async () => {
  c = await testCommunity('2016');
  http = await serve(c);
});
beforeEach(async () => {
  f = await makeFixture(c);
});
after(async () => {
  await http.end();
  await c.end();
});

/** A problem document (RFC 9457) of the status and type expected. */
function problemOf(answer: Answer, status: number, type: string): Problem {
  assert.equal(answer.status, status, answer.text);
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  const problem = answer.json<Problem>();
  assert.equal(problem.status, status);
  assert.equal(problem.type, `urn:faelled:problem:${type}`);
  assert.ok(problem.title.length > 2 && problem.instance.startsWith('/api/v1/'));
  return problem;
}

const idea = (name: string) => ({ name, summary: 'Til prøve' });
const journalRows = async () =>
  Number(
    (
      await c.app.db
        .selectFrom('journal')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

describe('how an operation says no', () => {
  test('without sign-in: 401, with the scheme asked for', async () => {
    const answer = await http.api(null, 'POST', '/initiatives', idea('Ingen'));
    problemOf(answer, 401, 'not-signed-in');
    assert.match(String(answer.headers['www-authenticate']), /^Bearer/);
  });

  test('with a token that is unknown or revoked: 401', async () => {
    const unknown = await http.api(null, 'POST', '/initiatives', idea('Ingen'), {
      authorization: `Bearer ${'x'.repeat(43)}`,
    });
    problemOf(unknown, 401, 'not-signed-in');
    const reading = await http.api(null, 'GET', '/initiatives', undefined, {
      authorization: `Bearer ${'x'.repeat(43)}`,
    });
    problemOf(reading, 401, 'not-signed-in');
  });

  test('without mandate: 403, with the grounds that would give it', async () => {
    const answer = await http.api('member', 'POST', `/initiatives/${f.initiative}/placement`, {
      level: 'N1',
      reason: 'Lokalt',
    });
    const problem = problemOf(answer, 403, 'no-mandate');
    assert.deepEqual(problem.grounds, ['business-manager']);
    assert.match(problem.detail ?? '', /forretningslederen/);
  });

  test('about something that does not exist: 404, without and with a thinkable id', async () => {
    for (const id of ['findes-ikke', '01890000-0000-7000-8000-000000000000', '0'])
      problemOf(
        await http.api('manager', 'POST', `/initiatives/${id}/placement`, { level: 'N1', reason: 'Lokalt' }),
        404,
        'not-found',
      );
    problemOf(await http.api('manager', 'GET', '/no-such-list'), 404, 'not-found');
  });

  test('against the rulebook: 409, with rule, sentence, source, reason and cure', async () => {
    const answer = await http.api('manager', 'POST', `/initiatives/${f.initiative}/stage`, {
      to: 'project',
      reason: 'Vi er klar',
    });
    const { refusals = [], detail } = problemOf(answer, 409, 'refused');
    assert.ok(refusals.length > 0);
    assert.equal(detail, refusals[0]?.says);
    for (const refusal of refusals) {
      for (const key of ['rule', 'says', 'because', 'cure'] as const)
        assert.ok(refusal[key].length > 2, `${key}: ${JSON.stringify(refusal)}`);
      assert.equal(refusal.source.edition, '2016');
      assert.match(refusal.source.section, /\d/);
      assert.ok(refusal.source.page.length > 0);
    }
  });

  test('with wrong input: 422, with the fields', async () => {
    const answer = await http.api('member', 'POST', '/initiatives', { name: '', summary: 7 });
    const { errors = [] } = problemOf(answer, 422, 'bad-input');
    assert.deepEqual(errors.map((error) => error.field).toSorted(), ['name', 'summary']);
    for (const error of errors) assert.ok(error.says.length > 5);
  });

  test('in the reader’s language', async () => {
    const body = { name: '' };
    const da = (await http.api('member', 'POST', '/initiatives', body)).json<Problem>();
    const en = (
      await http.api('member', 'POST', '/initiatives', body, { 'accept-language': 'en-GB,en;q=0.9' })
    ).json<Problem>();
    assert.notEqual(da.title, en.title);
    assert.notEqual(da.errors?.[0]?.says, en.errors?.[0]?.says);
  });

  test('and leaves no trace', async () => {
    const before = await journalRows();
    await http.api('member', 'POST', '/initiatives', { name: '' });
    await http.api('manager', 'POST', `/initiatives/${f.initiative}/stage`, {
      to: 'project',
      reason: 'Klar',
    });
    await http.api('member', 'POST', `/initiatives/${f.initiative}/placement`, { level: 'N1', reason: 'Ja' });
    assert.equal(await journalRows(), before);
  });

  test('what is sent beside the known fields is ignored, and never stored', async () => {
    const made = await http.api('member', 'POST', '/initiatives', {
      ...idea(`Ekstra ${f.initiative.slice(-6)}`),
      stage: 'product',
      level: 'N3',
      registeredBy: c.people.manager,
    });
    assert.equal(made.status, 201, made.text);
    const { id } = made.json<{ id: string }>();
    const row = await c.app.db
      .selectFrom('initiatives')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    assert.deepEqual([row.stage, row.level, row.registered_by], ['idea', null, c.people.member]);
  });
});

describe('methods', () => {
  test('HEAD answers as GET does, without a body', async () => {
    const get = await http.api(null, 'GET', '/initiatives');
    const head = await http.api(null, 'HEAD', '/initiatives');
    assert.equal(head.status, 200);
    assert.equal(head.text, '');
    assert.equal(head.headers['content-type'], get.headers['content-type']);
    assert.equal((await http.api(null, 'HEAD', '/initiatives/findes-ikke')).status, 404);
  });

  test('OPTIONS says what an address allows', async () => {
    const answer = await http.api(null, 'OPTIONS', '/initiatives');
    assert.equal(answer.status, 204);
    assert.deepEqual(String(answer.headers['allow']).split(', ').toSorted(), [
      'GET',
      'HEAD',
      'OPTIONS',
      'POST',
    ]);
  });

  test('a method that an address lacks is 405, with those it has', async () => {
    const answer = await http.api('manager', 'DELETE', `/initiatives/${f.initiative}`);
    problemOf(answer, 405, 'not-allowed');
    assert.match(String(answer.headers['allow']), /GET/);
  });

  test('every address says which methods it has, and refuses the others', async () => {
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
    const paths = new Set([...deeds.map((deed) => deed.api.path), ...queries.map((query) => query.path)]);
    for (const pattern of paths) {
      const path = pattern.replace(/:[a-zA-Z]+/g, f.initiative);
      const allow = String((await http.api(null, 'OPTIONS', path)).headers['allow']).split(', ');
      for (const deed of deeds.filter((one) => one.api.path === pattern))
        assert.ok(allow.includes(deed.api.method), `${deed.api.method} ${pattern}`);
      for (const method of methods.filter((one) => !allow.includes(one)))
        problemOf(await http.api('manager', method, path), 405, 'not-allowed');
    }
  });

  test('what is no address has no methods', async () => {
    problemOf(await http.api(null, 'OPTIONS', '/findes-ikke'), 404, 'not-found');
    problemOf(await http.api(null, 'GET', `/initiatives/${'x'.repeat(300)}`), 404, 'not-found');
  });
});

describe('a write sent twice', () => {
  const key = () => `prøve-${Math.random().toString(36).slice(2)}`.replace('ø', 'o');

  test('with the same key and the same body is done once, and answered alike', async () => {
    const headers = { 'idempotency-key': key() };
    const body = idea(`Én gang ${f.initiative.slice(-6)}`);
    const first = await http.api('member', 'POST', '/initiatives', body, headers);
    const rows = await journalRows();
    const second = await http.api('member', 'POST', '/initiatives', body, headers);
    assert.equal(first.status, 201, first.text);
    assert.deepEqual([second.status, second.json()], [first.status, first.json()]);
    assert.equal(await journalRows(), rows);
  });

  test('with the same key and another body is an error at the key', async () => {
    const headers = { 'idempotency-key': key() };
    const tag = f.initiative.slice(-6);
    await http.api('member', 'POST', '/initiatives', idea(`A ${tag}`), headers);
    const other = await http.api('member', 'POST', '/initiatives', idea(`B ${tag}`), headers);
    assert.equal(problemOf(other, 422, 'bad-input').errors?.[0]?.field, 'Idempotency-Key');
  });

  test('with one key by two people is two writes', async () => {
    const headers = { 'idempotency-key': key() };
    const tag = f.initiative.slice(-6);
    const a = await http.api('member', 'POST', '/initiatives', idea(`To ${tag}`), headers);
    const b = await http.api('board1', 'POST', '/initiatives', idea(`To ${tag}`), headers);
    assert.deepEqual([a.status, b.status], [201, 201]);
    assert.notEqual(a.json<{ id: string }>().id, b.json<{ id: string }>().id);
  });

  test('at the same moment with one key is done once', async () => {
    const headers = { 'idempotency-key': key() };
    const body = idea(`Samtidig ${f.initiative.slice(-6)}`);
    const before = await journalRows();
    const answers = await Promise.all(
      [1, 2, 3].map(() => http.api('member', 'POST', '/initiatives', body, headers)),
    );
    assert.deepEqual(
      answers.map((answer) => answer.status),
      [201, 201, 201],
      answers.map((answer) => answer.text).join('\n'),
    );
    assert.equal(new Set(answers.map((answer) => answer.json<{ id: string }>().id)).size, 1);
    assert.equal((await journalRows()) - before, 1);
  });

  test('after a refusal is tried anew, because the refusal left no trace', async () => {
    const headers = { 'idempotency-key': key() };
    const bad = await http.api('member', 'POST', '/initiatives', { name: '' }, headers);
    assert.equal(bad.status, 422);
    const good = await http.api(
      'member',
      'POST',
      '/initiatives',
      idea(`Nu ${f.initiative.slice(-6)}`),
      headers,
    );
    assert.equal(good.status, 201, good.text);
  });

  test('with a key that cannot be one is an error at the key', async () => {
    for (const bad of ['', 'x'.repeat(201), 'med mellemrum'])
      assert.equal(
        problemOf(
          await http.api('member', 'POST', '/initiatives', idea('X'), { 'idempotency-key': bad }),
          422,
          'bad-input',
        ).errors?.[0]?.field,
        'Idempotency-Key',
      );
  });
});

describe('lists page by page', () => {
  for (const list of [
    '/initiatives',
    '/initiatives?sort=changed',
    '/organisations',
    '/cases',
    '/journal',
    '/bodies',
    '/people',
  ])
    test(`${list} gives each item once in the same order, whatever the size of the page`, async () => {
      const at = (query: string) => `${list}${list.includes('?') ? '&' : '?'}${query}`;
      const all = async (limit: number): Promise<unknown[]> => {
        const items: unknown[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const answer = await http.api(
            'manager',
            'GET',
            at(`limit=${limit}${cursor && `&cursor=${cursor}`}`),
          );
          assert.equal(answer.status, 200, answer.text);
          const page = answer.json<{ items: { id?: string; seq?: number }[]; next: string | null }>();
          assert.ok(page.items.length <= limit);
          items.push(...page.items.map((item) => item.id ?? item.seq));
          cursor = page.next;
        }
        return items;
      };
      const whole = await all(100);
      assert.equal(new Set(whole).size, whole.length);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 99 }), async (limit) => {
          assert.deepEqual(await all(limit), whole);
        }),
        { numRuns: 5 },
      );
    });

  test('a limit outside 1 to 100 is an error at the field; a cursor made up begins from the start', async () => {
    for (const limit of ['0', '101', '-1', 'x', '1.5'])
      assert.equal(
        problemOf(await http.api('manager', 'GET', `/initiatives?limit=${limit}`), 422, 'bad-input')
          .errors?.[0]?.field,
        'limit',
      );
    const made = await http.api('manager', 'GET', '/initiatives?cursor=opfundet');
    assert.deepEqual(made.json(), (await http.api('manager', 'GET', '/initiatives')).json());
  });
});
