import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import { testCommunity, type Person, type TestCommunity } from '../community.ts';
import { openSite, type OpenSite, type Window } from './browser.ts';

const question = 'Skal Cykelkort lukkes?';
const carried = `${question} Vedtaget: 5 for og 0 imod, og det krævede flere for end imod.`;
const others: readonly Person[] = ['board2', 'board3', 'board4'];

/** A community whose board is asked whether a product shall be closed. */
async function askedOfTheBoard(): Promise<TestCommunity> {
  const c = await testCommunity('2025');
  const { id, slug } = await c.act(
    'member',
    'register-idea',
    {},
    { name: 'Cykelkort', summary: 'Alle stier på ét kort', origin: 'community' },
  );
  await c.app.db
    .updateTable('initiatives')
    .set({ stage: 'product', level: 'N1' })
    .where('id', '=', String(id))
    .execute();
  await c.act(
    'manager',
    'open-case',
    {},
    { initiative: slug, kind: 'closing', question, statement: 'Ingen bruger det.', recommendation: 'Luk.' },
  );
  return c;
}

const stageOf = async (c: TestCommunity) =>
  (await c.app.db.selectFrom('initiatives').select('stage').executeTakeFirstOrThrow()).stage;

/** Presses a form's button and, where it first shows what will happen, confirms it. */
async function confirm(window: Window, name: string): Promise<void> {
  if ((await window.called('Vis virkningen').count()) > 0) {
    await window.press('Vis virkningen');
    await window.press('Bekræft');
  } else await window.press(name);
}

/** The secretary calls the meeting and sends its agenda. */
async function call(secretary: Window): Promise<void> {
  await secretary.go('/meetings');
  await secretary.press('Indkald til møde');
  await secretary.fillIn({
    Organ: 'Bestyrelsen',
    Slags: 'ordinært møde',
    Dag: '2026-11-24',
    'Fra kl.': '10:00',
    'Til kl.': '12:00',
    Sted: 'Rådhuset',
  });
  await secretary.press('Indkald til møde');
  await secretary.sees('Sag om lukning, der har ventet på Bestyrelsen siden 24. november 2026.');
  await secretary.press('Send dagsordenen');
  await confirm(secretary, 'Send dagsordenen');
  await secretary.sees('Dagsordenen er sendt.');
}

async function open(secretary: Window): Promise<void> {
  await secretary.press('Åbn mødet');
  await confirm(secretary, 'Åbn mødet');
  await secretary.sees('5 af 5 stemmer er til stede; det er nok til at beslutte.');
}

/** The secretary opens a vote by name on the item with the question. */
async function openVote(secretary: Window): Promise<void> {
  await secretary.press(/Skal Cykelkort lukkes/);
  await secretary.press('Åbn en afstemning');
  await secretary.fillIn({ Spørgsmål: question, 'med navn i Fælled': true, 'et forslag': true });
  await confirm(secretary, 'Åbn en afstemning');
}

/** Votes from where the meeting's page leads. */
async function vote(member: Window): Promise<void> {
  await member.press('Stem nu');
  await member.fillIn({ For: true });
  await confirm(member, 'Afgiv din stemme');
  await member.sees('Din stemme er modtaget');
}

/** The secretary closes the vote, records the decision that rests on it, and an action. */
async function decide(secretary: Window): Promise<void> {
  await secretary.press('Luk afstemningen');
  await confirm(secretary, 'Luk afstemningen');
  await secretary.sees('Vedtaget: 5 for og 0 imod, og det krævede flere for end imod.');
  await secretary.press('Punkt 3');
  await secretary.press('Registrér beslutningen');
  await secretary.fillIn({
    Godkendt: true,
    'Bygger på afstemningen': carried,
    Begrundelse: 'Ingen bruger det mere',
  });
  await secretary.press('Vis virkningen');
  await secretary.sees('Initiativet går fra produkt til afsluttet.');
  await secretary.press('Bekræft');
  await secretary.sees('Beslutningen er registreret.');
  await secretary.press('Notér en opgave');
  await secretary.fillIn({ Opgave: 'Sig det til brugerne', Ansvarlig: 'Bo Ét', Frist: '2026-12-24' });
  await confirm(secretary, 'Notér en opgave');
}

/** The secretary ends the meeting and sends the draft of its minutes. */
async function draft(secretary: Window): Promise<void> {
  await secretary.go('/meetings/1');
  await secretary.press('Luk mødet');
  await confirm(secretary, 'Luk mødet');
  await secretary.press('Læs referatet');
  await secretary.sees('Ikke sendt endnu: sådan ser referatet ud nu');
  await secretary.press('Send udkast til referat');
  await confirm(secretary, 'Send udkast til referat');
  await secretary.sees('0 af 5 har godkendt.');
}

async function approve(member: Window): Promise<void> {
  await member.go('/');
  await member.press('Læs og godkend');
  await member.press('Godkend referatet');
  await confirm(member, 'Godkend referatet');
  await member.sees('Du har godkendt referatet.');
}

