import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { compileTsx } from './compile-tsx.ts';

let place: string;
let file: string;
let folder: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'faelled-tsx-'));
  file = join(place, 'hilsen.tsx');
  folder = join(place, 'kept');
  writeFileSync(file, 'export const hilsen: string = <p>Goddag</p>;');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const keptFile = (): string => {
  const names = readdirSync(folder);
  assert.equal(names.length, 1, 'one kept file for each source, and nothing half-written');
  return join(folder, names[0] as string);
};

describe('a compiled page', () => {
  test('is JavaScript that tells where it came from', () => {
    const code = compileTsx(file, folder);
    assert.match(code, /jsx\("p"/);
    assert.doesNotMatch(code, /: string/);
    assert.match(code, /sourceMappingURL=data:/);
  });

  test('is taken from what was kept the next time', () => {
    const first = compileTsx(file, folder);
    const before = readFileSync(keptFile(), 'utf8');
    assert.equal(compileTsx(file, folder), first);
    assert.equal(readFileSync(keptFile(), 'utf8'), before);
  });

  test('is compiled anew when its source has changed, and the old one goes', () => {
    compileTsx(file, folder);
    writeFileSync(file, 'export const hilsen: string = <p>Farvel</p>;');
    assert.match(compileTsx(file, folder), /Farvel/);
    assert.match(readFileSync(keptFile(), 'utf8'), /Farvel/);
  });

  for (const [what, damage] of [
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['edited by somebody', (text: string) => text.replace('Goddag', 'Godnat')],
    ['something else', () => '\0\0\0\n'],
  ] as const)
    test(`is compiled anew when the kept one is ${what}`, () => {
      const good = compileTsx(file, folder);
      const kept = readFileSync(keptFile(), 'utf8');
      writeFileSync(keptFile(), damage(kept));
      assert.equal(compileTsx(file, folder), good);
      assert.equal(readFileSync(keptFile(), 'utf8'), kept, 'and the good one is kept');
    });

  test('is compiled although nothing can be kept', () => {
    writeFileSync(folder, 'a file where the folder should be');
    assert.match(compileTsx(file, folder), /Goddag/);
  });

  test('with a mistake in it is refused by name', () => {
    writeFileSync(file, 'export const = <p>;');
    assert.throws(() => compileTsx(file, folder), { name: 'SyntaxError', message: /hilsen\.tsx/ });
  });
});
