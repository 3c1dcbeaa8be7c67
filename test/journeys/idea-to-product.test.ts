import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page as Tab } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import { demoSite, type DemoSite } from '../demo-site.ts';

let site: DemoSite;
let browser: Browser;
let origin: string;
before(
  async () => {
    site = await demoSite();
    origin = await site.listen();
    browser = await launchChromium();
  },
  { timeout: 120_000 },
);
after(async () => {
  await browser?.close();
  await site?.end();
});

interface Reader {
  readonly lang: 'da' | 'en';
  readonly javaScript: boolean;
}

/** One browser in which demo people sign in, one after the other, as they would share a machine. */
class Journey {
  readonly #reader: Reader;
  readonly tab: Tab;
  constructor(reader: Reader, tab: Tab) {
    this.#reader = reader;
    this.tab = tab;
  }

  at(path: string): string {
    return `${origin}${this.#reader.lang === 'da' ? '' : '/en'}${path}`;
  }

  /** Signs a demo person in with one click. */
  async as(person: string): Promise<void> {
    await this.tab.context().clearCookies();
    await this.tab.goto(this.at('/sign-in'));
    const form = this.tab.locator('form', {
      has: this.tab.locator(`input[name=email][value="${person}@demo.example"]`),
    });
    await form.getByRole('button').click();
    await this.tab.waitForURL((url) => !url.pathname.includes('/sign-in'));
  }

  /** Fills in the form at an address and sends it. */
  async send(path: string, values: Readonly<Record<string, string>>): Promise<void> {
    await this.tab.goto(this.at(path));
    const form = this.tab.locator('main form').first();
    for (const [name, value] of Object.entries(values)) {
      const field = form.locator(`[name="${name}"]`).first();
      const tag = await field.evaluate((element) => `${element.tagName} ${element.getAttribute('type')}`);
      if (tag.startsWith('SELECT')) await field.selectOption(value);
      else if (tag === 'INPUT radio') await form.locator(`[name="${name}"][value="${value}"]`).check();
      else await field.fill(value);
    }
    await form.locator('.form-actions button, button[type=submit]').last().click();
  }

  /** The same, and it must be done: the next page says so. */
  async done(path: string, values: Readonly<Record<string, string>>): Promise<void> {
    await this.send(path, values);
    assert.match(
      this.tab.url(),
      /[?&]done=/,
      `${path}: ${(await this.tab.locator('main').innerText()).slice(0, 600)}`,
    );
  }
}

const begin = async (reader: Reader): Promise<Journey> => {
  const context = await browser.newContext({ javaScriptEnabled: reader.javaScript });
  return new Journey(reader, await context.newPage());
};

/** What people would say about each requirement, one form after the other; said here through the API. */
async function answerRequirements(slug: string, stage: string): Promise<void> {
  const forecast = await site.send(
    'forretningsleder',
    'GET',
    `/api/v1/initiatives/${slug}/forecast?stage=${stage}`,
  );
  const { missing } = JSON.parse(forecast.text) as { missing: { requirement?: string | null }[] };
  for (const { requirement } of missing.filter((each) => each.requirement)) {
    for (const [person, voice] of [
      ['kommune', 'self'],
      ['projektleder', 'self'],
      ['sekretariat', 'community'],
    ] as const) {
      const answer = await site.send(
        person,
        'PUT',
        `/api/v1/initiatives/${slug}/assessments/${requirement}`,
        {
          body: {
            voice,
            verdict: 'met',
            explanation: 'Se linket.',
            evidence: [{ title: 'Prøve', url: 'https://example.org' }],
          },
        },
      );
      assert.ok(answer.status < 500, answer.text);
    }
  }
}

const personId = async (name: string) =>
  (
    await site.app.db
      .selectFrom('people')
      .select('id')
      .where('email', '=', `${name}@demo.example`)
      .executeTakeFirstOrThrow()
  ).id;

const reached = async (slug: string) => {
  const row = await site.app.db
    .selectFrom('initiatives')
    .select(['stage', 'level'])
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  return `${row.stage} ${row.level}`;
};

const readers: readonly (Reader & { readonly name: string; readonly slug: string })[] = [
  { lang: 'da', javaScript: false, name: 'Regnkortet', slug: 'regnkortet' },
  { lang: 'en', javaScript: true, name: 'Vindkortet', slug: 'vindkortet' },
];

