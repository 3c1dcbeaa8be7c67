import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { testCommunity, type Person, type TestCommunity } from '../../../test/community.ts';
import { serve, type Http } from '../../../test/http.ts';
import { makeMeeting, type MadeMeeting, type MeetingSetUp } from '../../../test/meetings.ts';
import { newId } from '../../lib/id.ts';
import { closeDueBallots } from './due.ts';
import { sweepKeys } from './keys.ts';

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
beforeEach(() => c.setNow('2026-11-24T09:00:00Z'));

const voters = ['chair', 'board1', 'board2', 'board3', 'board4'] as const;

async function open(
  form: string,
  more: Record<string, unknown> = {},
  setUp: MeetingSetUp = {},
  meeting?: MadeMeeting,
): Promise<string> {
  const item = await (meeting ?? (await makeMeeting(c, setUp))).item();
  const { id } = await c.act('manager', 'open-ballot', { id: item }, { question: 'Skal vi?', form, ...more });
  return String(id);
}
const vote = (person: Person, id: string, choices: string | readonly string[]) =>
  c.try(person, 'cast-vote', { id }, { choices });
const refusedBy = (result: Awaited<ReturnType<typeof vote>>): string =>
  result.kind === 'refused' ? (result.refusals[0]?.rule ?? '') : result.kind;
const close = async (id: string) =>
  (await c.act('manager', 'close-ballot', { id })) as {
    result: { says: { da: string }; carried: boolean; alike: boolean };
  };

describe('a vote by name', () => {
  test('counts what each has voted, and says so in one sentence', async () => {
    const id = await open('named');
    for (const [at, person] of voters.entries())
      assert.equal((await vote(person, id, at < 3 ? 'for' : 'against')).kind, 'done');
    const { result } = await close(id);
    assert.equal(result.says.da, 'Vedtaget: 3 for og 2 imod, og det krævede flere for end imod.');
  });

  test('says while it is open how many are missing, and nobody how the others voted', async () => {
    const id = await open('named');
    await vote('board1', id, 'against');
    const seen = (await http.api('chair', 'GET', `/ballots/${id}`)).json();
    assert.equal(
      seen['says'],
      'Det kræver flere stemmer for end imod; 4 af 5 mangler, og forpersonens stemme afgør ved stemmelighed.',
    );
    assert.equal(seen['votes'], null);
    assert.ok((seen['choices'] as { counted: unknown }[]).every(({ counted }) => counted === null));
    const journal = await c.app.db
      .selectFrom('journal')
      .select('after')
      .where('subject_id', '=', id)
      .where('deed', '=', 'cast-vote')
      .execute();
    assert.doesNotMatch(JSON.stringify(journal), /against|receipt/);
    assert.doesNotMatch((await http.get('chair', `/ballots/${id}`)).text, /Bo Ét/);
  });

  test('shows each voter one’s own vote, and when closed everybody’s to those who are signed in', async () => {
    const id = await open('named');
    await vote('board1', id, 'against');
    assert.match((await http.get('board1', `/ballots/${id}`)).text, /Du stemte: Imod/);
    await close(id);
    assert.match((await http.get('chair', `/ballots/${id}`)).text, /Bo Ét/);
    assert.doesNotMatch((await http.get(null, `/ballots/${id}`)).text, /Bo Ét/);
  });

  test('a second vote is refused with rule, reason and cure', async () => {
    const id = await open('named');
    await vote('board1', id, 'for');
    const again = await vote('board1', id, 'against');
    assert.equal(refusedBy(again), 'ballot.once');
    await close(id);
    const row = await c.app.db
      .selectFrom('ballot_choices')
      .select('counted')
      .where('ballot_id', '=', id)
      .where('key', '=', 'for')
      .executeTakeFirstOrThrow();
    assert.equal(row.counted, 1);
  });

  test('those who come later, who are not called or have no vote cannot vote', async () => {
    const id = await open('named', {}, { present: ['chair', 'board1', 'board2'] });
    for (const person of ['board3', 'manager', 'member', 'operator'] as const)
      assert.equal((await vote(person, id, 'for')).kind, 'no-mandate');
  });

  test('who stands aside in the question neither votes nor counts', async () => {
    const id = await open('named', { recused: [c.people.board4] });
    assert.equal((await vote('board4', id, 'for')).kind, 'no-mandate');
    assert.match((await http.get('chair', `/ballots/${id}`)).text, /0 af 4/);
  });
});

