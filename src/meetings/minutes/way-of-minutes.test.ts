import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readPdf } from '../../../test/pdf.ts';
import { testCommunity, type Person, type TestCommunity } from '../../../test/community.ts';
import { serve, type Http } from '../../../test/http.ts';
import { newId } from '../../lib/id.ts';
import { minutesDecided } from './decided.ts';

let c: TestCommunity;
let http: Http;
before(async () => {
  c = await testCommunity('2016');
  http = await serve(c);
});
after(async () => {
  await http.end();
  await c.end();
});

const canary = 'KANARIEFUGL';
interface Held {
  readonly id: string;
  readonly number: number;
  readonly item: string;
  readonly closedItem: string;
}

/** A meeting of the board, or another body, that is over: an open item and a closed one, the canary in it. */
async function held(
  more: { body?: string; chair?: Person; present?: readonly Person[] } = {},
): Promise<Held> {
  const { db } = c.app;
  const at = '2026-11-20T09:00:00Z';
  const ids = { id: newId(), item: newId(), closedItem: newId() };
  const { number } = await db
    .insertInto('meetings')
    .values({
      id: ids.id,
      body_id: more.body ?? c.bodies.board,
      kind: 'ordinary',
      starts_at: at,
      ends_at: '2026-11-20T11:00:00Z',
      opened_at: at,
      closed_at: '2026-11-20T10:45:00Z',
      place: 'Ærø',
      status: 'minutes-draft',
      edition: '2016',
      chaired_by: c.people[more.chair ?? 'chair'],
      minutes_by: c.people.staff,
      called_at: at,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  for (const person of ['chair', 'board1', 'board2', 'manager'] as const) {
    const attendance = newId();
    await db
      .insertInto('attendances')
      .values({
        id: attendance,
        meeting_id: ids.id,
        person_id: c.people[person],
        role: person === 'chair' ? 'chair' : person === 'manager' ? 'business-manager' : 'member',
        voting: person !== 'manager',
        recorded_at: at,
      })
      .execute();
    if ((more.present ?? ['chair', 'board1', 'manager']).includes(person))
      await db
        .insertInto('presences')
        .values({ id: newId(), attendance_id: attendance, from_at: at, to_at: '2026-11-20T10:45:00Z' })
        .execute();
  }
  const because = JSON.stringify({ da: 'Tilføjet.', en: 'Added.' });
  const row = {
    meeting_id: ids.id,
    kind: 'decision',
    source: 'own',
    because,
    added_at: at,
    status: 'settled',
  };
  await db
    .insertInto('agenda_items')
    .values([
      { ...row, id: ids.item, number: 1, position: 1, source_key: `own:${ids.item}`, title: 'Budget på Ærø' },
      {
        ...row,
        id: ids.closedItem,
        number: 2,
        position: 2,
        source_key: `own:${ids.closedItem}`,
        title: canary,
        facts: canary,
        proposal: canary,
        closed_ground: 'Personsag',
      },
    ])
    .execute();
  await db
    .insertInto('agenda_versions')
    .values({ meeting_id: ids.id, version: 1, content: '{}', sent_at: at })
    .execute();
  await db
    .insertInto('agenda_item_annexes')
    .values([
      {
        id: newId(),
        item_id: ids.item,
        title: 'Regneark',
        url: 'https://example.org/regneark',
        added_at: at,
      },
      {
        id: newId(),
        item_id: ids.item,
        title: canary,
        url: 'https://example.org/x',
        restricted: true,
        added_at: at,
      },
      { id: newId(), item_id: ids.closedItem, title: canary, url: 'https://example.org/y', added_at: at },
    ])
    .execute();
  return { ...ids, number };
}

/** Notes and actions on both items, then a draft sent round. */
async function drafted(more: Parameters<typeof held>[0] = {}): Promise<Held> {
  const meeting = await held(more);
  await c.act('staff', 'write-item-notes', { id: meeting.item }, { notes: 'Vi talte om tallene.' });
  await c.act('staff', 'write-item-notes', { id: meeting.closedItem }, { notes: canary });
  await c.act(
    'staff',
    'record-action',
    { id: meeting.item },
    { task: 'Regn igen', owner: c.people.board1, dueOn: '2026-12-01' },
  );
  await c.act('staff', 'record-action', { id: meeting.closedItem }, { task: canary });
  await c.act('staff', 'draft-minutes', { id: meeting.id });
  return meeting;
}

const kindOf = async (...args: Parameters<TestCommunity['try']>): Promise<string> =>
  (await c.try(...args)).kind;
const statusOf = async ({ id }: Held): Promise<string> =>
  (await c.app.db.selectFrom('meetings').select('status').where('id', '=', id).executeTakeFirstOrThrow())
    .status;

describe('The way of minutes', () => {
  test('a draft is read by those called and by nobody else, approved by those who took part, then published', async () => {
    const meeting = await drafted();
    const path = `/meetings/${meeting.number}/minutes`;
    assert.equal((await http.api('board2', 'GET', path)).status, 200);
    for (const stranger of ['member', 'steeringChair', null] as const)
      assert.equal((await http.api(stranger, 'GET', path)).status, 404);
    const first = await c.act('chair', 'approve-minutes', { id: meeting.id });
    assert.deepEqual([first['status'], first['approved'], first['awaited']], ['draft', 1, 1]);
    assert.equal(await kindOf('board2', 'approve-minutes', { id: meeting.id }), 'refused', 'was not there');
    assert.equal(await kindOf('staff', 'publish-minutes', { id: meeting.id }), 'refused', 'not approved yet');
    const second = await c.act('board1', 'approve-minutes', { id: meeting.id });
    assert.equal(second['status'], 'approved');
    assert.equal(await statusOf(meeting), 'approved');
    assert.equal((await http.api(null, 'GET', path)).status, 404, 'approved is not published');
    await c.act('staff', 'publish-minutes', { id: meeting.id });
    assert.equal(await statusOf(meeting), 'published');
    assert.equal((await http.api(null, 'GET', path)).status, 200);
    assert.equal(await kindOf('staff', 'publish-minutes', { id: meeting.id }), 'refused', 'once');
  });

  test('a remark is answered, and a new draft takes in what was changed', async () => {
    const meeting = await drafted();
    const remark = await c.act(
      'board1',
      'remark-on-minutes',
      { id: meeting.id },
      { remark: 'Vi talte om mere' },
    );
    await c.act('staff', 'answer-remark', { id: remark['id'] }, { answer: 'Det skriver vi' });
    assert.equal(
      await kindOf('staff', 'answer-remark', { id: remark['id'] }, { answer: 'Igen' }),
      'bad-input',
    );
    await c.act('staff', 'write-item-notes', { id: meeting.item }, { notes: 'Vi talte om mere.' });
    const kept = await http.api('chair', 'GET', `/meetings/${meeting.number}/minutes`);
    assert.match(kept.text, /Vi talte om tallene/, 'the draft that was sent stays as it was sent');
    await c.act('staff', 'draft-minutes', { id: meeting.id });
    const anew = await http.api('chair', 'GET', `/meetings/${meeting.number}/minutes`);
    assert.match(anew.text, /Vi talte om mere/);
    const page = await http.get('chair', `/meetings/${meeting.number}/minutes?version=1`);
    assert.match(page.text, /Vi talte om mere/, 'remarks stand on the page of their version');
    assert.match(page.text, /Det skriver vi/);
  });

  test('approved minutes never change: a correction is a new version with its reason, and both are read', async () => {
    const meeting = await drafted();
    for (const person of ['chair', 'board1'] as const)
      await c.act(person, 'approve-minutes', { id: meeting.id });
    await c.act('staff', 'publish-minutes', { id: meeting.id });
    assert.equal(await kindOf('staff', 'write-item-notes', { id: meeting.item }, { notes: 'x' }), 'refused');
    assert.equal(await kindOf('staff', 'draft-minutes', { id: meeting.id }), 'refused');
    assert.equal(
      await kindOf('chair', 'remark-on-minutes', { id: meeting.id }, { remark: 'For sent' }),
      'refused',
    );
    const correction = { because: 'Tallet var forkert', 'notes.p1': 'Tallet er 12.' };
    const form = `/meetings/${meeting.number}/minutes/correct`;
    const shown = await http.post('staff', form, { ...correction, _step: 'preview' });
    assert.match(shown.text, /Udkast til referat/, 'the mails are shown first');
    const seen = /name="_seen" value="([^"]+)"/.exec(shown.text)?.[1] ?? '';
    const corrected = await http.post('staff', form, { ...correction, _step: 'confirm', _seen: seen });
    assert.equal(corrected.status, 303, corrected.text.slice(0, 500));
    const path = `/meetings/${meeting.number}/minutes`;
    assert.match(
      (await http.api(null, 'GET', path)).text,
      /Vi talte om tallene/,
      'the public reads what is approved',
    );
    assert.equal((await http.api(null, 'GET', `${path}?version=2`)).status, 404);
    for (const person of ['chair', 'board1'] as const)
      await c.act(person, 'approve-minutes', { id: meeting.id });
    await c.act('staff', 'publish-minutes', { id: meeting.id });
    assert.match((await http.api(null, 'GET', path)).text, /Tallet er 12/);
    assert.match((await http.api(null, 'GET', `${path}?version=1`)).text, /Vi talte om tallene/);
    const page = await http.get(null, `/meetings/${meeting.number}/minutes`);
    assert.match(page.text, /Rettet udgave: Tallet var forkert/);
    await assert.rejects(
      c.app.db
        .updateTable('minutes_versions')
        .set({ content: '{}' })
        .where('meeting_id', '=', meeting.id)
        .execute(),
      /never edited/,
    );
  });

  test('minutes of the general assembly are approved by whoever chaired it', async () => {
    const meeting = await drafted({ body: c.bodies.assembly, chair: 'board2' });
    assert.equal(await kindOf('chair', 'approve-minutes', { id: meeting.id }), 'refused');
    const answer = await c.act('board2', 'approve-minutes', { id: meeting.id });
    assert.equal(answer['status'], 'approved');
  });

  test('a body approves minutes when it takes the item at its next meeting', async () => {
    const meeting = await drafted();
    const decide = (outcome: 'approved' | 'postponed') =>
      c.app.db
        .transaction()
        .execute((tx) =>
          minutesDecided(
            tx,
            { sourceKey: `minutes:${meeting.id}`, outcome },
            { by: c.people.chair, now: '2026-11-24T09:00:00Z' },
          ),
        );
    assert.equal(await decide('postponed'), null);
    assert.equal(await decide('approved'), meeting.id);
    assert.equal(await statusOf(meeting), 'approved');
    assert.equal(await decide('approved'), null, 'what is approved stays as it was approved');
  });

  test('the decision on the item "approval of minutes" approves them', async () => {
    const earlier = await drafted();
    const next = await held({ present: ['chair', 'board1', 'board2', 'manager'] });
    await c.app.db
      .updateTable('meetings')
      .set({ status: 'running', closed_at: null })
      .where('id', '=', next.id)
      .execute();
    await c.app.db
      .updateTable('presences')
      .set({ to_at: null })
      .where('attendance_id', 'in', (eb) =>
        eb.selectFrom('attendances').select('id').where('meeting_id', '=', next.id),
      )
      .execute();
    await c.app.db
      .updateTable('agenda_items')
      .set({ source: 'minutes', source_key: `minutes:${earlier.id}`, status: 'open' })
      .where('id', '=', next.item)
      .execute();
    await c.act(
      'manager',
      'decide-item',
      { id: next.item },
      { outcome: 'approved', reason: 'Ingen indvendinger' },
    );
    assert.equal(await statusOf(earlier), 'approved');
  });

  test('the link to approve leads through sign-in and back', async () => {
    const meeting = await drafted();
    const answer = await http.get(null, `/meetings/${meeting.number}/minutes/approve`);
    assert.equal(answer.status, 303);
    assert.equal(
      answer.headers['location'],
      `/sign-in?next=${encodeURIComponent(`/meetings/${meeting.number}/minutes/approve`)}`,
    );
    assert.equal((await http.get('chair', `/meetings/${meeting.number}/minutes/approve`)).status, 200);
  });

  test('a meeting that is not over has no minutes', async () => {
    const meeting = await held();
    await c.app.db.updateTable('meetings').set({ status: 'sent' }).where('id', '=', meeting.id).execute();
    assert.equal(await kindOf('staff', 'draft-minutes', { id: meeting.id }), 'refused');
    assert.equal(await kindOf('staff', 'record-action', { id: meeting.item }, { task: 'Ring' }), 'refused');
    const page = await http.get('member', `/meetings/${meeting.number}/minutes`);
    assert.match(page.text, /Referatet er ikke offentliggjort/);
  });
});