describe('an idea becomes a product in the browser', () => {
  for (const reader of readers)
    test(
      reader.lang === 'da'
        ? 'in Danish and without JavaScript, at level 1'
        : 'in English and with JavaScript, at level 1',
      async () => {
        const { slug, name } = reader;
        const j = await begin(reader);
        await j.as('kommune');
        await j.done('/initiatives/new', { name, summary: 'Hvor falder regnen?', idea: 'Et kort over regn' });
        assert.equal(await reached(slug), 'idea null');

        await j.as('forretningsleder');
        await j.done(`/initiatives/${slug}/place`, { level: 'N1', reason: 'En lokal idé' });
        await answerRequirements(slug, 'concept');
        await j.done(`/initiatives/${slug}/move`, { to: 'concept', reason: 'Idéen er beskrevet' });
        assert.equal(await reached(slug), 'concept N1');

        await j.send(`/initiatives/${slug}/move`, { to: 'project', reason: 'Vi vil i gang' });
        assert.ok(await j.tab.locator('.refusal').isVisible(), 'the rulebook says what is missing');
        assert.equal(await j.tab.locator('main textarea').first().inputValue(), 'Vi vil i gang');
        assert.equal(await reached(slug), 'concept N1');

        await j.done(`/initiatives/${slug}/people/new`, {
          person: await personId('projektleder'),
          role: 'project-manager',
        });
        await j.done(`/initiatives/${slug}/inform-board`, { statement: 'Én kommune går i gang.' });
        await answerRequirements(slug, 'project');
        await j.done(`/initiatives/${slug}/move`, { to: 'project', reason: 'Nu er alt på plads' });
        assert.equal(await reached(slug), 'project N1');

        await answerRequirements(slug, 'product');
        for (const organisation of await twoOthers())
          for (const role of ['takes-part', 'uses'])
            await j.done(`/initiatives/${slug}/participants/new`, { organisation, role });
        await j.send(`/initiatives/${slug}/move`, { to: 'product', reason: 'Taget i brug' });
        assert.equal(await reached(slug), 'product N1', await j.tab.locator('main').innerText());

        await j.tab.goto(j.at(`/initiatives/${slug}/history`));
        const history = await j.tab.locator('main').innerText();
        assert.match(history, reader.lang === 'da' ? /Trin: projekt → produkt/ : /Stage: project → product/);
        await j.tab.context().close();
      },
    );

  test('a concept at level 2 goes before the board, which sends it back with points', async () => {
    const j = await begin({ lang: 'da', javaScript: false });
    await j.as('kommune');
    await j.done('/initiatives/new', {
      name: 'Stormkortet',
      summary: 'Hvor blæser det?',
      idea: 'Et kort over vind',
    });
    await j.as('forretningsleder');
    await j.done('/initiatives/stormkortet/place', { level: 'N2', reason: 'Værdi for mange' });
    await answerRequirements('stormkortet', 'concept');
    await j.done('/initiatives/stormkortet/move', { to: 'concept', reason: 'Idéen er beskrevet' });
    await j.done('/cases/new?initiative=stormkortet&kind=approval', {
      question: 'Skal Stormkortet godkendes?',
      recommendation: 'Det indstilles at godkende.',
    });
    const { number } = await site.app.db
      .selectFrom('cases as c')
      .innerJoin('initiatives as i', 'i.id', 'c.initiative_id')
      .select('c.number')
      .where('i.slug', '=', 'stormkortet')
      .where('c.kind', '=', 'approval')
      .executeTakeFirstOrThrow();
    await j.send(`/cases/${number}/decision`, {
      outcome: 'sent-back',
      reason: 'Forholdet til strategien mangler',
      'votes.for': '5',
      'votes.against': '0',
      'votes.abstaining': '0',
      points: 'Beskriv forholdet til strategien',
    });
    assert.match(
      await j.tab.locator('main').innerText(),
      /går tilbage med 1 punkt/,
      'the effect is seen first',
    );
    assert.equal(await reached('stormkortet'), 'concept N2');
    await j.tab.getByRole('button', { name: /^Bekræft/ }).click();
    assert.match(
      j.tab.url(),
      /[?&]done=decide-case/,
      (await j.tab.locator('main').innerText()).slice(0, 1500),
    );
    await j.tab.goto(j.at(`/cases/${number}`));
    assert.match(await j.tab.locator('main').innerText(), /Beskriv forholdet til strategien/);
    assert.equal(await reached('stormkortet'), 'idea N2');
    await j.tab.context().close();
  });
});

const twoOthers = async () =>
  (
    await site.app.db
      .selectFrom('organisations')
      .select('id')
      .where('kind', '=', 'municipality')
      .orderBy('name')
      .limit(2)
      .execute()
  ).map((row) => row.id);

describe('with the keyboard alone', () => {
  /** Presses Tab until something with a text has the focus. */
  async function tabTo(tab: Tab, text: RegExp): Promise<void> {
    for (let n = 0; n < 60; n += 1) {
      await tab.keyboard.press('Tab');
      const label = await tab.evaluate(() => {
        const { activeElement: element } = document;
        return `${element?.textContent ?? ''} ${(element as HTMLInputElement | null)?.labels?.[0]?.textContent ?? ''}`;
      });
      if (text.test(label)) return;
    }
    assert.fail(`no way to ${text} with Tab`);
  }

  test('one changes the language and signs in', async () => {
    const { tab } = await begin({ lang: 'da', javaScript: true });
    await tab.goto(`${origin}/members`);
    await tabTo(tab, /^\s*English/);
    await tab.keyboard.press('Enter');
    await tab.waitForURL(`${origin}/en/members`);
    assert.equal(await tab.locator('html').getAttribute('lang'), 'en');
    await tabTo(tab, /^\s*Sign in/);
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/en/sign-in*');
    const name = await tab
      .locator('form', { has: tab.locator('input[value="formand@demo.example"]') })
      .getByRole('button')
      .innerText();
    await tabTo(tab, new RegExp(name));
    await tab.keyboard.press('Enter');
    await tab.waitForURL((url) => !url.pathname.includes('sign-in'));
    assert.ok((await tab.locator('.person-button').innerText()).includes(name));
    await tab.context().close();
  });
});
