import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '../lib/id.ts';
import { makeFixture, type Fixture } from '../../test/permissions/fixture.ts';
import { serve, type Http } from '../../test/http.ts';
import { testCommunity, type TestCommunity } from '../../test/community.ts';

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

/** Another decision on the fixture's decided case, by its outcome; its number. */
const decided = async (
  outcome: string,
  more: { readonly corrects_id?: string; readonly body_id?: string } = {},
) => {
  const { number: _, ...row } = await c.app.db
    .selectFrom('decisions')
    .selectAll()
    .where('id', '=', f.decision)
    .executeTakeFirstOrThrow();
  return c.app.db
    .insertInto('decisions')
    .values({
      ...row,
      id: newId(),
      outcome,
      effects: JSON.stringify(row.effects),
      receipt: JSON.stringify(row.receipt),
      ...more,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
};
const setUp = (decision: number, name = 'Jura') =>
  c.try('staff', 'establish-body', {}, { kind: 'expert-group', name, decision });
const badAt = async (path: string, trying: ReturnType<typeof setUp>) => {
  const result = await trying;
  assert.ok(result.kind === 'bad-input', JSON.stringify(result));
  assert.deepEqual(
    result.problems.map((problem) => problem.path),
    [path],
  );
};

describe('a body that rests on a decision', () => {
  test('is not set up by a decision that is not there, did not approve, or was corrected', async () => {
    await badAt('decision', setUp(987_654));
    await badAt('decision', setUp((await decided('noted')).number));
    const first = await decided('approved');
    await decided('approved', { corrects_id: first.id });
    await badAt('decision', setUp(first.number));
    const made = await c.app.db.selectFrom('bodies').select('id').where('name', '=', 'Jura').execute();
    assert.equal(made.length, 0);
  });

  test('names it on its page and to programs, with a link to the case', async () => {
    const { number } = await decided('approved');
    const made = await c.act(
      'staff',
      'establish-body',
      {},
      { kind: 'expert-group', name: 'Jura', decision: number },
    );
    await c.act(
      'staff',
      'change-body',
      { id: String(made['id']) },
      { name: 'Jura og udbud', decision: number },
    );
    const page = await http.get('member', '/bodies/jura');
    assert.match(page.text, /Nedsat ved/);
    assert.match(page.text, /Ændret ved/);
    assert.match(page.text, new RegExp(`/cases/\\d+">Bestyrelsen, beslutning ${number}<`));
    const api = await http.get(null, '/api/v1/bodies/jura');
    const { restsOn } = api.json<{ restsOn: { change: string; number: number }[] }>();
    assert.deepEqual(
      restsOn.map((each) => [each.change, each.number]),
      [
        ['changed', number],
        ['established', number],
      ],
    );
  });

  test('is closed by one too, and one made by a group of an initiative does not reach it', async () => {
    const { number } = await decided('approved');
    const ofGroup = await decided('approved', { body_id: f.steering });
    const close = (decision: number) =>
      c.try('staff', 'close-body', { id: 'jura' }, { reason: 'Opgaven er løst', decision });
    await badAt('decision', close(ofGroup.number));
    assert.equal((await close(number)).kind, 'done');
    assert.match((await http.get('member', '/bodies/jura')).text, /Nedlagt ved/);
  });
});
