import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeFixture, type Fixture } from '../../test/permissions/fixture.ts';
import { serve, type Http } from '../../test/http.ts';
import { cast, testCommunity, type Person, type TestCommunity } from '../../test/community.ts';
import { newId } from '../lib/id.ts';

let c: TestCommunity;
let http: Http;
let f: Fixture;
let slug: string;
let initiativeSlug: string;
before(async () => {
  c = await testCommunity('2016');
  http = await serve(c);
  f = await makeFixture(c);
  const { db } = c.app;
  await db.updateTable('initiatives').set({ level: 'N3' }).where('id', '=', f.initiative).execute();
  ({ slug } = await db
    .selectFrom('bodies')
    .select('slug')
    .where('id', '=', f.steering)
    .executeTakeFirstOrThrow());
  ({ slug: initiativeSlug } = await db
    .selectFrom('initiatives')
    .select('slug')
    .where('id', '=', f.initiative)
    .executeTakeFirstOrThrow());
});
after(async () => {
  await http.end();
  await c.end();
});

const page = async (person: Person | null, path: string): Promise<string> => {
  const answer = await http.get(person, path);
  assert.equal(answer.status, 200, `${path}: ${answer.text.slice(0, 300)}`);
  assert.equal(answer.text.match(/<h1/g)?.length, 1, `${path} has one heading of the first rank`);
  return answer.text;
};

describe('the list of bodies', () => {
  test('is read in both languages, by kind, with who leads and what is wrong', async () => {
    const danish = await page('member', '/bodies?kind=steering-group');
    assert.match(danish, /Styregrupper/);
    assert.match(danish, new RegExp(cast.steeringChair));
    assert.doesNotMatch(danish, /Bestyrelsen<\/a>/);
    const english = await page(null, '/en/bodies');
    assert.match(english, /Bodies of the association/);
    assert.match(english, /Steering groups/);
  });

  test('names nobody to visitors: they are told the organisation', async () => {
    const text = await page(null, '/bodies');
    for (const name of Object.values(cast)) assert.ok(!text.includes(name), name);
    assert.match(text, /class="ds-table/);
  });

  test('says why it is empty', async () => {
    assert.match(await page(null, '/bodies?q=findes+ikke'), /Ingen organer passer/);
    assert.match(await page(null, '/en/bodies?state=closed'), /No bodies fit/);
  });

  test('the technical account is told nobody’s name on an initiative’s pages, like a visitor', async () => {
    for (const tab of ['', '/bodies', '/forecast'])
      for (const person of [null, 'operator'] as const) {
        const text = await page(person, `/initiatives/${initiativeSlug}${tab}`);
        for (const name of Object.values(cast))
          if (name !== cast.operator) assert.ok(!text.includes(name), `${tab}: ${name}`);
      }
  });

  test('offers to set up a body only to those who may', async () => {
    assert.match(await page('staff', '/bodies'), /href="\/bodies\/new"/);
    for (const person of [null, 'member', 'operator'] as const)
      assert.doesNotMatch(await page(person, '/bodies'), /href="\/bodies\/new"/);
  });

  test('goes on page by page, in the API as on the page', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const answer = await http.api(null, 'GET', `/bodies?limit=2${cursor}`);
      const { items, next } = answer.json<{ items: { id: string }[]; next: string | null }>();
      seen.push(...items.map((item) => item.id));
      cursor = next === null ? '' : `&cursor=${next}`;
    } while (cursor !== '');
    const all = (await http.api(null, 'GET', '/bodies?limit=100')).json<{ items: { id: string }[] }>();
    assert.deepEqual(
      seen,
      all.items.map((item) => item.id),
    );
    assert.ok(seen.length > 5);
  });

  test('is found by name, kind and initiative', async () => {
    const found = async (query: string) =>
      (await http.api(null, 'GET', `/bodies?${query}`))
        .json<{ items: { kind: string }[] }>()
        .items.map((b) => b.kind);
    assert.deepEqual(await found('q=BESTYR'), ['board']);
    assert.deepEqual(await found(`initiative=${initiativeSlug}`), ['steering-group', 'coordination-group']);
    assert.deepEqual(await found(`initiative=${f.initiative}&kind=coordination-group`), [
      'coordination-group',
    ]);
  });
});

