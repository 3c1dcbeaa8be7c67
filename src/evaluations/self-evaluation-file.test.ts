import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Verdict } from '../../rulebook/vocabulary.ts';
import { formCatalogue as edition } from '../../test/evaluation-catalogue.ts';
import { bytesOf, os2File, selfEvaluations } from '../../test/evaluation-files.ts';
import type { ImportRow, RowProblemKind } from './import-rows.ts';
import { parseSelfEvaluation } from './self-evaluation-file.ts';
import type { SelfEvaluation } from './self-evaluation-file.ts';
import { isUnreadable } from '../files/text-file.ts';
import type { Unreadable } from '../files/text-file.ts';

function read(bytes: Uint8Array): SelfEvaluation {
  const file = parseSelfEvaluation(bytes, edition);
  assert.ok(!isUnreadable(file), JSON.stringify(file));
  return file;
}

function refused(bytes: Uint8Array): Unreadable['faults'] {
  const file = parseSelfEvaluation(bytes, edition);
  assert.ok(isUnreadable(file));
  for (const { says } of file.faults) assert.ok(says.da && says.en && says.da !== says.en);
  return file.faults;
}

const row = (
  id: string,
  efterlevet = 'Ja',
  dokumentation = 'se https://os2.eu',
  more: object = {},
): object => ({
  id,
  efterlevet,
  dokumentation,
  ...more,
});
const file = (rows: readonly object[], more: object = {}): Uint8Array =>
  bytesOf(JSON.stringify({ productName: 'Prøve', ...more, krav: rows }));
const first = (bytes: Uint8Array): ImportRow => read(bytes).rows[0] as ImportRow;
const kinds = (each: ImportRow): RowProblemKind[] => each.problems.map(({ kind }) => kind);

describe('the real self-evaluations', () => {
  for (const name of selfEvaluations)
    test(`${name} answers all 43 requirements, none unknown and none twice`, () => {
      const { rows, missing, unknown, doubled } = read(os2File(name));
      assert.deepEqual([rows.length, missing, unknown, doubled], [43, [], [], []]);
    });

  const waiting: readonly [string, Readonly<Record<string, [string, Verdict]>>][] = [
    ['selvevaluering-2026-OS2borgerPC.json', {}],
    ['selvevaluering-2026-OS2fleetoptimiser.json', {}],
    [
      'selvevaluering-2026-OS2-SkadesOekonomi.json',
      { F7: ['Planlagt', 'planned'], F11: ['Planlagt', 'planned'], S4: ['Planlagt', 'planned'] },
    ],
    [
      'selvevaluering-2026-OS2aiheatcontrol.json',
      {
        R2: ['?', 'unknown'],
        F2: ['Delvist', 'partly'],
        F3: ['I gang / afventer', 'planned'],
        F4: ['Afventer', 'planned'],
        F6: ['Afventer - men i planen', 'planned'],
        G4: ['?', 'unknown'],
        G5: ['?', 'unknown'],
        G11: ['?', 'unknown'],
        G12: ['?', 'unknown'],
        G13: ['?', 'unknown'],
      },
    ],
  ];
  for (const [name, expected] of waiting)
    test(`in ${name} exactly the words outside the form wait for a person`, () => {
      const open = read(os2File(name)).rows.filter(({ proposed }) => !proposed.certain);
      assert.deepEqual(
        Object.fromEntries(open.map((each) => [each.id, [each.asWritten, each.proposed.verdict]])),
        expected,
      );
    });

  test('a plan for the third quarter is proposed for its last day', () => {
    const s4 = read(os2File(selfEvaluations[0])).rows.find(({ id }) => id === 'S4');
    assert.deepEqual(s4?.plannedFor, { date: '2026-09-30', asWritten: '3. kvartal 2026' });
  });

  test('links in the documentation become evidence', () => {
    const f11 = read(os2File(selfEvaluations[0])).rows.find(({ id }) => id === 'F11');
    assert.deepEqual(f11?.evidence, [
      { title: 'github.com/Skadesokonomi/Udvikling', url: 'https://github.com/Skadesokonomi/Udvikling' },
    ]);
  });

  test('“Ja” without documentation is pointed out, and still counts', () => {
    const bare = read(os2File('selvevaluering-2026-OS2borgerPC.json')).rows.filter((each) =>
      kinds(each).includes('no-documentation'),
    );
    assert.deepEqual(
      bare.map(({ id }) => id),
      ['F12', 'G1', 'G2', 'G4', 'G5', 'G6', 'G7', 'G10', 'G11', 'G12'],
    );
    assert.ok(bare.every(({ proposed }) => proposed.certain));
  });

  test('the dates of the file are kept as written', () => {
    const { head, filledOn } = read(os2File('selvevaluering-2026-OS2borgerPC.json'));
    assert.deepEqual(head, {
      productName: 'OS2BorgerPC',
      filledBy: 'styregruppe',
      filledDate: '2026-06-24',
      generatedAt: '2026-08-06T11:45:39.340Z',
    });
    assert.equal(filledOn, '2026-06-24');
  });
});

