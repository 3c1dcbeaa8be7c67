import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Verdict } from '../../rulebook/vocabulary.ts';
import { formCatalogue as edition } from '../../test/evaluation-catalogue.ts';
import { bytesOf, os2File } from '../../test/evaluation-files.ts';
import { render } from '../web/jsx/jsx-runtime.ts';
import { arithmeticDifferences } from './audit-arithmetic.ts';
import { parseAudit } from './audit-file.ts';
import type { Audit } from './audit-file.ts';
import { buildEvaluationReport, evaluationReportMarkdown } from './evaluation-report.ts';
import { parseGovernanceReport } from './governance-report-file.ts';
import type { GovernanceReportFile } from './governance-report-file.ts';
import { buildGovernanceReport, governanceReportMarkdown } from './governance-report.ts';
import type { ImportRow } from './import-rows.ts';
import { registeredFrom } from './report.ts';
import type { ReportInput, ReportSaid } from './report.ts';
import { parseSelfEvaluation } from './self-evaluation-file.ts';
import type { SelfEvaluation } from './self-evaluation-file.ts';
import { ReportView, reportTitle } from './views/report.tsx';

const said = (verdict: Verdict, explanation: string, more: Partial<ReportSaid> = {}): ReportSaid => ({
  verdict,
  asWritten: null,
  explanation,
  plannedFor: null,
  validUntil: null,
  checkedOn: null,
  checkedBy: null,
  reviewedOn: null,
  reviewedBy: null,
  evidence: [],
  ...more,
});

const base: ReportInput = {
  initiative: {
    name: 'Prøve',
    summary: 'Et værktøj.',
    stage: 'product',
    level: 'N1',
    address: 'https://example.org/proeve',
    facts: [{ label: { da: 'Licens', en: 'Licence' }, value: 'MPL-2.0' }],
    links: [{ title: 'Kode', url: 'https://example.org/kode' }],
  },
  edition,
  on: '2026-11-24',
  said: {},
  registered: {},
  questions: {},
};

const self = parseSelfEvaluation(
  os2File('selvevaluering-2026-OS2-SkadesOekonomi.json'),
  edition,
) as SelfEvaluation;
const audit = parseAudit(os2File('audit-2025-OS2-SkadesOekonomi.md'), edition) as Audit;
const saidBy = (row: ImportRow): ReportSaid =>
  said(row.proposed.verdict, row.explanation, { asWritten: row.asWritten, evidence: row.evidence });
const real: ReportInput = {
  ...base,
  initiative: { ...base.initiative, name: 'OS2-SkadesØkonomi' },
  said: Object.fromEntries(
    self.rows.map((row) => [
      row.requirement as string,
      {
        self: saidBy(row),
        community: saidBy(audit.rows.find(({ id }) => id === row.id) as ImportRow),
      },
    ]),
  ),
};

const essence = (rows: readonly ImportRow[]): unknown[] =>
  rows.map((row) => [
    row.id,
    row.proposed.verdict,
    row.asWritten,
    row.explanation
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    row.evidence.map(({ url }) => url),
  ]);

