import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { Browser, Page as Tab, Request, Response } from 'playwright-core';
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

/**
 * Each page is opened in both languages, one of them light and wide, the other dark and narrow; then the window takes
 * the other scheme and width, and what depends on them is looked at again.
 */
const light = { scheme: 'light', width: 1280 } as const;
const dark = { scheme: 'dark', width: 360 } as const;
const looks = [
  { lang: 'da', first: light, second: dark },
  { lang: 'en', first: dark, second: light },
] as const;
type Look = (typeof looks)[number];

/** Rules of axe that colours can break. */
const ofColours = ['color-contrast', 'link-in-text-block'];
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: DemoSite;
let browser: Browser;
let origin: string;
const examples: Example[] = [];
const tabs = new Map<string, Promise<Tab>>();

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

/** The tab of a person in one look; what goes wrong in it is gathered from the first moment. */
function tabOf(person: DemoPerson, look: Look): Promise<Tab> {
  const key = `${person} ${look.lang}`;
  const made = tabs.get(key) ?? openTab(person);
  tabs.set(key, made);
  return made;
}

async function openTab(person: DemoPerson): Promise<Tab> {
  const context = await browser.newContext();
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
  await context.addInitScript(axeScript);
  return context.newPage();
}

/** What axe finds by some of its rules, and whether the page is wider than its window. */
async function wrongWith(tab: Tab, runOnly: NonNullable<RunOptions['runOnly']>): Promise<string[]> {
  const violations = await tab.evaluate(async (only) => {
    const { axe: there } = globalThis as unknown as { axe: typeof axe };
    const { violations: found } = await there.run(document, { runOnly: only, resultTypes: ['violations'] });
    return found.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`),
    );
  }, runOnly);
  const wide = await tab.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [...violations, ...(wide > 0 ? [`the page is ${wide} px wider than the window`] : [])];
}

const shiftIn = (tab: Tab): Promise<number> =>
  tab.evaluate(() => (globalThis as unknown as { shifts: { sum: number } }).shifts.sum);

/** Opens an address in a look, in both its schemes and widths, and tells what is wrong there. */
async function opened(
  person: DemoPerson,
  look: Look,
  path: string,
  then: (tab: Tab) => Promise<void> = async () => {},
): Promise<string[]> {
  const tab = await tabOf(person, look);
  const wrong: string[] = [];
  const onError = (error: Error) => wrong.push(`script: ${error.message}`);
  const onRequest = (request: Request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      wrong.push(`a request to ${request.url()}`);
  };
  tab.on('pageerror', onError).on('request', onRequest);
  try {
    await wear(tab, look.first);
    await tab.goto(origin + localHref(look.lang, path), { waitUntil: 'load' });
    await then(tab);
    wrong.push(...(await wrongWith(tab, everyRule)).map(inScheme(look.first)));
    const shift = await shiftIn(tab);
    if (shift > 0) wrong.push(`the layout shifts by ${shift}`);
    await wear(tab, look.second);
    wrong.push(...(await wrongWith(tab, { type: 'rule', values: ofColours })).map(inScheme(look.second)));
    return wrong.map((what) => `${path} (${look.lang}): ${what}`);
  } finally {
    tab.off('pageerror', onError).off('request', onRequest);
  }
}

async function wear(tab: Tab, { scheme, width }: typeof light | typeof dark): Promise<void> {
  await tab.emulateMedia({ colorScheme: scheme });
  await tab.setViewportSize({ width, height: 900 });
}

const inScheme =
  ({ scheme, width }: typeof light | typeof dark) =>
  (what: string): string =>
    `${scheme}, ${width} px: ${what}`;

describe('every page can be used by everybody', () => {
  test('axe finds nothing, nothing shifts, nothing is wider than the window, nothing comes from elsewhere', async () => {
    assert.ok(examples.length > 30, `${examples.length} pages were found`);
    const wrong: string[] = [];
    await Promise.all(
      looks.map(async (look) => {
        for (const { person, path } of examples) wrong.push(...(await opened(person, look, path)));
      }),
    );
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
