import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildAssets, buildCss } from './build-css.ts';
import { buildIcons } from './build-icons.ts';

const checkedIn = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

test('the style sheet is the one its sources make (node scripts/build-css.ts)', () => {
  assert.equal(checkedIn('public/faelled.css'), buildCss());
});

test('the addresses of the static files carry the marks of their content (node scripts/build-css.ts)', () => {
  assert.equal(checkedIn('src/web/assets.ts'), buildAssets(buildCss()));
});

test('the icons are those of the set (node scripts/build-icons.ts)', async () => {
  assert.equal(checkedIn('src/web/components/icons.ts'), await buildIcons());
});