describe('the real evaluation of OS2-SkadesØkonomi', () => {
  const governance = buildGovernanceReport(real);
  const evaluation = buildEvaluationReport(real, audit);

  test('as a governance report can be read in again with every answer, text and link', () => {
    const again = parseGovernanceReport(
      bytesOf(governanceReportMarkdown(governance, 'da')),
      edition,
    ) as GovernanceReportFile;
    assert.equal(again.productName, 'OS2-SkadesØkonomi');
    assert.deepEqual(essence(again.rows), essence(self.rows));
    assert.deepEqual(
      again.rows.flatMap(({ problems }) => problems.filter(({ stops }) => stops)),
      [],
    );
  });

  test('as an evaluation report can be read in again with every light and ground', () => {
    const again = parseAudit(bytesOf(evaluationReportMarkdown(evaluation, 'da')), edition) as Audit;
    assert.deepEqual([again.productName, again.evaluatedOn], ['OS2-SkadesØkonomi', '2026-11-24']);
    assert.deepEqual(essence(again.rows), essence(audit.rows));
    assert.deepEqual([again.summary, again.overall], [audit.summary, audit.overall]);
    assert.deepEqual(arithmeticDifferences(again, edition), []);
  });

  test('counts what its author counted, and per cents that add up', () => {
    const { all } = evaluation.lightCounts;
    assert.deepEqual(all.counts, { green: 17, yellow: 17, red: 9, grey: 0, unassessed: 0 });
    assert.match(
      evaluationReportMarkdown(evaluation, 'da'),
      /\| \*\*I alt\*\* \| 17 \(40 %\) \| 17 \(39 %\) \| 9 \(21 %\) \| 0 \(0 %\) \| 43 \|/,
    );
  });

  test('shows the 26 requirements on which the product and the secretariat differ', () => {
    assert.equal(evaluation.differences.length, 26);
    assert.match(
      evaluationReportMarkdown(evaluation, 'da'),
      /## Hvor selvevalueringen og fællesskabet er uenige/,
    );
  });

  test('is complete in both languages and both formats', () => {
    for (const lang of ['da', 'en'] as const)
      for (const report of [governance, evaluation]) {
        const html = render(<ReportView report={report} lang={lang} />);
        const markdown =
          report === governance
            ? governanceReportMarkdown(report, lang)
            : evaluationReportMarkdown(report, lang);
        for (const { id } of self.rows) {
          assert.ok(html.includes(`id="krav-${id}"`));
          assert.ok(markdown.includes(`| ${id} |`));
        }
        assert.ok(reportTitle({ report, lang }).includes('OS2-SkadesØkonomi'));
        assert.doesNotMatch(html + markdown, /undefined|\[object/);
      }
  });
});

describe('what stands beside the answers', () => {
  const input: ReportInput = {
    ...base,
    said: {
      G6: { self: said('met', 'Ja, siden 2024') },
      F4: { self: said('met', 'Se SECURITY.md', { validUntil: '2026-11-23' }) },
      S4: { self: said('planned', '', { plannedFor: '2027-03-31', asWritten: 'Planlagt' }) },
      R1: {
        self: said('met', 'x', {
          checkedOn: '2026-10-01',
          checkedBy: 'Sekretariatet',
          reviewedOn: '2026-10-02',
          reviewedBy: 'Anden',
        }),
        community: said('partly', 'y'),
      },
    },
    registered: registeredFrom([
      {
        rule: 'G6',
        verdict: 'met',
        satisfied: true,
        byDecision: true,
        expired: false,
        because: [
          {
            fact: 'steering-group',
            says: { da: 'der er nedsat en styregruppe', en: 'a steering group is set up' },
            value: false,
          },
        ],
      },
      { rule: 'R1', verdict: 'met', satisfied: true, byDecision: false, expired: false, because: [] },
    ]),
    questions: {
      G11: [
        { question: 'Skal hver ændring godkendes?', askedOn: '2026-09-01', answer: null, answeredOn: null },
        { question: 'Og før?', askedOn: '2026-09-01', answer: 'Nej | ikke', answeredOn: '2026-09-02' },
      ],
    },
  };
  const report = buildGovernanceReport(input);
  const row = (id: string) => report.rows.find(({ requirement }) => requirement.id === id);

  test('a claim that the registers deny is shown as such, even where a body has accepted the gap', () => {
    assert.deepEqual(
      report.contradictions.map(({ requirement }) => requirement.id),
      ['G6'],
    );
    assert.match(governanceReportMarkdown(report, 'en'), /- G6 .*: met; a steering group is set up: no/);
    assert.match(render(<ReportView report={report} lang="da" />), /der er nedsat en styregruppe: nej/);
  });

  test('where the product is silent, what is registered counts; where both are, nothing is claimed', () => {
    const silent = buildGovernanceReport({ ...input, said: {} });
    assert.deepEqual(
      [silent.verdictCounts.all.counts.unmet, silent.verdictCounts.all.counts.unassessed],
      [1, 42],
    );
  });

  test('evidence that has expired, plans and checks are said with their dates', () => {
    assert.equal(row('F4')?.expired, true);
    const markdown = governanceReportMarkdown(report, 'da');
    for (const part of [
      'Udløbet 23. november 2026',
      'Planlagt til 31. marts 2027',
      'Tjekket 1. oktober 2026 af Sekretariatet',
      'Gennemset 2. oktober 2026 af Anden',
    ])
      assert.ok(markdown.includes(part), part);
  });

  test('questions stand with their answers, and without', () => {
    const markdown = governanceReportMarkdown(report, 'da');
    assert.match(markdown, /Skal hver ændring godkendes\? \(1\. september 2026\) \| Afventer svar/);
    assert.match(markdown, /Nej \\\| ikke \(2\. september 2026\)/);
  });

  test('a plan whose date has passed is red in the evaluation', () => {
    const late = buildEvaluationReport({
      ...base,
      said: { S4: { community: said('planned', '', { plannedFor: '2026-11-23' }) } },
    });
    assert.equal(late.lightCounts.all.counts.red, 1);
    assert.equal(late.lightCounts.all.counts.unassessed, 42);
  });
});

const markdownIt = new MarkdownIt({ html: true });
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '| a | b |\n|---|---|\n',
    '```\n# x',
    '[x](javascript:alert(1))',
    '<!-- ',
    '\\| \\',
    '1. a\n- b\n> c\n===\n---',
    '    kode',
    'https://os2.eu/a|b_c*d*e',
    '[se](https://os2.eu/x)',
    '[a]: https://x.dk',
    '&lt;b&gt; &copy;',
    '**fed** _kursiv_ ~~nej~~ `x`',
    '<https://x.dk> ![b](https://x.dk/y.png)',
  ),
);

