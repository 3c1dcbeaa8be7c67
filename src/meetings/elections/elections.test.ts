import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { testCommunity, type Person, type TestCommunity } from '../../../test/community.ts';
import { serve, type Http } from '../../../test/http.ts';
import { makeMeeting, type MadeMeeting } from '../../../test/meetings.ts';

let c: TestCommunity;
let http: Http;
let meeting: MadeMeeting;
let item: string;
before(async () => {
  c = await testCommunity('2016');
  http = await serve(c);
});
after(async () => {
  await http.end();
  await c.end();
});
beforeEach(async () => {
  c.setNow('2026-11-24T09:00:00Z');
  meeting = await makeMeeting(c);
  item = await meeting.item({ title: 'Valg af næstformand' });
});

const nominate = (person: Person, more: Record<string, unknown> = {}, by: Person = 'manager') =>
  c.try(
    by,
    'nominate-candidate',
    { id: item },
    { person: c.people[person], role: 'deputy-chair', accepted: true, ...more },
  );
const standing = async (...people: Person[]): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (const person of people) {
    const result = await nominate(person);
    assert.equal(result.kind, 'done', JSON.stringify(result));
    if (result.kind === 'done') ids.push(String(result.output['id']));
  }
  return ids;
};
const elect = async (candidacies: readonly string[], more: Record<string, unknown> = {}): Promise<string> => {
  const { id } = await c.act(
    'manager',
    'open-ballot',
    { id: item },
    { question: 'Hvem?', form: 'named', purpose: 'election', candidacies, ...more },
  );
  for (const person of ['chair', 'board1', 'board2', 'board3', 'board4'] as const)
    await c.act(person, 'cast-vote', { id }, { choices: 'c1' });
  await c.act('manager', 'close-ballot', { id });
  return String(id);
};
const seatsOf = (person: Person) =>
  c.app.db
    .selectFrom('seats')
    .select(['role', 'from_on', 'to_on', 'voting', 'decision_id'])
    .where('body_id', '=', c.bodies.board)
    .where('person_id', '=', c.people[person])
    .orderBy('from_on')
    .execute();

describe('a candidate', () => {
  test('is nominated by those called, agrees, and stands on the page of the item and of the body', async () => {
    const made = await nominate('board1', { accepted: false }, 'board2');
    assert.equal(made.kind, 'done');
    const id = made.kind === 'done' ? made.output['id'] : '';
    assert.match(
      (await http.get('chair', `/meetings/${meeting.number}/items/1`)).text,
      /Har ikke svaret endnu/,
    );
    assert.equal((await c.try('board3', 'accept-candidacy', { id })).kind, 'no-mandate');
    await c.act('board1', 'accept-candidacy', { id });
    assert.match((await http.get('chair', `/bodies/${c.bodies.board}`)).text, /Har sagt ja/);
    const { items } = (await http.api('chair', 'GET', `/agenda-items/${item}/candidacies`)).json() as {
      items: { acceptedAt: string | null; person: { name: string } | null }[];
    };
    assert.deepEqual([items.length, items[0]?.acceptedAt !== null], [1, true]);
    const visitor = await http.api(null, 'GET', `/agenda-items/${item}/candidacies`);
    const told = visitor.json() as { items: { person: unknown }[] };
    assert.equal(told.items[0]?.person, null);
  });

  test('who withdraws does not come on the ballot, and may be nominated again', async () => {
    const [id = ''] = await standing('board1');
    await c.act('board1', 'withdraw-candidacy', { id });
    assert.equal((await c.try('board1', 'accept-candidacy', { id })).kind, 'bad-input');
    const opened = await c.try(
      'manager',
      'open-ballot',
      { id: item },
      { question: 'Hvem?', form: 'named', purpose: 'election', candidacies: [id] },
    );
    assert.equal(opened.kind, 'bad-input');
    await standing('board1');
    assert.equal((await nominate('board1')).kind, 'bad-input');
  });

  test('who is voted on cannot withdraw, and names are not mixed with candidates', async () => {
    const [id = ''] = await standing('board1');
    const both = { question: 'Hvem?', form: 'named', purpose: 'election', candidacies: [id] };
    assert.equal(
      (await c.try('manager', 'open-ballot', { id: item }, { ...both, candidates: ['Ane Ank'] })).kind,
      'bad-input',
    );
    await c.act('manager', 'open-ballot', { id: item }, both);
    assert.equal((await c.try('board1', 'withdraw-candidacy', { id })).kind, 'bad-input');
  });

  test('is not nominated on a case, on information or by somebody who is not called', async () => {
    item = await meeting.item({ kind: 'information' });
    assert.equal((await nominate('board1')).kind, 'refused');
    item = await meeting.item();
    assert.equal((await nominate('board1', {}, 'member')).kind, 'no-mandate');
    assert.equal((await nominate('board1', { role: 'staff' })).kind, 'bad-input');
  });
});

describe('an election that is decided', () => {
  test('fills exactly the seats its preview shows, and says so on the decision’s page', async () => {
    const ballot = await elect(await standing('board1', 'board2'));
    const form = await http.post('manager', `/agenda-items/${item}/decide`, {
      outcome: 'approved',
      reason: 'Valgt',
      ballot,
    });
    assert.match(form.text, /får en plads i [^.]* som næstformand, med stemme, fra den 24\. november 2026/);
    assert.deepEqual((await seatsOf('board1')).length, 1, 'a preview changes nothing');
    const output = await c.act(
      'manager',
      'decide-item',
      { id: item },
      { outcome: 'approved', reason: 'Valgt', ballot },
    );
    const [before, now] = await seatsOf('board1');
    assert.deepEqual([before?.role, before?.to_on], ['member', '2026-11-23']);
    assert.deepEqual([now?.role, now?.from_on, now?.voting], ['deputy-chair', '2026-11-24', true]);
    assert.equal(now?.decision_id, output['id']);
    assert.equal((await seatsOf('board2')).length, 1, 'who was not elected keeps the seat');
    const path = `/decisions/${String(output['number'])}`;
    const name = (
      await c.app.db
        .selectFrom('people')
        .select('name')
        .where('id', '=', c.people.board1)
        .executeTakeFirstOrThrow()
    ).name;
    assert.match((await http.get('chair', path)).text, new RegExp(`${name} får en plads`));
    assert.doesNotMatch((await http.get(null, path)).text, new RegExp(name));
    assert.doesNotMatch((await http.get(null, `/ballots/${ballot}`)).text, new RegExp(name));
    const corrected = await c.try(
      'manager',
      'correct-item-decision',
      { id: output['id'] },
      { outcome: 'rejected', reason: 'Forkert' },
    );
    assert.equal(corrected.kind === 'refused' && corrected.refusals[0]?.rule, 'election.correction');
  });
});
