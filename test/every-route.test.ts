import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { sql } from 'kysely';
import { languages, type Language } from '../rulebook/vocabulary.ts';
import { apiRoot } from '../src/deeds/api.ts';
import { newId } from '../src/lib/id.ts';
import { unsubscribeToken } from '../src/letters/unsubscribe-link.ts';
import { deeds, pages, queries } from '../src/registry.ts';
import { localHref } from '../src/web/page.ts';
import { crawl, type Found } from './crawl.ts';
import { demoSite, type DemoPerson, type DemoSite, type Seen } from './demo-site.ts';

/**
 * Everything the server answers to is asked at least once: the pages by following links as four people in two
 * languages, then every form, operation and other route that no link led to. New routes and pages are found by
 * themselves; what was not visited is named.
 */
const people: readonly DemoPerson[] = [null, 'kommune', 'projektleder', 'forretningsleder'];

let site: DemoSite;
/** Every route that has answered, as `GET /journal`. */
const visited = new Set<string>();
/** Every route that showed its page, not only sent elsewhere. */
const shown = new Set<string>();
const problems: string[] = [];

before(
  async () => {
    site = await demoSite();
    await prepare();
    for (const person of people)
      for (const lang of languages) await crawl(site, person, lang, lang === 'da' ? 2 : 1, look);
  },
  { timeout: 300_000 },
);
after(() => site?.end());

