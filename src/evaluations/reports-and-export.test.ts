import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { os2File, selfEvaluations } from '../../test/evaluation-files.ts';
import { serve, type Http } from '../../test/http.ts';
import { newId } from '../lib/id.ts';

let c: TestCommunity;
let http: Http;
before(async () => {
  c = await testCommunity('2025');
  http = await serve(c);
});
after(async () => {
  await http.end();
  await c.end();
});

const at = '2026-01-05T09:00:00Z';
async function product(name = 'Prøveprodukt'): Promise<string> {
  const id = newId();
  const slug = `produkt-${id.slice(-8)}`;
  await c.app.db
    .insertInto('initiatives')
    .values({
      id,
      slug,
      name,
      summary: 'Et værktøj',
      licence: 'MPL-2.0',
      origin: 'community',
      stage: 'product',
      level: 'N1',
      edition: '2025',
      registered_at: at,
      stage_since: at,
      changed_at: at,
    })
    .execute();
  await c.app.db
    .insertInto('initiative_people')
    .values({
      id: newId(),
      initiative_id: id,
      person_id: c.people.projectManager,
      role: 'project-manager',
      from_on: '2026-01-05',
      recorded_at: at,
    })
    .execute();
  return slug;
}

interface Preview {
  readonly id: string;
  readonly rows: readonly {
    readonly key: string;
    readonly waits: string | null;
    readonly proposed: { readonly verdict: string };
  }[];
}

const textOf = (name: string): string => Buffer.from(os2File(name)).toString('utf8');

/** Reads a file in and confirms it as proposed, or with one verdict for all that waits. */
async function takeOver(slug: string, content: string, verdict?: string): Promise<void> {
  const read = await http.api('staff', 'POST', `/initiatives/${slug}/evaluation-imports`, { content });
  assert.equal(read.status, 201, read.text);
  const preview = read.json<Preview>();
  const waiting = preview.rows.filter(({ waits }) => waits !== null);
  const choices = Object.fromEntries(waiting.map(({ key, proposed }) => [key, verdict ?? proposed.verdict]));
  const dates = Object.fromEntries(
    waiting.flatMap(({ key, waits }) => (waits === 'no-date' ? [[key, '2099-12-31']] : [])),
  );
  const done = await http.api('staff', 'POST', `/evaluation-imports/${preview.id}/confirmation`, {
    choices,
    dates,
  });
  assert.equal(done.status, 200, done.text);
}

const exported = async (
  slug: string,
  person: 'projectManager' | null = 'projectManager',
): Promise<string> => {
  const answer = await http.api(person, 'GET', `/initiatives/${slug}/self-evaluation`);
  assert.equal(answer.status, 200, answer.text);
  assert.match(String(answer.headers['content-type']), /^application\/json/);
  return answer.text;
};

const changedLines = (before: string, now: string): [string | undefined, string | undefined][] => {
  const [a, b] = [before.split('\n'), now.split('\n')];
  assert.equal(a.length, b.length);
  return a.flatMap((line, index) => (line === b[index] ? [] : [[line.trim(), b[index]?.trim()]]));
};

