import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '../lib/id.ts';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { serve, type Http } from '../../test/http.ts';
import { browserOf } from './browser-of.ts';

let c: TestCommunity;
let http: Http;
before(async () => {
  c = await testCommunity('2025');
  http = await serve(c);
});
after(async () => {
  await http.end();
  await c.end();
});

const person = (name: string, email: string, more: Record<string, unknown> = {}) =>
  c.act('staff', 'register-person', {}, { name, email, ...more });

describe('keeping people on record', () => {
  test('the secretariat registers a person, who then has a name, an organisation and no rights', async () => {
    const made = await http.api('staff', 'POST', '/people', {
      name: 'Ea Eksempel',
      email: 'Ea@Test.example',
      organisation: 'ballerup',
    });
    assert.equal(made.status, 201, made.text);
    const ea = made.json<{ id: string; email: string; organisation: { name: string } }>();
    assert.equal(ea.email, 'ea@test.example');
    assert.equal(ea.organisation.name, 'Ballerup Kommune');
    const journal = await c.app.db
      .selectFrom('journal')
      .select(['deed', 'after'])
      .where('subject_id', '=', ea.id)
      .executeTakeFirstOrThrow();
    assert.equal(journal.deed, 'register-person');
    assert.ok(!JSON.stringify(journal.after).includes('ea@test.example'), 'the journal holds no address');
  });

  test('two people cannot have one e-mail, and an organisation must exist', async () => {
    await person('Gry Første', 'gry@test.example');
    const again = await http.api('staff', 'POST', '/people', {
      name: 'Gry Anden',
      email: 'GRY@test.example',
    });
    assert.equal(again.status, 422);
    assert.match(again.text, /Gry Første/);
    const nowhere = await http.api('staff', 'POST', '/people', {
      name: 'Ib Ingensteds',
      email: 'ib@test.example',
      organisation: newId(),
    });
    assert.deepEqual(
      nowhere.json<{ errors: { field: string }[] }>().errors.map((error) => error.field),
      ['organisation'],
    );
  });

  test('two who register the same e-mail at once get one person', async () => {
    const both = await Promise.all(
      ['Per Én', 'Per To'].map((name) =>
        c.try('staff', 'register-person', {}, { name, email: 'per@test.example' }),
      ),
    );
    assert.deepEqual(both.map((result) => result.kind).toSorted(), ['bad-input', 'done']);
  });

  test('a change keeps what is not sent, and an emptied organisation is taken away', async () => {
    const { id } = await person('Lea Lang', 'lea@test.example', { organisation: 'aarhus' });
    const renamed = await c.act('manager', 'change-person', { id }, { name: 'Lea Kort' });
    assert.equal(renamed['email'], 'lea@test.example');
    assert.notEqual(renamed['organisation'], null);
    const form = { name: 'Lea Kort', email: 'lea2@test.example', organisation: '', language: 'en' };
    const answer = await http.post('manager', `/people/${String(id)}/edit`, form);
    assert.equal(answer.status, 303, answer.text);
    const row = await c.app.db
      .selectFrom('people')
      .selectAll()
      .where('id', '=', String(id))
      .executeTakeFirstOrThrow();
    assert.deepEqual([row.email, row.organisation_id, row.language], ['lea2@test.example', null, 'en']);
  });
});

test('an employer that has closed stays with its people until another is chosen', async () => {
  const firm = await c.act('staff', 'register-organisation', {}, { name: 'Nedlagt Firma', kind: 'supplier' });
  const { id } = await person('Una Under', 'una@test.example', { organisation: String(firm['id']) });
  await c.act('staff', 'change-organisation', { id: firm['id'] }, { closedOn: '2026-11-01' });
  const form = await http.get('staff', `/people/${String(id)}/edit`);
  assert.match(form.text, new RegExp(`<option value="${String(firm['id'])}" selected>Nedlagt Firma`));
  const kept = await c.act('staff', 'change-person', { id }, { name: 'Una Over', organisation: firm['id'] });
  assert.equal((kept['organisation'] as { name: string }).name, 'Nedlagt Firma');
  assert.equal(
    (
      await c.try(
        'staff',
        'register-person',
        {},
        {
          name: 'Ny Hos',
          email: 'nyhos@test.example',
          organisation: String(firm['id']),
        },
      )
    ).kind,
    'bad-input',
  );
});

