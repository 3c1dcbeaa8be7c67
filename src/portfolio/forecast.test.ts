import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { faelled } from '../../test/command-line.ts';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { serve, type Http } from '../../test/http.ts';
import { stepsOf, type Steps } from '../../test/steps.ts';
import { stages } from '../../rulebook/vocabulary.ts';

interface Answer {
  readonly target: { readonly stage: string; readonly level: string; readonly edition: string };
  readonly open: boolean;
  readonly missing: readonly { readonly rule: string; readonly kind: string; readonly says: string }[];
  readonly decides: { readonly rule: string; readonly says: string } | null;
  readonly lapses: readonly { readonly says: string }[];
  readonly steps: readonly { readonly order: number; readonly says: string }[];
  readonly refusals: readonly { readonly rule: string; readonly says: string; readonly because: string }[];
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

describe('what is missing, asked on the page, by the API and on the command line', () => {
  let c: TestCommunity;
  let http: Http;
  let at: Steps;
  let slug = '';
  before(async () => {
    c = await testCommunity('2025');
    // The command line lives in the present.
    c.setNow(Temporal.Now.instant().toString());
    http = await serve(c);
    at = stepsOf(c, '2025');
    ({ slug } = await at.idea('Fælles kalender'));
    await c.act('manager', 'place-initiative', { id: slug }, { level: 'N2', reason: 'Til gavn for alle' });
  });
  after(async () => {
    await http.end();
    await c.end();
  });

  const targets = [
    '',
    '?level=N3',
    '?level=sandbox&stage=project',
    '?stage=product',
    '?edition=2016&level=N1&stage=project',
    '?stage=retired',
  ];

  for (const query of targets)
    test(`the three say the same for the target ${query || 'nearest'}`, async () => {
      const api = await http.api(null, 'GET', `/initiatives/${slug}/forecast${query}`, undefined, {
        'accept-language': 'en',
      });
      assert.equal(api.status, 200, api.text);
      const answer = api.json<Answer>();

      const page = await http.get('manager', `/en/initiatives/${slug}/forecast${query}`);
      assert.equal(page.status, 200);
      for (const { says } of [...answer.missing, ...answer.lapses, ...answer.steps])
        assert.ok(page.text.includes(escaped(says)), `the page says: ${says}`);
      assert.ok(answer.decides === null || page.text.includes(`#${answer.decides.rule}`));
      const rows = page.text.split('<div class="missing">')[1]?.match(/<th scope="row"/g)?.length ?? 0;
      assert.equal(rows, answer.missing.length, 'and lists nothing more');
      assert.equal(page.text.includes('Everything is in place'), answer.open);

      const flags = [...new URLSearchParams(query)].flatMap(([name, value]) => [`--${name}`, value]);
      const line = await faelled(['forecast', slug, ...flags, '--json'], { DATABASE_URL: c.url });
      assert.equal(line.code, 0, line.err);
      const printed = JSON.parse(line.out) as { missing: { rule: string; says: { en: string } }[] } & Answer;
      assert.deepEqual(printed.target, answer.target);
      assert.equal(printed.open, answer.open);
      assert.deepEqual(
        printed.missing.map(({ rule, says }) => [rule, says.en]),
        answer.missing.map(({ rule, says }) => [rule, says]),
      );
      assert.deepEqual(
        printed.steps.map((step) => step.order),
        answer.steps.map((step) => step.order),
      );
    });

  test('the command line says it in words too, and explains what it cannot answer', async () => {
    const words = await faelled(['forecast', slug, '--level', 'N3'], { DATABASE_URL: c.url });
    assert.equal(words.code, 0, words.err);
    assert.match(words.out, /Fælles kalender: concept, N3/);
    assert.match(words.out, /things are missing:/);
    assert.match(words.out, /Decided by: /);
    for (const [args, says] of [
      [[], /Name one initiative/],
      [['findes-ikke'], /no such initiative/i],
      [[slug, '--stage', 'moon'], /no stage moon/],
      [[slug, '--level', 'N9'], /has the levels/],
    ] as const) {
      const wrong = await faelled(['forecast', ...args], { DATABASE_URL: c.url });
      assert.equal(wrong.code, 1, args.join(' '));
      assert.match(wrong.err, says);
    }
  });

  test('the API names the field whose level or edition does not exist, and what there is', async () => {
    for (const [query, field, says] of [
      ['level=N9', 'level', /sandbox, N1, N2, N3/],
      ['edition=1999', 'edition', /2016, 2018, 2025/],
    ] as const) {
      const wrong = await http.api(null, 'GET', `/initiatives/${slug}/forecast?${query}`);
      assert.equal(wrong.status, 422);
      const [error] = wrong.json<{ errors: { field: string; says: string }[] }>().errors;
      assert.equal(error?.field, field);
      assert.match(error.says, says);
    }
  });

  test('a requirement that nobody has spoken on is refused in words that say so', async () => {
    const move = { to: 'concept', reason: 'Nu er den beskrevet' };
    const { slug: silent } = await at.idea('Fælles tavle');
    await c.act('manager', 'place-initiative', { id: silent }, { level: 'N2', reason: 'Til gavn for alle' });
    const refused = await http.api('manager', 'POST', `/initiatives/${silent}/stage`, move, {
      'accept-language': 'en',
    });
    assert.equal(refused.status, 409);
    const reasons = refused.json<Answer>().refusals.map(({ because }) => because);
    assert.ok(reasons.includes('nobody has spoken on the requirement'), reasons.join(' | '));
  });

  test('another edition tells what it would ask anew, and sends nobody to a requirement of the edition held', async () => {
    const { slug: moving } = await at.idea('Fælles arkiv');
    const query = '?edition=2018&level=N2&stage=product';
    const answer = (
      await http.api(null, 'GET', `/initiatives/${moving}/forecast${query}`, undefined, {
        'accept-language': 'en',
      })
    ).json<{ askedAnew: { requirement: string; formerly: string[]; because: string }[] }>();
    assert.deepEqual(answer.askedAnew, [
      { requirement: 'R2', formerly: [], because: 'The requirement has no counterpart in edition 2025.' },
    ]);
    const page = await http.get('manager', `/en/initiatives/${moving}/forecast${query}`);
    assert.match(page.text, /Asked anew \(1\)/);
    assert.match(page.text, /Change the edition first/);
    assert.doesNotMatch(page.text, new RegExp(`href="[^"]*/initiatives/${moving}/requirements/`));
    const line = await faelled(
      ['forecast', moving, '--edition', '2018', '--level', 'N2', '--stage', 'product'],
      {
        DATABASE_URL: c.url,
      },
    );
    assert.match(line.out, /Asked anew:\n {2}R2: The requirement has no counterpart/);
    const lapses = (await http.api(null, 'GET', `/initiatives/${slug}/forecast${query}`))
      .json<{
        lapses: { rule: string }[];
      }>()
      .lapses.map(({ rule }) => rule);
    assert.ok(!lapses.includes('R2'), 'line management goes on as R3');
    const here = await http.get('manager', `/en/initiatives/${moving}/forecast`);
    assert.doesNotMatch(here.text, /Asked anew/);
  });

  test('a target that no way leads to is explained with what can be done instead', async () => {
    const product = await at.idea('Gammelt produkt');
    await c.app.db
      .updateTable('initiatives')
      .set({ stage: 'product', level: 'N1' })
      .where('id', '=', product.id)
      .execute();
    const answer = (
      await http.api(null, 'GET', `/initiatives/${product.slug}/forecast?stage=concept`)
    ).json<Answer>();
    assert.equal(answer.open, false);
    assert.equal(answer.missing.length, 0);
    assert.match(answer.refusals[0]?.says ?? '', /ingen vej fra produkt til koncept/);
    const page = await http.get(null, `/initiatives/${product.slug}/forecast?stage=concept`);
    assert.match(page.text, /Den vej findes ikke/);
    assert.match(page.text, /ingen vej fra produkt til koncept/);
    const line = await faelled(['forecast', product.slug, '--stage', 'concept'], { DATABASE_URL: c.url });
    assert.match(line.out, /no way from product to concept/);
  });

  test('what has ended has no forecast, and the page says so', async () => {
    const gone = await at.idea('Trukket idé');
    await c.act('member', 'withdraw-initiative', { id: gone.slug }, { reason: 'Vi fandt noget bedre' });
    assert.match(
      (await http.get(null, `/initiatives/${gone.slug}/forecast`)).text,
      /Initiativet er afsluttet/,
    );
  });

  test('a form is linked only for those who may send it; the page of a requirement for everybody', async () => {
    const visitor = await http.get(null, `/initiatives/${slug}/forecast?stage=product`);
    assert.doesNotMatch(visitor.text, /href="[^"]*(\/new|\/place|\/inform-board)/);
    assert.match(visitor.text, new RegExp(`href="/initiatives/${slug}/requirements/`));
    const manager = await http.get('manager', `/initiatives/${slug}/forecast?stage=product`);
    for (const path of ['budgets/new?phase=project', 'people/new?role=project-manager'])
      assert.ok(manager.text.includes(`href="/initiatives/${slug}/${path}"`), path);
  });

  test('once nothing is missing the page says so and leads to the deed', async () => {
    await at.documentAll((await at.row(slug)).id, 'concept', 'N2');
    const { missing } = (await http.api(null, 'GET', `/initiatives/${slug}/forecast`)).json<Answer>();
    assert.deepEqual(missing, []);
    const page = await http.get('manager', `/initiatives/${slug}/forecast`);
    assert.match(page.text, /Alt er på plads/);
    assert.match(page.text, new RegExp(`href="/initiatives/${slug}/move\\?to=concept"`));
    assert.doesNotMatch((await http.get('member', `/initiatives/${slug}/forecast`)).text, /move\?to=/);
    const form = await http.get('manager', `/initiatives/${slug}/move?to=concept`);
    assert.match(form.text, /<h1>Gør til koncept<\/h1>/);
    assert.match(form.text, /<input type="hidden" name="to" value="concept"/);
    assert.doesNotMatch(form.text, /<select[^>]*name="to"/);
    for (const stage of Object.keys(stages))
      assert.equal((await http.get('manager', `/initiatives/${slug}/move?to=${stage}`)).status, 200);
  });
});
