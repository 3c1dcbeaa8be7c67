import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeFixture, type Fixture } from '../../test/permissions/fixture.ts';
import { serve, type Http } from '../../test/http.ts';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { bodyKinds, type BodyKind } from '../../rulebook/vocabulary.ts';
import { charterSections, charterTemplates } from './charter.ts';

let c: TestCommunity;
let http: Http;
let f: Fixture;
before(async () => {
  c = await testCommunity('2016');
  http = await serve(c);
  f = await makeFixture(c);
  c.setNow('2026-11-24T09:00:00Z');
});
after(async () => {
  await http.end();
  await c.end();
});

const whole = (kind: BodyKind) =>
  Object.fromEntries(charterTemplates[kind].map((id) => [id, `Om ${charterSections[id].title.da}`]));
const versions = async () =>
  (await c.app.db
    .selectFrom('charters')
    .select(['version', 'status'])
    .where('body_id', '=', f.steering)
    .orderBy('version')
    .execute()) as { version: number; status: string }[];

describe('the charter of a body', () => {
  test('has a template for every kind of body', () => {
    for (const kind of Object.keys(bodyKinds) as BodyKind[]) {
      assert.ok(charterTemplates[kind].includes('purpose'), kind);
      assert.equal(new Set(charterTemplates[kind]).size, charterTemplates[kind].length, kind);
    }
  });

  test('is written as a draft that others do not see, and written on until it is approved', async () => {
    await c.act('steeringChair', 'write-charter', { id: f.steering }, { sections: { purpose: 'Først' } });
    await c.act('steeringChair', 'write-charter', { id: f.steering }, { sections: { purpose: 'Hemmeligt' } });
    assert.deepEqual(await versions(), [{ version: 1, status: 'draft' }]);
    const own = await http.get('steeringChair', `/bodies/${f.steering}/charter`);
    assert.match(own.text, /Hemmeligt/);
    const other = await http.get('member', `/bodies/${f.steering}/charter`);
    assert.doesNotMatch(other.text, /Hemmeligt/);
    assert.match(other.text, /Intet godkendt kommissorium/);
    const api = await http.get('member', `/api/v1/bodies/${f.steering}/charter`);
    assert.deepEqual(api.json(), { versions: [] });
  });

  test('is not approved while sections are empty, and not by others than the body it answers to', async () => {
    const early = await c.try('manager', 'approve-charter', { id: f.steering }, {});
    assert.equal(early.kind, 'bad-input');
    const chair = await c.try('steeringChair', 'approve-charter', { id: f.steering }, {});
    assert.equal(chair.kind, 'no-mandate');
  });

  test('is in force once approved and never changes; the next version replaces it', async () => {
    const sections = whole('steering-group');
    await c.act('steeringChair', 'write-charter', { id: f.steering }, { sections });
    const approved = await c.act('manager', 'approve-charter', { id: f.steering }, {});
    assert.equal(approved['version'], 1);
    await c.act(
      'steeringChair',
      'write-charter',
      { id: f.steering },
      { sections: { ...sections, purpose: 'Nyt formål' } },
    );
    assert.deepEqual(await versions(), [
      { version: 1, status: 'approved' },
      { version: 2, status: 'draft' },
    ]);
    await assert.rejects(
      c.app.db
        .updateTable('charters')
        .set({ sections: '{}' })
        .where('body_id', '=', f.steering)
        .where('version', '=', 1)
        .execute(),
      /never edited/,
    );
    const visitor = await http.get(null, `/bodies/${f.steering}/charter`);
    assert.match(visitor.text, /Om Formål/);
    assert.doesNotMatch(visitor.text, /Nyt formål/);
    assert.match((await http.get(null, `/en/bodies/${f.steering}`)).text, /approved 24 November 2026/);
  });

  test('rests only on a decision of that body that approved', async () => {
    const wrong = await c.try('manager', 'approve-charter', { id: f.steering }, { decision: 999 });
    assert.equal(wrong.kind, 'bad-input');
  });
});

