import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { languages } from '../../rulebook/vocabulary.ts';
import { apiRoot } from '../../src/deeds/api.ts';
import { jobs } from '../../src/jobs/jobs.ts';
import { runJobs } from '../../src/jobs/run-jobs.ts';
import { sendLetters } from '../../src/letters/send-letters.ts';
import { createMailer } from '../../src/lib/mailer.ts';
import { deeds, queries } from '../../src/registry.ts';
import { localHref } from '../../src/web/page.ts';
import { testCommunity, type Person, type TestCommunity } from '../community.ts';
import { serve, type Answer, type Http } from '../http.ts';
import { readPdf } from '../pdf.ts';
import { startPostbox, type Postbox } from '../site.ts';
import { addressesOf, valuesIn } from './addresses.ts';
import { canariesIn, setCanaries, type Closed } from './canaries.ts';

/** Nobody of these may read what the board has closed; the guest was in the room for another item. */
const without: readonly (Person | null)[] = [
  null,
  'member',
  'outsider',
  'former',
  'otherChair',
  'steeringChair',
  'operator',
];
const insiders: readonly Person[] = ['chair', 'board1', 'staff'];
/** Who has a form refused like the member has: asked once for all. */
const likeTheMember: readonly (Person | null)[] = ['outsider', 'former', 'operator'];
/** Where those with the right look: what they read there is enough to know that the test can fail. */
const theirs = /\/(meetings|agenda-items|item-annexes|ballots|decisions|actions|journal)\b|^\/cases/;

let c: TestCommunity;
let http: Http;
let closed: Closed;
let postbox: Postbox;
/** Every line that the server has written. */
const logged: string[] = [];
/** Where a canary was seen, by what it says. */
const seen: { readonly who: string; readonly where: string; readonly word: string }[] = [];
const asked = { pages: 0, pdfs: 0, answers: 0, feeds: 0, mails: 0 };

before(
  async () => {
    c = await testCommunity('2025');
    postbox = await startPostbox();
    closed = await setCanaries(c);
    const write = (...what: unknown[]) =>
      void logged.push(what.map((each) => JSON.stringify(each)).join(' '));
    http = await serve({
      ...c,
      app: { ...c.app, log: { info: write, warn: write, error: write } },
    });
    await mails();
    await Promise.all([...without, ...insiders].map(everything));
  },
  { timeout: 600_000 },
);
after(async () => {
  await http?.end();
  await postbox?.close();
  await c?.end();
});

const note = (who: string, where: string, text: string): void => {
  for (const word of canariesIn(text)) seen.push({ who, where, word });
};

/** The words of an answer, whatever it is made of: a PDF is read as a screen reader does. */
async function wordsOf(answer: Answer): Promise<string> {
  const head = JSON.stringify(answer.headers);
  if (!String(answer.headers['content-type']).startsWith('application/pdf')) return head + answer.text;
  asked.pdfs += 1;
  const { text, title, outline, links } = await readPdf(answer.bytes);
  return [head, text.replaceAll('\n', ''), title, JSON.stringify(outline), ...links].join(' ');
}

/** Asks for every address there is as one person, as a browser and as a program. */
async function everything(person: Person | null): Promise<void> {
  const who = person ?? 'visitor';
  const values = await valuesIn(c.app.db);
  // What is said does not depend on the language, so English is read by the visitor only.
  const tongues = person === null ? languages : (['da'] as const);
  const look = async (where: string, answer: Answer) => {
    assert.ok(answer.status < 500, `${who}: ${where} fails`);
    note(who, where, await wordsOf(answer));
  };
  const patterns = http.routes.filter(
    (route) => route.startsWith('GET ') && !/\*|calendar\/:file/.test(route),
  );
  const forms = new Set(deeds.map(({ form }) => form));
  const chosen = patterns
    .map((route) => route.slice(4))
    .filter((pattern) => !likeTheMember.includes(person) || !forms.has(pattern))
    .filter((pattern) => !insiders.includes(person as Person) || theirs.test(pattern));
  for (const pattern of chosen)
    for (const path of addressesOf(pattern, values)) {
      if (path.startsWith(apiRoot)) {
        asked.answers += 1;
        await look(path, await http.api(person, 'GET', path.slice(apiRoot.length)));
        continue;
      }
      for (const lang of path.endsWith('.pdf') ? (['da'] as const) : tongues) {
        asked.pages += 1;
        const answer = await http.get(person, localHref(lang, path));
        if (answer.status === 401 || answer.status === 403) break;
        await look(localHref(lang, path), answer);
      }
    }
  for (const { path, body } of queries)
    if (body)
      for (const address of addressesOf(path, values)) {
        asked.answers += 1;
        await look(`POST ${address}`, await http.api(person, 'POST', address, {}));
      }
  // One who knows how the word begins looks for the rest of it.
  for (const path of [
    '/search',
    '/meetings',
    '/cases',
    '/actions',
    '/journal',
    '/people',
    '/bodies',
    '/letters',
  ])
    for (const lang of tongues)
      await look(`${path}?q`, await http.get(person, localHref(lang, `${path}?q=kanarie&search=kanarie`)));
  for (const { path } of queries.filter((query) => !query.body && !query.path.includes(':'))) {
    const answer = await http.api(person, 'GET', `${path}?q=kanarie`);
    if (answer.status === 200) await look(`${apiRoot}${path}?q`, answer);
  }
  if (person !== null) await personalFeed(person, look);
}

