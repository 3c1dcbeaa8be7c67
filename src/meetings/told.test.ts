import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import nodeIcal from 'node-ical';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { serve, type Http } from '../../test/http.ts';
import { startPostbox, type Postbox } from '../../test/site.ts';
import { jobs } from '../jobs/jobs.ts';
import { runJobs } from '../jobs/run-jobs.ts';
import { newId } from '../lib/id.ts';
import { createMailer } from '../lib/mailer.ts';
import { planLetters } from '../letters/load.ts';
import { sendLetters } from '../letters/send-letters.ts';
import { writeLetters } from '../letters/write-letters.ts';
import { meetingBy, type Meeting } from './load.ts';
import {
  agendaEvent,
  callEvent,
  cancelEvent,
  changeEvent,
  minutesDraftEvent,
  minutesPublishedEvent,
} from './told.ts';

const canary = 'Kanariefugl i lukket punkt';
let c: TestCommunity;
let http: Http;
let box: Postbox;
let meeting: Meeting;
before(async () => {
  c = await testCommunity('2025');
  http = await serve(c);
  box = await startPostbox();
});
after(async () => {
  await box.close();
  await http.end();
  await c.end();
});
beforeEach(async () => {
  c.setNow('2026-11-24T09:00:00Z');
  const made = await c.act(
    'manager',
    'call-meeting',
    {},
    {
      body: c.bodies.board,
      on: '2026-12-02',
      from: '10:00',
      until: '12:00',
      place: 'Rådhuset',
      onlineUrl: 'https://moede.example/hemmelig',
      papersDueOn: '2026-11-26',
    },
  );
  const { db } = c.app;
  const item = {
    meeting_id: made['id'] as string,
    kind: 'decision',
    source: 'own',
    because: '{"da":"","en":""}',
    added_at: '2026-11-24T09:00:00Z',
  };
  await db
    .insertInto('agenda_items')
    .values([
      {
        ...item,
        id: newId(),
        number: 91,
        position: 91,
        source_key: `own:${newId()}`,
        title: 'Åbent punkt',
        owner_id: c.people.board1,
      },
      {
        ...item,
        id: newId(),
        number: 92,
        position: 92,
        source_key: `own:${newId()}`,
        title: canary,
        facts: canary,
        proposal: canary,
        closed_ground: 'personsag',
        owner_id: c.people.board1,
      },
    ])
    .execute();
  meeting = await meetingBy(db, made['id'] as string);
});

const site = 'http://localhost:3000';
const mailed = async (when: Temporal.Instant) => {
  const app = { ...c.app, mailer: createMailer(box.url, 'Fælled <faelled@test.example>', null) };
  const from = box.mails.length;
  await sendLetters(app, when);
  app.mailer.close();
  return box.mails.slice(from);
};
const eventsOf = async (file: string) =>
  Object.values(await nodeIcal.async.parseICS(file)).filter((each) => each?.type === 'VEVENT');

test('The call reaches everybody called, once, with the meeting in a calendar file', async () => {
  const seen = await http.post('manager', `/meetings/${meeting.number}/invite`, { _step: 'preview' });
  assert.match(seen.text, /mails sendes/);
  await c.act('manager', 'send-invitations', { id: meeting.id });
  await c.act('manager', 'send-invitations', { id: meeting.id });
  const mails = await mailed(c.app.clock());
  const called = await c.app.db
    .selectFrom('attendances')
    .select('id')
    .where('meeting_id', '=', meeting.id)
    .execute();
  assert.equal(mails.length, called.length);
  const file = mails[0]?.attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
  const [event] = await eventsOf(file?.content.toString('utf8') ?? '');
  assert.equal(event?.start?.toISOString(), '2026-12-02T09:00:00.000Z');
  assert.equal(event?.location, 'Rådhuset');
});

