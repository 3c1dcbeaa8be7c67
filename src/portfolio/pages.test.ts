import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { testCommunity, type Person, type TestCommunity } from '../../test/community.ts';
import { serve, type Http } from '../../test/http.ts';
import { stepsOf, type Steps } from '../../test/steps.ts';

describe('the page of an initiative, and search', () => {
  let c: TestCommunity;
  let http: Http;
  let at: Steps;
  before(async () => {
    c = await testCommunity('2016');
    http = await serve(c);
    at = stepsOf(c, '2016');
  });
  after(async () => {
    await http.end();
    await c.end();
  });

  const page = async (person: Person | null, path: string): Promise<string> => {
    const answer = await http.get(person, path);
    assert.equal(answer.status, 200, path);
    return answer.text.slice(answer.text.indexOf('<main'), answer.text.indexOf('</main>'));
  };
  /** Names of the buttons that lead to a deed. */
  const buttons = (html: string): readonly string[] =>
    [...html.matchAll(/<a class="ds-button"[^>]*>(?:<svg.*?<\/svg>)?([^<]*)<\/a>/gs)].map((m) => m[1] ?? '');
  const has = (html: string, text: string): void => assert.ok(html.includes(text), `the page says: ${text}`);

  test('an idea shows its next step, and the business manager the button that takes it', async () => {
    const { slug } = await at.idea('Ny idé');
    const manager = await page('manager', `/initiatives/${slug}`);
    has(manager, 'Næste skridt: gør til koncept');
    has(manager, `href="/initiatives/${slug}/place"`);
    assert.equal(manager.match(/data-variant="primary"/g)?.length, 1, 'one primary button');
    const english = await page('manager', `/en/initiatives/${slug}`);
    has(english, 'Next step: turn into a concept');
    const visitor = await page(null, `/initiatives/${slug}`);
    has(visitor, 'Næste skridt');
    assert.deepEqual(buttons(visitor), [], 'a visitor is offered nothing to do');
    assert.doesNotMatch(visitor, /Karl Kommune/, 'nor told who anybody is');
  });

  test('each stage offers the deeds that belong to it, by name', async () => {
    const { id, slug } = await at.idea('Hele vejen');
    const offers = async (person: Person) => buttons(await page(person, `/initiatives/${slug}`));
    const include = async (person: Person, names: readonly string[]) => {
      const found = await offers(person);
      for (const name of names) assert.ok(found.includes(name), `${name} is among ${found.join(', ')}`);
    };
    await include('manager', ['Indplacér på et niveau', 'Træk tilbage', 'Orientér bestyrelsen']);
    await include('member', ['Træk tilbage', 'Ret beskrivelsen']);
    await c.act('manager', 'place-initiative', { id }, { level: 'N2', reason: 'Til gavn for alle' });
    await at.documentAll(id, 'concept', 'N2');
    await include('manager', ['Gør til koncept', 'Ændr indplaceringen']);
    await c.act('manager', 'move-initiative', { id }, { to: 'concept', reason: 'Beskrevet' });
    await include('manager', ['Skriv indstillingen', 'Send tilbage til idé', 'Træk tilbage']);
    const concept = await page('manager', `/initiatives/${slug}`);
    assert.match(concept, /krav <[^>]*>\([^)]*projektejeren[^)]*\)/, 'all who are to document are named');
    assert.match(concept, /krav <[^>]*>\([^)]*projektlederen[^)]*\)/);
    await c.app.db.updateTable('initiatives').set({ stage: 'project' }).where('id', '=', id).execute();
    await include('manager', [
      'Søg om niveauskifte',
      'Tag op til genovervejelse',
      'Indstil til lukning eller udfasning',
    ]);
    await c.app.db.updateTable('initiatives').set({ stage: 'product' }).where('id', '=', id).execute();
    await include('manager', ['Søg om niveauskifte', 'Indstil til lukning eller udfasning']);
    await c.app.db
      .updateTable('initiatives')
      .set({ stage: 'retired', ended_as: 'retired' })
      .where('id', '=', id)
      .execute();
    assert.doesNotMatch(await page('manager', `/initiatives/${slug}`), /id="next"/);
  });

  test('a product from outside is recommended for adoption', async () => {
    const { id, slug } = await at.idea('Udefra', 'outside');
    await c.act('manager', 'place-initiative', { id }, { level: 'N2', reason: 'Til gavn for alle' });
    assert.ok(buttons(await page('manager', `/initiatives/${slug}`)).includes('Indstil til optagelse'));
    const form = await page('manager', `/cases/new?initiative=${slug}&kind=adoption&level=N2`);
    has(form, '<h1>Indstil til optagelse</h1>');
    assert.doesNotMatch(form, /name="appoints"[^>]*type="checkbox"|type="checkbox"[^>]*name="appoints"/);
  });

  test('the form to register opens with the origin that its link names', async () => {
    const form = await page('member', '/initiatives/new?origin=outside');
    assert.match(form, /value="outside"[^>]*checked|checked[^>]*value="outside"/);
  });

  test('organisations, links, relations in both directions and decisions stand on the page', async () => {
    const { id, slug } = await at.idea('Med det hele');
    const other = await at.idea('Den anden');
    await c.act('staff', 'relate-initiatives', { id }, { kind: 'uses', other: other.slug, note: 'via API' });
    await c.act('staff', 'add-link', { id }, { kind: 'repository', url: 'https://example.org/kode' });
    await c.act(
      'staff',
      'add-participant',
      { id },
      { organisation: c.organisations.ballerup, role: 'joined' },
    );
    await c.act('manager', 'place-initiative', { id }, { level: 'N1', reason: 'I det små' });
    const ours = await page('staff', `/initiatives/${slug}`);
    for (const text of [
      'Bruger',
      'Den anden',
      'via API',
      'https://example.org/kode',
      'tilsluttet',
      'godkendt',
    ])
      has(ours, text);
    const theirs = await page('staff', `/en/initiatives/${other.slug}`);
    has(theirs, 'Is used by');
    has(theirs, 'Med det hele');
  });

  test('search finds initiatives, organisations, bodies and requirements; people only for those signed in', async () => {
    const found = await page(null, '/search?q=BESTYRELSE');
    has(found, '/bodies/board');
    has(found, 'Krav i regelsættet');
    has(await page(null, '/search?q=aarhus'), '/members/aarhus');
    has(await page(null, '/en/search?q=hele+vejen'), '/en/initiatives/hele-vejen');
    has(await page('member', '/search?q=Mona'), c.people.manager);
    assert.ok(!(await page(null, '/search?q=Mona')).includes(c.people.manager));
    assert.ok(!(await page('operator', '/search?q=Mona')).includes(c.people.manager));
    assert.ok(
      !(await page('member', '/search?q=Drift')).includes(c.people.operator),
      'nor the technical account',
    );
  });

  test('a search for nothing, too little or something odd says so', async () => {
    for (const q of ['', 'a']) has(await page(null, `/search?q=${q}`), 'mindst 2 tegn');
    has(await page(null, '/en/search?q=%25'), 'at least 2 characters');
    for (const q of ['%25%25', '__', '\\\\', '<script>'])
      has(await page(null, `/search?q=${encodeURIComponent(q)}`), 'Intet fundet');
  });

  test('what has been closed is not found', async () => {
    await c.app.db
      .updateTable('organisations')
      .set({ closed_on: '2024-01-01' })
      .where('id', '=', c.organisations.supplier)
      .execute();
    assert.ok(!(await page(null, '/search?q=Prøveleverandør')).includes('/members/supplier'));
  });
});
