import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import MarkdownIt from 'markdown-it';
import { diff } from './diff.ts';
import { editions } from './editions.ts';
import { allLines } from './judge.ts';
import { escaped, toMarkdown } from './markdown.ts';
import { diffToMarkdown, editionsToMarkdown, sideBySide } from './markdown-diff.ts';
import type { Edition } from './rule.ts';
import { languages } from './vocabulary.ts';

const markdown = new MarkdownIt({ html: true });
/** The text of a document as it is read, without markup. */
const read = (text: string): string =>
  markdown
    .render(text)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

for (const edition of editions)
  for (const language of languages) {
    describe(`the readable rulebook of ${edition.id} in ${language}`, () => {
      const document = toMarkdown(edition, language);
      const text = flat(read(document));

      it('holds every rule: its name, its sentence and its source', () => {
        const rules = [
          ...allLines(edition).map(({ id, says, source }) => ({ id, says, source })),
          ...edition.gates,
          ...edition.decisionRights,
          ...edition.composition,
        ];
        for (const { id, says, source } of rules) {
          assert.ok(text.includes(id), id);
          assert.ok(text.includes(flat(says[language])), says[language]);
          assert.ok(text.includes(flat(source.section)), source.section);
        }
        for (const { says } of edition.bodies) assert.ok(text.includes(flat(says[language])));
      });

      it('holds every example, every duty, what is left to people, and every reading chosen', () => {
        const said = [
          ...[...allLines(edition), ...edition.composition].flatMap(({ examples }) =>
            examples.map(({ says }) => says),
          ),
          ...edition.duties.filter(({ id }) => !id.startsWith('requirement.')).map(({ says }) => says),
          ...edition.leftToPeople.map(({ because }) => because),
          ...edition.choices.flatMap(({ question, chosen, readings }) => [question, chosen, ...readings]),
        ];
        for (const says of said) assert.ok(text.includes(flat(says[language])), says[language]);
      });

      it('says nothing that looks like code, and has as many cells in every row as its head', () => {
        assert.doesNotMatch(text, /undefined|\[object|NaN|null\b/);
        const tokens = markdown.parse(document, {});
        let [heads, cells] = [0, 0];
        for (const { type } of tokens) {
          if (type === 'thead_open') heads = 0;
          if (type === 'th_open') heads += 1;
          if (type === 'tr_open') cells = 0;
          if (type === 'td_open') cells += 1;
          if (type === 'tbody_close') assert.equal(cells, heads);
        }
        assert.ok(heads > 0);
      });
    });
  }

describe('the editions side by side', () => {
  it('hold every requirement of every edition, each edition’s in its own column', () => {
    const rows = sideBySide(editions);
    for (const [index, edition] of editions.entries()) {
      const found = rows.flatMap((row) => row.found[index] ?? []);
      assert.deepEqual([...new Set(found)].toSorted(), Object.keys(edition.requirements).toSorted());
      for (const language of languages) {
        const text = flat(read(editionsToMarkdown(editions, language)));
        for (const { id, label } of Object.values(edition.requirements))
          assert.ok(text.includes(flat(`${id}: ${label[language]}`)), `${edition.id} ${id}`);
      }
    }
  });

  it('count the requirements of each edition', () => {
    assert.match(editionsToMarkdown(editions, 'en'), /\| N1, N2, N3 \| 41 \|/);
  });

  it('are nothing for no editions', () => {
    assert.deepEqual(sideBySide([]), []);
  });
});

describe('what changed, as it is read', () => {
  it('is one line for each change, under its kind', () => {
    const [before, after] = editions as readonly [Edition, Edition];
    for (const language of languages) {
      const text = diffToMarkdown(before, after, language);
      assert.equal(text.match(/^- \*\*/gm)?.length, diff(before, after).length);
    }
  });

  it('says so when nothing changed', () => {
    const [edition] = editions as readonly [Edition];
    assert.match(diffToMarkdown(edition, edition, 'da'), /Intet er ændret\./);
    assert.match(diffToMarkdown(edition, edition, 'en'), /Nothing changed\./);
  });
});

it('text that looks like markup is shown as it is written', () => {
  const text = 'a | b * c _d_ [e](f) <g> `h` ~i~ #j \\k';
  assert.equal(read(escaped(text)).trim(), text);
});