describe('a vote is opened', () => {
  test('not when too few are there to decide', async () => {
    const item = await (await makeMeeting(c, { present: ['chair', 'board1'] })).item();
    const result = await c.try(
      'manager',
      'open-ballot',
      { id: item },
      { question: 'Skal vi?', form: 'named' },
    );
    assert.equal(result.kind, 'refused');
    const [refusal] = result.kind === 'refused' ? result.refusals : [];
    assert.equal(refusal?.because.da, '2 er til stede.');
    assert.equal(refusal?.source.section, '§6.3');
  });

  test('not under any other business, not on what is for information, not before the meeting', async () => {
    const meeting = await makeMeeting(c);
    const tries = [
      [await meeting.item({ sourceKey: 'fixed:any-other-business' }), /eventuelt/],
      [await meeting.item({ kind: 'information' }), /beslutningspunkt/],
      [await (await makeMeeting(c, { status: 'sent' })).item(), /i gang/],
    ] as const;
    for (const [id, says] of tries) {
      const result = await c.try('manager', 'open-ballot', { id }, { question: 'Skal vi?', form: 'named' });
      assert.match(result.kind === 'refused' ? (result.refusals[0]?.says.da ?? '') : result.kind, says);
    }
  });

  test('one at a time on an item', async () => {
    const item = await (await makeMeeting(c)).item();
    await c.act('manager', 'open-ballot', { id: item }, { question: 'Skal vi?', form: 'named' });
    const again = await c.try('manager', 'open-ballot', { id: item }, { question: 'Igen?', form: 'named' });
    assert.equal(refusedBy(again), 'ballot.one-open');
  });
});

describe('a show of hands', () => {
  const count = (id: string, counts: Record<string, number>, chair?: string) =>
    c.try('manager', 'record-count', { id }, { counts, ...(chair ? { chair } : {}) });
  const says = (result: Awaited<ReturnType<typeof count>>): string =>
    result.kind === 'done' ? (result.output['result'] as { says: { da: string } }).says.da : result.kind;

  test('is entered as numbers, and the chair’s vote decides a tie', async () => {
    assert.match(
      says(await count(await open('open'), { for: 2, against: 2, abstaining: 1 }, 'for')),
      /^Vedtaget/,
    );
    assert.match(says(await count(await open('open'), { for: 2, against: 2 }, 'against')), /^Forkastet/);
    assert.match(
      says(await count(await open('open'), { for: 2, against: 2 })),
      /stemmeligheden blev ikke brudt/,
    );
  });

  test('cannot have more votes than voters, and says so at its field', async () => {
    const id = await open('paper');
    assert.equal((await count(id, { for: 4, against: 2 })).kind, 'bad-input');
    const page = await http.post('manager', `/ballots/${id}/count`, {
      'counts.for': '9',
      'counts.against': '0',
    });
    assert.equal(page.status, 422);
    assert.match(page.text, /5 kan stemme/);
    assert.match(page.text, /value="9"/);
  });
});

describe('an election', () => {
  test('fills the places by most votes; a blank vote is one', async () => {
    const id = await open('named', {
      purpose: 'election',
      candidates: ['Ane Ank', 'Bent Bib', 'Carl Cyk'],
      seats: 2,
    });
    assert.equal((await vote('chair', id, ['c1', 'c2', 'c3'])).kind, 'bad-input');
    assert.equal((await vote('chair', id, ['c1', 'blank'])).kind, 'bad-input');
    await vote('chair', id, ['c1', 'c2']);
    await vote('board1', id, ['c1']);
    await vote('board2', id, ['c2', 'c3']);
    await vote('board3', id, 'blank');
    const { result } = await close(id);
    assert.equal(result.says.da, 'Valgt: Ane Ank (2) og Bent Bib (2), efter flest stemmer.');
  });
});

