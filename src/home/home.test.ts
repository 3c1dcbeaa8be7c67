import { edition2025 } from '../../rulebook/2025/index.ts';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { newId } from '../lib/id.ts';
import { cast, testCommunity, type Person, type TestCommunity } from '../../test/community.ts';
import { serve, type Http } from '../../test/http.ts';
import { stepsOf, type Steps } from '../../test/steps.ts';
import { waitsFor, type Waiting, type WaitingFacts } from './waiting.ts';

const today = '2026-11-24';
let c: TestCommunity;
let http: Http;
let steps: Steps;
before(async () => {
  c = await testCommunity('2016');
  http = await serve(c);
  steps = stepsOf(c, '2016');
});
after(async () => {
  await http.end();
  await c.end();
});

const listOf = async (person: Person) =>
  (await http.api(person, 'GET', '/waiting')).json<{
    items: (Omit<Waiting, 'what'> & { what: string })[];
    total: number;
  }>();

describe('home', () => {
  test('shows each kind of thing that waits to the person it waits for, and to nobody else', async () => {
    const { id, slug } = await steps.idea('Ventelisten');
    const place = (await listOf('manager')).items.find((row) => row.what.includes('Ventelisten'));
    assert.equal(place?.kind, 'place');
    assert.equal(place?.href, `/initiatives/${slug}/place`);
    assert.equal((await listOf('staff')).items.find((row) => row.what.includes('Ventelisten'))?.kind, 'read');

    await c.act('manager', 'place-initiative', { id }, { level: 'N2', reason: 'Til mange' });
    await c.act(
      'manager',
      'appoint-person',
      { id },
      { person: c.people.projectManager, role: 'project-manager' },
    );
    await c.app.db.updateTable('initiatives').set({ stage: 'concept' }).where('id', '=', id).execute();
    const opened = await c
      .act(
        'projectManager',
        'open-case',
        {},
        {
          initiative: id,
          kind: 'approval',
          level: 'N2',
          question: 'Skal Ventelisten godkendes?',
          draft: true,
        },
      )
      .catch(() => null);
    assert.equal(opened, null, 'the paper before the board is the business manager’s');
    const draft = await c.act(
      'manager',
      'open-case',
      {},
      { initiative: id, kind: 'approval', level: 'N2', question: 'Skal Ventelisten godkendes?' },
    );
    const kindFor = async (person: Person, what: string) =>
      (await listOf(person)).items.find((row) => row.what.includes(what))?.kind;
    assert.equal(await kindFor('manager', 'Skal Ventelisten'), 'draft');
    assert.equal(await kindFor('board1', 'Skal Ventelisten'), undefined);

    await c.act('manager', 'write-recommendation', { id: String(draft['number']) }, { recommendation: 'Ja' });
    await c.act('manager', 'send-case', { id: String(draft['number']) });
    assert.equal(await kindFor('manager', 'Skal Ventelisten'), 'decide');
    assert.equal(await kindFor('board1', 'Skal Ventelisten'), 'read');
    for (const person of ['projectManager', 'member', 'former', 'operator', 'outsider'] as const)
      assert.equal(await kindFor(person, 'Skal Ventelisten'), undefined, person);

    await c.act(
      'manager',
      'decide-case',
      { id: String(draft['number']) },
      {
        outcome: 'postponed',
        reason: 'Først til foråret',
        votes: { for: 4, against: 0, abstaining: 0 },
        postponedUntil: '2027-03-01',
      },
    );
    assert.equal(
      await kindFor('manager', 'Skal Ventelisten'),
      undefined,
      'postponed: it waits for nobody until then',
    );
    c.setNow('2027-03-01T09:00:00Z');
    assert.equal(await kindFor('manager', 'Skal Ventelisten'), 'decide');
    c.setNow(`${today}T09:00:00Z`);
    await c.act(
      'manager',
      'decide-case',
      { id: String(draft['number']) },
      {
        outcome: 'sent-back',
        reason: 'To ting mangler',
        votes: { for: 4, against: 0, abstaining: 0 },
        points: ['Find en kommune', 'Beskriv driften'],
      },
    );
    assert.equal(await kindFor('manager', 'Skal Ventelisten'), 'sent-back');
    assert.equal(await kindFor('board1', 'Skal Ventelisten'), undefined);

    await c.app.db
      .insertInto('assessments')
      .values(
        (['idea', 'licence'] as const).map((requirement, index) => ({
          initiative_id: id,
          edition: '2016',
          requirement,
          voice: 'self',
          verdict: index === 0 ? 'met' : 'planned',
          explanation: 'Se her',
          valid_until: index === 0 ? '2026-10-01' : null,
          planned_for: index === 0 ? null : '2026-11-01',
          changed_at: `${today}T08:00:00Z`,
        })),
      )
      .execute();
    const lapsed = (await listOf('projectManager')).items.filter((row) => row.kind === 'requirement');
    assert.deepEqual(
      lapsed.map((row) => row.due),
      ['2026-10-01', '2026-11-01'],
    );

    await c.app.db
      .insertInto('requirement_questions')
      .values({
        id: newId(),
        initiative_id: id,
        edition: '2016',
        requirement: 'licence',
        question: 'Hvilken licens?',
        asked_by: c.people.projectManager,
        asked_at: `${today}T08:00:00Z`,
      })
      .execute();
    assert.equal(await kindFor('staff', 'Ventelisten spørger'), 'question');
    assert.equal(await kindFor('projectManager', 'Ventelisten spørger'), undefined);

    await c.app.db
      .insertInto('evaluation_imports')
      .values({
        id: newId(),
        initiative_id: id,
        edition: '2016',
        voice: 'self',
        file_name: 'selvevaluering.json',
        source: '{}',
        rows: '[]',
        status: 'preview',
        created_by: c.people.projectManager,
        created_at: `${today}T08:00:00Z`,
      })
      .execute();
    assert.equal(await kindFor('projectManager', 'selvevaluering.json'), 'import');
    assert.equal(await kindFor('staff', 'selvevaluering.json'), undefined);

    const group = await steps.group(id, 'steering-group', [
      ['projectManager', 'member', true],
      ['steeringChair', 'chair', true],
    ]);
    assert.equal(
      (await listOf('steeringChair')).items.some((row) => row.kind === 'finding'),
      true,
    );
    await c.app.db
      .updateTable('seats')
      .set({ to_on: '2026-12-31' })
      .where('body_id', '=', group)
      .where('person_id', '=', c.people.steeringChair)
      .execute();
    assert.equal(await kindFor('steeringChair', 'Din plads ophører'), 'seat');
    assert.equal(await kindFor('projectManager', `${cast.steeringChair}s plads ophører`), 'seat');
    assert.equal(await kindFor('member', cast.steeringChair), undefined);
  });

  test('page, number in the menu and API say the same to everyone', async () => {
    for (const person of Object.keys(cast) as Person[]) {
      const { items, total } = await listOf(person);
      assert.equal(items.length, total);
      const danish = await http.get(person, '/');
      const english = await http.get(person, '/en');
      for (const [page, words] of [
        [
          danish,
          total === 0 ? 'Intet venter på dig' : total === 1 ? '1 ting venter' : `${total} ting venter`,
        ],
        [
          english,
          total === 0 ? 'Nothing waits for you' : total === 1 ? '1 thing waits' : `${total} things wait`,
        ],
      ] as const) {
        assert.equal(page.status, 200);
        assert.ok(page.text.includes(words), `${person}: ${words}`);
        const counted = /class="count"[^>]*>\s*(\d+)/.exec(page.text)?.[1];
        assert.equal(Number(counted ?? 0), total, `${person}: the number in the menu`);
      }
      for (const row of items)
        assert.ok(danish.text.includes(`href="${row.href}"`), `${person}: ${row.href}`);
    }
    assert.equal((await http.api(null, 'GET', '/waiting')).status, 401);
  });

  test('tells a visitor what this is, without names and without drafts', async () => {
    const danish = await http.get(null, '/');
    assert.match(danish.text, /Produkter efter niveau/);
    assert.match(danish.text, /Log ind/);
    assert.match((await http.get(null, '/en')).text, /Products by level/);
    assert.ok(!danish.text.includes('Skal Ventelisten godkendes?'), 'a case sent back is a draft again');
    for (const name of Object.values(cast)) assert.ok(!danish.text.includes(name), name);
  });
});