test('a technical account gets no seat and is offered for none', async () => {
  const { id } = await person('Teknik Konto', 'teknik@test.example', { operator: true });
  const seated = await c.try(
    'manager',
    'seat-person',
    { id: c.bodies.board },
    { person: id, role: 'member' },
  );
  assert.equal(seated.kind, 'bad-input');
  const form = await http.get('manager', `/bodies/board/seats/new`);
  assert.ok(!form.text.includes('Teknik Konto'));
});

describe('somebody who has left', () => {
  test('keeps the access while seats or roles are held, and the refusal names them', async () => {
    const refused = await http.api('staff', 'POST', `/people/${c.people.chair}/close`, {});
    assert.equal(refused.status, 409);
    const [refusal] = refused.json<{ refusals: { because: string; cure: string }[] }>().refusals;
    assert.match(refusal?.because ?? '', /forperson/);
    assert.match(refusal?.cure ?? '', /Afslut pladserne/);
    assert.equal((await http.api('chair', 'GET', '/me')).status, 200);
  });

  test('is signed out everywhere at once, and a token is refused at once', async () => {
    assert.equal((await http.api('outsider', 'GET', '/me')).status, 200);
    assert.equal((await http.get('outsider', `/people/${c.people.outsider}`)).status, 200);
    const closed = await c.act('staff', 'close-person', { id: c.people.outsider });
    assert.deepEqual(closed['revoked'], { sessions: 1, tokens: 1 });
    assert.equal((await http.api('outsider', 'GET', '/me')).status, 401);
    assert.equal((await http.get('outsider', `/people/${c.people.outsider}`)).status, 401);
    const listed = await http.api('staff', 'GET', '/people?state=closed');
    assert.deepEqual(
      listed.json<{ items: { id: string }[] }>().items.map((item) => item.id),
      [c.people.outsider],
    );
    const twice = await http.api('staff', 'POST', `/people/${c.people.outsider}/close`, {});
    assert.equal(twice.status, 422);
  });

  test('can be let in again, with none of the old tokens', async () => {
    await c.act('staff', 'reopen-person', { id: c.people.outsider });
    assert.equal((await http.api('outsider', 'GET', '/me')).status, 401);
    const open = await http.api('staff', 'GET', '/people?q=Ude');
    assert.equal(open.json<{ items: unknown[] }>().items.length, 1);
    assert.equal((await c.try('staff', 'reopen-person', { id: c.people.outsider })).kind, 'bad-input');
  });
});

describe('who sees whom', () => {
  const names = ['Mona Leder', 'Karl Kommune'];

  test('a visitor gets no name and no address through any address of people', async () => {
    const pages = ['/people', `/people/${c.people.manager}`, '/people?q=Mona', '/en/people'];
    for (const path of pages) {
      const answer = await http.get(null, path);
      assert.equal(answer.status, 401, path);
      for (const name of [...names, '@test.example'])
        assert.ok(!answer.text.includes(name), `${path} ${name}`);
    }
    for (const path of ['/people', `/people/${c.people.manager}`, '/me']) {
      const answer = await http.api(null, 'GET', path);
      assert.equal(answer.status, 401, path);
      for (const name of [...names, '@test.example'])
        assert.ok(!answer.text.includes(name), `${path} ${name}`);
    }
  });

  test('a visitor is told why and how, the same whether or not the person exists', async () => {
    const there = await http.get(null, `/people/${c.people.manager}`);
    const nowhere = await http.get(null, `/people/${newId()}`);
    assert.equal(nowhere.status, there.status);
    assert.match(there.text, /Log ind for at se personer/);
    assert.match(there.text, /\/sign-in\?next=%2Fpeople/);
    assert.match((await http.get(null, '/en/people')).text, /Sign in to see people/);
  });

  test('a form names whom it is about, but only to those who may use it', async () => {
    const form = `/people/${c.people.chair}/close`;
    const about = `<a href="/people/${c.people.chair}">Frida Formand</a>`;
    assert.ok((await http.get('staff', form)).text.includes(about));
    assert.ok(!(await http.get('member', form)).text.includes('Frida Formand'));
    const visitor = await http.post(null, form, {});
    assert.equal(visitor.status, 401);
    assert.ok(!visitor.text.includes('Frida Formand'));
  });

  test('a person of the community sees names, and addresses only when keeping the records', async () => {
    const asMember = await http.api('member', 'GET', '/people?limit=100');
    assert.ok(asMember.text.includes('Mona Leder'));
    assert.ok(!asMember.text.includes('@test.example'));
    assert.ok((await http.api('staff', 'GET', '/people?limit=100')).text.includes('member@test.example'));
    const other = await http.api('member', 'GET', `/people/${c.people.manager}`);
    assert.ok(!other.text.includes('@test.example'));
    const own = await http.api('member', 'GET', `/people/${c.people.member}`);
    assert.ok(own.text.includes('member@test.example'));
    assert.ok(!(await http.get('member', '/people')).text.includes('@test.example'));
    assert.ok(!(await http.get('member', `/people/${c.people.manager}`)).text.includes('@test.example'));
  });

  test('nobody finds out an address by searching for it', async () => {
    const asked = '/people?q=manager@test.example';
    assert.deepEqual((await http.api('member', 'GET', asked)).json<{ items: unknown[] }>().items, []);
    assert.equal((await http.api('staff', 'GET', asked)).json<{ items: unknown[] }>().items.length, 1);
  });

  test('the technical account sees itself and nobody else', async () => {
    assert.equal((await http.api('operator', 'GET', '/people')).status, 403);
    const list = await http.get('operator', '/people');
    assert.equal(list.status, 403);
    assert.ok(!list.text.includes('Mona Leder'));
    assert.equal((await http.get('operator', `/people/${c.people.operator}`)).status, 200);
    assert.equal((await http.api('operator', 'GET', '/me')).status, 200);
  });
});

