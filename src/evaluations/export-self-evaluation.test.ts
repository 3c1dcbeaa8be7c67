import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Verdict } from '../../rulebook/vocabulary.ts';
import { verdicts } from '../../rulebook/vocabulary.ts';
import { formCatalogue as edition } from '../../test/evaluation-catalogue.ts';
import { os2File, selfEvaluations } from '../../test/evaluation-files.ts';
import { isStorable } from '../lib/storable-text.ts';
import { exportSelfEvaluation } from './export-self-evaluation.ts';
import type { ExportRow } from './export-self-evaluation.ts';
import { parseSelfEvaluationText } from './self-evaluation-file.ts';
import type { SelfEvaluation } from './self-evaluation-file.ts';

const textOf = (name: string): string => Buffer.from(os2File(name)).toString('utf8');
const read = (text: string): SelfEvaluation => parseSelfEvaluationText(text, edition) as SelfEvaluation;

/** What the community knows after taking a file over as proposed; of doubled rows, the first. */
function takenOver(file: SelfEvaluation): ExportRow[] {
  const rows = new Map<string, ExportRow>();
  for (const { requirement, proposed, asWritten, explanation } of file.rows)
    if (requirement !== null && !rows.has(requirement))
      rows.set(requirement, { requirement, verdict: proposed.verdict, asWritten, explanation });
  return [...rows.values()];
}

const change = (rows: readonly ExportRow[], id: string, to: Partial<ExportRow>): ExportRow[] =>
  rows.map((row) => (row.requirement === id ? { ...row, ...to } : row));

const changedLines = (before: string, after: string): [string, string][] => {
  const [a, b] = [before.split('\n'), after.split('\n')];
  assert.equal(a.length, b.length);
  return a.flatMap((line, i): [string, string][] =>
    line === b[i] ? [] : [[line.trim(), (b[i] as string).trim()]],
  );
};

describe('the real self-evaluations', () => {
  for (const name of selfEvaluations) {
    test(`${name} comes out byte for byte as it came in`, () => {
      const text = textOf(name);
      assert.equal(exportSelfEvaluation(text, takenOver(read(text)), edition), text);
    });
    test(`${name} with one answer changed differs on that line only`, () => {
      const text = textOf(name);
      const rows = change(takenOver(read(text)), 'R1', { verdict: 'unmet' });
      assert.deepEqual(changedLines(text, exportSelfEvaluation(text, rows, edition)), [
        ['"efterlevet": "Ja",', '"efterlevet": "Nej",'],
      ]);
    });
  }

  test('“Planlagt” stays while it is planned, and becomes “Ja” when it is met', () => {
    const text = textOf(selfEvaluations[0]);
    const rows = takenOver(read(text));
    const met = exportSelfEvaluation(text, change(rows, 'S4', { verdict: 'met' }), edition);
    assert.deepEqual(changedLines(text, met), [['"efterlevet": "Planlagt",', '"efterlevet": "Ja",']]);
  });

  test('blanks that a form trimmed away are no change', () => {
    const text = '{"krav":[{"id":"R1","efterlevet":"Ja","dokumentation":" a\\r\\nb "}]}';
    assert.equal(
      exportSelfEvaluation(
        text,
        [{ requirement: 'R1', verdict: 'met', asWritten: null, explanation: 'a\nb' }],
        edition,
      ),
      text,
    );
  });
});

const anyVerdict = fc.constantFrom(...(Object.keys(verdicts) as Verdict[]));
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constant('"\\\n'),
);
const anyRow = fc.record(
  {
    id: fc.constantFrom(...Object.keys(edition.requirements), 'F8', 'X1', ' r1 '),
    efterlevet: fc.oneof(
      fc.constantFrom('Ja', 'Nej', 'Ikke relevant', 'Ved ikke', 'Planlagt', '?', ''),
      anyText,
    ),
    dokumentation: anyText,
    kategori: fc.string(),
    extra: fc.jsonValue(),
  },
  { requiredKeys: ['id'] },
);
const anyFile = fc
  .tuple(
    fc.array(anyRow, { maxLength: 8 }),
    fc.record({ productName: fc.option(anyText), more: fc.jsonValue() }, { requiredKeys: [] }),
    fc.constantFrom('', 1, 2, '\t'),
    fc.constantFrom('', '\n', '\r\n'),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([krav, head, indent, end, bom, first]) => {
    const json = JSON.stringify(first ? { krav, ...head } : { ...head, krav }, null, indent);
    return `${bom ? '\ufeff' : ''}${end === '\r\n' ? json.replaceAll('\n', '\r\n') : json}${end}`;
  });

