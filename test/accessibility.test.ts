import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page as Tab, Response } from 'playwright-core';
import type { Language } from '../rulebook/vocabulary.ts';
import { localHref } from '../src/web/page.ts';
import { launchChromium } from './chromium.ts';
import { crawl } from './crawl.ts';
import { demoSite, type DemoPerson, type DemoSite } from './demo-site.ts';

/** One example of every page, as somebody who sees it. */
interface Example {
  readonly route: string;
  readonly path: string;
  readonly person: DemoPerson;
}

/** Each page is looked at in every one of these: both languages, both colour schemes, narrow and wide. */
const looks = [
  { lang: 'da', scheme: 'light', width: 1280 },
  { lang: 'en', scheme: 'dark', width: 360 },
] as const;
type Look = (typeof looks)[number];

let site: DemoSite;
let browser: Browser;
let origin: string;
const examples: Example[] = [];
const contexts = new Map<string, Promise<BrowserContext>>();

before(
  async () => {
    site = await demoSite();
    origin = await site.listen();
    browser = await launchChromium();
    const found = new Set<string>();
    for (const person of ['forretningsleder', 'projektleder', null])
      await crawl(site, person, 'da', 1, async ({ route, path, status, headers }) => {
        const isPage = status === 200 && String(headers['content-type']).startsWith('text/html');
        if (route === null || !isPage || found.has(route)) return;
        found.add(route);
        examples.push({ route, path, person });
      });
  },
  { timeout: 120_000 },
);
after(async () => {
  await browser?.close();
  await site?.end();
});

/** A browser window of a person in one look; layout shifts are counted from the first moment. */
function windowOf(person: DemoPerson, look: Look): Promise<BrowserContext> {
  const key = `${person} ${look.lang}`;
  const made =
    contexts.get(key) ??
    (async () => {
      const context = await browser.newContext({
        viewport: { width: look.width, height: 900 },
        colorScheme: look.scheme,
      });
      if (person !== null) {
        const { name, value } = await site.cookieOf(person);
        await context.addCookies([{ name, value, url: origin }]);
      }
      await context.addInitScript(() => {
        const shifts = { sum: 0 };
        Object.assign(globalThis, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
            if (!entry.hadRecentInput) shifts.sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      return context;
    })();
  contexts.set(key, made);
  return made;
}

/** What is wrong with the page in a tab: axe's violations, layout shifts, requests elsewhere, complaints. */
async function wrongWith(tab: Tab): Promise<string[]> {
  await tab.evaluate(axe.source);
  const violations = await tab.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
    const { violations: found } = await run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
    return found.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`),
    );
  });
  const shift = await tab.evaluate(() => (globalThis as unknown as { shifts: { sum: number } }).shifts.sum);
  const wide = await tab.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...violations,
    ...(shift > 0 ? [`the layout shifts by ${shift}`] : []),
    ...(wide > 0 ? [`the page is ${wide} px wider than the window`] : []),
  ];
}

/** Opens an address in a look and tells what is wrong there. */
async function opened(
  person: DemoPerson,
  look: Look,
  path: string,
  then: (tab: Tab) => Promise<void> = async () => {},
): Promise<string[]> {
  const tab = await (await windowOf(person, look)).newPage();
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  tab.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      complaints.push(`a request to ${request.url()}`);
  });
  try {
    await tab.goto(origin + localHref(look.lang, path), { waitUntil: 'load' });
    await then(tab);
    return [...complaints, ...(await wrongWith(tab))].map(
      (what) => `${path} (${look.lang}, ${look.scheme}, ${look.width}): ${what}`,
    );
  } finally {
    await tab.close();
  }
}

/** Does some work with a few hands at a time. */
async function inTurn<T>(
  items: readonly T[],
  hands: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
    }),
  );
}

describe('every page can be used by everybody', () => {
  test('axe finds nothing, nothing shifts, nothing is wider than the window, nothing comes from elsewhere', async () => {
    assert.ok(examples.length > 30, `${examples.length} pages were found`);
    const wrong: string[] = [];
    const visits = examples.flatMap((example) => looks.map((look) => ({ example, look })));
    await inTurn(visits, 3, async ({ example, look }) => {
      wrong.push(...(await opened(example.person, look, example.path)));
    });
    assert.equal(wrong.length, 0, `${wrong.length} problems:\n${wrong.slice(0, 60).join('\n')}`);
  });

  test('nor on pages that say that something is wrong', async () => {
    const wrong: string[] = [];
    for (const look of looks) {
      const press = (tab: Tab) =>
        tab.locator('main form button[type=submit], main form button:not([type])').last().click();
      wrong.push(
        ...(await opened(null, look, '/findes-ikke')),
        ...(await opened('drift', look, '/members/new')),
        ...(await opened('kommune', look, '/initiatives/new', async (tab) => {
          await tab.evaluate(() =>
            document.querySelectorAll('[required]').forEach((e) => e.removeAttribute('required')),
          );
          await press(tab);
          await tab.locator('.error-summary').waitFor();
        })),
      );
    }
    assert.deepEqual(wrong, []);
  });
});

describe('the first page', () => {
  for (const lang of ['da', 'en'] as const satisfies readonly Language[])
    test(`loads in under 100 kB compressed with all it needs, from one place (${lang})`, async () => {
      const context = await browser.newContext();
      const tab = await context.newPage();
      const answers: Response[] = [];
      tab.on('response', (response) => void answers.push(response));
      await tab.goto(origin + localHref(lang, '/'), { waitUntil: 'networkidle' });
      const sizes = await Promise.all(
        answers.map(async (answer): Promise<[string, number]> => {
          const body = await answer.body();
          return [answer.url(), answer.url().endsWith('.woff2') ? body.length : gzipSync(body).length];
        }),
      );
      await context.close();
      assert.deepEqual(
        sizes.filter(([url]) => !url.startsWith(origin)),
        [],
      );
      const total = sizes.reduce((sum, [, size]) => sum + size, 0);
      assert.ok(sizes.length >= 3 && total < 100_000, `${total} bytes: ${JSON.stringify(sizes)}`);
    });
});