describe('A closed item in the papers of a meeting', () => {
  const pages = ['minutes', 'minutes.pdf', 'agenda.pdf', 'attendance.pdf'];
  const readers = ['member', 'steeringChair', 'former', 'operator', null] as const;

  test('stands in no output for those without the right, and in the body’s own', async () => {
    const meeting = await drafted();
    for (const person of ['chair', 'board1'] as const)
      await c.act(person, 'approve-minutes', { id: meeting.id });
    await c.act('staff', 'publish-minutes', { id: meeting.id });
    const read = async (person: Person | null, page: string, prefix = ''): Promise<string> => {
      const answer = await http.get(person, `${prefix}/meetings/${meeting.number}/${page}`);
      assert.equal(answer.status, 200, `${page} for ${person}`);
      return page.includes('.pdf') ? (await readPdf(answer.bytes)).text : answer.text;
    };
    for (const person of readers)
      for (const page of pages)
        for (const prefix of ['', '/en'])
          assert.ok(!(await read(person, page, prefix)).includes(canary), `${prefix} ${page} for ${person}`);
    for (const page of ['minutes', 'minutes.pdf', 'agenda.pdf'])
      assert.ok((await read('chair', page)).includes(canary), `${page} for the chair`);
    for (const page of ['minutes.pdf?variant=public', 'agenda.pdf?variant=public'])
      assert.ok(!(await read('chair', page)).includes(canary), page);
    for (const person of readers)
      for (const path of [
        `/meetings/${meeting.number}/minutes`,
        `/meetings/${meeting.number}/minutes/versions`,
        `/meetings/${meeting.number}/minutes/remarks`,
        '/actions',
        '/journal',
      ]) {
        const answer = await http.api(person, 'GET', path);
        assert.ok([200, 401, 403, 404].includes(answer.status), `${path} for ${person}: ${answer.status}`);
        assert.ok(!answer.text.includes(canary), `${path} for ${person}`);
      }
    assert.ok((await http.api('chair', 'GET', `/meetings/${meeting.number}/minutes`)).text.includes(canary));
    assert.ok(!(await http.get('member', '/actions')).text.includes(canary));
    assert.ok((await http.get('chair', '/actions')).text.includes(canary));
    assert.ok(!(await http.get(null, '/journal')).text.includes(canary));
  });

  test('a restricted annex is in the pack of those with the right, the open ones in everybody’s', async () => {
    const meeting = await held();
    const pack = async (person: Person | null) =>
      readPdf((await http.get(person, `/meetings/${meeting.number}/agenda.pdf`)).bytes);
    const [open, inside] = [await pack(null), await pack('board1')];
    assert.deepEqual([...new Set(open.links)], ['https://example.org/regneark']);
    assert.ok(inside.links.includes('https://example.org/x'));
    assert.match(inside.text, /fortroligt/);
  });
});

