import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { testCommunity, type Person, type TestCommunity } from '../../test/community.ts';
import { serve, type Http } from '../../test/http.ts';
import { jobs } from '../jobs/jobs.ts';
import { runJobs } from '../jobs/run-jobs.ts';

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

/** What the button says that a reader is to go on with on a meeting's page. */
const next = async (person: Person, number: string): Promise<string | null> => {
  const { text } = await http.get(person, `/meetings/${number}`);
  const header = text.slice(text.indexOf('<h1'), text.indexOf('id="agenda"'));
  return /data-variant="primary"[^>]*>([^<]+)</.exec(header)?.[1]?.trim() ?? null;
};
const offers = async (number: string) =>
  (await http.get('manager', `/meetings/${number}`)).text.includes(`/meetings/${number}/send"`);
const home = async (person: Person) => (await http.get(person, '/')).text;
const call = async (input: Record<string, unknown> = {}) => {
  const made = await c.act(
    'manager',
    'call-meeting',
    {},
    { body: 'board', on: '2026-12-02', from: '10.00', until: '12.00', ...input },
  );
  return { id: String(made['id']), number: String(made['number']) };
};

test('A meeting leads from its agenda to published minutes, each reader by the deed that is theirs', async () => {
  const { id, number } = await call();
  assert.equal(await next('manager', number), 'Send dagsordenen');
  await c.act('manager', 'send-agenda', { id });
  assert.equal(await next('manager', number), 'Åbn mødet');
  assert.equal(await offers(number), false, 'nothing has changed since it was sent');
  await c.act('manager', 'add-agenda-item', { id }, { title: 'Et sent punkt', kind: 'discussion' });
  assert.equal(await offers(number), true);
  const present = (
    await c.app.db.selectFrom('attendances').select('id').where('meeting_id', '=', id).execute()
  ).map((row) => row.id);
  await c.act('manager', 'open-meeting', { id }, { chair: c.people.chair, present });
  assert.equal(await next('manager', number), 'Luk mødet');
  await c.act('manager', 'close-meeting', { id });
  assert.equal(await next('manager', number), 'Send udkast til referat');
  assert.notEqual(await next('board1', number), 'Send udkast til referat');
  assert.match(await home('manager'), /Mødet er holdt, og referatet er ikke sendt\./);
  await c.act('manager', 'draft-minutes', { id });
  assert.equal(await next('board1', number), 'Godkend referatet');
  await c.act('board1', 'approve-minutes', { id });
  assert.notEqual(await next('board1', number), 'Godkend referatet', 'once is enough');
  for (const person of ['chair', 'board2', 'board3', 'board4'] as const)
    await c.act(person, 'approve-minutes', { id });
  assert.equal(await next('manager', number), 'Offentliggør referatet');
  assert.match(await home('manager'), /Referatet er godkendt, men ikke offentliggjort\./);
  assert.doesNotMatch(await home('board1'), /ikke offentliggjort/);
  assert.notEqual(await next('board1', number), 'Offentliggør referatet');
  await c.act('manager', 'publish-minutes', { id });
  assert.doesNotMatch(await home('manager'), /ikke offentliggjort/);
  assert.notEqual(await next('manager', number), 'Offentliggør referatet');
});

test('A written procedure leads from vote to decision, is closed without anybody having opened it, and gets its minutes', async () => {
  const { id, number } = await call({ kind: 'written', on: '2026-11-30' });
  const item = await c.act(
    'manager',
    'add-agenda-item',
    { id },
    { title: 'Skal vi flytte mødet?', kind: 'decision' },
  );
  assert.equal(await next('manager', number), 'Send dagsordenen');
  await c.act('manager', 'send-agenda', { id });
  // What waits for the body has come on too: it is not to be voted on here.
  await c.app.db
    .updateTable('agenda_items')
    .set({ kind: 'information' })
    .where('meeting_id', '=', id)
    .where('id', '<>', String(item['id']))
    .execute();
  assert.equal(await next('manager', number), 'Åbn en afstemning');
  const vote = await c.act(
    'manager',
    'open-ballot',
    { id: item['id'] },
    { question: 'Skal vi?', form: 'named' },
  );
  assert.notEqual(await next('manager', number), 'Åbn en afstemning', 'people vote');
  const early = await http.post('manager', `/meetings/${number}/closing`, {});
  assert.notEqual(early.status, 303, 'not while a vote is open');
  for (const person of ['chair', 'board1', 'board2'] as const)
    await c.act(person, 'cast-vote', { id: vote['id'] }, { choices: 'for' });
  await closed(String(vote['id']));
  assert.equal(await next('manager', number), 'Registrér beslutningen');
  await c.act(
    'manager',
    'decide-item',
    { id: item['id'] },
    { outcome: 'approved', reason: 'Alle er enige', ballot: vote['id'] },
  );
  assert.equal(await next('manager', number), 'Luk mødet');
  await c.act('manager', 'close-meeting', { id });
  assert.equal(await next('manager', number), 'Send udkast til referat');
});