describe('an open coordination group', () => {
  const joining = (person: 'board3' | 'board4', body = f.coordination) =>
    c.try(person, 'join-body', { id: body });

  test('is joined by those whose organisation uses the product, and by nobody else', async () => {
    await c.app.db.updateTable('bodies').set({ joining: 'open' }).where('id', '=', f.coordination).execute();
    assert.equal((await joining('board3')).kind, 'refused');
    await c.act(
      'projectManager',
      'add-participant',
      { id: f.initiative },
      { organisation: c.organisations.ballerup, role: 'uses' },
    );
    assert.match((await http.get('board3', `/bodies/${f.coordination}`)).text, /Tilmeld dig gruppen/);
    const seat = await c.act('board3', 'join-body', { id: f.coordination });
    assert.equal(seat['role'], 'member');
    assert.equal(seat['voting'], true);
    assert.equal((await joining('board3')).kind, 'bad-input', 'one seat each');
  });

  test('keeps the limit it has set for one organisation', async () => {
    await c.act('staff', 'change-body', { id: f.coordination }, { mostPerOrganisation: 1 });
    assert.equal((await joining('board4')).kind, 'refused');
    await c.act('staff', 'change-body', { id: f.coordination }, { mostPerOrganisation: null });
    await c.act('board4', 'join-body', { id: f.coordination });
  });

  test('is the only kind that one joins by oneself', async () => {
    assert.equal((await joining('board4', f.steering)).kind, 'refused');
  });
});

describe('whoever runs a coordination group', () => {
  const runs = (organisation: string | null, body = f.coordination) =>
    c.try('manager', 'set-facilitator', { id: body }, { organisation });

  test('may be a supplier with a contract as long as it runs one group', async () => {
    assert.equal((await runs(c.organisations.supplier)).kind, 'done');
    assert.match((await http.get(null, `/bodies/${f.coordination}`)).text, /Står for møderne/);
  });

  test('is refused as a supplier of several groups that develops the product, with the rule and the contract', async () => {
    const second = await makeFixture(c);
    assert.equal((await runs(null)).kind, 'done');
    assert.equal((await runs(c.organisations.supplier, second.coordination)).kind, 'done');
    const refused = await runs(c.organisations.supplier);
    assert.equal(refused.kind, 'refused');
    const [refusal] = (refused as Extract<typeof refused, { kind: 'refused' }>).refusals;
    assert.equal(refusal?.rule, 'facilitation.neutral');
    assert.equal(refusal?.source.page, '12');
    assert.match(refusal?.because.da ?? '', /2 grupper .* udvikling/);
  });

  test('is told to be no longer neutral when a contract comes later, and may stay', async () => {
    const third = await makeFixture(c);
    await c.act('projectManager', 'end-contract', { id: third.contract });
    c.setNow('2026-11-25T09:00:00Z');
    assert.equal((await runs(c.organisations.supplier, third.coordination)).kind, 'done');
    const before = await http.get(null, `/bodies/${third.coordination}`);
    assert.doesNotMatch(before.text, /ikke neutral/);
    await c.act(
      'projectManager',
      'record-contract',
      { id: third.initiative },
      { organisation: c.organisations.supplier, kind: 'operation' },
    );
    const after = await http.get(null, `/en/bodies/${third.coordination}`);
    assert.match(after.text, /is not neutral/);
    assert.match(after.text, /a contract on the product for operation/);
  });
});

describe('who sat on a day', () => {
  test('is told as true and as it was recorded then: a resignation registered late shows in one of them', async () => {
    const fixture = await makeFixture(c);
    c.setNow('2026-11-24T09:00:00Z');
    const seated = await c.act(
      'steeringChair',
      'seat-person',
      { id: fixture.steering },
      { person: c.people.member, role: 'member', from: '2026-11-01' },
    );
    c.setNow('2026-11-30T09:00:00Z');
    await c.act('steeringChair', 'end-seat', { id: seated['id'] }, { to: '2026-11-25' });
    const seats = async (query: string) => {
      const answer = await http.get('member', `/api/v1/bodies/${fixture.steering}?${query}`);
      return answer
        .json<{ seats: { person: { name: string } | null }[] }>()
        .seats.map((seat) => seat.person?.name);
    };
    const name = 'Karl Kommune';
    assert.ok(!(await seats('on=2026-11-27')).includes(name), 'true now');
    assert.ok((await seats('on=2026-11-27&known=2026-11-27')).includes(name), 'recorded then');
    assert.ok(!(await seats('on=2026-11-20&known=2026-11-20')).includes(name), 'registered late');
    assert.ok((await seats('on=2026-11-20')).includes(name));
    const page = await http.get('member', `/bodies/${fixture.steering}?on=2026-11-27`);
    assert.match(page.text, /Sådan stod det registreret 27\. november 2026/);
    const same = await http.get('member', `/bodies/${fixture.steering}?on=2026-11-30`);
    assert.doesNotMatch(same.text, /Sådan stod det registreret/);
  });
});