test('whatever people write, it stays text: no table, heading, image or markup of its own', () => {
  fc.assert(
    fc.property(anyText, anyText, (one, two) => {
      const text = `${one}${two}`;
      const report = buildEvaluationReport(
        {
          ...base,
          initiative: { ...base.initiative, name: one, summary: text },
          said: {
            R1: {
              self: said('met', text),
              community: said('unmet', text, { evidence: [{ title: text, url: null }] }),
            },
          },
          questions: { R1: [{ question: text, askedOn: '2026-01-01', answer: text, answeredOn: null }] },
        },
        { summary: text, overall: text, recommendation: text },
      );
      const plain = buildEvaluationReport(
        {
          ...base,
          said: {
            R1: {
              self: said('met', 'x'),
              community: said('unmet', 'x', { evidence: [{ title: 'x', url: null }] }),
            },
          },
          questions: { R1: [{ question: 'x', askedOn: '2026-01-01', answer: 'x', answeredOn: null }] },
        },
        { summary: 'x', overall: 'x', recommendation: 'x' },
      );
      for (const lang of ['da', 'en'] as const) {
        const tokens = markdownIt.parse(evaluationReportMarkdown(report, lang), {});
        const expected = markdownIt.parse(evaluationReportMarkdown(plain, lang), {});
        const shape = (of: typeof tokens): string[] =>
          of
            .map(({ type, tag }) => `${type} ${tag}`)
            .filter((each) => !/paragraph|inline|heading/.test(each));
        assert.deepEqual(shape(tokens), shape(expected));
        for (const child of tokens.flatMap(({ children }) => children ?? [])) {
          assert.ok(!/^(image|code_inline|em_open|s_open)$/.test(child.type), child.type);
          if (child.type === 'html_inline') assert.equal(child.content, '<br>');
          if (child.type === 'link_open') assert.match(String(child.attrGet('href')), /^https?:\/\//);
        }
      }
      const html = render(<ReportView report={report} lang="da" />);
      assert.doesNotMatch(html, /<script|<img|<b>|href="javascript/);
    }),
    { numRuns: 150 },
  );
});