describe('the page of a body', () => {
  test('a level 3 steering group without the board’s majority shows since when, until when, how and by whom it is cured', async () => {
    const visitor = await page(null, `/bodies/${slug}`);
    assert.match(visitor, /bestyrelsens medlemmer flertallet/);
    assert.match(visitor, /Sådan kan det rettes/);
    assert.match(visitor, /forretningslederen eller foreningens formand/);
    assert.doesNotMatch(visitor, /seats\/new/);
    const english = await page('steeringChair', `/en/bodies/${slug}`);
    assert.match(english, /It can be done by: the business manager or the chair of the association/);
  });

  test('those who may are given the prepared form for each member of the board', async () => {
    const text = await page('chair', `/bodies/${slug}`);
    const href = `/bodies/${slug}/seats/new?person=${c.people.board2}&amp;role=member&amp;voting=true`;
    assert.ok(text.includes(href), 'a link for a member of the board without a seat here');
    assert.ok(!text.includes(`person=${c.people.board1}`), 'board1 sits here already');
    const form = await page('chair', href.replaceAll('&amp;', '&'));
    assert.match(form, new RegExp(`value="${c.people.board2}" selected`));
  });

  test('the prepared forms, sent as they are, cure the finding', async () => {
    const open = async () =>
      (await http.api(null, 'GET', `/bodies/${f.steering}`)).json<{ findings: { rule: string }[] }>()
        .findings;
    assert.deepEqual(
      (await open()).map((each) => each.rule),
      ['composition.board-majority'],
    );
    for (const person of ['board2', 'board3'] as const) {
      const answer = await http.post('chair', `/bodies/${slug}/seats/new`, {
        person: c.people[person],
        role: 'member',
        voting: 'true',
        organisation: '',
        appointedBy: 'Bestyrelsen',
        from: '',
        to: '',
      });
      assert.equal(answer.status, 303, answer.text.slice(0, 2000));
      assert.equal(answer.headers['location'], `/bodies/${slug}?done=seat-person`);
    }
    assert.deepEqual(await open(), []);
  });

  test('who sat on a date is answered as it was; what was registered later is marked', async () => {
    await c.app.db
      .insertInto('seats')
      .values({
        id: newId(),
        body_id: f.coordination,
        person_id: c.people.former,
        role: 'member',
        voting: true,
        from_on: '2026-03-01',
        to_on: '2026-05-31',
        recorded_at: '2026-06-15T10:00:00Z',
        end_recorded_at: '2026-06-15T10:00:00Z',
      })
      .execute();
    const then = await page('member', `/bodies/${f.coordination}?on=2026-04-01`);
    const asked = then.slice(then.indexOf('id="on"'));
    assert.match(asked, /Tilde Tidligere[\s\S]*registreret 15\. juni 2026/);
    const later = await http.api('member', 'GET', `/bodies/${f.coordination}?on=2026-06-01`);
    assert.deepEqual(
      later.json<{ seats: { person: { name: string } }[] }>().seats.map((seat) => seat.person.name),
      [cast.coordination],
    );
    const api = await http.api(null, 'GET', `/bodies/${f.coordination}?on=2026-04-01`);
    const seats = api.json<{ seats: { person: null; recordedLate: boolean }[] }>().seats;
    assert.deepEqual(
      seats.map((seat) => [seat.person, seat.recordedLate]),
      [
        [null, true],
        [null, false],
      ],
    );
    assert.equal((await http.api(null, 'GET', `/bodies/${f.coordination}?on=2026-02-30`)).status, 422);
  });

  test('a steering group that the board has not approved says so and leads to the case', async () => {
    const other = await makeFixture(c);
    const manager = await page('manager', `/bodies/${other.steering}`);
    assert.match(manager, /Bestyrelsen har ikke godkendt styregruppen/);
    const [, href] = /href="(\/cases\/new\?[^"]*kind=steering-group[^"]*)"/.exec(manager) ?? [];
    assert.ok(href);
    const form = await page('manager', href.replaceAll('&amp;', '&'));
    assert.match(form, new RegExp(other.steering));
    assert.doesNotMatch(await page('member', `/bodies/${other.steering}`), /\/cases\/new\?/);
  });

  test('shows what waits for the board, what it has decided, and what the rulebook lets it decide', async () => {
    const text = await page(null, '/bodies/board');
    assert.match(text, /Hvad siger I\?/);
    assert.match(text, /taget til efterretning/);
    assert.match(text, /right\.approval/);
    assert.match(text, /med flere stemmer for end imod/);
    assert.match(await page(null, '/en/bodies/board'), /What the body decides/);
    assert.match(await page(null, '/en/bodies/assembly'), /one vote in the general assembly/);
  });

  test('a person may leave a seat of one’s own and no other', async () => {
    const text = await page('board1', `/bodies/${slug}`);
    assert.deepEqual(text.match(/\/seats\/[0-9a-f-]+\/end/g), [`/seats/${f.seat}/end`]);
    assert.match(await page('board1', `/seats/${f.seat}/end`), /Afslut pladsen/);
    const closed = await http.get('otherChair', `/seats/${f.seat}/end`);
    assert.equal(closed.status, 403);
    assert.match(closed.text, /forretningslederen; foreningens formand; det er ens egen sag/);
  });

  test('the form of a seat begins with what holds, and loses nothing when a date is wrong', async () => {
    const text = await page('chair', `/en/seats/${f.seat}/edit`);
    assert.match(text, /value="member" selected/);
    assert.match(
      text,
      new RegExp(`/en/bodies/${slug}"[\\s\\S]*${cast.board1}`),
      'says whose seat it is, and where',
    );
    const answer = await http.post('chair', `/en/seats/${f.seat}/edit`, {
      role: 'deputy-chair',
      voting: 'true',
      on: '2020-01-01',
      to: '',
    });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /must lie after 2026-01-05/);
    assert.match(answer.text, /value="deputy-chair" selected/);
    assert.match(answer.text, /value="2020-01-01"/);
  });

  test('the form sent by somebody who is not signed in names nobody', async () => {
    const answer = await http.post(null, `/seats/${f.seat}/end`, { to: '' });
    assert.equal(answer.status, 401);
    assert.ok(!answer.text.includes(cast.board1));
  });

  test('a body that is not there is not found', async () => {
    assert.equal((await http.get(null, '/bodies/findes-ikke')).status, 404);
    assert.equal((await http.get('manager', '/bodies/findes-ikke/seats/new')).status, 404);
  });

  test('all its decisions are read page by page', async () => {
    const text = await page(null, '/bodies/board/decisions');
    assert.match(text, /Hvad siger I\?/);
    assert.match(await page(null, '/en/bodies/board/decisions'), /What the body has decided/);
    const first = (await http.api(null, 'GET', '/bodies/board/decisions?limit=1')).json<{
      items: { number: number }[];
      next: string;
    }>();
    const second = (
      await http.api(null, 'GET', `/bodies/board/decisions?limit=1&cursor=${first.next}`)
    ).json<{ items: { number: number }[] }>();
    assert.ok((second.items[0]?.number ?? Infinity) < (first.items[0]?.number ?? 0));
  });
});

