import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readPdf, type Tag } from '../../test/pdf.ts';
import { codePointsOf, drawable, unknownCharacter } from './characters.ts';
import { paragraphsOf } from './for-typst.ts';
import type { Block, Paper } from './paper.ts';
import { pdfOf } from './pdf.ts';

const paper = (blocks: readonly Block[], more: Partial<Paper> = {}): Paper => ({
  lang: 'da',
  title: 'Referat af bestyrelsesmøde 24. november 2026',
  kicker: 'Bestyrelsen',
  author: 'Prøvefællesskabet',
  keywords: ['referat'],
  madeAt: '2026-11-24T09:00:00Z',
  foot: 'Møde nr. 7',
  pageWords: { page: 'side', of: 'af' },
  blocks,
  ...more,
});

const find = (tag: Tag, role: string): readonly Tag[] => [
  ...(tag.role === role ? [tag] : []),
  ...tag.children.flatMap((child) => find(child, role)),
];

const blocks: readonly Block[] = [
  { kind: 'heading', level: 2, text: '1. Godkendelse af dagsorden' },
  {
    kind: 'facts',
    facts: [
      ['Type', 'Beslutning'],
      ['Sag', { text: 'nr. 12', href: 'https://example.org/sag' }],
    ],
  },
  { kind: 'text', text: 'Første afsnit.\n\nAndet afsnit\npå to linjer.' },
  { kind: 'decision', title: 'Beslutning nr. 3', lines: ['Godkendt.'] },
  { kind: 'heading', level: 2, text: '2. Økonomi på Ærø' },
  {
    kind: 'table',
    caption: 'Opgaver',
    columns: [
      { head: 'Opgave', share: 3 },
      { head: 'Ansvarlig', share: 1 },
    ],
    rows: [
      ['Ring til Åse', 'Bo Ét'],
      ['', 'Bo To'],
    ],
  },
  { kind: 'list', items: ['Bilag 1', 'Bilag 2'] },
];

describe('A paper as PDF', () => {
  test('says that it follows PDF/UA-1, in which language it is, what it is called and whose it is', async () => {
    const pdf = await readPdf(await pdfOf(paper(blocks)));
    assert.equal(pdf.universalAccess, '1');
    assert.equal(pdf.marked, true);
    assert.equal(pdf.language, 'da');
    assert.equal(pdf.title, 'Referat af bestyrelsesmøde 24. november 2026');
    assert.equal(pdf.author, 'Prøvefællesskabet');
    const english = await readPdf(await pdfOf(paper(blocks, { lang: 'en' })));
    assert.equal(english.language, 'en');
  });

  test('has headings in order, each a bookmark under the title', async () => {
    const pdf = await readPdf(await pdfOf(paper(blocks)));
    assert.deepEqual(
      pdf.roles.filter((role) => /^H\d$/.test(role)),
      ['H1', 'H2', 'H3', 'H2'],
    );
    assert.deepEqual(pdf.outline, [
      {
        title: 'Referat af bestyrelsesmøde 24. november 2026',
        below: ['1. Godkendelse af dagsorden', '2. Økonomi på Ærø'],
      },
    ]);
  });

  test('has tables with a row of headings, lists with items, and links that can be followed', async () => {
    const pdf = await readPdf(await pdfOf(paper(blocks)));
    const [table] = pdf.tags.flatMap((tag) => find(tag, 'Table'));
    assert.ok(table);
    assert.deepEqual(
      table.children.map((part) => [
        part.role,
        part.children.map((row) => row.children.map((cell) => cell.role)),
      ]),
      [
        ['THead', [['TH', 'TH']]],
        [
          'TBody',
          [
            ['TD', 'TD'],
            ['TD', 'TD'],
          ],
        ],
      ],
    );
    assert.equal(pdf.roles.filter((role) => role === 'LI').length, 4);
    assert.deepEqual(pdf.links, ['https://example.org/sag']);
    assert.match(pdf.text, /Ring til Åse/);
  });

  test('with a cover has a table of contents that leads to each item', async () => {
    const pdf = await readPdf(
      await pdfOf(paper(blocks, { cover: { facts: [['Sted', 'Ærø']], contents: 'Indhold' } })),
    );
    assert.equal(pdf.roles.filter((role) => role === 'TOCI').length, 2);
    assert.deepEqual(
      pdf.roles.filter((role) => /^H\d$/.test(role)),
      ['H1', 'H2', 'H2', 'H3', 'H2'],
    );
  });

  test('is the same file each time it is made from the same', async () => {
    assert.deepEqual(await pdfOf(paper(blocks)), await pdfOf(paper(blocks)));
  });
});

