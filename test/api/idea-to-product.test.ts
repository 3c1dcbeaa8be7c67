import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { testCommunity, type Person, type TestCommunity } from '../community.ts';
import { serve, type Answer, type Http } from '../http.ts';
import { stepsOf, type Steps } from '../steps.ts';

interface Refused {
  readonly type: string;
  readonly status: number;
  readonly refusals: readonly {
    readonly rule: string;
    readonly says: string;
    readonly source: { readonly edition: string; readonly section: string; readonly page?: string };
    readonly because: string;
    readonly cure: string;
  }[];
}
interface Foreseen {
  readonly target: { readonly stage: string; readonly level: string; readonly edition: string };
  readonly open: boolean;
  readonly missing: readonly {
    readonly rule: string;
    readonly kind: string;
    readonly requirement?: string;
    readonly says: string;
    readonly who: readonly string[];
    readonly source: { readonly edition: string; readonly section: string };
  }[];
  readonly decides: { readonly rule: string; readonly bodies: readonly string[] } | null;
  readonly lapses: readonly unknown[];
  readonly steps: readonly { readonly order: number; readonly says: string }[];
}

describe('the API takes an idea all the way, and says no with the reason', () => {
  let c: TestCommunity;
  let http: Http;
  let at: Steps;
  let id = '';
  let slug = '';
  before(async () => {
    c = await testCommunity('2016');
    http = await serve(c);
    at = stepsOf(c, '2016');
  });
  after(async () => {
    await http.end();
    await c.end();
  });

  const ask = async (
    person: Person | null,
    method: string,
    path: string,
    body: unknown,
    status: number,
  ): Promise<Answer> => {
    const answer = await http.api(person, method, path, body);
    assert.equal(answer.status, status, `${method} ${path}: ${answer.text.slice(0, 1500)}`);
    return answer;
  };
  const forecast = async (query = ''): Promise<Foreseen> =>
    (await ask(null, 'GET', `/initiatives/${slug}/forecast${query}`, undefined, 200)).json<Foreseen>();

  test('a member’s contact registers an idea and gets its address', async () => {
    const made = (
      await ask(
        'member',
        'POST',
        '/initiatives',
        { name: 'Fælles lånerkort', summary: 'Ét kort til alle biblioteker', origin: 'community' },
        201,
      )
    ).json<{ id: string; slug: string; stage: string; level: null }>();
    ({ id, slug } = made);
    assert.equal(made.stage, 'idea');
    for (const key of [id, slug]) {
      const found = (await ask(null, 'GET', `/initiatives/${key}`, undefined, 200)).json<{ name: string }>();
      assert.equal(found.name, 'Fælles lånerkort');
    }
  });

  test('nobody registers an idea without signing in, or from outside the community', async () => {
    const idea = { name: 'Udenfor', summary: 'En idé', origin: 'community' };
    const unknown = await ask(null, 'POST', '/initiatives', idea, 401);
    assert.match(String(unknown.headers['content-type']), /^application\/problem\+json/);
    assert.match(String(unknown.headers['www-authenticate']), /Bearer/);
    const outsider = (await ask('outsider', 'POST', '/initiatives', idea, 403)).json<{ grounds: string[] }>();
    assert.deepEqual(outsider.grounds, ['member', 'secretariat']);
  });

  test('wrong input is answered field by field in the reader’s language', async () => {
    const wrong = await http.api(
      'member',
      'POST',
      '/initiatives',
      { name: '', origin: 'moon' },
      {
        'accept-language': 'en',
      },
    );
    assert.equal(wrong.status, 422);
    const { errors } = wrong.json<{ errors: { field: string; says: string }[] }>();
    assert.deepEqual(new Set(errors.map((error) => error.field)), new Set(['name', 'summary', 'origin']));
    const danish = await http.api('member', 'POST', '/initiatives', { name: '', origin: 'moon' });
    assert.notEqual(danish.json<{ errors: { says: string }[] }>().errors[0]?.says, errors[0]?.says);
  });

  test('the forecast names all that is missing, who can provide it, who decides and the steps', async () => {
    const seen = await forecast('?level=N2&stage=product');
    assert.equal(seen.open, false);
    assert.deepEqual(seen.target, { stage: 'product', level: 'N2', edition: '2016' });
    const kinds = new Set(seen.missing.map((line) => line.kind));
    for (const kind of ['requirement', 'body', 'seat', 'person', 'decision', 'money', 'document'])
      assert.ok(kinds.has(kind), `something of the kind ${kind} is missing`);
    for (const line of seen.missing) {
      assert.ok(line.says.length > 5 && line.who.length > 0 && line.source.edition === '2016', line.rule);
      assert.equal(line.requirement ?? line.rule, line.rule);
    }
    assert.deepEqual(seen.decides?.bodies.slice(0, 1), ['board']);
    assert.deepEqual(
      seen.steps.map((step) => step.order),
      seen.steps.map((_, index) => index + 1),
    );
  });

  test('a move that the rulebook does not allow is refused with rule, source, reason and cure', async () => {
    const refused = (
      await ask(
        'manager',
        'POST',
        `/initiatives/${id}/stage`,
        { to: 'concept', reason: 'Vi vil i gang' },
        409,
      )
    ).json<Refused>();
    assert.equal(refused.status, 409);
    for (const { rule, says, source, because, cure } of refused.refusals) {
      assert.ok(rule && says && because && cure, rule);
      assert.equal(source.edition, '2016');
      assert.ok(source.section, rule);
    }
    const skipped = (
      await ask('manager', 'POST', `/initiatives/${id}/stage`, { to: 'product', reason: 'Spring over' }, 409)
    ).json<Refused>();
    assert.equal(skipped.refusals.length, 1, 'there is no such way');
  });

  test('the business manager places it, nobody else', async () => {
    const place = { level: 'N2', reason: 'Til gavn for alle kommuner' };
    for (const person of ['member', 'chair', 'operator'] as const)
      await ask(person, 'POST', `/initiatives/${id}/placement`, place, 403);
    await ask('manager', 'POST', `/initiatives/${id}/placement`, { ...place, level: 'N7' }, 422);
    const placed = (await ask('manager', 'POST', `/initiatives/${id}/placement`, place, 201)).json<{
      level: string;
    }>();
    assert.equal(placed.level, 'N2');
  });

  test('the concept goes before the board, which the list of cases shows', async () => {
    await at.documentAll(id, 'concept', 'N2');
    await ask('manager', 'POST', `/initiatives/${id}/stage`, { to: 'concept', reason: 'Beskrevet' }, 201);
    const opened = (
      await ask(
        'manager',
        'POST',
        '/cases',
        {
          initiative: slug,
          kind: 'approval',
          question: 'Skal lånerkortet godkendes?',
          recommendation: 'Det indstilles at godkende',
        },
        201,
      )
    ).json<{ id: string; number: number; awaits: { kind: string }; rule: string }>();
    assert.equal(opened.awaits.kind, 'board');
    const { items } = (await ask(null, 'GET', '/cases?awaits=board', undefined, 200)).json<{
      items: { id: string; rule: string; since: string; kind: string }[];
    }>();
    const listed = items.find((item) => item.id === opened.id);
    assert.equal(listed?.rule, opened.rule);
    assert.ok(listed?.since);

    const answer = {
      outcome: 'approved',
      reason: 'Godt for alle',
      votes: { for: 4, against: 1, abstaining: 0 },
    };
    await ask('member', 'POST', `/cases/${opened.id}/decision`, answer, 403);
    const lost = (
      await ask(
        'manager',
        'POST',
        `/cases/${opened.id}/decision`,
        { ...answer, votes: { for: 1, against: 4, abstaining: 0 } },
        409,
      )
    ).json<Refused>();
    assert.equal(lost.refusals[0]?.rule, 'board.majority');

    const preview = (await ask('manager', 'POST', `/cases/${opened.id}/preview`, answer, 200)).json<{
      allowed: boolean;
      effects: unknown[];
      says: string[];
    }>();
    assert.equal(preview.allowed, true);
    assert.equal(preview.says.length, preview.effects.length);
    const decided = (await ask('manager', 'POST', `/cases/${opened.id}/decision`, answer, 201)).json<{
      effects: unknown[];
    }>();
    assert.deepEqual(decided.effects, preview.effects);
    await ask('manager', 'POST', `/cases/${opened.id}/decision`, answer, 422);
    const shown = (await ask(null, 'GET', `/cases/${opened.number}`, undefined, 200)).json<{
      decisions: { receipt: { edition: string } }[];
    }>();
    assert.equal(shown.decisions[0]?.receipt.edition, '2016');
  });

  test('a write with an Idempotency-Key is done once, and the same key with other words is refused', async () => {
    const budget = { phase: 'project', amountOere: 25_000_000, funding: 'community' };
    const send = (body: unknown) =>
      http.api('manager', 'POST', `/initiatives/${id}/budgets`, body, { 'idempotency-key': 'budget-1' });
    const first = await send(budget);
    assert.equal(first.status, 201, first.text);
    const again = await send(budget);
    assert.equal(again.status, 201);
    assert.deepEqual(again.json(), first.json());
    const other = await send({ ...budget, amountOere: 1 });
    assert.equal(other.status, 422, other.text);
    const { budgets } = (await ask(null, 'GET', `/initiatives/${id}`, undefined, 200)).json<{
      budgets: unknown[];
    }>();
    assert.equal(budgets.length, 1);
  });

  test('lists come a page at a time and in Danish order', async () => {
    for (const name of ['Æblet', 'Ørreden', 'Ålen', 'Zebraen', 'Aalborg']) await at.idea(name);
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { name: string }[]; next: string | null } = (
        await ask(
          null,
          'GET',
          `/initiatives?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
          undefined,
          200,
        )
      ).json<{ items: { name: string }[]; next: string | null }>();
      assert.ok(page.items.length <= 2);
      names.push(...page.items.map((item) => item.name));
      cursor = page.next;
    } while (cursor !== null);
    assert.deepEqual(names, ['Fælles lånerkort', 'Zebraen', 'Æblet', 'Ørreden', 'Aalborg', 'Ålen']);
    const found = (await ask(null, 'GET', '/initiatives?q=ØRRED&stage=idea', undefined, 200)).json<{
      items: { name: string }[];
    }>();
    assert.deepEqual(
      found.items.map((item) => item.name),
      ['Ørreden'],
    );
    await ask(null, 'GET', '/initiatives?limit=1000', undefined, 422);
  });

  test('what does not exist is not found, whatever its address looks like', async () => {
    for (const path of ['/initiatives/findes-ikke', '/cases/999999', '/initiatives/%00', '/nowhere']) {
      const answer = await ask(null, 'GET', path, undefined, 404);
      assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
    }
  });

  test('an address of another site cannot make a browser write', async () => {
    const crossSite = await http.post(
      'member',
      '/initiatives/new',
      { name: 'Udefra', summary: 'x', origin: 'community' },
      { 'sec-fetch-site': 'cross-site', origin: 'https://ond.example' },
    );
    assert.equal(crossSite.status, 403);
  });
});