describe('words', () => {
  const words: readonly [string, Verdict, boolean][] = [
    ['Ja', 'met', true],
    ['Nej', 'unmet', true],
    ['Ikke relevant', 'not-relevant', true],
    ['Ved ikke', 'unknown', true],
    [' ja ', 'met', true],
    ['', 'unknown', false],
    ['?', 'unknown', false],
    ['Planlagt', 'planned', false],
    ['Delvist', 'partly', false],
    ['Ja, delvist', 'partly', false],
    ['Ja, men kun i test', 'met', false],
    ['Nej, ikke endnu', 'unmet', false],
    ['Forklaret', 'explained', false],
    ['✅', 'met', true],
    ['🟢 Ja', 'met', true],
    ['🔴 Ved ikke', 'unknown', false],
    ['🟢/🟡/🔴', 'unknown', false],
    ['constructor', 'unknown', false],
    ['blå', 'unknown', false],
  ];
  for (const [word, verdict, certain] of words)
    test(`“${word}” is taken for ${verdict}${certain ? '' : ' and waits for a person'}`, () => {
      const { proposed, asWritten } = first(file([row('R1', word)]));
      assert.deepEqual([proposed.verdict, proposed.certain, asWritten], [verdict, certain, word]);
    });

  test('a verdict the edition does not know gives way to one it does', () => {
    const old = { ...edition, verdicts: ['met', 'unmet', 'not-relevant', 'unknown'] as const };
    const parsed = parseSelfEvaluation(file([row('R1', 'Delvist')]), old) as SelfEvaluation;
    assert.deepEqual(parsed.rows[0]?.proposed.verdict, 'unmet');
    assert.equal(parsed.rows[0]?.proposed.certain, false);
  });
});