/** The calendar address that a person makes for their own program. */
async function personalFeed(
  person: Person,
  look: (where: string, answer: Answer) => Promise<void>,
): Promise<void> {
  const made = await c.try(person, 'make-calendar-address', { id: c.people[person] });
  if (made.kind !== 'done') return;
  asked.feeds += 1;
  const { pathname } = new URL(String(made.output['address']));
  await look('the personal calendar', await http.get(null, pathname));
}

/** Sends all that has been written to anybody, reminders and digests with it. */
async function mails(): Promise<void> {
  const app = { ...c.app, mailer: createMailer(postbox.url, 'test@test.example', null) };
  for (const [person, topic] of [
    ['member', 'daily'],
    ['former', 'weekly'],
  ] as const)
    await c.try(person, 'choose-letters', { id: c.people[person] }, { papers: topic, minutes: topic });
  for (let days = 0; days < 60; days += 1) {
    const now = c.app.clock().add({ hours: 24 * days });
    await runJobs(app, jobs, now);
    await sendLetters(app, now);
  }
  const { length } = await c.app.db.selectFrom('letters').select('id').where('status', '=', 'sent').execute();
  for (const mail of await postbox.received(length)) {
    asked.mails += 1;
    const to = mail.to?.text ?? '';
    const person = (Object.keys(c.people) as Person[]).find((each) =>
      new RegExp(`\\b${each}@`, 'i').test(to),
    );
    const parts = [
      mail.subject,
      mail.text,
      mail.html,
      JSON.stringify([...mail.headers]),
      ...mail.attachments.map(({ content }) => content.toString('utf8')),
    ];
    note(person ?? to, 'a mail', parts.join('\n'));
  }
}

describe('what the board has closed', () => {
  test('reaches nobody without the right: no page, search, feed, mail, PDF, operation, list, choice or journal', () => {
    const leaks = seen.filter(({ who }) => !insiders.includes(who as Person) && !board.includes(who));
    assert.deepEqual(
      [...new Set(leaks.map(({ who, where, word }) => `${who} reads ${word} at ${where}`))].slice(0, 60),
      [],
    );
  });

  test('is in no line of the server’s log', () => {
    assert.deepEqual(canariesIn(logged.join('\n')), []);
  });

  test('is read by those with the right, each word of it, or this would prove nothing', (t) => {
    t.diagnostic(JSON.stringify(asked));
    const missing = closed.words.filter((word) => !seen.some((each) => each.word === word));
    assert.deepEqual(missing, []);
    for (const person of insiders) {
      const own = new Set(seen.filter(({ who }) => who === person).map(({ word }) => word));
      assert.ok(own.size > closed.words.length / 2, `${person} reads only ${[...own].join()}`);
    }
    for (const kind of ['.pdf', '/api/v1/', '/journal', '/actions'])
      assert.ok(
        seen.some(({ where }) => where.includes(kind)),
        `a canary is somewhere in ${kind}`,
      );
    assert.ok(Object.values(asked).every((count) => count > 5));
  });
});

const board: readonly string[] = ['chair', 'board1', 'board2', 'board3', 'board4', 'manager'];
