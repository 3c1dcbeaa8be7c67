import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { deeds } from '../../src/registry.ts';
import { cast, testCommunity, type Person, type TestCommunity } from '../community.ts';
import { serve, type Http } from '../http.ts';
import { makeFixture } from './fixture.ts';
import { samples } from './samples.ts';

/**
 * Who may do what, asked of the running server: every deed × every person, the visitor, the former member, another
 * group's chair and the operator among them. The table beside this file is what the community has agreed to; a change
 * in it is a change of rights and is read as one (write it anew with UPDATE_PERMISSIONS=1).
 */
const table = new URL('./permissions.md', import.meta.url);
const people: readonly (Person | null)[] = [null, ...(Object.keys(cast) as Person[])];
/** Several people of the board stand for one another. */
const shown = people.filter((person) => !['board2', 'board3', 'board4'].includes(person ?? ''));

let c: TestCommunity;
let http: Http;
before(async () => {
  c = await testCommunity('2016');
  http = await serve(c);
});
after(async () => {
  await http.end();
  await c.end();
});

const fill = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/:([a-zA-Z]+)/g, (_, name: string) => params[name] ?? 'x');

async function cell(name: string, person: Person | null): Promise<'yes' | ''> {
  const deed = deeds.find((each) => each.name === name);
  const sample = samples[name];
  assert.ok(deed && sample, `${name} has a sample in samples.ts`);
  const { params = {}, input = {} } = sample(await makeFixture(c), c);
  const answer = await http.api(person, deed.api.method, fill(deed.api.path, params), input);
  if (person === null && !deed.grounds.includes('anyone')) {
    assert.equal(answer.status, 401, `${name} by a visitor`);
    return '';
  }
  assert.ok(
    ![404, 422, 500].includes(answer.status),
    `${name} by ${person}: the sample must be right in itself: ${answer.status} ${answer.text.slice(0, 300)}`,
  );
  if (answer.status === 403) {
    assert.ok(answer.json<{ grounds: string[] }>().grounds.length > 0, 'the grounds asked for are named');
    return '';
  }
  return 'yes';
}

describe('who may do what', () => {
  const rows: string[] = [];
  for (const deed of deeds.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    test(`${deed.name} is open to those agreed on, and to nobody else`, async () => {
      const cells: string[] = [];
      for (const person of shown) cells.push((await cell(deed.name, person)) === 'yes' ? 'yes' : '–');
      const row = `| ${deed.name} | ${cells.join(' | ')} |`;
      rows.push(row);
      if (process.env['UPDATE_PERMISSIONS']) return;
      const agreed = readFileSync(table, 'utf8')
        .split('\n')
        .map((line) => line.replace(/ +/g, ' '))
        .find((line) => line.startsWith(`| ${deed.name} |`));
      assert.equal(row, agreed, `the rights of ${deed.name} differ from permissions.md`);
    });
  }
  after(() => {
    if (!process.env['UPDATE_PERMISSIONS']) return;
    const head = ['deed', ...shown.map((person) => person ?? 'visitor')];
    const text = `# Who may do what\n\nAsserted over HTTP, every cell, by \`permissions.test.ts\`.\n\n| ${head.join(' | ')} |\n|${head.map(() => ' --- ').join('|')}|\n${rows.join('\n')}\n`;
    writeFileSync(table, text);
  });
});