describe('odd rows', () => {
  test('missing, unknown and doubled ids are reported and no row is invented', () => {
    const { rows, missing, unknown, doubled } = read(
      file([row('R1'), row('F8'), row('R1', 'Nej'), row('__proto__'), row('R2'), row('R2')]),
    );
    assert.equal(rows.length, 6);
    assert.equal(missing.length, 41);
    assert.deepEqual(unknown, ['F8', '__proto__']);
    assert.deepEqual(doubled, ['R1', 'R2']);
    assert.deepEqual(
      rows.map(({ requirement, proposed }) => [requirement, proposed.certain]),
      [
        ['R1', false],
        [null, false],
        ['R1', false],
        [null, false],
        ['R2', true],
        ['R2', true],
      ],
    );
  });

  const odd: readonly [string, object, RowProblemKind, boolean][] = [
    ['another theme', row('R1', 'Ja', 'x', { kategori: 'formkrav' }), 'other-theme', true],
    ['another level', row('R1', 'Ja', 'x', { produktniveau: '1' }), 'other-level', true],
    ['a label of its own', row('R1', 'Ja', 'x', { krav: 'Noget helt andet' }), 'other-label', true],
    [
      'the label of another requirement',
      row('R2', 'Ja', 'x', { krav: 'Løsningen skaber lokal værdi' }),
      'changed-meaning',
      false,
    ],
    ['the template’s own text', row('R1', 'Nej', 'Hvordan?'), 'placeholder', true],
    ['control characters', row('R1', 'Nej', 'a\u0000b\ud800'), 'unstorable', true],
    ['a text without end', row('R1', 'Nej', 'x'.repeat(20_001)), 'too-long', false],
  ];
  for (const [what, each, kind, certain] of odd)
    test(`${what} is pointed out`, () => {
      const parsed = first(file([each]));
      assert.ok(kinds(parsed).includes(kind), kinds(parsed).join());
      assert.equal(parsed.proposed.certain, certain);
    });

  test('what cannot be stored is left out of the explanation', () => {
    assert.equal(first(file([row('R1', 'Ja', ' a\u0000b\r\nc ')])).explanation, 'ab\nc');
  });

  test('keys in another order, extra keys, a number as level and an id in lower case are read', () => {
    const text =
      '\ufeff{"extra":[1],"krav":[{"dokumentation":"d","produktniveau":2,"x":{},"efterlevet":"Nej","id":"r2"}]}';
    const parsed = first(bytesOf(text));
    assert.deepEqual([parsed.requirement, parsed.proposed.verdict, kinds(parsed)], ['R2', 'unmet', []]);
  });
});

describe('files that cannot be read', () => {
  const broken: readonly [string, Uint8Array, RegExp, string | null][] = [
    ['an empty file', new Uint8Array(), /tom/, null],
    ['a file over 5 MB', new Uint8Array(5 * 1024 * 1024 + 1), /5 MB/, null],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]), /UTF-16/, null],
    ['Latin-1', Buffer.from('{\n"productName": "SkadesØkonomi"}', 'latin1'), /UTF-8/, 'linje 2'],
    ['half a file', bytesOf('{"krav": [\n{"id": "R1"'), /JSON/, 'linje 2, tegn 12'],
    ['a comma too many', bytesOf('{"krav": [],}'), /JSON/, 'linje 1, tegn 13'],
    ['plain text', bytesOf('Kære sekretariat'), /JSON/, 'linje 1'],
    ['a list', bytesOf('[]'), /selvevaluering/, null],
    ['JSON of something else', bytesOf('{"krav": {}}'), /liste/, 'krav'],
    ['a row that is text', bytesOf('{"krav": ["R1"]}'), /objekt/, 'krav[0]'],
    ['a row without id', bytesOf('{"krav": [{"efterlevet":"Ja"}]}'), /id/, 'krav[0].id'],
    [
      'an answer that is a number',
      bytesOf('{"krav": [{"id":"R1","efterlevet":1}]}'),
      /tekst/,
      'krav[0].efterlevet',
    ],
    ['a name that is a list', bytesOf('{"productName":[],"krav":[]}'), /tekst/, 'productName'],
    ['too many rows', file(Array.from({ length: 501 }, () => row('R1'))), /højst 500/, 'krav'],
  ];
  for (const [what, bytes, says, place] of broken)
    test(`${what} is refused with a sentence and the place`, () => {
      const [found] = refused(bytes);
      assert.match(found?.says.da ?? '', says);
      if (place === null) assert.equal(found?.place, null);
      else assert.ok(found?.place?.da.startsWith(place), `at ${found?.place?.da}`);
    });

  test('every wrong field is named, not only the first', () => {
    assert.equal(refused(bytesOf('{"krav": [{"id":1},{"id":"R1","dokumentation":2}, 3]}')).length, 3);
  });
});