test('An agenda sent again while people sit in the meeting tells the change to those called who are not there, once', async () => {
  const { id, number } = await call({ on: '2026-12-03' });
  await c.act('manager', 'send-agenda', { id });
  const rows = await c.app.db
    .selectFrom('attendances')
    .select(['id', 'person_id'])
    .where('meeting_id', '=', id)
    .execute();
  const away = rows.filter((row) => row.person_id === c.people.board3);
  const present = rows.filter((row) => !away.includes(row)).map((row) => row.id);
  await c.act('manager', 'open-meeting', { id }, { chair: c.people.chair, present });
  await c.act('manager', 'add-agenda-item', { id }, { title: 'Et sent punkt', kind: 'discussion' });
  await c.act('manager', 'send-agenda', { id });
  await c.act('manager', 'send-agenda', { id });
  const told = await c.app.db
    .selectFrom('letters')
    .select(['person_id', 'body'])
    .where('about', '=', `/meetings/${number}`)
    .where('kind', '=', 'agenda-changed')
    .execute();
  assert.deepEqual(
    told.map((row) => row.person_id),
    [c.people.board3],
  );
  assert.match(told[0]?.body ?? '', /Et sent punkt/);
});

test('Of a meeting that nobody was ever mailed about, nobody is mailed that it is called off', async () => {
  const { id, number } = await call({ on: '2026-12-04' });
  await c.app.db.updateTable('meetings').set({ status: 'sent' }).where('id', '=', id).execute();
  await c.act('manager', 'cancel-meeting', { id }, { reason: 'For få kan' });
  const told = await c.app.db
    .selectFrom('letters')
    .select('id')
    .where('about', '=', `/meetings/${number}`)
    .execute();
  assert.deepEqual(told, []);
});

test('Those who have not approved the minutes are reminded before the deadline for remarks, once', async () => {
  const { id, number } = await call({ on: '2026-12-05' });
  await c.act('manager', 'send-agenda', { id });
  const present = (
    await c.app.db.selectFrom('attendances').select('id').where('meeting_id', '=', id).execute()
  ).map((row) => row.id);
  await c.act('manager', 'open-meeting', { id }, { chair: c.people.chair, present });
  await c.act('manager', 'close-meeting', { id });
  await c.act('manager', 'draft-minutes', { id }, { remarksUntil: '2026-12-01' });
  await c.act('board1', 'approve-minutes', { id });
  const reminded = async () =>
    (
      await c.app.db
        .selectFrom('letters')
        .select(['person_id', 'body'])
        .where('about', '=', `/meetings/${number}`)
        .where('kind', '=', 'minutes-closing')
        .execute()
    ).toSorted((a, b) => (a.person_id < b.person_id ? -1 : 1));
  await runJobs(c.app, jobs, Temporal.Instant.from('2026-11-27T06:00:00Z'));
  assert.deepEqual(await reminded(), [], 'not yet');
  for (const morning of ['2026-11-29T06:00:00Z', '2026-11-30T06:00:00Z'])
    await runJobs(c.app, jobs, Temporal.Instant.from(morning));
  const found = await reminded();
  assert.deepEqual(
    found.map((row) => row.person_id),
    (['chair', 'board2', 'board3', 'board4'] as const).map((person) => c.people[person]).toSorted(),
  );
  assert.match(found[0]?.body ?? '', /1\. december 2026|1 December 2026/);
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