describe('a secret vote', () => {
  test('is counted when it closes; its key and its envelopes are gone then', async () => {
    const id = await open('secret');
    const file = join(c.app.config.dataFolder, 'ballots', `${id}.key`);
    assert.ok(existsSync(file));
    for (const [at, person] of voters.entries()) await vote(person, id, at < 4 ? 'for' : 'against');
    const { result } = await close(id);
    assert.equal(result.says.da, 'Vedtaget: 4 for og 1 imod, og det krævede flere for end imod.');
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.ok(!existsSync(file));
    const rows = await c.app.db
      .selectFrom('ballot_electors')
      .selectAll()
      .where('ballot_id', '=', id)
      .execute();
    assert.ok(rows.every((row) => row.sealed === null && row.choices === null && row.cast_at === null));
  });

  test('gives a receipt that is shown once and can be checked', async () => {
    const id = await open('secret');
    const sent = await http.post('board1', `/ballots/${id}/vote`, { choices: 'for' });
    const receipt = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(sent.text)?.[0] ?? '';
    assert.ok(receipt);
    const page = await http.get('board1', `/ballots/${id}?receipt=${receipt.toLowerCase()}`);
    assert.match(page.text, /modtaget i denne afstemning/);
    assert.match((await http.get('board1', `/ballots/${id}?receipt=0000`)).text, /Ingen stemme/);
  });

  test('falls on a tie: the chair’s vote is not looked for', async () => {
    const id = await open('secret', {}, { present: ['chair', 'board1', 'board2', 'board3'] });
    for (const person of ['chair', 'board1'] as const) await vote(person, id, 'for');
    for (const person of ['board2', 'board3'] as const) await vote(person, id, 'against');
    assert.match((await close(id)).result.says.da, /^Forkastet: 2 for og 2 imod, og ved stemmelighed falder/);
  });

  test('warns where it cannot be secret: all alike, or fewer than three', async () => {
    const id = await open('secret');
    for (const person of voters) await vote(person, id, 'against');
    assert.equal((await close(id)).result.alike, true);
    assert.match((await http.get('chair', `/ballots/${id}`)).text, /Alle stemte ens/);
    const few = await makeMeeting(c, {
      body: await twoInAGroup(),
      called: ['steeringChair', 'coordination'],
    });
    const small = await open('secret', {}, {}, few);
    assert.match((await http.get('steeringChair', `/ballots/${small}`)).text, /færre end tre stemmer/);
  });

  test('without its key can only be called off, and the refusal says so', async () => {
    const id = await open('secret');
    await vote('board1', id, 'for');
    const { rm } = await import('node:fs/promises');
    await rm(join(c.app.config.dataFolder, 'ballots', `${id}.key`));
    const result = await c.try('manager', 'close-ballot', { id });
    assert.equal(refusedBy(result), 'ballot.key');
    await c.act('manager', 'cancel-ballot', { id }, { reason: 'Nøglen er tabt' });
    assert.match((await http.get('chair', `/ballots/${id}`)).text, /Afstemningen er aflyst: Nøglen er tabt/);
  });

  test('a repeated request with the same key is answered, counts once, and keeps no mark of the choice', async () => {
    const id = await open('secret');
    const key = { 'idempotency-key': newId() };
    for (const choices of ['for', 'for', 'against'])
      assert.equal((await http.api('board1', 'POST', `/ballots/${id}/votes`, { choices }, key)).status, 201);
    const marks = await c.app.db
      .selectFrom('idempotency_keys')
      .select(['request_hash', 'response'])
      .execute();
    assert.equal(marks.length, 1, 'the same mark whatever was chosen');
    assert.doesNotMatch(JSON.stringify(marks), /"for"|against|receipt/);
  });

  test('keys left over from boxes that are not open are thrown away at start', async () => {
    const open1 = await open('secret');
    const { writeFile } = await import('node:fs/promises');
    const stray = join(c.app.config.dataFolder, 'ballots', `${newId()}.key`);
    await writeFile(stray, 'x');
    assert.equal(await sweepKeys(c.app), 1);
    assert.ok(!existsSync(stray));
    assert.ok(existsSync(join(c.app.config.dataFolder, 'ballots', `${open1}.key`)));
  });
});

