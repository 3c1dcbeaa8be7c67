import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page as Tab } from 'playwright-core';
import { languages } from '../../rulebook/vocabulary.ts';
import type { Language } from '../../rulebook/vocabulary.ts';
import { launchChromium } from '../../test/chromium.ts';
import { Gallery, galleryPage } from './gallery.tsx';
import { render } from './jsx/jsx-runtime.ts';
import { Layout } from './layout.tsx';

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'";
const types: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
};

let server: Server;
let browser: Browser;
let origin: string;

/** Serves the gallery as the real server would: own files only, strict policy. A POST answers with a success. */
before(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/assets/')) {
      const name = url.pathname.slice('/assets/'.length);
      response.setHeader('content-type', types[name.split('.').at(-1)!]!);
      return response.end(readFileSync(new URL(`../../public/${name}`, import.meta.url)));
    }
    const lang: Language = url.pathname.startsWith('/en') ? 'en' : 'da';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', policy);
    return response.end(render(<Gallery lang={lang} problems={!url.searchParams.has('fresh')} />));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
});

interface Visit {
  path?: string;
  width?: number;
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
  javaScript?: boolean;
}

/** Opens the gallery in a window of its own and hands over the tab and what the console complained about. */
async function visit(
  { path = '/', width = 1280, colorScheme = 'light', forcedColors = 'none', javaScript = true }: Visit,
  look: (tab: Tab, complaints: string[]) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    forcedColors,
    javaScriptEnabled: javaScript,
  });
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('console', (message) => complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(error.message));
  await tab.goto(origin + path);
  await look(tab, complaints);
  await context.close();
}

for (const lang of languages)
  for (const signedIn of [true, false])
    test(`every component is valid HTML (${lang}, ${signedIn ? 'signed in' : 'visitor'})`, async () => {
      const validator = new HtmlValidate({
        extends: ['html-validate:standard', 'html-validate:a11y'],
        rules: {
          'void-style': 'off',
          'no-trailing-whitespace': 'off',
          'long-title': 'off',
          'no-inline-style': 'error',
        },
      });
      const report = await validator.validateString(render(<Gallery lang={lang} signedIn={signedIn} />));
      const messages = report.results.flatMap((result) =>
        result.messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
      );
      assert.deepEqual(messages, []);
    });

const readers = [
  ['da', '/', 'light', 1280],
  ['da', '/', 'dark', 360],
  ['en', '/en', 'light', 360],
  ['en', '/en', 'dark', 1280],
] as const;

for (const [lang, path, colorScheme, width] of readers)
  test(`everyone can use every component (${lang}, ${colorScheme}, ${width} px)`, () =>
    visit({ path, colorScheme, width }, async (tab, complaints) => {
      await tab.evaluate('document.querySelectorAll("details").forEach((details) => details.open = true)');
      await tab.evaluate(axe.source);
      const violations = await tab.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          rules: { 'target-size': { enabled: true } },
        });
        return violations.flatMap((violation) =>
          violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary}`),
        );
      });
      assert.deepEqual(violations, []);
      assert.deepEqual(complaints, []);
    }));

for (const width of [320, 360, 600, 768, 1024, 1440, 1920])
  test(`the page never scrolls sideways (${width} px)`, () =>
    visit({ width }, async (tab) => {
      const inner = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(inner <= 0, `${inner} px too wide`);
    }));

test('nothing moves while the page loads', () =>
  visit({}, async (tab) => {
    const shift = await tab.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 300);
        }),
    );
    assert.equal(shift, 0);
  }));

test('a first page with all it loads is under 100 kB compressed', () => {
  const page = render(
    <Layout page={galleryPage('da', false)} title="Overblik">
      <h1>Overblik</h1>
    </Layout>,
  );
  const asset = (name: string) => readFileSync(new URL(`../../public/${name}`, import.meta.url));
  const bytes = [page, asset('faelled.css'), asset('faelled.js'), asset('faelled.svg')]
    .map((content) => gzipSync(content).length)
    .reduce((sum, size) => sum + size, asset('inter-latin.woff2').length);
  assert.ok(bytes < 80_000, `${bytes} bytes before the content of the page`);
  assert.ok(asset('faelled.js').length < 4_096);
});

test('the menus open without JavaScript', () =>
  visit({ width: 360, javaScript: false }, async (tab) => {
    assert.equal(await tab.getByRole('link', { name: 'Regelsæt', exact: true }).isVisible(), false);
    await tab.getByRole('button', { name: /^Menu/ }).click();
    assert.equal(await tab.getByRole('link', { name: 'Regelsæt', exact: true }).isVisible(), true);
    await tab.getByRole('button', { name: 'Luk' }).first().click();
    await tab.getByRole('button', { name: 'Frida Demosen' }).click();
    assert.equal(await tab.getByRole('button', { name: 'Log ud' }).isVisible(), true);
  }));

test('the first key leads past the menu to the content', () =>
  visit({ path: '/?fresh' }, async (tab) => {
    await tab.keyboard.press('Tab');
    assert.equal(await tab.evaluate(() => document.activeElement?.textContent?.trim()), 'Gå til indholdet');
    await tab.keyboard.press('Enter');
    assert.equal(await tab.evaluate(() => document.activeElement?.id), 'main');
  }));

test('what went wrong gets the focus, and its links lead to the fields', () =>
  visit({}, async (tab) => {
    assert.match(
      await tab.evaluate(() => document.activeElement?.textContent ?? ''),
      /Det tillader regelsættet ikke/,
    );
    await tab.getByRole('link', { name: 'Navnet er allerede i brug. Vælg et andet.' }).click();
    assert.equal(await tab.evaluate(() => document.activeElement?.id), 'idea-name');
    await tab.getByRole('link', { name: 'Vælg, hvor ideen kommer fra.' }).click();
    assert.equal(await tab.evaluate(() => (document.activeElement as HTMLInputElement).type), 'radio');
  }));

test('what was typed comes back in the same tab until it has been sent', () =>
  visit({ path: '/?fresh' }, async (tab, complaints) => {
    const text = tab.locator('#idea textarea');
    await text.fill('En lang tekst, der ikke må gå tabt');
    await tab.locator('#idea-roles-1').check();
    await tab.reload();
    assert.equal(await text.inputValue(), 'En lang tekst, der ikke må gå tabt');
    assert.equal(await tab.locator('#idea-roles-1').isChecked(), true);
    await tab.getByText('Vi har hentet det').waitFor();
    await tab.getByRole('button', { name: 'Kassér kladden' }).click();
    assert.equal(await text.inputValue(), 'Linje 1\nLinje 2');
    await tab.reload();
    assert.equal(await tab.locator('.draft-note').count(), 0);
    await text.fill('Sendt');
    await tab.getByRole('button', { name: 'Send ideen ind' }).click();
    await tab.waitForURL('**/initiatives');
    assert.equal(await tab.evaluate(() => sessionStorage.length), 0, 'a success ends the draft');
    assert.deepEqual(complaints, []);
  }));
