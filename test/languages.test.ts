import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { editions } from '../rulebook/editions.ts';
import { titledRoles } from '../rulebook/titles.ts';
import { languages, type Language } from '../rulebook/vocabulary.ts';
import { localHref } from '../src/web/page.ts';
import { demoSite, type DemoSite } from './demo-site.ts';

/** The pages that people live on, one of each kind. */
const pages = [
  '/',
  '/projects',
  '/products',
  '/initiatives/os2mo',
  '/initiatives/os2mo/requirements',
  '/initiatives/os2mo/forecast',
  '/initiatives/os2mo/cases',
  '/initiatives/os2mo/bodies',
  '/initiatives/os2mo/history',
  '/cases',
  '/cases/1',
  '/meetings',
  '/bodies',
  '/bodies/bestyrelsen',
  '/members',
  '/people',
  '/journal',
];

/** A page without what people wrote, which carries its language, and without what the statutes say in their words. */
const withoutWritten = (html: string): string =>
  html
    .replace(/<head>[^]*?<\/head>/, '')
    .replace(/<(span|p|li|div)\b[^>]*\s(?:lang="da"|data-statutes)[^>]*>(?:(?!<\1\b)[^])*?<\/\1>/g, ' ');

/** The titles of the other editions that are not titles of this one, in a language. */
function foreignTitles(edition: string, lang: Language): RegExp {
  const of = (id: (typeof editions)[number]) =>
    titledRoles.flatMap((role) => [id.titles[role][lang], id.titles[role].the[lang]]);
  const own = new Set(editions.filter(({ id }) => id === edition).flatMap(of));
  const others = [...new Set(editions.flatMap(of))].filter((title) => !own.has(title));
  assert.ok(others.length > 0 || lang === 'en', 'the editions name the roles differently');
  return others.length === 0
    ? /(?!)/
    : new RegExp(`(?<![\\p{L}@])(?:${others.join('|')})(?![\\p{L}@])`, 'giu');
}

for (const { id: edition } of editions)
  describe(`The demo community under edition ${edition}`, () => {
    let site: DemoSite;
    before(async () => {
      site = await demoSite(edition);
    });
    after(() => site.end());

    /** A meeting that the board has held. The assembly’s agenda speaks in the words of the statutes. */
    const heldByTheBoard = async (): Promise<string> => {
      const { number } = await site.app.db
        .selectFrom('meetings as m')
        .innerJoin('bodies as b', 'b.id', 'm.body_id')
        .select('m.number')
        .where('b.kind', '=', 'board')
        .where('m.status', '=', 'published')
        .orderBy('m.number')
        .limit(1)
        .executeTakeFirstOrThrow();
      return `/meetings/${number}`;
    };

    test('speaks of roles by the titles of its own edition on every page, in both languages', async () => {
      const meeting = await heldByTheBoard();
      for (const lang of languages) {
        const foreign = foreignTitles(edition, lang);
        for (const path of [...pages, meeting, `${meeting}/items/1`, `${meeting}/minutes`]) {
          const { status, text } = await site.send('forretningsleder', 'GET', localHref(lang, path));
          assert.equal(status, 200, path);
          assert.deepEqual(withoutWritten(text).match(foreign), null, `${lang} ${path}`);
        }
      }
    });
  });

describe('An English page', () => {
  let site: DemoSite;
  before(async () => {
    site = await demoSite();
  });
  after(() => site.end());

  const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  /** The first words of a text, as they stand on a page. */
  const beginning = (text: string): string => {
    const line = text.split('\n')[0] as string;
    return line
      .slice(0, 50)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('"', '&quot;')
      .trim();
  };
  async function standsAsDanish(path: string, texts: readonly string[]): Promise<void> {
    const { text: html } = await site.send('forretningsleder', 'GET', `/en${path}`);
    const own = plain(withoutWritten(html));
    for (const text of texts.filter((each) => each !== '')) {
      assert.ok(plain(html).includes(beginning(text)), `${path} shows: ${text}`);
      assert.ok(!own.includes(beginning(text)), `${path} marks as Danish: ${text}`);
    }
  }

  test('marks what an initiative’s people wrote of it as Danish', async () => {
    const rows = await site.app.db
      .selectFrom('initiatives')
      .select(['slug', 'summary'])
      .where('summary', '<>', '')
      .orderBy('slug')
      .limit(5)
      .execute();
    assert.equal(rows.length, 5);
    for (const { slug, summary } of rows) await standsAsDanish(`/initiatives/${slug}`, [summary]);
  });

  test('marks question, facts and recommendation of a case as Danish, also in lists', async () => {
    const rows = await site.app.db
      .selectFrom('cases')
      .select(['number', 'question', 'statement', 'recommendation'])
      .where('status', '=', 'waiting')
      .orderBy('number', 'desc')
      .limit(5)
      .execute();
    assert.equal(rows.length, 5);
    for (const row of rows)
      await standsAsDanish(`/cases/${row.number}`, [row.question, row.statement, row.recommendation]);
    await standsAsDanish('/cases', [rows[0]?.question ?? '']);
  });

  test('marks what was proposed and told at a meeting as Danish', async () => {
    const rows = await site.app.db
      .selectFrom('agenda_items as x')
      .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
      .select(['m.number', 'x.number as item', 'x.title', 'x.facts'])
      .where('x.title_en', 'is', null)
      .where('x.title', 'is not', null)
      .where('x.facts', '<>', '')
      .orderBy('m.number')
      .orderBy('x.number')
      .limit(3)
      .execute();
    assert.ok(rows.length > 0);
    for (const row of rows)
      await standsAsDanish(`/meetings/${row.number}/items/${row.item}`, [row.title ?? '', row.facts]);
  });
});
