import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Verdict } from '../../rulebook/vocabulary.ts';
import { formCatalogue as edition } from '../../test/evaluation-catalogue.ts';
import { bytesOf, os2File } from '../../test/evaluation-files.ts';
import { readEvaluationFile } from './evaluation-file.ts';
import { parseGovernanceReport } from './governance-report-file.ts';
import type { GovernanceReportFile } from './governance-report-file.ts';
import { isUnreadable } from '../files/text-file.ts';

const name = 'governancerapport-2021-OS2iot.md';

function read(bytes: Uint8Array): GovernanceReportFile {
  const report = parseGovernanceReport(bytes, edition);
  assert.ok(!isUnreadable(report), JSON.stringify(report));
  return report;
}

describe('the report of OS2iot from 2021, read by the edition of 2025', () => {
  const report = read(os2File(name));

  test('is recognised as of 2018, with a warning', () => {
    assert.deepEqual(
      [report.productName, report.generation, report.writtenFor],
      ['OS2iot', 'tick boxes', '2018'],
    );
    assert.equal(report.notes.length, 1);
  });

  test('no id that has changed its meaning counts before a person has looked', () => {
    const stopped = report.rows
      .filter(({ problems }) => problems.some(({ kind }) => kind === 'changed-meaning'))
      .map(({ id, proposed }) => [id, proposed.certain]);
    assert.deepEqual(
      stopped,
      ['R2', 'R3', 'R4', 'F7', 'F11', 'F13', 'F14', 'S4'].map((id) => [id, false]),
    );
  });

  test('links in the reference become evidence with their words', () => {
    assert.deepEqual(report.rows.find(({ id }) => id === 'R1')?.evidence, [
      { title: 'gevinstkort', url: 'https://os2.eu/produkt/os2iot' },
    ]);
  });
});

const table = (head: string, ...rows: readonly string[]): Uint8Array =>
  bytesOf([head, head.replace(/[^|]+/g, ' --- '), ...rows].join('\n'));

const forms: readonly [string, Uint8Array, readonly [Verdict, boolean][]][] = [
  [
    'tick boxes: a tick is met, an empty box waits unless something is written',
    table(
      '|  | # | Krav | Henvisning | Niveau |',
      '| <ul><li> [x] </li> | R1 | a | b | 0 |',
      '| <ul><li> [X] </li> | R2 | a | b | 0 |',
      '| <ul><li> [ ] </li> | R3 | a | Hvor? | 0 |',
      '| [] | R4 | a | Vi mangler det | 0 |',
    ),
    [
      ['met', true],
      ['met', false],
      ['unmet', false],
      ['unmet', false],
    ],
  ],
  [
    'signs',
    table(
      '| ✅ | # | Krav | Henvisning | Niveau | Retningslinjer |',
      '| ✅ | R1 | Løsningen skaber lokal værdi | b | sandkasse | c |',
      '| ❌ | F2 | Open Source licenskriterier overholdes | b | sandkasse | c |',
      '| ➖ | F5 | Løsningens formål og værdi er beskrevet | b | sandkasse | c |',
      '| ❓ | G6 | Der er nedsat en styregruppe | b | 2 | c |',
    ),
    [
      ['met', true],
      ['unmet', true],
      ['not-relevant', true],
      ['unknown', true],
    ],
  ],
  [
    'words of the form',
    table(
      '| # | Krav | Produktniveau | Retningslinjer | Efterlevet? | Dokumentation |',
      '| R1 | Løsningen skaber lokal værdi | sandkasse | c | Ja | [Ikke udfyldt] |',
      '| G6 | Der er nedsat en styregruppe | 2 | c | Planlagt | x |',
    ),
    [
      ['met', true],
      ['planned', false],
    ],
  ],
];
for (const [what, bytes, expected] of forms)
  test(`a report in ${what} is read`, () => {
    assert.deepEqual(
      read(bytes).rows.map(({ proposed }) => [proposed.verdict, proposed.certain]),
      expected,
    );
  });

test('a file is read by what it is, whatever its name', () => {
  const formats = [name, 'audit-2025-OS2-SkadesOekonomi.md', 'selvevaluering-2026-OS2borgerPC.json'].map(
    (each) => {
      const file = readEvaluationFile(os2File(each), edition);
      return isUnreadable(file) ? null : file.format;
    },
  );
  assert.deepEqual(formats, ['governance-report', 'audit', 'self-evaluation']);
  for (const text of ['Kære alle', '{', '# Titel\n\n| a |\n|---|\n| b |'])
    assert.ok(isUnreadable(readEvaluationFile(bytesOf(text), edition)));
  assert.ok(isUnreadable(readEvaluationFile(new Uint8Array(), edition)));
});

test('a report over 200 kB or of more than 500 rows is refused with the reason', () => {
  const row = '| R1 | Løsningen skaber lokal værdi | Ja | x |';
  const head = '| # | Krav | Efterlevet? | Dokumentation |';
  const says = (bytes: Uint8Array): string => {
    const read = readEvaluationFile(bytes, edition);
    assert.ok(isUnreadable(read));
    return read.faults[0]?.says.en ?? '';
  };
  assert.match(says(bytesOf(`# x\n${'y'.repeat(200 * 1024)}`)), /at most 200 kB/);
  assert.ok(
    isUnreadable(parseGovernanceReport(table(head, ...Array.from({ length: 501 }, () => row)), edition)),
  );
});
