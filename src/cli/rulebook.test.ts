import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { edition2016 } from '../../rulebook/2016/index.ts';
import { edition2025 } from '../../rulebook/2025/index.ts';
import { toJson } from '../../rulebook/json.ts';
import { toMarkdown } from '../../rulebook/markdown.ts';
import { statutes2026 } from '../../rulebook/statutes/2026.ts';
import { statutesToMarkdown } from '../../rulebook/statutes/markdown.ts';
import { faelled } from '../../test/command-line.ts';

describe('the rulebook on the command line, without a database', () => {
  let folder: string;
  const file = (name: string, text: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'faelled-rulebook-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  test('an edition comes out as JSON, passes its checks, and is used like a shipped one', async () => {
    const written = await faelled(['rulebook', '2025', '--json']);
    assert.deepEqual([written.code, written.out], [0, toJson(edition2025)]);
    const path = file('2025.json', written.out);
    const checked = await faelled(['check', path]);
    assert.deepEqual([checked.code, checked.out], [0, '']);
    assert.match(checked.err, /Edition 2025 may be used: no defects/);
    const compared = await faelled(['diff', '2025', path]);
    assert.equal(compared.code, 0);
    assert.match(compared.out, /Nothing changed/);
  });

  test('each defect is told with its place, what is wrong and what to do, and the exit code is 1', async () => {
    const { licence, ...others } = edition2016.requirements;
    const spoilt = { ...edition2016, requirements: others, inForceUntil: '2016-02-30' };
    assert.ok(licence);
    const path = file('spoilt.json', toJson(spoilt));
    const checked = await faelled(['check', path], { LANG: 'da_DK.UTF-8' });
    assert.equal(checked.code, 1);
    assert.match(
      checked.out,
      /- requirement\.licence: .*licence, som ikke findes\. Nævn en regel, der findes\./,
    );
    assert.match(checked.out, /- 2016: 2016-02-30 findes ikke i kalenderen\. Ret datoen\./);
    const used = await faelled(['rulebook', path]);
    assert.equal(used.code, 1);
    assert.match(used.err, /may not be used: \d defects.*faelled check/);
    assert.equal(used.out, '');
  });

  test('the statutes come out as they were in force on a date, to be read or as JSON, and pass their checks', async () => {
    const read = await faelled(['statutes', '2026-05-01', '--lang', 'da']);
    assert.deepEqual([read.code, read.out], [0, statutesToMarkdown(statutes2026, 'da')]);
    const now = await faelled(['statutes', '--json']);
    assert.equal(now.code, 0);
    const written = await faelled(['statutes', '2026-05-01', '--json']);
    assert.deepEqual([written.code, written.out], [0, toJson(statutes2026)]);
    const checked = await faelled(['check', file('statutes.json', written.out)]);
    assert.deepEqual([checked.code, checked.out], [0, '']);
    const spoilt = file('spoilt-statutes.json', toJson({ ...statutes2026, inForceFrom: '2026-02-30' }));
    const refused = await faelled(['check', spoilt]);
    assert.equal(refused.code, 1);
    assert.match(refused.out, /2026-02-30 .*\[Dates exist and are in order\]/);
    const before = await faelled(['statutes', '1999-01-01']);
    assert.equal(before.code, 1);
    assert.match(before.err, /No statutes are known/);
    assert.equal((await faelled(['statutes', 'i dag'])).code, 1);
  });

  test('a misfit is told with its place in the file', async () => {
    const path = file('misfit.json', toJson(edition2016).replace('"weight": "must"', '"weight": "shall"'));
    const checked = await faelled(['check', path]);
    assert.equal(checked.code, 1);
    assert.match(checked.out, /^- idea: \/requirements\/idea\/weight: Must be one of: must, should/m);
    assert.match(checked.err, /1 defect\./);
  });

  const uncheckable: readonly [string, () => readonly string[], RegExp][] = [
    ['no file', () => [], /Say which file/],
    ['a file that is not there', () => [join(folder, 'none.json')], /cannot be read/],
    ['a folder', () => [folder], /cannot be read/],
    ['a picture', () => [file('x.json', Buffer.from([0xff, 0xd8, 0xff, 0xe0]))], /no UTF-8 text/],
  ];
  for (const [what, args, says] of uncheckable)
    test(`with ${what} there is nothing to check, and the exit code is 2`, async () => {
      const checked = await faelled(['check', ...args()]);
      assert.equal(checked.code, 2);
      assert.match(checked.err, says);
      assert.ok(!checked.err.includes('    at '), 'no stack');
    });

  test('an edition is read in the language asked for, the terminal’s when none is', async () => {
    const [danish, english] = await Promise.all([
      faelled(['rulebook', '2016', '--md', '--lang', 'da']),
      faelled(['rulebook', '2016']),
    ]);
    assert.equal(danish.out, toMarkdown(edition2016, 'da'));
    assert.equal(english.out, toMarkdown(edition2016, 'en'));
  });

  test('two editions are compared in words', async () => {
    const compared = await faelled(['diff', '2018', '2025', '--lang', 'da']);
    assert.equal(compared.code, 0);
    assert.match(compared.out, /Bestyrelsen er med/);
  });

  const wrong: readonly [string, readonly string[], RegExp][] = [
    ['an edition that is not there', ['rulebook', '1999'], /The editions are: 2016, 2018, 2025/],
    ['no edition', ['rulebook'], /Say which edition/],
    ['two ways of writing at once', ['rulebook', '2016', '--md', '--json'], /Choose --md or --json/],
    ['a language nobody speaks here', ['rulebook', '2016', '--lang', 'tlh'], /no language tlh/],
    ['one edition to compare', ['diff', '2016'], /Name two editions/],
  ];
  for (const [what, args, says] of wrong)
    test(`${what} is answered with a sentence`, async () => {
      const ran = await faelled(args);
      assert.equal(ran.code, 1);
      assert.match(ran.err, says);
      assert.equal(ran.out, '');
    });
});
