import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createMailer } from '../lib/mailer.ts';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { startPostbox, type Postbox } from '../../test/site.ts';
import { jobs } from '../jobs/jobs.ts';
import { runJobs } from '../jobs/run-jobs.ts';
import type { LetterEvent } from './letter.ts';
import { planLetters } from './load.ts';
import { sendLetters, waits } from './send-letters.ts';
import { readToken, unsubscribeToken } from './unsubscribe-link.ts';
import { mostADay } from './vocabulary.ts';
import { writeLetters } from './write-letters.ts';

const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-11-24T09:00:00Z');

let c: TestCommunity;
let box: Postbox;
before(async () => {
  c = await testCommunity('2025');
  box = await startPostbox();
});
after(async () => {
  await box.close();
  await c.end();
});
beforeEach(async () => {
  await c.app.db.deleteFrom('letters').execute();
  await c.app.db.deleteFrom('letter_choices').execute();
  await c.app.db.deleteFrom('job_runs').execute();
});

/** The app with a mail server, each time a connection of its own. */
const withMail = () => ({ ...c.app, mailer: createMailer(box.url, 'Fælled <faelled@test.example>', null) });

const decided = (key: string, who: string = c.people.member): LetterEvent => ({
  kind: 'case-decided',
  key: `decision:${key}`,
  about: '/cases/7',
  values: {
    da: { body: 'Bestyrelsen', case: `sag 7: ${key}`, outcome: 'Godkendt', reason: 'Alle er enige.' },
    en: { body: 'The board', case: `case 7: ${key}`, outcome: 'Approved', reason: 'All agree.' },
  },
  notice: false,
  neededBy: null,
  told: [{ personId: who, why: { da: 'du har rejst sagen', en: 'you opened the case' } }],
});

async function write(events: readonly LetterEvent[], when = now): Promise<number> {
  const letters = await planLetters(c.app, c.app.db, events, when);
  return c.app.db.transaction().execute((tx) => writeLetters(tx, letters, null, when));
}
const sent = async (when = now) => {
  const app = withMail();
  const result = await sendLetters(app, when);
  app.mailer.close();
  return result;
};
const mailsSince = (count: number) => box.mails.slice(count);
const rows = () => c.app.db.selectFrom('letters').selectAll().orderBy('written_at').orderBy('id').execute();
const choose = (topic: string, how: string) =>
  c.app.db
    .insertInto('letter_choices')
    .values({ person_id: c.people.member, topic, how, changed_at: now.toString() })
    .execute();

describe('a mail', () => {
  test('is sent once, however often its cause is told and however many look after the outbox', async () => {
    const before = box.mails.length;
    const events = Array.from({ length: 40 }, (_, n) =>
      decided(`nummer ${n}`, Object.values(c.people)[n % 8]),
    );
    assert.equal(await write(events), 40);
    assert.equal(await write(events), 0);
    const apps = Array.from({ length: 5 }, withMail);
    const results = await Promise.all(apps.map((app) => sendLetters(app, now)));
    for (const app of apps) app.mailer.close();
    assert.equal(
      results.reduce((sum, each) => sum + each.sent, 0),
      40,
    );
    const mails = mailsSince(before);
    assert.equal(mails.length, 40);
    assert.equal(new Set(mails.map((mail) => mail.messageId)).size, 40);
    assert.deepEqual(await sent(), { sent: 0, failed: 0 });
  });

  test('says why it came and how to change that, in text and HTML of the same words', async () => {
    const before = box.mails.length;
    await write([decided('<b>Æblegrød</b> & æsel')]);
    await sent();
    const [mail] = mailsSince(before);
    assert.ok(mail);
    assert.equal(mail.subject, 'Godkendt: sag 7: <b>Æblegrød</b> & æsel');
    for (const text of [mail.text ?? '', mail.html || ''])
      for (const words of ['Karl Kommune', 'fordi du har rejst sagen', `/people/${c.people.member}/letters`])
        assert.ok(text.includes(words), words);
    assert.ok(!(mail.html || '').includes('<b>'));
    assert.match(mail.html || '', /<html lang="da">[\s\S]*<h1>Godkendt/);
    assert.match(
      mail.html || '',
      /<a href="http:&#47;&#47;localhost|<a href="http:\/\/localhost:3000\/cases\/7">/,
    );
  });

  test('can be turned off by one click without signing in, with a token nobody else can make', async () => {
    const before = box.mails.length;
    await write([decided('slå fra')]);
    await sent();
    const list = mailsSince(before)[0]?.headers.get('list') as { unsubscribe?: { url: string } } | undefined;
    const token = new URL(list?.unsubscribe?.url ?? '').pathname.replace('/unsubscribe/', '');
    const { db } = c.app;
    assert.deepEqual(await readToken(db, token, now), { personId: c.people.member, topic: 'decisions' });
    const [, , signature] = token.split('.');
    for (const wrong of [
      `${c.people.chair}.decisions.${signature}`,
      `${c.people.member}.papers.${signature}`,
      `${c.people.member}.decisions.${signature?.slice(0, -2)}`,
      `${c.people.member}.decisions.`,
      'noget.andet',
      '',
    ])
      assert.equal(await readToken(db, wrong, now), null, wrong);
    assert.equal(token, await unsubscribeToken(db, c.people.member, 'decisions', now));
  });

  test('a notice by the statutes has no such button and is sent to those who want no mails', async () => {
    await choose('decisions', 'never');
    const before = box.mails.length;
    assert.equal(await write([decided('vil ikke have')]), 0);
    assert.equal(await write([{ ...decided('skal have'), notice: true }]), 1);
    await sent();
    const [mail] = mailsSince(before);
    assert.equal(mail?.headers.has('list'), false);
    assert.match(mail?.text ?? '', /kan ikke slås fra/);
  });

  test('goes to nobody who has lost access, and not to the technical account', async () => {
    await write([decided('før lukning', c.people.outsider), decided('til drift', c.people.operator)]);
    await c.app.db
      .updateTable('people')
      .set({ closed_on: '2026-11-24' })
      .where('id', '=', c.people.outsider)
      .execute();
    const before = box.mails.length;
    await sent();
    await c.app.db
      .updateTable('people')
      .set({ closed_on: null })
      .where('id', '=', c.people.outsider)
      .execute();
    assert.equal(box.mails.length, before);
    assert.deepEqual(
      (await rows()).map((row) => [row.person_id, row.status, row.problem]),
      [[c.people.outsider, 'dropped', 'person-closed']],
    );
  });

  test('that comes too late to be of use is not sent', async () => {
    await write([{ ...decided('i går'), neededBy: '2026-11-24T10:00:00Z' }]);
    const before = box.mails.length;
    await sent(at('2026-11-24T10:30:00Z'));
    assert.equal(box.mails.length, before);
    assert.equal((await rows())[0]?.problem, 'too-late');
  });
});