test('any file comes out byte for byte as it came in', () => {
  fc.assert(
    fc.property(anyFile, (text) => {
      assert.equal(exportSelfEvaluation(text, takenOver(read(text)), edition), text);
    }),
    { numRuns: 300 },
  );
});

test('whatever is changed in any file is what is read again, and all else is as before', () => {
  const said = fc.record({
    requirement: fc.constantFrom(...Object.keys(edition.requirements)),
    verdict: anyVerdict,
    asWritten: fc.constant(null),
    explanation: fc.string(),
  });
  fc.assert(
    fc.property(
      anyFile,
      fc.uniqueArray(said, { selector: (row) => row.requirement, maxLength: 6 }),
      (text, news) => {
        const before = read(text);
        const merged = new Map([...takenOver(before), ...news].map((row) => [row.requirement, row]));
        const after = read(exportSelfEvaluation(text, [...merged.values()], edition));
        for (const row of merged.values()) {
          const found = after.rows.find(
            (each) =>
              each.requirement === row.requirement &&
              each.proposed.verdict === row.verdict &&
              each.explanation === row.explanation.trim().normalize('NFC').replace(/\r\n?/g, '\n').trim(),
          );
          assert.ok(found || !isStorable(row.explanation), JSON.stringify(row));
        }
        const parsed = (from: SelfEvaluation): { krav: unknown[] } =>
          JSON.parse(from.source.replace(/^\ufeff/, ''));
        const [a, b] = [parsed(before), parsed(after)];
        assert.deepEqual({ ...b, krav: 0 }, { ...a, krav: 0 });
        const untouched = new Set(news.map((row) => row.requirement));
        before.rows.forEach((row, i) => {
          if (row.requirement === null || !untouched.has(row.requirement))
            assert.deepEqual(b.krav[i], a.krav[i]);
        });
      },
    ),
    { numRuns: 300 },
  );
});

test('without a file, every requirement is written and the unanswered are empty', () => {
  const text = exportSelfEvaluation(
    null,
    [{ requirement: 'F1', verdict: 'explained', asWritten: null, explanation: 'Fordi' }],
    edition,
    { productName: 'Prøve', filledDate: '2026-11-24' },
  );
  const file = read(text);
  assert.equal(file.rows.length, 43);
  assert.deepEqual(file.missing, []);
  assert.equal(file.head.productName, 'Prøve');
  assert.deepEqual(
    file.rows.filter((row) => row.asWritten !== '').map((row) => [row.id, row.asWritten, row.explanation]),
    [['F1', 'Forklaret', 'Fordi']],
  );
  assert.ok(file.rows.every((row) => row.problems.every(({ kind }) => kind === 'no-documentation')));
});

test('a requirement the file lacked is added below, laid out as the rows above', () => {
  const text = '{\n  "krav": [\n    {\n      "id": "R1",\n      "efterlevet": "Ja"\n    }\n  ]\n}\n';
  const [r1] = takenOver(read(text)) as [ExportRow];
  const after = exportSelfEvaluation(
    text,
    [r1, { requirement: 'R2', verdict: 'met', asWritten: null, explanation: 'ja' }],
    edition,
  );
  assert.ok(
    after.startsWith('{\n  "krav": [\n    {\n      "id": "R1",\n      "efterlevet": "Ja"\n    },\n    {\n'),
  );
  assert.ok(after.endsWith('      "dokumentation": "ja"\n    }\n  ]\n}\n'));
});

test('the head changes only where a new one is given', () => {
  const text = '{"productName": "A", "krav": []}';
  assert.equal(
    exportSelfEvaluation(text, [], edition, { productName: 'B', filledBy: 'C' }),
    '{"productName": "B", "krav": [], "filledBy": "C"}',
  );
});