describe('a written procedure', () => {
  const written = (more: Partial<MeetingSetUp> = {}) => ({
    kind: 'written' as const,
    status: 'sent' as const,
    endsAt: '2026-11-27T11:00:00Z',
    ...more,
  });
  const state = async (id: string) =>
    c.app.db
      .selectFrom('ballots')
      .select(['closed_at', 'result'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();

  test('asks for most of all, or for everybody’s answer', async () => {
    const id = await open('named', {}, written());
    assert.match(
      (await http.get('chair', `/ballots/${id}`)).text,
      /Det kræver 3 stemmer for af alle 5, eller at alle har svaret/,
    );
  });

  test('closes by itself when the result cannot change', async () => {
    const id = await open('named', {}, written());
    for (const person of ['chair', 'board1'] as const) await vote(person, id, 'for');
    assert.equal(await closeDueBallots(c.app), 0);
    await vote('board2', id, 'for');
    await closeDueBallots(c.app);
    const { result } = await state(id);
    assert.match(JSON.stringify(result), /Vedtaget: 3 for og 0 imod, og det krævede 3 af alle 5 stemmer/);
  });

  test('is not closed early by anybody while it can still go both ways', async () => {
    const id = await open('named', {}, written());
    await vote('chair', id, 'for');
    assert.equal(refusedBy(await c.try('manager', 'close-ballot', { id })), 'ballot.early');
  });

  test('closes at its deadline, once, and takes no vote after it', async () => {
    const id = await open('secret', {}, written());
    await vote('chair', id, 'for');
    await vote('board1', id, 'for');
    c.setNow('2026-11-27T11:00:00Z');
    assert.equal(refusedBy(await vote('board2', id, 'for')), 'ballot.deadline');
    await Promise.all([closeDueBallots(c.app), closeDueBallots(c.app)]);
    assert.equal(await closeDueBallots(c.app), 0);
    const { result } = await state(id);
    assert.match(JSON.stringify(result), /Forkastet: 2 for og 0 imod, og det krævede 3 af alle 5/);
    const rows = await c.app.db
      .selectFrom('journal')
      .select('ground')
      .where('subject_id', '=', id)
      .where('deed', '=', 'close-ballot')
      .execute();
    assert.deepEqual(rows, [{ ground: 'deadline' }]);
  });
});

/** A steering group of two. */
async function twoInAGroup(): Promise<string> {
  const id = newId();
  await c.app.db
    .insertInto('bodies')
    .values({
      id,
      slug: `group-${id.slice(-8)}`,
      kind: 'expert-group',
      name: 'Faggruppen',
      established_on: '2026-01-01',
      recorded_at: '2026-01-01T00:00:00Z',
    })
    .execute();
  await c.app.db
    .insertInto('seats')
    .values(
      (['steeringChair', 'coordination', 'manager'] as const).map((person) => ({
        id: newId(),
        body_id: id,
        person_id: c.people[person],
        role: person === 'steeringChair' ? 'chair' : person === 'manager' ? 'secretary' : 'member',
        voting: person !== 'manager',
        from_on: '2026-01-01',
        recorded_at: '2026-01-01T00:00:00Z',
      })),
    )
    .execute();
  return id;
}