async function publish(secretary: Window): Promise<void> {
  await secretary.go('/meetings/1/minutes');
  await secretary.press('Offentliggør referatet');
  await confirm(secretary, 'Offentliggør referatet');
  await secretary.sees('Referatet er offentliggjort.');
}

let browser: Browser;
before(async () => {
  browser = await launchChromium();
});
after(async () => browser.close());

describe('a board meeting with three people at once, from agenda to published minutes', () => {
  let c: TestCommunity;
  let site: OpenSite;
  let secretary: Window;
  let chair: Window;
  let member: Window;
  before(async () => {
    c = await askedOfTheBoard();
    site = await openSite(c, browser);
    secretary = await site.window('manager');
    chair = await site.window('chair');
    member = await site.window('board1');
  });
  after(async () => {
    await site.end();
    await c.end();
  });

  test('the secretary calls it: what waits for the board stands on the agenda with the reason', async () => {
    await call(secretary);
  });

  test('the chair reads the agenda from the front page and says what she thinks of the item', async () => {
    await chair.go('/');
    await chair.press('Læs dagsordenen');
    await chair.press('3. Skal Cykelkort lukkes?');
    await chair.press('kan godkende');
    await chair.sees('Frida Formand: kan godkende');
  });

  test('who is at the meeting’s page is told when it opens, and when there is a vote', async () => {
    await open(secretary);
    await member.go('/meetings/1');
    await chair.go('/meetings/1');
    await openVote(secretary);
    for (const window of [chair, member]) {
      await window.sees('Der er sket noget nyt på mødet.');
      await window.press('Vis det');
      await window.sees('Der stemmes nu');
    }
  });

  test('each votes, and the secretary’s page counts along without being loaded anew', async () => {
    await secretary.sees('5 kan stemme');
    await vote(chair);
    await secretary.sees('4 af 5 mangler');
    await vote(member);
    await secretary.sees('3 af 5 mangler');
    const { id } = await c.app.db.selectFrom('ballots').select('id').executeTakeFirstOrThrow();
    for (const person of others) await c.act(person, 'cast-vote', { id }, { choices: 'for' });
    await secretary.sees('alle 5 har stemt');
  });

  test('the decision shows its effect before it is confirmed, and takes effect at once', async () => {
    assert.equal(await stageOf(c), 'product');
    await decide(secretary);
    assert.equal(await stageOf(c), 'retired');
  });

  test('the minutes are there when the meeting ends; those who took part remark on them and approve them', async () => {
    await draft(secretary);
    await member.go('/meetings/1/minutes');
    await member.press('Skriv en bemærkning til referatet');
    await member.fillIn({ Bemærkning: 'Skriv også til Kolding.' });
    await confirm(member, 'Skriv en bemærkning til referatet');
    await secretary.go('/meetings/1/minutes');
    await secretary.press('Svar');
    await secretary.fillIn({ Svar: 'Det gør vi.' });
    await confirm(secretary, 'Svar på bemærkningen');
    await approve(chair);
    await approve(member);
    for (const person of others) await c.act(person, 'approve-minutes', { id: '1' });
  });

  test('everybody reads the published minutes, without names and remarks; the action waits at its owner', async () => {
    await publish(secretary);
    const visitor = await site.window(null);
    await visitor.go('/meetings/1/minutes');
    await visitor.sees('Begrundelse: Ingen bruger det mere');
    await visitor.sees('Sig det til brugerne');
    const text = await visitor.main().innerText();
    assert.doesNotMatch(text, /Frida|Bo Ét|Kolding/);
    await member.go('/');
    await member.sees('Du påtog dig det på møde nr. 1: Bestyrelsen.');
  });
});

for (const [title, options] of [
  ['without JavaScript', { javaScriptEnabled: false }],
  ['with the keyboard alone', { keyboard: true }],
  ['on a phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
] as const)
  describe(`a board meeting from agenda to published minutes ${title}`, () => {
    test('every step is there, and no page is wider than the screen', async (t) => {
      const c = await askedOfTheBoard();
      const site = await openSite(c, browser);
      t.after(async () => {
        await site.end();
        await c.end();
      });
      const secretary = await site.window('manager', options);
      const member = await site.window('board1', options);
      await call(secretary);
      await open(secretary);
      await openVote(secretary);
      await member.go('/meetings/1');
      await vote(member);
      const { id } = await c.app.db.selectFrom('ballots').select('id').executeTakeFirstOrThrow();
      for (const person of ['chair', ...others] as const)
        await c.act(person, 'cast-vote', { id }, { choices: 'for' });
      await secretary.go(await secretary.path());
      await decide(secretary);
      await draft(secretary);
      await approve(member);
      for (const person of ['chair', ...others] as const) await c.act(person, 'approve-minutes', { id: '1' });
      await publish(secretary);
      assert.deepEqual([...secretary.tooWide, ...member.tooWide], []);
    });
  });
