import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formCatalogue as edition } from '../../test/evaluation-catalogue.ts';
import { bytesOf, os2File } from '../../test/evaluation-files.ts';
import { arithmeticDifferences, countAudit } from './audit-arithmetic.ts';
import { parseAudit } from './audit-file.ts';
import type { Audit } from './audit-file.ts';
import { isUnreadable } from '../files/text-file.ts';

const name = 'audit-2025-OS2-SkadesOekonomi.md';

function read(bytes: Uint8Array): Audit {
  const audit = parseAudit(bytes, edition);
  assert.ok(!isUnreadable(audit), JSON.stringify(audit));
  return audit;
}

describe('the real evaluation of OS2-SkadesØkonomi', () => {
  const audit = read(os2File(name));

  test('has a verdict on each of the 43 requirements, all of them certain', () => {
    assert.equal(audit.rows.length, 43);
    assert.deepEqual([audit.missing, audit.unknown, audit.doubled], [[], [], []]);
    assert.ok(audit.rows.every(({ proposed, problems }) => proposed.certain && problems.length === 0));
  });

  test('says what it is about, when, and what is recommended', () => {
    assert.equal(audit.productName, 'OS2-SkadesØkonomi');
    assert.equal(audit.evaluatedOn, '2025-09-05');
    assert.match(audit.summary, /^OS2-SkadesØkonomi har et godt fundament/);
    assert.match(audit.overall, /åben kildekode/);
    assert.match(audit.recommendation, /fastholdes på niveau 1, .*:\n\n- Konvertere flest mulige gule/);
  });

  test('its basis becomes the explanation', () => {
    const f4 = audit.rows.find(({ id }) => id === 'F4');
    assert.deepEqual(
      [f4?.proposed.verdict, f4?.explanation],
      ['unmet', 'Ingen SECURITY.md eller trusselsmodel.'],
    );
  });

  test('its published counts are reproduced from its verdicts', () => {
    const { byLevel, all } = countAudit(audit, edition);
    assert.deepEqual(
      ['sandbox', 'N1', 'N2', 'N3'].map((level) => Object.values(byLevel[level]!.counts)),
      [
        [2, 3, 1, 0],
        [5, 4, 1, 0],
        [8, 8, 3, 0],
        [2, 2, 4, 0],
      ],
    );
    assert.deepEqual([Object.values(all.counts), all.total], [[17, 17, 9, 0], 43]);
  });

  test('of its 84 numbers, only the 20 per cent of red in all is wrong: once in the table, once in the pie', () => {
    assert.equal(audit.stated.length, 84);
    assert.deepEqual(
      arithmeticDifferences(audit, edition).map(({ stated, says }) => [stated.source, says.en]),
      [
        ['theme table', '🔴 in all: it says 20%, but 9 of 43 is 21% (line 103).'],
        ['diagram', '🔴 in all: it says 20%, but 9 of 43 is 21% (line 159).'],
      ],
    );
  });
});

test('an evaluation whose numbers are another product’s is found out', () => {
  const text = Buffer.from(os2File(name)).toString('utf8');
  const changed = read(bytesOf(text.replace(/(\| G14 .*?)🟡/u, '$1🔴')));
  const says = arithmeticDifferences(changed, edition).map((each) => each.says.da);
  assert.ok(says.includes('🟡 N3: der står 2, men rækkerne giver 1 (linje 93).'), says.join('\n'));
  assert.ok(
    says.includes('🔴 Governance N3: der står 2, men rækkerne giver 3 (linje 102).'),
    says.join('\n'),
  );
});

test('a template not filled in proposes nothing for sure', () => {
  const [row] = read(
    bytesOf('| # | Vurdering | Vurderingsgrundlag |\n|---|---|---|\n| R1 | 🟢/🟡/🔴/⚪ | a \\| b<br>c |\n'),
  ).rows;
  assert.deepEqual([row?.proposed.certain, row?.explanation], [false, 'a | b\nc']);
});

test('a document without such a table is refused', () => {
  for (const text of ['# Referat', '| a | b |\n|---|---|\n| 1 | 2 |'])
    assert.ok(isUnreadable(parseAudit(bytesOf(text), edition)));
  assert.ok(isUnreadable(parseAudit(new Uint8Array([0xff]), edition)));
});
