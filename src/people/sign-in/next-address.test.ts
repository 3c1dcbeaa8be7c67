import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextAddress } from './next-address.ts';

test('sign-in leads on to a page of this site and never anywhere else', () => {
  const table: [said: unknown, leads: string][] = [
    ['/cases/12?tab=votes#top', '/cases/12?tab=votes#top'],
    ['/en/cases', '/cases'],
    ['/', '/'],
    [undefined, '/'],
    [['/cases'], '/'],
    ['https://evil.example/', '/'],
    ['//evil.example/', '/'],
    ['/\\evil.example/', '/'],
    ['/en//evil.example', '/'],
    ['/cases\r\nSet-Cookie: a=b', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in', '/'],
    ['/sign-out', '/'],
    ['/x/..//evil.example', '/'],
    ['/' + 'a'.repeat(3_000), '/'],
  ];
  for (const [said, leads] of table) assert.equal(nextAddress(said), leads, JSON.stringify(said));
});
