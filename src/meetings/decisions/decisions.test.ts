import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { testCommunity, type Person, type TestCommunity } from '../../../test/community.ts';
import { serve, type Http } from '../../../test/http.ts';
import { makeMeeting, type MadeMeeting } from '../../../test/meetings.ts';
import { newId } from '../../lib/id.ts';

let c: TestCommunity;
let http: Http;
let meeting: MadeMeeting;
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
});

const reason = 'Efter drøftelse';
const decide = (id: string, input: Record<string, unknown>, person: Person = 'manager') =>
  c.try(person, 'decide-item', { id }, { reason, ...input });
const ruleOf = (result: Awaited<ReturnType<typeof decide>>): string =>
  result.kind === 'refused' ? (result.refusals[0]?.rule ?? '') : result.kind;
const outputOf = (result: Awaited<ReturnType<typeof decide>>): Record<string, unknown> => {
  assert.equal(result.kind, 'done', JSON.stringify(result));
  return result.kind === 'done' ? result.output : {};
};

/** A concept at N2 with a case on its approval that waits for the board, every line of it accepted as missing. */
async function waitingCase(kind = 'closing'): Promise<{ initiative: string; caseId: string }> {
  const initiative = newId();
  const caseId = newId();
  const at = '2026-11-01T09:00:00Z';
  await c.app.db
    .insertInto('initiatives')
    .values({
      id: initiative,
      slug: `ide-${initiative.slice(-8)}`,
      name: `Idé ${initiative.slice(-8)}`,
      origin: 'community',
      stage: 'concept',
      level: 'N2',
      edition: '2016',
      registered_by: c.people.member,
      registered_at: at,
      stage_since: at,
      changed_at: at,
    })
    .execute();
  await c.app.db
    .insertInto('cases')
    .values({
      id: caseId,
      initiative_id: initiative,
      kind,
      question: 'Skal det lukkes?',
      status: 'waiting',
      awaits_body_id: c.bodies.board,
      awaits_since: at,
      rule: `right.${kind}`,
      edition: '2016',
      asked_by: c.people.manager,
      owner_id: c.people.manager,
      asked_at: at,
    })
    .execute();
  return { initiative, caseId };
}
const caseNow = (id: string) =>
  c.app.db
    .selectFrom('cases')
    .select(['status', 'awaits_body_id', 'returns_to_body_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

/** Takes a vote by name on an item: so many for, the others against. */
async function voteOn(item: string, forIt: number): Promise<string> {
  const { id } = await c.act('manager', 'open-ballot', { id: item }, { question: 'Skal vi?', form: 'named' });
  for (const [at, person] of (['chair', 'board1', 'board2', 'board3', 'board4'] as const).entries())
    await c.act(person, 'cast-vote', { id }, { choices: at < forIt ? 'for' : 'against' });
  await c.act('manager', 'close-ballot', { id });
  return String(id);
}

describe('a decision on an item', () => {
  test('is numbered, rests on the vote, and has a page of its own', async () => {
    const item = await meeting.item({ title: 'Nyt mødelokale' });
    const ballot = await voteOn(item, 3);
    const output = outputOf(await decide(item, { outcome: 'approved', ballot }));
    assert.deepEqual(output['votes'], { for: 3, against: 2, abstaining: 0 });
    const page = await http.get(null, `/decisions/${String(output['number'])}`);
    assert.match(page.text, /Nyt mødelokale/);
    assert.match(page.text, /Vedtaget: 3 for og 2 imod/);
    const answer = await http.api(null, 'GET', `/decisions/${String(output['number'])}`);
    assert.equal(answer.json()['outcome'], 'approved');
  });

  test('stands among what the body has decided; one on a closed item only for those who may read it', async () => {
    const item = await meeting.item({ title: 'Nyt mødelokale' });
    const closed = await meeting.item({ title: 'En personalesag', closedGround: 'personalesag' });
    const shown = outputOf(await decide(item, { outcome: 'approved' }));
    outputOf(await decide(closed, { outcome: 'approved' }));
    const path = `/bodies/${c.bodies.board}/decisions`;
    const [visitor, inside] = [await http.get(null, path), await http.get('manager', path)];
    assert.match(visitor.text, new RegExp(`/decisions/${String(shown['number'])}"[^>]*>\\s*Nyt mødelokale`));
    assert.doesNotMatch(visitor.text, /personalesag/);
    assert.match(inside.text, /En personalesag/);
    const { items } = (await http.api(null, 'GET', path)).json() as { items: { case: number | null }[] };
    assert.equal(items[0]?.case, null);
  });

  test('without a vote is recorded as agreement', async () => {
    const item = await meeting.item();
    const output = outputOf(await decide(item, { outcome: 'approved' }));
    assert.equal(output['consensus'], true);
    assert.match(
      (await http.get('chair', `/decisions/${String(output['number'])}`)).text,
      /uden afstemning, alle var enige/,
    );
  });

  test('cannot say the opposite of its vote', async () => {
    const item = await meeting.item();
    const ballot = await voteOn(item, 2);
    assert.equal(ruleOf(await decide(item, { outcome: 'approved', ballot })), 'ballot.result');
    assert.equal(ruleOf(await decide(item, { outcome: 'rejected', ballot })), 'done');
  });

  test('is refused under any other business, on information, off the agenda, before and after the meeting', async () => {
    const cases: [string, string, RegExp][] = [
      [await meeting.item({ sourceKey: 'fixed:any-other-business' }), 'noted', /eventuelt/],
      [await meeting.item({ kind: 'information' }), 'approved', /beslutningspunkt/],
      [await (await makeMeeting(c, { status: 'sent' })).item(), 'approved', /i gang/],
    ];
    for (const [item, outcome, says] of cases) {
      const result = await decide(item, { outcome });
      assert.equal(result.kind, 'refused');
      const refusal = result.kind === 'refused' ? result.refusals[0] : undefined;
      assert.match(refusal?.says.da ?? '', says);
      for (const text of [refusal?.because, refusal?.cure]) assert.ok(text && text.da !== text.en);
    }
  });

  test('takes enough people there, but noting and postponing do not', async () => {
    const few = await makeMeeting(c, { present: ['chair', 'board1'] });
    const item = await few.item();
    assert.notEqual(ruleOf(await decide(item, { outcome: 'approved' })), 'done');
    assert.equal(ruleOf(await decide(item, { outcome: 'noted' })), 'done');
  });

  test('several outcomes may stand on one item, each with its number', async () => {
    const item = await meeting.item();
    await decide(item, { outcome: 'approved' });
    await decide(item, { outcome: 'referred', referredTo: c.bodies.secretariat });
    const page = await http.get('chair', `/meetings/${meeting.number}/items/1`);
    assert.match(page.text, /godkendt/);
    assert.match(page.text, /henvist/);
  });

  test('recorded the week after shows both dates', async () => {
    const held = await makeMeeting(c, { status: 'minutes-draft' });
    const item = await held.item();
    c.setNow('2026-12-01T09:00:00Z');
    const output = outputOf(await decide(item, { outcome: 'approved' }));
    const { text } = await http.get('chair', `/decisions/${String(output['number'])}`);
    assert.match(text, /24\. november 2026/);
    assert.match(text, /1\. december 2026/);
  });

  test('is corrected by a new one that links back, once, also after the minutes are approved', async () => {
    const item = await meeting.item();
    const first = outputOf(await decide(item, { outcome: 'approved' }));
    await c.app.db.updateTable('meetings').set({ status: 'approved' }).where('id', '=', meeting.id).execute();
    const correct = () =>
      c.try(
        'manager',
        'correct-item-decision',
        { id: first['id'] },
        { outcome: 'rejected', reason: 'Skrevet forkert' },
      );
    const second = outputOf(await correct());
    assert.equal(ruleOf(await correct()), 'decision.correction');
    const text = (await http.get(null, `/decisions/${String(first['number'])}`)).text;
    assert.match(text, new RegExp(`Rettet af beslutning ${String(second['number'])}`));
  });

  test('that is corrected is told once to those called, as shown before, and of a closed item nobody', async () => {
    const letters = (of: unknown) =>
      c.app.db
        .selectFrom('letters')
        .select(['person_id', 'subject', 'body'])
        .where('key', 'like', `decision-corrected:${String(of)}:%`)
        .execute();
    const item = await meeting.item({ title: 'Nyt mødelokale' });
    const first = outputOf(await decide(item, { outcome: 'approved' }));
    const correction = { outcome: 'rejected', reason: 'Skrevet forkert' };
    const form = await http.post('manager', `/decisions/${String(first['id'])}/correct-item`, {
      ...correction,
      intent: 'preview',
    });
    assert.match(form.text, /Beslutning rettet: punkt \d+: Nyt mødelokale/);
    assert.equal((await letters(first['id'])).length, 0, 'a look sends nothing');
    outputOf(await c.try('manager', 'correct-item-decision', { id: first['id'] }, correction));
    const written = await letters(first['id']);
    assert.ok(written.length > 0);
    assert.ok(
      written.every(({ person_id }) => person_id !== c.people.manager),
      'not the one who corrects',
    );
    assert.equal(new Set(written.map(({ person_id }) => person_id)).size, written.length);
    assert.match(written[0]?.body ?? '', /Skrevet forkert/);
    const closed = await meeting.item({ title: 'Kanariefugl', closedGround: 'personsag' });
    const behind = outputOf(await decide(closed, { outcome: 'approved' }));
    outputOf(await c.try('manager', 'correct-item-decision', { id: behind['id'] }, correction));
    assert.deepEqual(await letters(behind['id']), []);
  });

  test('says before it is written that its reason becomes public, but not of a closed item', async () => {
    const forms = ['decide', 'notes', 'actions/new'];
    const item = await meeting.item({});
    const closed = await meeting.item({ title: 'Kanariefugl', closedGround: 'personsag' });
    for (const form of forms) {
      assert.match(
        (await http.get('manager', `/agenda-items/${item}/${form}`)).text,
        /roller frem for navne/,
      );
      assert.doesNotMatch(
        (await http.get('manager', `/agenda-items/${closed}/${form}`)).text,
        /roller frem for navne/,
      );
    }
    assert.match(
      (await http.get('manager', `/en/agenda-items/${item}/notes`)).text,
      /roles rather than names/,
    );
  });

  test('on a closed item tells strangers its number and ground, and nothing else', async () => {
    const item = await meeting.item({ title: 'Kanariefugl', closedGround: 'personsag' });
    const output = outputOf(await decide(item, { outcome: 'rejected', reason: 'Kanariefuglen sang' }));
    for (const person of [null, 'member'] as const) {
      const page = await http.get(person, `/decisions/${String(output['number'])}`);
      assert.match(page.text, /personsag/);
      const api = await http.api(person, 'GET', `/decisions/${String(output['number'])}`);
      const journal = await http.api(person, 'GET', '/journal?limit=100');
      for (const { text } of [page, api]) assert.doesNotMatch(text, /[Kk]anarie|afvist|rejected/);
      assert.doesNotMatch(journal.text, /[Kk]anarie/);
    }
    assert.match((await http.get('board1', `/decisions/${String(output['number'])}`)).text, /Kanariefuglen/);
  });
});

describe('a minority', () => {
  test('has its words beside the decision; who voted for or was not there has none', async () => {
    const item = await meeting.item();
    const ballot = await voteOn(item, 3);
    const { id, number } = outputOf(await decide(item, { outcome: 'approved', ballot }));
    const say = (person: Person) =>
      c.try(person, 'add-minority-statement', { id }, { statement: 'Vi skulle have ventet' });
    assert.equal((await say('board4')).kind, 'done');
    assert.equal((await say('board4')).kind, 'refused');
    assert.equal((await say('chair')).kind, 'refused');
    assert.equal((await say('member')).kind, 'no-mandate');
    assert.match((await http.get('chair', `/decisions/${String(number)}`)).text, /Vi skulle have ventet/);
    assert.doesNotMatch((await http.get(null, `/decisions/${String(number)}`)).text, /Bo Fire/);
  });
});

describe('an item with a case', () => {
  test('is the case’s answer and takes effect at once', async () => {
    const { initiative, caseId } = await waitingCase();
    const item = await meeting.item({ caseId });
    const ballot = await voteOn(item, 5);
    outputOf(await decide(item, { outcome: 'approved', ballot }));
    assert.equal((await caseNow(caseId)).status, 'decided');
    const row = await c.app.db
      .selectFrom('initiatives')
      .select('stage')
      .where('id', '=', initiative)
      .executeTakeFirstOrThrow();
    assert.equal(row.stage, 'retired');
  });

  test('referred to another body comes back with the answer, which decides nothing itself', async () => {
    const { initiative, caseId } = await waitingCase();
    const assemblyMeeting = await makeMeeting(c, { body: c.bodies.assembly, called: ['chair', 'board1'] });
    outputOf(
      await decide(await meeting.item({ caseId }), { outcome: 'referred', referredTo: c.bodies.assembly }),
    );
    assert.deepEqual(await caseNow(caseId), {
      status: 'waiting',
      awaits_body_id: c.bodies.assembly,
      returns_to_body_id: c.bodies.board,
    });
    outputOf(await decide(await assemblyMeeting.item({ caseId }), { outcome: 'approved' }));
    assert.deepEqual(await caseNow(caseId), {
      status: 'waiting',
      awaits_body_id: c.bodies.board,
      returns_to_body_id: null,
    });
    const row = await c.app.db
      .selectFrom('initiatives')
      .select('stage')
      .where('id', '=', initiative)
      .executeTakeFirstOrThrow();
    assert.equal(row.stage, 'concept', 'advice moves nothing');
    outputOf(await decide(await (await makeMeeting(c)).item({ caseId }), { outcome: 'approved' }));
    assert.equal((await caseNow(caseId)).status, 'decided');
  });

  test('does exactly what its preview shows, or is refused by both', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('closing', 'reconsideration', 'approval', 'information'),
        fc.constantFrom(
          'approved',
          'approved-with-conditions',
          'sent-back',
          'rejected',
          'postponed',
          'referred',
          'noted',
        ),
        fc.constantFrom(null, 0, 2, 3, 5),
        async (kind, outcome, forIt) => {
          const { caseId } = await waitingCase(kind);
          const item = await (await makeMeeting(c)).item({ caseId });
          const ballot = forIt === null ? '' : await voteOn(item, forIt);
          const form = {
            outcome,
            reason,
            ballot,
            points: 'Ét punkt',
            conditions: 'licence',
            postponedUntil: '2026-12-24',
            referredTo: c.bodies.assembly,
          };
          const address = `/agenda-items/${item}/decide`;
          const shown = await http.post('manager', address, { ...form, _step: 'preview' });
          const before = await caseNow(caseId);
          const seen = /name="_seen" value="([0-9a-f]{64})"/.exec(shown.text)?.[1];
          const sentences = [...shown.text.matchAll(/<li>([^<]+)<\/li>/g)].map((match) => match[1]);
          if (seen === undefined) {
            assert.ok(shown.status === 409 || shown.status === 422, String(shown.status));
            const direct = await decide(item, { ...form, points: ['Ét punkt'], conditions: ['licence'] });
            assert.notEqual(direct.kind, 'done');
            assert.deepEqual(await caseNow(caseId), before);
            return;
          }
          const done = await http.post('manager', address, { ...form, _step: 'confirm', _seen: seen });
          assert.equal(done.status, 303, done.text.slice(0, 500));
          const { number } = await c.app.db
            .selectFrom('decisions')
            .select('number')
            .where('item_id', '=', item)
            .executeTakeFirstOrThrow();
          const { effects } = (await http.api('manager', 'GET', `/decisions/${number}`)).json<{
            effects: string[];
          }>();
          for (const effect of effects) assert.ok(sentences.includes(effect), effect);
          assert.ok(effects.length > 0);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('a written procedure', () => {
  test('is decided by its vote, dated the day it closed', async () => {
    const written = await makeMeeting(c, {
      kind: 'written',
      status: 'sent',
      endsAt: '2026-11-27T11:00:00Z',
    });
    const item = await written.item();
    assert.equal(ruleOf(await decide(item, { outcome: 'approved' })), 'bad-input');
    c.setNow('2026-11-25T09:00:00Z');
    const { id } = await c.act(
      'manager',
      'open-ballot',
      { id: item },
      { question: 'Skal vi?', form: 'named' },
    );
    for (const person of ['chair', 'board1', 'board2'] as const)
      await c.act(person, 'cast-vote', { id }, { choices: 'for' });
    await closed(String(id));
    const output = outputOf(await decide(item, { outcome: 'approved', ballot: id }));
    assert.equal(output['decidedOn'], '2026-11-25');
  });
});

/** Waits until a vote has closed by itself. */
async function closed(id: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const row = await c.app.db
      .selectFrom('ballots')
      .select('closed_at')
      .where('id', '=', id)
      .executeTakeFirst();
    if (row?.closed_at) return;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  assert.fail('the vote did not close by itself');
}