describe('when the mail server will not', () => {
  const refusing = (error: object) => ({
    ...c.app,
    mailer: {
      way: 'mail' as const,
      canSend: true,
      close: () => undefined,
      send: async () => {
        throw Object.assign(new Error('nej'), error);
      },
    },
  });

  test('is away, the mail is tried again after growing waits, and then stands as failed with the reason', async () => {
    await write([decided('server nede')]);
    let when = now;
    for (const wait of waits) {
      assert.deepEqual(await sendLetters(refusing({ code: 'ECONNECTION' }), when), { sent: 0, failed: 0 });
      const [row] = await rows();
      assert.equal(row?.status, 'waiting');
      when = when.add({ minutes: wait });
      assert.equal(row?.due_at, new Date(when.epochMilliseconds).toISOString());
    }
    assert.deepEqual(await sendLetters(refusing({ code: 'ECONNECTION' }), when), { sent: 0, failed: 1 });
    const [row] = await rows();
    assert.deepEqual([row?.status, row?.problem, row?.attempts], ['failed', 'nej', waits.length + 1]);
  });

  test('knows no such recipient, the mail has failed at once and the others are sent', async () => {
    await write([decided('ukendt modtager')]);
    const error = { command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 no such user' };
    assert.deepEqual(await sendLetters(refusing(error), now), { sent: 0, failed: 1 });
    assert.equal((await rows())[0]?.problem, '550 5.1.1 no such user');
  });

  test('a process that dies with a mail in its hands leaves it to another, under the same Message-ID', async () => {
    await write([decided('død undervejs')]);
    const before = box.mails.length;
    const app = withMail();
    const dying = {
      ...app,
      mailer: {
        ...app.mailer,
        send: (mail: Parameters<typeof app.mailer.send>[0]) =>
          app.mailer.send(mail).then(() => new Promise<void>(() => undefined)),
      },
    };
    void sendLetters(dying, now);
    await box.received(before + 1);
    assert.deepEqual(await sent(now.add({ seconds: 60 })), { sent: 0, failed: 0 });
    assert.deepEqual(await sent(now.add({ seconds: 121 })), { sent: 1, failed: 0 });
    app.mailer.close();
    const ids = mailsSince(before).map((mail) => mail.messageId);
    assert.equal(ids.length, 2);
    assert.equal(ids[0], ids[1]);
  });
});

describe('many mails', () => {
  test(`no more than ${mostADay} a day reach a person one by one; the rest come gathered the next morning`, async () => {
    const before = box.mails.length;
    await write(Array.from({ length: 30 }, (_, n) => decided(`mange ${n}`)));
    await write([{ ...decided('skal have alligevel'), notice: true }]);
    assert.equal((await sent()).sent, mostADay + 1);
    const next = at('2026-11-25T06:00:00Z');
    assert.ok((await runJobs(c.app, jobs, next)).includes('daily-digest'));
    assert.equal((await sent(next)).sent, 1);
    const digest = mailsSince(before).at(-1);
    assert.equal(digest?.subject, `${30 - mostADay} nyheder fra Fælled`);
    assert.equal((digest?.text?.match(/^- /gm) ?? []).length, 30 - mostADay);
  });

  test('chosen to come weekly, come on Monday at seven, once, also when seven passed while nothing ran', async () => {
    await choose('decisions', 'weekly');
    await write([decided('den ene'), decided('den anden')]);
    const before = box.mails.length;
    for (const early of ['2026-11-27T06:30:00Z', '2026-11-30T05:59:00Z']) {
      await runJobs(c.app, jobs, at(early));
      assert.equal((await sent(at(early))).sent, 0, early);
    }
    const late = at('2026-11-30T11:00:00Z');
    const ran = await Promise.all(Array.from({ length: 4 }, () => runJobs(c.app, jobs, late)));
    assert.equal(ran.flat().filter((name) => name === 'weekly-digest').length, 1);
    assert.equal((await sent(late)).sent, 1);
    assert.match(
      mailsSince(before)[0]?.text ?? '',
      /- Godkendt: sag 7: den ene\n {2}http\S+\n- Godkendt: sag 7: den anden/,
    );
    assert.deepEqual(
      (await rows()).map((row) => row.status),
      ['gathered', 'gathered', 'sent'],
    );
  });
});