describe('the list of people', () => {
  test('is in Danish order, read page by page, and none is lost or doubled', async () => {
    const whole = (await http.api('member', 'GET', '/people?limit=100')).json<{
      items: { name: string }[];
    }>();
    const names = whole.items.map((item) => item.name);
    assert.deepEqual(names, names.toSorted(new Intl.Collator('da').compare));
    const read: string[] = [];
    let cursor = '';
    do {
      const answer = await http.api('member', 'GET', `/people?limit=3${cursor && `&cursor=${cursor}`}`);
      const page = answer.json<{ items: { name: string }[]; next: string | null }>();
      read.push(...page.items.map((item) => item.name));
      cursor = page.next ?? '';
    } while (cursor !== '');
    assert.deepEqual(read, names);
  });

  test('is narrowed by organisation and says what people are today', async () => {
    const found = (await http.api('member', 'GET', '/people?organisation=ballerup&q=Bo')).json<{
      items: { name: string; places: { role: string; bodyKind: string }[] }[];
    }>();
    assert.ok(found.items.length >= 4);
    const first = found.items.find((item) => item.name === 'Bo Ét');
    assert.deepEqual(
      first?.places.map((place) => [place.role, place.bodyKind]),
      [['member', 'board']],
    );
    const former = (await http.api('member', 'GET', '/people?q=Tilde')).json<{
      items: { places: unknown[] }[];
    }>();
    assert.deepEqual(former.items[0]?.places, []);
  });

  test('stands in both languages, with the filters in the address', async () => {
    const danish = await http.get('member', '/people?organisation=ballerup&q=bo');
    assert.match(danish.text, /<h1>Personer<\/h1>/);
    assert.match(danish.text, /value="bo"/);
    assert.match(danish.text, /<option value="ballerup" selected>/);
    assert.ok(!danish.text.includes('Pia Projekt'));
    assert.match((await http.get('member', '/en/people?q=ingen-af-dem')).text, /No people fit/);
  });
});

