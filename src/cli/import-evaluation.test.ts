import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { faelled } from '../../test/command-line.ts';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { newId } from '../lib/id.ts';

const os2 = (name: string): string => fileURLToPath(new URL(`../../demo/data/os2/${name}`, import.meta.url));

describe('a self-evaluation is read in on the command line', () => {
  let database: TestDatabase;
  let environment: Record<string, string>;
  const folder = mkdtempSync(join(tmpdir(), 'faelled-import-'));
  const at = '2026-01-05T09:00:00Z';
  before(async () => {
    database = await freshDatabase();
    environment = { DATABASE_URL: database.url };
    await database.db
      .insertInto('community')
      .values({ name: 'Prøve', edition: '2025', created_at: at })
      .execute();
    const names = ['OS2borgerPC', 'OS2 AI Heat Control', 'Andet'];
    await database.db
      .insertInto('initiatives')
      .values(
        names.map((name) => ({
          id: newId(),
          slug: name.toLowerCase().replaceAll(' ', '-'),
          name,
          origin: 'community',
          stage: 'product',
          level: 'N1',
          edition: '2025',
          registered_at: at,
          stage_since: at,
          changed_at: at,
        })),
      )
      .execute();
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await database.drop();
  });
  const words = async () =>
    (await database.db.selectFrom('assessments').select('requirement').execute()).length;

  test('it finds its product by name, shows each row, and registers nothing by itself', async () => {
    const ran = await faelled(
      ['import-evaluation', os2('selvevaluering-2026-OS2borgerPC.json')],
      environment,
    );
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /^R1 +»Ja« → met \(new\)$/m);
    assert.match(ran.out, /\/initiatives\/os2borgerpc\/evaluation-imports\/[0-9a-f-]{36}\n$/);
    assert.match(ran.err, /Nothing is registered yet/);
    assert.equal(await words(), 0);
  });

  test('with --confirm it is registered, with rows in the journal that name the command line', async () => {
    const file = os2('selvevaluering-2026-OS2borgerPC.json');
    const ran = await faelled(['import-evaluation', file, '--confirm'], {
      ...environment,
      LANG: 'da_DK.UTF-8',
    });
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.err, /Registreret: 43 krav ændret/);
    assert.equal(await words(), 43);
    const journal = await database.db
      .selectFrom('journal')
      .select(['deed', 'ground'])
      .orderBy('seq')
      .execute();
    assert.deepEqual(
      journal.map(({ deed, ground }) => `${deed} ${ground}`),
      ['import-evaluation', 'import-evaluation', 'confirm-evaluation-import'].map(
        (deed) => `${deed} command-line`,
      ),
    );
  });

  test('while rows wait for a person, --confirm registers nothing and ends with 1', async () => {
    const before = await words();
    const file = os2('selvevaluering-2026-OS2aiheatcontrol.json');
    const ran = await faelled(['import-evaluation', file, '--confirm'], environment);
    assert.equal(ran.code, 1);
    assert.match(ran.out, /^F6 +»Afventer - men i planen« → planned \(new\) WAITS: /m);
    assert.match(ran.err, /10 rows wait for a person, so nothing is registered/);
    assert.equal(await words(), before);
    const kept = await database.db.selectFrom('evaluation_imports').select('status').execute();
    assert.equal(kept.filter(({ status }) => status === 'preview').length, 2);
  });

  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const wrong: readonly [string, () => readonly string[], number, RegExp][] = [
    ['no file named', () => [], 1, /Say which file/],
    ['a file that is not there', () => [join(folder, 'nix.json')], 1, /cannot be read \(ENOENT\)/],
    ['a file that is not JSON', () => [file('a.json', '{"krav":')], 1, /not valid JSON/],
    [
      'a product nobody knows',
      () => [file('b.json', '{"productName":"Ukendt","krav":[]}')],
      1,
      /about “Ukendt”.*--initiative/,
    ],
    [
      'an initiative that is not there',
      () => [file('c.json', '{"krav":[]}'), '--initiative', 'nix'],
      1,
      /no such initiative/i,
    ],
    ['an option that is not there', () => ['--nix'], 2, /Usage: faelled import-evaluation/],
  ];
  for (const [what, args, code, says] of wrong)
    test(`${what} is answered with a sentence`, async () => {
      const ran = await faelled(['import-evaluation', ...args()], environment);
      assert.equal(ran.code, code);
      assert.match(ran.err, says);
      assert.ok(!ran.err.includes('    at '), 'no stack');
    });

  test('any initiative can be named, and unknown, doubled and missing ids are listed', async () => {
    const odd = file(
      'd.json',
      '{"krav":[{"id":"R1","efterlevet":"Ja"},{"id":"R1","efterlevet":"Nej"},{"id":"X9","efterlevet":"Ja"}]}',
    );
    const ran = await faelled(['import-evaluation', odd, '--initiative', 'andet'], environment);
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /^Unknown ids: X9$/m);
    assert.match(ran.out, /^More than once: R1$/m);
    assert.match(ran.out, /^Missing in the file: R2, /m);
  });
});