test('Moving and cancelling tell those called, and the calendar event follows: higher sequence, then cancelled', async () => {
  const { db } = c.app;
  assert.equal(
    await changeEvent(db, meeting, { place: 'Andetsteds' }, site),
    null,
    'nobody has been told yet',
  );
  await c.act('manager', 'send-invitations', { id: meeting.id });
  const change = await changeEvent(
    db,
    meeting,
    { starts_at: '2026-12-03T09:00:00.000Z', ends_at: '2026-12-03T11:00:00.000Z' },
    site,
  );
  assert.match(
    change?.values.da.changes ?? '',
    /Tid: 3\. december 2026 kl\. 10\.00–12\.00 \(før: 2\. december/,
  );
  const cancel = await cancelEvent(db, meeting, 'For få', site);
  const [was] = await eventsOf((await callEvent(db, meeting, site)).calendar?.da ?? '');
  const [moved] = await eventsOf(change?.calendar?.da ?? '');
  const [gone] = await eventsOf(cancel?.calendar?.da ?? '');
  assert.equal(was?.uid, moved?.uid);
  assert.equal(was?.uid, gone?.uid);
  assert.ok(Number(moved?.sequence) > Number(was?.sequence));
  assert.equal(gone?.status, 'CANCELLED');
  assert.match(cancel?.calendar?.da ?? '', /METHOD:CANCEL/);
  await db
    .updateTable('meetings')
    .set({ starts_at: '2026-12-03T09:00:00Z', ends_at: '2026-12-03T11:00:00Z' })
    .where('id', '=', meeting.id)
    .execute();
  assert.equal((await meetingBy(db, meeting.id)).sequence, meeting.sequence + 1);
});

test('Sending, moving and cancelling write their mails themselves, shown before; sent again without a change, nobody is told', async () => {
  const kinds = async () => {
    const rows = await c.app.db
      .selectFrom('letters')
      .select(['kind', 'body', 'calendar'])
      .where('about', '=', `/meetings/${meeting.number}`)
      .orderBy('written_at')
      .execute();
    return (kind: string) => rows.filter((row) => row.kind === kind);
  };
  const called = (
    await c.app.db.selectFrom('attendances').select('id').where('meeting_id', '=', meeting.id).execute()
  ).length;
  const seen = await http.post('manager', `/meetings/${meeting.number}/send`, { _step: 'preview' });
  assert.match(seen.text, /mails sendes/);
  assert.match(seen.text, /91\. Åbent punkt/);
  await c.act('manager', 'send-agenda', { id: meeting.id });
  assert.equal((await kinds())('agenda-sent').length, called);
  await c.act('manager', 'send-agenda', { id: meeting.id });
  assert.equal((await kinds())('agenda-changed').length, 0);
  await c.act('manager', 'add-agenda-item', { id: meeting.id }, { kind: 'discussion', title: 'Sent punkt' });
  await c.act('manager', 'send-agenda', { id: meeting.id });
  const again = (await kinds())('agenda-changed');
  assert.equal(again.length, called);
  assert.ok(again.every(({ body }) => /Sent punkt \((tilføjet|added)\)/.test(body)));
  await c.act('manager', 'change-meeting', { id: meeting.id }, { place: 'Andetsteds' });
  await c.act('manager', 'change-meeting', { id: meeting.id }, { papersDueOn: '2026-11-27' });
  const moved = (await kinds())('meeting-changed');
  assert.equal(moved.length, called, 'a new deadline for papers is no change of the meeting');
  assert.ok(moved.every(({ calendar }) => calendar?.includes('SEQUENCE:1')));
  await c.act('manager', 'cancel-meeting', { id: meeting.id }, { reason: 'For få kan' });
  const gone = (await kinds())('meeting-cancelled');
  assert.equal(gone.length, called);
  assert.ok(
    gone.every(({ calendar }) => calendar?.includes('METHOD:CANCEL') && calendar.includes('SEQUENCE:2')),
  );
  const late = await http.post('manager', `/meetings/${meeting.number}/invite`, {});
  assert.notEqual(late.status, 303, 'a meeting that is called off calls nobody');
});

test('Nothing of a closed item but its number and ground stands in any mail, calendar or reminder', async () => {
  const { db } = c.app;
  await db.updateTable('meetings').set({ status: 'sent' }).where('id', '=', meeting.id).execute();
  const sent = await meetingBy(db, meeting.id);
  const events = [
    await callEvent(db, sent, site),
    await agendaEvent(db, sent, 1),
    await agendaEvent(db, sent, 2),
    await agendaEvent(db, { ...sent, kind: 'written' }, 1),
    await cancelEvent(db, sent, 'Aflyst', site),
    await minutesDraftEvent(db, sent, 1, '2026-12-10'),
    await minutesPublishedEvent(db, sent, 1),
  ].filter((event) => event !== null);
  const letters = await planLetters(c.app, db, events, c.app.clock());
  assert.ok(letters.some(({ body }) => body.includes('92. Lukket punkt (personsag)')));
  await db.transaction().execute((tx) => writeLetters(tx, letters, null, c.app.clock()));
  for (const morning of ['2026-11-25T06:00:00Z', '2026-12-01T06:00:00Z'])
    await runJobs(c.app, jobs, Temporal.Instant.from(morning));
  const rows = await db.selectFrom('letters').selectAll().execute();
  assert.ok(
    rows.some(({ kind }) => kind === 'papers-due') && rows.some(({ kind }) => kind === 'meeting-tomorrow'),
  );
  assert.ok(!JSON.stringify(rows).includes('Kanariefugl'));
});

test('What a preview shows of any event is what is written, for all that people may have chosen', async () => {
  const { db } = c.app;
  const event = await agendaEvent(db, meeting, 1);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('at-once', 'daily', 'weekly', 'never'), { minLength: 7, maxLength: 7 }),
      async (hows) => {
        await db.deleteFrom('letter_choices').execute();
        const people = event.told.map(({ personId }) => personId);
        await db
          .insertInto('letter_choices')
          .values(
            people.map((person_id, n) => ({
              person_id,
              topic: 'papers',
              how: hows[n % hows.length] as string,
              changed_at: c.app.clock().toString(),
            })),
          )
          .execute();
        const run = { ...event, key: newId() };
        const shown = await planLetters(c.app, db, [run], c.app.clock());
        await db.transaction().execute((tx) => writeLetters(tx, shown, null, c.app.clock()));
        const rows = await db.selectFrom('letters').selectAll().where('key', 'like', `${run.key}%`).execute();
        const text = (all: readonly { key: string; subject: string; body: string; way: string | null }[]) =>
          all.map(({ key, subject, body, way }) => `${key} ${subject} ${body} ${way}`).toSorted();
        assert.deepEqual(text(rows), text(shown.filter(({ way }) => way !== null)));
      },
    ),
    { numRuns: 15 },
  );
  await db.deleteFrom('letter_choices').execute();
});