describe('the bodies of an initiative', () => {
  test('its groups, what its level asks of them, and who leads the work', async () => {
    const text = await page('manager', `/initiatives/${initiativeSlug}/bodies`);
    assert.match(text, /steering-group/);
    assert.match(
      text,
      /composition\.board-in-coordination[\s\S]*anmærkning|anmærkning[\s\S]*composition\.board-in-coordination/,
    );
    assert.match(text, new RegExp(cast.projectManager));
    assert.match(text, /people\/new\?role=project-owner/);
    assert.match(text, new RegExp(`/appointments/${f.appointment}/end`));
    assert.match(text, /ikke udpeget af bestyrelsen/);
    assert.match(text, /kind=super-user-network/);
  });

  test('visitors read it without names and without forms, in English too', async () => {
    const text = await page(null, `/en/initiatives/${initiativeSlug}/bodies`);
    for (const name of Object.values(cast)) assert.ok(!text.includes(name), name);
    assert.doesNotMatch(text, /people\/new|bodies\/new|\/end"/);
    assert.match(text, /What the rulebook asks of groups and people/);
  });

  test('an initiative without groups says what is missing and who sets it up', async () => {
    const made = await c.act('member', 'register-idea', {}, { name: 'Uden grupper', summary: 'Kort' });
    const text = await page('staff', `/initiatives/${String(made['slug'])}/bodies`);
    assert.match(text, /Initiativet har ingen grupper endnu/);
    assert.match(text, /Nedsæt styregruppe/);
    const form = await page('staff', `/bodies/new?kind=steering-group&initiative=${String(made['slug'])}`);
    assert.match(form, new RegExp(`value="${String(made['slug'])}"`));
    assert.match(form, /value="steering-group" selected/);
  });
});

describe('findings of the whole community', () => {
  test('are listed soonest due first, page by page, with rule, source and cure', async () => {
    const all = (await http.api(null, 'GET', '/findings?limit=100')).json<{
      items: { id: string; dueOn: string; cure: string; source: { edition: string } }[];
    }>().items;
    assert.ok(all.length >= 2);
    assert.deepEqual(
      all.map((each) => each.dueOn),
      all.map((each) => each.dueOn).toSorted(),
    );
    assert.ok(all.every((each) => each.cure.length > 0 && each.source.edition === '2016'));
    const seen: string[] = [];
    let cursor = '';
    do {
      const { items, next } = (await http.api(null, 'GET', `/findings?limit=1${cursor}`)).json<{
        items: { id: string }[];
        next: string | null;
      }>();
      seen.push(...items.map((item) => item.id));
      cursor = next === null ? '' : `&cursor=${next}`;
    } while (cursor !== '');
    assert.deepEqual(
      seen,
      all.map((each) => each.id),
    );
  });
});