describe('The papers of a meeting', () => {
  test('the agenda pack has a cover with contents, an item a bookmark, and follows PDF/UA-1', async () => {
    const meeting = await held();
    const pdf = await readPdf((await http.get('chair', `/en/meetings/${meeting.number}/agenda.pdf`)).bytes);
    assert.equal(pdf.universalAccess, '1');
    assert.equal(pdf.language, 'en');
    assert.equal(pdf.author, 'Prøvefællesskabet');
    assert.deepEqual(pdf.outline[0]?.below, ['1. Budget på Ærø', `2. ${canary}`, 'List of annexes']);
    assert.ok(pdf.roles.includes('TOCI'));
    const danish = await readPdf((await http.get(null, `/meetings/${meeting.number}/agenda.pdf`)).bytes);
    assert.deepEqual(danish.outline[0]?.below, ['1. Budget på Ærø', '2. Lukket punkt', 'Bilagsliste']);
  });

  test('the attendance list names people to those who are signed in, and says roles to everybody', async () => {
    const meeting = await held();
    const list = async (person: Person | null) =>
      readPdf((await http.get(person, `/meetings/${meeting.number}/attendance.pdf`)).bytes);
    const [open, named] = [await list(null), await list('member')];
    assert.match(named.text, /Frida Formand/);
    assert.doesNotMatch(open.text, /Frida|Bo Ét|Mona/);
    assert.match(open.text, /forretningsleder/);
    assert.ok(open.roles.includes('TH'));
  });
});