test('A calendar address gives the meetings as they are now, stops when renewed or revoked, and tells the public less', async () => {
  const made = await c.act('chair', 'make-calendar-address', { id: c.people.chair });
  const path = new URL(made['address'] as string).pathname;
  const mine = await http.get(null, path);
  assert.equal(mine.status, 200);
  assert.ok((await eventsOf(mine.text)).some((event) => event?.uid?.startsWith(meeting.id)));
  assert.ok(mine.text.includes('moede.example'));
  const rows = await c.app.db.selectFrom('calendar_feeds').selectAll().execute();
  assert.ok(!JSON.stringify(rows).includes(path.slice(10, 42)), 'only a hash is kept');
  const body = await http.get(null, `/bodies/board/calendar.ics`);
  assert.ok(!body.text.includes(meeting.id), 'a draft is not public');
  await c.app.db.updateTable('meetings').set({ status: 'sent' }).where('id', '=', meeting.id).execute();
  const open = await http.get(null, `/bodies/board/calendar.ics`);
  assert.ok((await eventsOf(open.text)).some((event) => event?.uid?.startsWith(meeting.id)));
  for (const secret of ['moede.example', 'Rådhuset', 'Kanariefugl'])
    assert.ok(!open.text.includes(secret), secret);
  const again = await c.act('chair', 'make-calendar-address', { id: c.people.chair });
  assert.equal((await http.get(null, path)).status, 404, 'renewed');
  const next = new URL(again['address'] as string).pathname;
  assert.equal((await http.get(null, next)).status, 200);
  await c.act('chair', 'revoke-calendar-address', { id: again['id'] });
  assert.equal((await http.get(null, next)).status, 404, 'revoked');
  assert.equal((await http.get(null, '/calendar/../../etc/passwd')).status, 404);
});