describe('one’s own page', () => {
  const ownPage = () => `/people/${c.people.member}`;

  test('shows seats now and earlier to others, and the ways in only to oneself', async () => {
    const former = await http.get('member', `/people/${c.people.former}`);
    assert.match(former.text, /Bestyrelsen/);
    assert.match(former.text, /ophørt/);
    assert.ok(!former.text.includes('Her er du logget ind'));
    assert.match((await http.get('former', `/en/people/${c.people.former}`)).text, /You are signed in here/);
    assert.match((await http.get('member', '/')).text, new RegExp(`href="${ownPage()}"`));
  });

  test('a token made on the page is shown once and works against the API until it is revoked', async () => {
    const made = await http.post('member', `${ownPage()}/tokens/new`, { name: 'Ugerapport' });
    assert.equal(made.status, 200, made.text);
    assert.match(made.text, /Vises kun denne ene gang/);
    const token = /value="(faelled_[A-Za-z0-9_-]+)"/.exec(made.text)?.[1] as string;
    assert.ok(token, made.text);
    const page = await http.get('member', ownPage());
    assert.match(page.text, /Ugerapport/);
    assert.ok(!page.text.includes(token), 'never again');
    const me = () => http.api(null, 'GET', '/me', undefined, { authorization: `Bearer ${token}` });
    const answer = await me();
    assert.equal(answer.json<{ id: string }>().id, c.people.member);
    const tokens = answer.json<{ tokens: { id: string; name: string }[] }>().tokens;
    const id = tokens.find((each) => each.name === 'Ugerapport')?.id as string;
    const revoked = await http.post('member', `/tokens/${id}/revoke`, {});
    assert.equal(revoked.headers['location'], `${ownPage()}?done=revoke-token#tokens`);
    assert.equal((await me()).status, 401);
    assert.equal((await http.post('member', `/tokens/${id}/revoke`, {})).status, 303, 'twice does no harm');
  });

  test('a token stops after its last day, and a day that has passed is an error at its field', async () => {
    const { token } = (await c.act(
      'board1',
      'make-token',
      { id: c.people.board1 },
      { name: 'Kort', lastDay: '2026-11-25' },
    )) as { token: string };
    const me = () => http.api(null, 'GET', '/me', undefined, { authorization: `Bearer ${token}` });
    c.setNow('2026-11-25T22:59:00Z');
    assert.equal((await me()).status, 200, 'a minute before midnight in Copenhagen');
    c.setNow('2026-11-25T23:00:00Z');
    assert.equal((await me()).status, 401);
    c.setNow('2026-11-24T09:00:00Z');
    const passed = await http.post('board1', `/people/${c.people.board1}/tokens/new`, {
      name: 'For sent',
      lastDay: '2026-11-23',
    });
    assert.equal(passed.status, 422);
    assert.match(passed.text, /value="For sent"/);
  });

  test('a repeated request with the same key does not give the token again', async () => {
    const ask = () =>
      http.api(
        'board2',
        'POST',
        `/people/${c.people.board2}/tokens`,
        { name: 'Én gang' },
        {
          'idempotency-key': 'samme',
        },
      );
    const first = (await ask()).json<{ id: string; token?: string }>();
    const second = (await ask()).json<{ id: string; token?: string }>();
    assert.equal(second.id, first.id);
    assert.ok(first.token);
    assert.equal(second.token, undefined);
  });

  test('a browser that is signed out from the list is out at once', async () => {
    assert.equal((await http.get('board3', `/people/${c.people.board3}`)).status, 200);
    const me = await http.api('board3', 'GET', '/me');
    const [session] = me.json<{ sessions: { id: string }[] }>().sessions;
    const answer = await http.post('board3', `/sessions/${session?.id}/revoke`, {});
    assert.equal(answer.status, 303);
    assert.equal((await http.get('board3', `/people/${c.people.board3}`)).status, 401);
  });

  test('nobody touches another person’s tokens, sessions or settings', async () => {
    const me = await http.api('board4', 'GET', '/me');
    const token = me.json<{ tokens: { id: string }[] }>().tokens[0]?.id as string;
    assert.equal((await http.api('manager', 'DELETE', `/tokens/${token}`)).status, 403);
    assert.equal((await http.api('manager', 'DELETE', `/tokens/${newId()}`)).status, 404);
    const settings = `/people/${c.people.board4}/settings`;
    assert.equal((await http.api('manager', 'PATCH', settings, { language: 'en' })).status, 403);
    assert.equal((await http.post('board4', settings, { language: 'en' })).status, 303);
    assert.equal((await http.api('board4', 'GET', '/me')).json<{ language: string }>().language, 'en');
  });
});

test('a browser is named so that its owner knows it again', () => {
  const agents = {
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0': ['Firefox', 'Linux'],
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0':
      ['Edge', 'Windows'],
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1':
      ['Safari', 'iPhone'],
    'curl/8.0': [null, null],
  };
  for (const [agent, [browser, system]] of Object.entries(agents))
    assert.deepEqual(browserOf(agent), { browser, system }, agent);
});