const hostile = [
  '#eval("1+1") #import "x.typ" #read("/etc/passwd") $ sum_(i=0) $ *fed* _kursiv_ `kode` ```typ #panic()```',
  '\\ @ref <mærke> = Overskrift\n- punkt\n/ ord: forklaring\n// kommentar /* mere */ ~ --- "citat" \'',
  '")) #panic("ude") ((" {{ }} ]] [[ %s ${x}',
  'x'.repeat(10_000),
  '😀 👩🏽‍🚀 🇩🇰 ✅ 🟢 ❤️ \u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  'שלום עולם مرحبا بالعالم \u202eomvendt\u202c \u2067isoleret\u2069',
  '漢字 かな 한국어 हिन्दी ไทย \ufffd \uffff \u{10ffff}',
  'a\u0000b\u0007c\u001bd\u0085e\u2028f\u2029g\ufeffh\u00adi',
  'halvt par \ud83d og \udc00 efter',
  'e\u0301 A\u030a o\u0338',
  '   \n\n   \n',
];

describe('What people write in a paper', () => {
  test('stays text, however much it looks like markup', async () => {
    const pdf = await readPdf(
      await pdfOf(
        paper(
          hostile.map((text) => ({ kind: 'text', text })),
          { title: hostile[0] as string, foot: hostile[1] as string },
        ),
      ),
    );
    assert.match(pdf.text, /#eval\("1\+1"\)/);
    assert.match(pdf.text, /#read\("\/etc\/passwd"\)/);
    assert.match(pdf.text, /\*fed\* _kursiv_ `kode`/);
    assert.match(pdf.text, /= Overskrift/);
    assert.equal(pdf.roles.filter((role) => /^H\d$/.test(role)).length, 1);
    assert.match(pdf.title, /^#eval/);
  });

  test('fits in every place of a paper', async () => {
    for (const text of hostile) {
      const pdf = await pdfOf(
        paper(
          [
            { kind: 'heading', level: 2, text },
            { kind: 'facts', facts: [[text, text]] },
            { kind: 'text', text: [{ text, strong: true }, { text, href: text }, text], tone: 'lead' },
            { kind: 'list', items: [text] },
            {
              kind: 'table',
              caption: text,
              columns: [
                { head: text, share: 1 },
                { head: '', share: 0 },
              ],
              rows: [[text, '']],
            },
            { kind: 'decision', title: text, lines: [text, text] },
          ],
          { title: text, kicker: text, author: text, keywords: [text], foot: text },
        ),
      );
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-', JSON.stringify(text));
    }
  });

  test('shows a box for a character that no font of the paper has, and every other character as it is', async () => {
    assert.equal(drawable('Sag 漢 på Ærø'), `Sag ${unknownCharacter} på Ærø`);
    assert.equal(drawable('e\u0301\u200dx\u0000'), 'éx');
    const known = codePointsOf(readFileSync(new URL('./fonts/Inter-Regular.ttf', import.meta.url)));
    const points = known.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n));
    const all = points.map((point) => String.fromCodePoint(point));
    const pdf = await pdfOf(paper([{ kind: 'text', text: all.join(' ') }]));
    assert.ok(pdf.length > 10_000);
    assert.ok(all.join('').includes('æøåÆØÅ') || ['æ', 'ø', 'å'].every((letter) => all.includes(letter)));
  });

  test('never breaks a paper, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 40 }),
        async (texts) => {
          const pdf = await pdfOf(paper(texts.map((text) => ({ kind: 'text', text }))));
          return pdf.length > 1_000;
        },
      ),
      { numRuns: 40 },
    );
  });

  test('is parted at blank lines and line ends, and links keep to addresses of the web', () => {
    assert.deepEqual(
      paragraphsOf('en\nto\n \ntre').map((lines) => lines.map((pieces) => pieces.map(({ text }) => text))),
      [[['en'], ['to']], [['tre']]],
    );
    const [piece] = paragraphsOf({ text: 'x', href: 'javascript:alert(1)' }).flat(2);
    assert.equal(piece?.href, null);
  });
});