describe('a self-evaluation goes out as it came in', () => {
  for (const name of selfEvaluations) {
    test(`${name} read in, confirmed and exported is the same file, byte for byte`, async () => {
      const slug = await product();
      await takeOver(slug, textOf(name));
      assert.equal(await exported(slug), textOf(name));
    });
  }

  test('a word of its own stays, also when a person read another verdict into it', async () => {
    const slug = await product();
    await takeOver(slug, textOf(selfEvaluations[1]), 'partly');
    assert.equal(await exported(slug), textOf(selfEvaluations[1]));
  });

  test('one answer changed since changes that answer only', async () => {
    const slug = await product();
    await takeOver(slug, textOf(selfEvaluations[0]));
    await c.act(
      'projectManager',
      'assess-requirement',
      { id: slug, requirement: 'S4' },
      {
        voice: 'self',
        verdict: 'met',
        explanation: (
          JSON.parse(textOf(selfEvaluations[0])) as { krav: { id: string; dokumentation: string }[] }
        ).krav.find(({ id }) => id === 'S4')?.dokumentation,
      },
    );
    assert.deepEqual(changedLines(textOf(selfEvaluations[0]), await exported(slug)), [
      ['"efterlevet": "Planlagt",', '"efterlevet": "Ja",'],
    ]);
  });

  test('visitors get it without who filled it in; the page gives it as a file', async () => {
    const slug = await product();
    await takeOver(slug, textOf(selfEvaluations[2]));
    assert.deepEqual(changedLines(textOf(selfEvaluations[2]), await exported(slug, null)), [
      ['"filledBy": "styregruppe",', '"filledBy": "",'],
    ]);
    const file = await http.get('projectManager', `/initiatives/${slug}/self-evaluation.json`);
    assert.equal(file.text, textOf(selfEvaluations[2]));
    assert.match(String(file.headers['content-disposition']), /selvevaluering-produkt-/);
  });

  test('without a file, all requirements are written in the form’s order', async () => {
    const slug = await product('Nyt produkt');
    const file = JSON.parse(await exported(slug)) as { productName: string; krav: { efterlevet: string }[] };
    assert.equal(file.productName, 'Nyt produkt');
    assert.equal(file.krav.length, 43);
    assert.ok(file.krav.every(({ efterlevet }) => efterlevet === ''));
  });
});

interface Counts {
  readonly values: readonly string[];
  readonly themes: readonly string[];
  readonly levels: readonly string[];
  readonly cell: Record<string, Record<string, { counts: Record<string, number>; total: number }>>;
  readonly byTheme: Record<string, { counts: Record<string, number>; total: number }>;
  readonly byLevel: Record<string, { counts: Record<string, number>; total: number }>;
  readonly all: { counts: Record<string, number>; percent: Record<string, number>; total: number };
}