/** What the demo community has no example of: a token, a passkey, an unanswered question, an import to look through. */
async function prepare(): Promise<void> {
  const asked = async (person: string, method: string, path: string, body: unknown) => {
    const answer = await site.send(person, method, apiRoot + path, { body });
    assert.ok(answer.status < 300, `${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return JSON.parse(answer.text) as Record<string, string>;
  };
  const { db } = site.app;
  const { id } = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'forretningsleder@demo.example')
    .executeTakeFirstOrThrow();
  await asked('forretningsleder', 'POST', `/people/${id}/tokens`, { name: 'Prøve' });
  await asked('forretningsleder', 'POST', `/people/${id}/calendar-addresses`, {});
  await db
    .insertInto('passkeys')
    .values({
      id: newId(),
      person_id: id,
      credential_id: 'prøve',
      public_key: Buffer.from([1]),
      counter: 0,
      name: 'Prøve',
      created_at: site.app.clock().toString(),
    })
    .execute();
  const product = 'os2aiheatcontrol';
  const file = new URL('../demo/data/os2/selvevaluering-2026-OS2aiheatcontrol.json', import.meta.url);
  await asked(
    'forretningsleder',
    'POST',
    `/initiatives/${product}/evaluation-imports`,
    JSON.parse(readFileSync(file, 'utf8')),
  );
  await asked('forretningsleder', 'POST', `/initiatives/${product}/assessments/F1/questions`, {
    question: 'Hvad menes der?',
  });
  await holdMeeting(asked);
}

/** A meeting of the board under way: a question, an open vote by name and one by hands. */
async function holdMeeting(
  asked: (person: string, method: string, path: string, body: unknown) => Promise<Record<string, string>>,
): Promise<void> {
  const { db } = site.app;
  const now = site.app.clock().toString();
  const meeting = await asked('forretningsleder', 'POST', '/meetings', {
    body: 'bestyrelsen',
    on: now.slice(0, 10),
    from: '00.00',
    until: '23.59',
  });
  const items = [];
  for (const title of ['Nyt mødelokale', 'Nyt logo', 'Ny hjemmeside'])
    items.push(
      await asked('forretningsleder', 'POST', `/meetings/${meeting['id']}/items`, {
        title,
        kind: 'decision',
      }),
    );
  const id = meeting['id'] ?? '';
  await db.updateTable('meetings').set({ status: 'running', opened_at: now }).where('id', '=', id).execute();
  await sql`insert into presences (id, attendance_id, from_at)
    select gen_random_uuid(), id, ${now} from attendances where meeting_id = ${id}`.execute(db);
  for (const [at, form] of ['named', 'open'].entries())
    await asked('forretningsleder', 'POST', `/agenda-items/${items[at]?.['id']}/ballots`, {
      question: 'Skal vi?',
      form,
    });
  await asked('forretningsleder', 'POST', `/agenda-items/${items[2]?.['id']}/decisions`, {
    outcome: 'approved',
    reason: 'Alle var enige',
  });
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'no-inline-style': 'error',
  },
});
const validated = new Set<string>();

/** Sign-in itself offers the demo people, on this machine only. */
const readByVisitors: Found[] = [];

async function look(found: Found): Promise<void> {
  const { person, lang, path, from, status, text, route } = found;
  if (person === null && !route?.startsWith('/sign-in')) readByVisitors.push(found);
  const where = `${person ?? 'visitor'}, ${lang}: ${path}, linked from ${from}`;
  const problem = (what: string) => problems.push(`${where}: ${what}`);
  visited.add(`GET ${route}`);
  if (status === 303 && (person === null || route?.startsWith('/sign-in'))) return;
  if (status === 401 && person === null && String(text).includes('/sign-in')) return;
  if (status !== 200) return void problem(`the link ends in ${status}`);
  shown.add(`GET ${route}`);
  if (!String(found.headers['content-type']).startsWith('text/html')) return;
  problems.push(...(await wrongWith(found, lang)).map((what) => `${where}: ${what}`));
}

/** What no page may lack or contain. */
async function wrongWith(page: Seen, lang: Language): Promise<string[]> {
  const { text, headers, route } = page;
  const wrong: string[] = [];
  const policy = String(headers['content-security-policy']);
  if (!policy.includes("default-src 'none'") || /unsafe|\*/.test(policy)) wrong.push(`policy: ${policy}`);
  if (!text.includes(`<html lang="${lang}"`)) wrong.push('its language is not said');
  if (headers['content-language'] !== lang) wrong.push('its language is not in the head of the answer');
  if ((text.match(/<h1[ >]/g) ?? []).length !== 1) wrong.push('it has not exactly one h1');
  if (!/<title>[^<]{3,}<\/title>/.test(text)) wrong.push('it has no title');
  const words = text.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
  const leak = /.{0,40}(\[object [A-Z]|\bundefined\b|\bNaN\b|\bfunction ?\().{0,40}/.exec(words);
  if (leak) wrong.push(`it says “${leak[0].trim()}”`);
  const kind = `${route} ${lang} ${text.length % 7}`;
  if (validated.has(`${route} ${lang}`) && validated.has(kind)) return wrong;
  validated.add(`${route} ${lang}`).add(kind);
  const report = await validator.validateString(text);
  for (const result of report.results)
    for (const { ruleId, message, selector } of result.messages)
      wrong.push(`${ruleId}: ${message} (${selector})`);
  return wrong;
}

/** Ids that stand in addresses, by what stands before them. */
async function examples(): Promise<Readonly<Record<string, readonly string[]>>> {
  const ids = async (table: string, column = 'id') => {
    const { rows } = await sql<{ id: string }>`
      select ${sql.ref(column)}::text as id from ${sql.table(table)} order by ${sql.ref(column)} limit 60`.execute(
      site.app.db,
    );
    return rows.map((row) => row.id);
  };
  return {
    initiatives: await ids('initiatives', 'slug'),
    cases: await ids('cases', 'number'),
    decisions: await ids('decisions'),
    bodies: await ids('bodies', 'slug'),
    seats: await ids('seats'),
    meetings: await ids('meetings', 'number'),
    items: ['1', '2'],
    'agenda-items': await ids('agenda_items'),
    'item-annexes': await ids('agenda_item_annexes'),
    ballots: await ids('ballots'),
    candidacies: await ids('candidacies'),
    actions: await ids('actions'),
    'minutes-remarks': await ids('minutes_remarks'),
    contracts: await ids('contracts'),
    members: await ids('organisations', 'slug'),
    organisations: await ids('organisations', 'slug'),
    people: await ids('people'),
    participations: await ids('participations'),
    appointments: await ids('initiative_people'),
    links: await ids('initiative_links'),
    relations: await ids('initiative_relations'),
    evidence: await ids('evidence'),
    questions: await ids('requirement_questions'),
    'evaluation-imports': await ids('evaluation_imports'),
    tokens: await ids('api_tokens'),
    sessions: await ids('sessions'),
    passkeys: await ids('passkeys'),
    letters: await ids('letters'),
    texts: ['case-decided'],
    'case-decided': languages,
    unsubscribe: [
      await unsubscribeToken(site.app.db, (await ids('people'))[0] as string, 'papers', site.app.clock()),
    ],
    'calendar-addresses': await ids('calendar_feeds'),
    journal: ['1'],
    rulebook: ['2025'],
    editions: ['2025'],
    statutes: ['2026-03-17'],
    requirements: ['F1', 'R1', 'licence'],
  };
}

/** Addresses of a pattern that may exist. */
function addresses(pattern: string, known: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const parts = pattern.split('/');
  const variable = parts.findIndex((part) => part.startsWith(':'));
  if (variable < 0) return [pattern];
  const values = known[parts[variable - 1] ?? ''] ?? ['2025'];
  return values.flatMap((value) =>
    addresses([...parts.slice(0, variable), value, ...parts.slice(variable + 1)].join('/'), known),
  );
}

/** All who may have a form opened for them. */
const mandated = [
  'forretningsleder',
  'sekretariat',
  'projektleder',
  'styregruppe',
  'koordination',
  'kommune',
  'formand',
];

describe('what is closed to visitors', () => {
  test('no page that they can reach and no operation that they can ask names a person', async () => {
    const { rows } = await sql<{ name: string; email: string }>`select name, email from people`.execute(
      site.app.db,
    );
    const named = (where: string, text: string) =>
      rows.flatMap(({ name, email }) =>
        [name, email].filter((each) => text.includes(each)).map((each) => `${where} names ${each}`),
      );
    const known = await examples();
    const found = readByVisitors.flatMap(({ path, text }) => named(path, text));
    for (const query of queries.filter(({ body }) => !body))
      for (const path of addresses(query.path, known).slice(0, 20)) {
        const answer = await site.send(null, 'GET', apiRoot + path);
        if (answer.status === 200) found.push(...named(apiRoot + path, answer.text));
      }
    assert.ok(rows.length > 20 && readByVisitors.length > 20);
    assert.deepEqual(found.slice(0, 40), []);
  });
});

describe('every page', () => {
  test('no link leads nowhere, and every page is whole', () => {
    assert.equal(problems.length, 0, `${problems.length} problems:\n${problems.slice(0, 60).join('\n')}`);
  });

  test('every page was visited by following links, or is opened here', async () => {
    const known = await examples();
    const missed: string[] = [];
    for (const page of pages.filter(({ path }) => !shown.has(`GET ${path}`))) {
      let opened = false;
      for (const path of addresses(page.path, known).slice(0, 60)) {
        for (const person of opened ? [] : [null, ...mandated]) {
          const answer = await site.send(person, 'GET', path);
          assert.ok(answer.status < 500, `${path}: ${answer.status}`);
          opened ||=
            answer.status === 200 ||
            (answer.status === 303 && !String(answer.headers['location']).includes('sign-in'));
          if (
            opened &&
            String(answer.headers['content-type']).startsWith('text/html') &&
            answer.status === 200
          )
            assert.deepEqual(await wrongWith(answer, 'da'), [], path);
          if (opened) break;
        }
        if (opened) break;
      }
      visited.add(`GET ${page.path}`);
      if (!opened) missed.push(page.path);
    }
    assert.deepEqual(missed, [], 'pages that nobody could open');
  });

  test('every form opens for somebody who may, in both languages', async () => {
    const known = await examples();
    const missed: string[] = [];
    for (const deed of deeds) {
      if (deed.form === null) continue;
      visited.add(`GET ${deed.form}`);
      let opened = shown.has(`GET ${deed.form}`);
      for (const path of opened ? [] : addresses(deed.form, known)) {
        for (const person of mandated) {
          const answer = await site.send(person, 'GET', path);
          assert.ok(answer.status < 500, `${path} as ${person}: ${answer.status}`);
          if (answer.status !== 200) continue;
          opened = true;
          for (const lang of languages) {
            const again = await site.send(person, 'GET', localHref(lang, path));
            assert.deepEqual(await wrongWith(again, lang), [], `${path} ${lang}`);
          }
          break;
        }
        if (opened) break;
      }
      if (!opened) missed.push(`${deed.name} at ${deed.form}`);
    }
    assert.deepEqual(missed, [], 'forms that nobody could open');
  });
});

describe('every route', () => {
  const nobody = '01890000-0000-7000-8000-000000000000';
  const fill = (path: string) => path.replace(/:[a-zA-Z]+/g, nobody);

  test('every operation answers a visitor, someone without mandate, and input that is wrong', async () => {
    for (const deed of deeds) {
      const path = apiRoot + fill(deed.api.path);
      const route = `${deed.api.method} ${apiRoot}${deed.api.path}`;
      const visitor = await site.send(null, deed.api.method, path, { body: {} });
      if (!deed.grounds.includes('anyone')) assert.equal(visitor.status, 401, route);
      const wrong = await site.send('forretningsleder', deed.api.method, path, {
        body: { [nobody]: [], name: 7 },
      });
      const without = await site.send('drift', deed.api.method, path, { body: {} });
      for (const answer of [wrong, without]) {
        assert.ok([200, 201, 403, 404, 409, 422].includes(answer.status), `${route}: ${answer.status}`);
        if (answer.status >= 400)
          assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, route);
        assert.equal(answer.route, apiRoot + deed.api.path);
      }
      visited.add(route);
    }
    for (const query of queries) {
      const method = query.body ? 'POST' : 'GET';
      for (const person of [null, 'drift', 'forretningsleder']) {
        const answer = await site.send(
          person,
          method,
          apiRoot + fill(query.path),
          query.body ? { body: {} } : {},
        );
        assert.ok([200, 401, 403, 404, 409, 422].includes(answer.status), `${query.path}: ${answer.status}`);
        assert.equal(answer.route, apiRoot + query.path);
        visited.add(`${method} ${apiRoot}${query.path}`);
      }
    }
  });

  test('every form takes a post, and says what is missing', async () => {
    for (const deed of deeds) {
      if (deed.form === null) continue;
      for (const person of [null, 'drift', 'forretningsleder']) {
        const answer = await site.send(person, 'POST', fill(deed.form), { form: {} });
        assert.ok([303, 401, 403, 404, 409, 422].includes(answer.status), `${deed.form}: ${answer.status}`);
      }
      visited.add(`POST ${deed.form}`);
    }
  });

  test('every other route answers too, and none is left out', async () => {
    const left = site.routes.filter((route) => !/^(HEAD|OPTIONS) /.test(route) && !visited.has(route));
    for (const route of left) {
      const [method, pattern] = route.split(' ') as [string, string];
      const path = fill(pattern).replace('*', 'faelled.css');
      const answer = await site.send('kommune', method, path, method === 'GET' ? {} : { form: {} });
      assert.ok(answer.status < 500, `${route}: ${answer.status}`);
      assert.equal(answer.route, pattern, route);
      visited.add(route);
    }
    assert.deepEqual(
      site.routes.filter((route) => !/^(HEAD|OPTIONS) /.test(route) && !visited.has(route)),
      [],
    );
  });
});