describe('what waits', () => {
  const date = fc
    .integer({ min: 0, max: 900 })
    .map((n) => Temporal.PlainDate.from('2025-01-01').add({ days: n }).toString());
  const aCase = fc.record({
    number: fc.nat(999),
    kind: fc.constantFrom('approval', 'placement'),
    question: fc.string(),
    rule: fc.constant('right.approval'),
    edition: fc.constant('2016'),
    body: fc.constant({ kind: 'board' as const, name: 'Bestyrelsen' }),
    initiativeSlug: fc.constantFrom('x', null),
    records: fc.boolean(),
    since: date,
    deadline: fc.option(date),
    postponedUntil: fc.option(date),
  });
  const empty: WaitingFacts = {
    titled: edition2025,
    meetings: [],
    toFinish: [],
    cases: [],
    drafts: [],
    questions: [],
    lapsed: [],
    findings: [],
    seats: [],
    imports: [],
    actions: [],
    minutes: [],
  };

  test('has one row for each case that is not postponed, those with a deadline first and by it', () => {
    fc.assert(
      fc.property(fc.array(aCase, { maxLength: 20 }), (cases) => {
        const rows = waitsFor({ ...empty, cases }, today);
        assert.equal(
          rows.length,
          cases.filter(({ postponedUntil }) => postponedUntil === null || postponedUntil <= today).length,
        );
        const dues = rows.map((row) => row.due ?? '9999');
        assert.deepEqual(dues, dues.toSorted());
      }),
    );
  });
});