describe('the reports of a product', () => {
  let slug: string;
  before(async () => {
    slug = await product('OS2-SkadesØkonomi');
    await takeOver(slug, textOf(selfEvaluations[0]));
    await takeOver(slug, textOf('audit-2025-OS2-SkadesOekonomi.md'));
  });
  const counts = async (kind: string): Promise<{ verdicts: Counts; lights: Counts }> => {
    const answer = await http.api(null, 'GET', `/initiatives/${slug}/reports/${kind}`);
    assert.equal(answer.status, 200, answer.text);
    return answer.json<{ counts: { verdicts: Counts; lights: Counts } }>().counts;
  };

  test('the counts of the evaluation of OS2-SkadesØkonomi follow from its verdicts', async () => {
    const words = { Sandkasse: 'sandbox', '1': 'N1', '2': 'N2', '3': 'N3' } as const;
    const signs = { '🟢': 'green', '🟡': 'yellow', '🔴': 'red', '⚪': 'grey' } as const;
    const wanted: Record<string, Record<string, number>> = {};
    const rows = textOf('audit-2025-OS2-SkadesOekonomi.md').matchAll(
      /^\| *[RFSG]\d+ *\| *(Sandkasse|[123]) *\|[^|]*\|[^|]*\| *(🟢|🟡|🔴|⚪) *\|/gmu,
    );
    for (const [, level, sign] of rows) {
      const of = (wanted[words[level as keyof typeof words]] ??= { green: 0, yellow: 0, red: 0, grey: 0 });
      const light = signs[sign as keyof typeof signs];
      of[light] = (of[light] ?? 0) + 1;
    }
    const { lights } = await counts('evaluation');
    for (const [level, of] of Object.entries(wanted)) {
      const { unassessed, ...counted } = lights.byLevel[level]?.counts ?? {};
      assert.deepEqual(counted, of, level);
      assert.equal(unassessed, 0);
    }
    assert.equal(lights.all.total, 43);
  });

  for (const kind of ['evaluation', 'governance'])
    test(`the counts of the ${kind} report add up by theme and by level`, async () => {
      for (const table of Object.values(await counts(kind))) {
        for (const value of table.values) {
          const sum = (of: readonly (number | undefined)[]) => of.reduce<number>((a, b) => a + (b ?? 0), 0);
          const all = table.all.counts[value];
          assert.equal(sum(table.levels.map((level) => table.byLevel[level]?.counts[value])), all);
          assert.equal(sum(table.themes.map((theme) => table.byTheme[theme]?.counts[value])), all);
          for (const theme of table.themes)
            assert.equal(
              sum(table.levels.map((level) => table.cell[theme]?.[level]?.counts[value])),
              table.byTheme[theme]?.counts[value],
            );
        }
        assert.equal(
          Object.values(table.all.percent).reduce((a, b) => a + b, 0),
          100,
        );
      }
    });

  test('each report answers as JSON, Markdown or HTML, in either language', async () => {
    for (const kind of ['evaluation', 'governance']) {
      const path = `/initiatives/${slug}/reports/${kind}`;
      const ask = (accept: string, language: string) =>
        http.api(null, 'GET', path, undefined, { accept, 'accept-language': language });
      const markdown = await ask('text/markdown', 'da');
      assert.match(String(markdown.headers['content-type']), /^text\/markdown; charset=utf-8/);
      assert.match(markdown.text, /## Optælling/);
      assert.match((await ask('text/markdown', 'en')).text, /## Counts/);
      const html = await ask('text/html', 'en');
      assert.match(String(html.headers['content-type']), /^text\/html/);
      assert.match(html.text, /^<!doctype html>/);
      assert.equal(html.text.match(/<h1/g)?.length, 1);
      assert.match(html.text, /<html lang="en"/);
      const json = await ask('*/*', 'en');
      assert.equal(json.json<{ rows: unknown[] }>().rows.length, 43);
      assert.equal(typeof json.json<{ rows: { label: unknown }[] }>().rows[0]?.label, 'string');
    }
    const missing = await http.api(null, 'GET', '/initiatives/findes-ikke/reports/evaluation');
    assert.equal(missing.status, 404);
  });

  test('the evaluator’s own words come with the evaluation', async () => {
    const page = await http.get(null, `/initiatives/${slug}/reports/evaluation`);
    assert.match(page.text, /Det anbefales at fastholde placeringen/);
  });

  test('the pages link to each other, to the files, and stand in both languages', async () => {
    const danish = await http.get(null, `/initiatives/${slug}/reports`);
    assert.match(danish.text, /Rapporter/);
    for (const address of [
      'reports/evaluation',
      'reports/governance',
      'reports/evaluation.md',
      'self-evaluation.json',
    ])
      assert.ok(danish.text.includes(`href="/initiatives/${slug}/${address}"`), address);
    assert.ok(!danish.text.includes('evaluation-imports'), 'files that wait are not for visitors');
    const english = await http.get('staff', `/en/initiatives/${slug}/reports`);
    assert.match(english.text, /Files read in/);
    assert.ok(english.text.includes(`href="/en/initiatives/${slug}/evaluation-imports/new"`));
    const file = await http.get(null, `/initiatives/${slug}/reports/governance.md`);
    assert.match(String(file.headers['content-disposition']), /governance-2026-11-24\.md/);
    assert.match(file.text, /^# /);
    const page = await http.get(null, `/initiatives/${slug}/reports/governance`);
    assert.equal(page.text.match(/<h1/g)?.length, 1);
  });

  test('who checked and reviewed is told to those who are signed in, not to visitors', async () => {
    await c.act(
      'projectManager',
      'assess-requirement',
      { id: slug, requirement: 'R1' },
      {
        voice: 'self',
        verdict: 'met',
        explanation: 'Bruges hver dag i tre kommuner',
      },
    );
    assert.ok(
      !(await http.get(null, `/initiatives/${slug}/reports/governance`)).text.includes('Pia Projekt'),
    );
    assert.ok(
      (await http.get('member', `/initiatives/${slug}/reports/governance`)).text.includes('Pia Projekt'),
    );
  });
});