describe('What waits for those who were at a meeting', () => {
  test('minutes wait for those who took part until they have approved, actions for their owner until they are ended', async () => {
    const meeting = await drafted();
    const waits = async (person: Person, href: string): Promise<boolean> =>
      (await http.get(person, '/')).text.includes(`href="${href}"`);
    const minutes = `/meetings/${meeting.number}/minutes`;
    assert.ok(await waits('chair', minutes));
    assert.ok(await waits('board1', minutes));
    assert.ok(!(await waits('board2', minutes)), 'was not there');
    assert.ok(!(await waits('manager', minutes)), 'has no vote');
    await c.act('chair', 'approve-minutes', { id: meeting.id });
    assert.ok(!(await waits('chair', minutes)));
    const { id } = await c.app.db
      .selectFrom('actions')
      .select('id')
      .where('item_id', '=', meeting.item)
      .executeTakeFirstOrThrow();
    assert.ok(await waits('board1', `/actions/${id}/end`));
    await c.act('board1', 'end-action', { id }, { note: 'Gjort' });
    assert.ok(!(await waits('board1', `/actions/${id}/end`)));
  });
});

describe('Actions', () => {
  test('an action is seen by its owner and ended once; dropping it asks why', async () => {
    const meeting = await drafted();
    const mine = await http.api('board1', 'GET', '/actions?mine=true&status=open&limit=1');
    const [action] = mine.json<{ items: { id: string; task: string; meeting: number }[] }>().items;
    assert.deepEqual([action?.task, action?.meeting], ['Regn igen', meeting.number]);
    const id = action?.id ?? '';
    assert.equal(await kindOf('member', 'end-action', { id }), 'no-mandate');
    assert.equal(await kindOf('board1', 'end-action', { id }, { status: 'dropped' }), 'bad-input');
    await c.act('board1', 'end-action', { id }, { status: 'done', note: 'Regnet' });
    assert.equal(await kindOf('staff', 'end-action', { id }), 'bad-input', 'it has ended');
    const ended = await http.get('board1', '/actions?state=ended&mine=on');
    assert.match(ended.text, /Regn igen/);
    assert.equal((await http.get(null, '/actions')).status, 303, 'a list with names is for those signed in');
  });
});
