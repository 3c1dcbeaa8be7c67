import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localHref, splitLanguage } from './page.ts';

const rows: readonly [url: string, lang: 'da' | 'en', path: string][] = [
  ['/', 'da', '/'],
  ['/en', 'en', '/'],
  ['/en/', 'en', '/'],
  ['/en?q=x', 'en', '/?q=x'],
  ['/en/cases?page=2', 'en', '/cases?page=2'],
  ['/cases', 'da', '/cases'],
  ['/enhed', 'da', '/enhed'],
  ['/en-sag', 'da', '/en-sag'],
];

for (const [url, lang, path] of rows)
  test(`${url} is ${path} in ${lang === 'da' ? 'Danish' : 'English'}`, () =>
    assert.deepEqual(splitLanguage(url), { lang, path }));

for (const path of ['/', '/?q=x', '/cases', '/rulebook/2025#idea'])
  test(`an English link to ${path} leads back to ${path}`, () => {
    assert.deepEqual(splitLanguage(localHref('en', path)), { lang: 'en', path });
    assert.equal(localHref('da', path), path);
  });
