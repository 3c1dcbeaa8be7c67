import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { cast, testCommunity, type Person, type TestCommunity } from '../../test/community.ts';
import { serve, type Http } from '../../test/http.ts';
import { makeFixture, type Fixture } from '../../test/permissions/fixture.ts';
import type { Actor } from '../people/actor.ts';
import { appendToJournal } from './append.ts';
import { openedFor } from './closed.ts';
import { differences } from './differences.ts';

interface Entry {
  readonly seq: number;
  readonly deed: string;
  readonly title: string;
  readonly person: { id: string; name: string } | null;
  readonly subject: { kind: string; id: string; name: string | null };
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly withheld: readonly string[];
  readonly hash: string;
}

let c: TestCommunity;
let http: Http;
let f: Fixture;
const list = async (person: Person | null, query = '') => {
  const answer = await http.api(person, 'GET', `/journal?limit=100${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json<{ items: Entry[]; next: string | null }>().items;
};

const secret = 'Det må kun forberederne læse';

before(async () => {
  c = await testCommunity('2016');
  http = await serve(c);
  f = await makeFixture(c);
  await c.act(
    'manager',
    'register-person',
    {},
    {
      name: 'Nye Person',
      email: 'hemmelig@test.example',
      organisation: c.organisations.aarhus,
    },
  );
  await c.act('manager', 'write-recommendation', { id: f.draft }, { statement: secret });
  await c.act(
    'manager',
    'appoint-person',
    { id: f.initiative },
    {
      person: c.people.board2,
      role: 'project-owner',
    },
  );
  await c.act('member', 'register-idea', {}, { name: 'Åben for alle', summary: 'Kort' });
});
after(async () => {
  await http.end();
  await c.end();
});

describe('who may read what in the journal', () => {
  test('visitors read what was done, without people’s names', async () => {
    const items = await list(null);
    assert.ok(items.some((item) => item.deed === 'register-idea'));
    for (const item of items) assert.equal(item.person, null);
    const text = (await http.api(null, 'GET', '/journal?limit=100')).text;
    const pages = await Promise.all(
      ['/journal', `/initiatives/${f.initiative}/history`, '/en/journal'].map((path) => http.get(null, path)),
    );
    for (const shown of [text, ...pages.map((page) => page.text)]) {
      for (const name of Object.values(cast)) assert.ok(!shown.includes(name), name);
      for (const id of Object.values(c.people)) assert.ok(!shown.includes(id), id);
      assert.doesNotMatch(shown, /@test\.example/);
    }
  });

  test('those who are signed in read who did it; the technical account does not', async () => {
    const idea = (await list('board1')).find((item) => item.deed === 'register-idea');
    assert.equal(idea?.person?.name, cast.member);
    assert.ok((await list('operator')).every((item) => item.person === null));
  });

  test('what was written on a draft is for those who prepare it, also after it was sent', async () => {
    const row = (await list('manager')).find((item) => item.deed === 'write-recommendation');
    const readsSecret = async (person: Person | null) => {
      const draft = (await list(person)).find((item) => item.seq === row?.seq);
      if (!draft) {
        assert.equal((await http.get(person, '/journal')).text.includes(secret), false);
        return false;
      }
      assert.equal((await http.get(person, `/journal/${draft.seq}`)).text.includes(secret), true);
      return true;
    };
    const closed = async () => {
      for (const person of [null, 'member', 'board3', 'operator', 'otherChair'] as const) {
        assert.equal(await readsSecret(person), false, `${person}`);
        assert.equal((await http.get(person, `/journal/${row?.seq}`)).status, 404);
        assert.equal((await http.api(person, 'GET', `/journal/${row?.seq}`)).status, 404);
      }
      for (const person of ['manager', 'staff', 'projectManager', 'steeringChair'] as const)
        assert.equal(await readsSecret(person), true, person);
    };
    await closed();
    await c.act('manager', 'write-recommendation', { id: f.draft }, { recommendation: 'Luk det' });
    await c.act('manager', 'send-case', { id: f.draft }, {});
    await closed();
    assert.ok(
      (await list(null)).some((item) => item.deed === 'send-case'),
      'that it was sent is open',
    );
  });

  test('a decision that sends a case back is for those who prepare it while the case is a draft again', async () => {
    const { draft } = await makeFixture(c);
    await c.act('manager', 'write-recommendation', { id: draft }, { recommendation: 'Luk det' });
    await c.act('manager', 'send-case', { id: draft }, {});
    const points = 'Et punkt, kun de skal læse';
    const decided = await c.act(
      'manager',
      'decide-case',
      { id: draft },
      {
        outcome: 'sent-back',
        reason: 'Ikke klar',
        points: [points],
        votes: { for: 4, against: 0, abstaining: 1 },
      },
    );
    const rowFor = async (person: Parameters<typeof list>[0]) =>
      (await list(person)).find((item) => item.subject.id === decided['id']);
    const row = await rowFor('manager');
    assert.ok(row, 'the secretariat reads it');
    for (const person of [null, 'operator', 'outsider'] as const) {
      assert.equal(await rowFor(person), undefined, String(person));
      assert.equal((await http.get(person, `/journal/${row.seq}`)).status, 404);
    }
  });

  test('a draft that was withdrawn leaves nothing for others to read', async () => {
    const { draft } = await makeFixture(c);
    await c.act('manager', 'write-recommendation', { id: draft }, { statement: 'Aldrig sendt' });
    await c.act('manager', 'withdraw-case', { id: draft }, { reason: 'Fortrudt udkast' });
    assert.ok((await list('manager')).some((item) => item.subject.id === draft));
    assert.ok(!(await list('member')).some((item) => item.subject.id === draft));
    assert.ok(!(await list(null)).some((item) => item.subject.id === draft));
  });

  test('what is written about a person is for that person and the secretariat', async () => {
    const row = (await list('staff')).find((item) => item.deed === 'register-person');
    assert.match(JSON.stringify(row?.after), /Nye Person/);
    const others = (await list('board1')).find((item) => item.deed === 'register-person');
    assert.equal(others?.after, null);
    assert.deepEqual(others?.withheld, ['after']);
    assert.ok(!(await list(null)).some((item) => item.subject.kind === 'person'));
  });

  test('a person named in before or after is named to those who are signed in only', async () => {
    const seen = (await list('board1')).find((item) => item.deed === 'appoint-person');
    assert.ok(JSON.stringify(seen?.after).includes(c.people.board2));
    const visitor = (await list(null)).find((item) => item.deed === 'appoint-person');
    assert.ok(visitor?.withheld.some((path) => path.startsWith('after.')));
    assert.equal(visitor?.after?.['role'], 'project-owner', 'the role itself is open');
  });

  test('closed evidence is for the initiative’s own people, the secretariat and the board', async () => {
    await c.app.db.transaction().execute((tx) =>
      appendToJournal(tx, {
        at: '2026-11-24T09:00:00Z',
        personId: c.people.projectManager,
        deed: 'attach-evidence',
        subject: { kind: 'assessment', id: `${f.initiative}/2016/${f.requirement}` },
        initiativeId: f.initiative,
        before: null,
        after: { voice: 'self', evidence: 'Sårbarheder i drift', restricted: true },
        ground: 'project-manager',
        edition: '2016',
      }),
    );
    for (const person of [null, 'member', 'otherChair', 'operator'] as const)
      assert.doesNotMatch(JSON.stringify(await list(person)), /Sårbarheder/, `${person}`);
    for (const person of ['projectManager', 'staff', 'board1', 'coordination'] as const)
      assert.match(JSON.stringify(await list(person)), /Sårbarheder/, person);
  });

  test('an e-mail address is for the secretariat', () => {
    const content = {
      subject: { kind: 'organisation', id: '1' },
      initiativeId: null,
      before: null,
      after: { contact: 'post@test.example' },
    };
    const seat = {
      kind: 'seat',
      seatId: '1',
      bodyId: '1',
      bodyKind: 'secretariat',
      initiativeId: null,
      role: 'staff',
      voting: false,
    } as const;
    const member: Actor = {
      id: '2',
      name: 'En Person',
      email: 'en@test.example',
      language: 'da',
      organisationId: null,
      ofMember: true,
      operator: false,
      mandates: [],
    };
    for (const actor of [null, member])
      assert.deepEqual(openedFor(content, actor, []), {
        before: null,
        after: { contact: null },
        withheld: ['after.contact'],
      });
    assert.deepEqual(openedFor(content, { ...member, mandates: [seat] }, []).withheld, []);
  });

  test('a token, a code or a hash under its own name is shown to nobody', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('token', 'tokenHash', 'code', 'secret', 'password', 'publicKey'),
        fc.string({ minLength: 1 }),
        (key, value) => {
          const opened = openedFor(
            {
              subject: { kind: 'community', id: '1' },
              initiativeId: null,
              before: { deep: [{ [key]: value }] },
              after: null,
            },
            null,
            [],
          );
          assert.deepEqual(opened.before, { deep: [{ [key]: null }] });
          assert.deepEqual(opened.withheld, [`before.deep.0.${key}`]);
        },
      ),
    );
  });
});

describe('finding in the journal', () => {
  test('by deed, kind, subject, initiative, person and date', async () => {
    const all = await list('manager');
    const deed = await list('manager', '&deed=register-idea');
    assert.deepEqual(
      deed,
      all.filter((item) => item.deed === 'register-idea'),
    );
    assert.ok((await list('manager', '&kind=case')).every((item) => item.subject.kind === 'case'));
    const own = await list('manager', `&initiative=${f.initiative}`);
    assert.ok(own.length > 2 && own.length < all.length);
    assert.equal((await list('manager', `&kind=case&subject=${f.draft}`)).length, 3);
    assert.ok(
      (await list('manager', `&person=${c.people.member}`)).every(
        (item) => item.person?.name === cast.member,
      ),
    );
    assert.equal((await list('manager', '&from=2026-11-24&to=2026-11-24')).length, all.length);
    assert.equal((await list('manager', '&to=2026-11-23')).length, 0);
    assert.equal((await list('manager', '&from=2026-11-25')).length, 0);
  });

  test('what one person did is not for visitors to look up', async () => {
    assert.equal((await http.api(null, 'GET', `/journal?person=${c.people.member}`)).status, 401);
    assert.equal((await http.api('operator', 'GET', `/journal?person=${c.people.member}`)).status, 403);
    const page = await http.get(null, '/journal?person=Karl');
    assert.equal(page.status, 303);
    assert.match(String(page.headers['location']), /^\/sign-in/);
  });

  test('page by page gives every entry once, newest first', async () => {
    const all = (await list('manager')).map((item) => item.seq);
    assert.deepEqual(
      all,
      all.toSorted((a, b) => b - a),
    );
    const seen: number[] = [];
    let cursor = '';
    do {
      const answer = await http.api('manager', 'GET', `/journal?limit=3${cursor}`);
      const { items, next } = answer.json<{ items: Entry[]; next: string | null }>();
      seen.push(...items.map((item) => item.seq));
      cursor = next === null ? '' : `&cursor=${next}`;
    } while (cursor !== '');
    assert.deepEqual(seen, all);
  });

  test('the head is the newest entry’s number and hash', async () => {
    const head = (await http.api(null, 'GET', '/journal/head')).json<Entry>();
    const newest = (await list('manager'))[0];
    assert.deepEqual([head.seq, head.hash], [newest?.seq, newest?.hash]);
  });

  test('an entry says what changed in words, in both languages', async () => {
    const { seq } = (await list('manager')).find((item) => item.deed === 'appoint-person') as Entry;
    const da = (await http.get('manager', `/journal/${seq}`)).text;
    assert.match(da, /Hvad blev ændret/);
    assert.match(da, /Rolle[\s\S]*projektejer/);
    assert.ok(da.includes(cast.board2), 'the person is named, not numbered');
    assert.match(
      (await http.get('manager', `/en/journal/${seq}`)).text,
      /What was changed[\s\S]*project owner/,
    );
  });

  for (const seq of ['0', '-1', 'x', '99999999999999999999', '1e3', '999999'])
    test(`an entry ${seq} does not exist`, async () => {
      assert.equal((await http.get('manager', `/journal/${seq}`)).status, 404);
      assert.equal((await http.api('manager', 'GET', `/journal/${seq}`)).status, 404);
    });
});

test('what differs between before and after is exactly what is not the same in both', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
  const record = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), leaf, { noNullPrototype: true });
  fc.assert(
    fc.property(record, record, (before, after) => {
      const found = differences(before, after);
      const blank = (value: unknown) => value === undefined || value === '';
      const expected = ['a', 'b', 'c', 'd'].filter(
        (key) => before[key] !== after[key] && !(blank(before[key]) && blank(after[key])),
      );
      assert.deepEqual(found.map((each) => each.path[0] ?? '').toSorted(), expected);
      for (const each of found) {
        assert.equal(each.before, before[each.path[0] as string]);
        assert.equal(each.after, after[each.path[0] as string]);
      }
    }),
  );
  assert.deepEqual(differences({ votes: { for: 1 } }, { votes: { for: 2 } })[0]?.path, ['votes', 'for']);
});
