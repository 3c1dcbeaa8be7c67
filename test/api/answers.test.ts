import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { queries } from '../../src/registry.ts';
import { assertDeclared, operationAt } from '../declared-answers.ts';
import { demoSite, type DemoPerson, type DemoSite } from '../demo-site.ts';
import { evaluationFiles, os2File } from '../evaluation-files.ts';

interface Item {
  readonly id: string;
  readonly slug: string;
  readonly number: number;
  readonly seq: number;
}

let site: DemoSite;
before(async () => {
  site = await demoSite();
});
after(async () => {
  await site.end();
});

/** The operations whose answer was seen, by name. */
const seen = new Set<string>();

async function asked<T = { readonly items: readonly Item[] }>(
  person: DemoPerson,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await site.send(person, method, `/api/v1${path}`, body === undefined ? {} : { body });
  assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text.slice(0, 200)}`);
  assertDeclared(method, path, answer);
  seen.add(operationAt(method, path)?.name ?? '');
  return JSON.parse(answer.text) as T;
}

const ofInitiative =
  (part: string) =>
  ({ slug }: Item): string =>
    `/initiatives/${slug}${part}`;

/** The lists of the API, and what is asked about each thing in them. */
const lists: readonly (readonly [list: string, about: readonly ((item: Item) => string)[]])[] = [
  [
    '/editions',
    [
      ({ id }) => `/editions/${id}`,
      ({ id }) => `/editions/${id}/figures`,
      ({ id }) => `/editions/2016/diff/${id}`,
    ],
  ],
  [
    '/initiatives',
    [
      '',
      '/forecast',
      '/assessments',
      '/contracts',
      '/self-evaluation',
      '/reports/evaluation',
      '/reports/governance',
    ].map(ofInitiative),
  ],
  ['/cases', [({ number }) => `/cases/${number}`]],
  [
    '/bodies',
    ['', '/decisions', '/charter'].map(
      (part) =>
        ({ slug }) =>
          `/bodies/${slug}${part}`,
    ),
  ],
  ['/statutes', [({ id }) => `/statutes/${id}`]],
  ['/meetings', [({ number }) => `/meetings/${number}`, ({ number }) => `/meetings/${number}/items`]],
  ['/organisations', [({ slug }) => `/organisations/${slug}`]],
  ['/journal', [({ seq }) => `/journal/${seq}`]],
];
const listsOfTheSignedIn: typeof lists = [['/people', [({ id }) => `/people/${id}`]]];

const single = [
  '/findings',
  '/questions',
  '/journal/head',
  '/initiatives/os2mo/assessments/F18',
  '/openapi.json',
];
const singleOfTheSignedIn = ['/me', '/waiting', '/initiatives/os2mo/evaluation-imports'];

describe('what the API says it answers', () => {
  for (const [who, person] of [
    ['a visitor', null],
    ['the business manager', 'forretningsleder'],
    ['a contact of a member', 'kommune'],
  ] as const)
    test(`is what ${who} gets of everything in the demo community`, async () => {
      for (const [list, about] of [...lists, ...(person === null ? [] : listsOfTheSignedIn)]) {
        const { items } = await asked(person, 'GET', list);
        assert.ok(items.length > 0, list);
        for (const item of items) for (const pathOf of about) await asked(person, 'GET', pathOf(item));
      }
      for (const path of [...single, ...(person === null ? [] : singleOfTheSignedIn)])
        await asked(person, 'GET', path);
    });

  test('is what is answered about every kind of evaluation file, read in and confirmed', async () => {
    const path = '/initiatives/os2aiheatcontrol/evaluation-imports';
    const person = 'forretningsleder';
    for (const name of evaluationFiles) {
      const content = Buffer.from(os2File(name)).toString('utf8');
      const { id } = await asked<Item>(person, 'POST', path, { content });
      const { waiting } = await asked<{ waiting: string[] }>(person, 'GET', `/evaluation-imports/${id}`);
      const choices = Object.fromEntries(waiting.map((key) => [key, 'leave-out']));
      await asked(person, 'POST', `/evaluation-imports/${id}/confirmation`, { choices });
    }
    for (const part of ['/evaluation-imports', '/self-evaluation', '/reports/evaluation'])
      await asked(person, 'GET', `/initiatives/os2aiheatcontrol${part}`);
  });

  test('is what is answered about a decision that is not made yet', async () => {
    const { items } = await asked('forretningsleder', 'GET', '/cases?status=waiting');
    for (const { number } of items)
      await asked('forretningsleder', 'POST', `/cases/${number}/preview`, {
        outcome: 'rejected',
        reason: 'Til prøve',
        votes: { for: 0, against: 3, abstaining: 0 },
      });
  });

  test('is what the secretariat is told of the outbox, and everybody of their own mails', async () => {
    const { items } = await asked('sekretariat', 'GET', '/letters');
    assert.ok(items.length > 0);
    for (const { id } of items.slice(0, 20)) await asked('sekretariat', 'GET', `/letters/${id}`);
    for (const path of ['/letter-texts', '/outbox', '/me/letters', '/me/calendar-addresses'])
      await asked('sekretariat', 'GET', path);
    const waiting = await asked('forretningsleder', 'GET', '/cases?status=waiting');
    for (const { number } of waiting.items)
      await asked('forretningsleder', 'POST', '/letter-previews', {
        operation: 'decideCase',
        params: { id: String(number) },
        input: { outcome: 'rejected', reason: 'Til prøve', votes: { for: 0, against: 3, abstaining: 0 } },
      });
  });

  test('is what is told of a meeting that was held: items, minutes, what was voted and decided', async () => {
    const { db } = site.app;
    const { number } = await db
      .selectFrom('meetings')
      .select('number')
      .where('status', '=', 'published')
      .executeTakeFirstOrThrow();
    const ballots = await db.selectFrom('ballots').select('id').execute();
    const decisions = await db
      .selectFrom('decisions')
      .select('number')
      .where('item_id', 'is not', null)
      .execute();
    const items = await db
      .selectFrom('agenda_items as x')
      .innerJoin('meetings as m', 'm.id', 'x.meeting_id')
      .select(['m.number as meeting', 'x.number as item', 'x.id'])
      .where('x.closed_ground', 'is', null)
      .where('m.status', '=', 'published')
      .where((eb) =>
        eb.or([
          eb.exists(
            eb.selectFrom('agenda_item_annexes as a').select('a.id').whereRef('a.item_id', '=', 'x.id'),
          ),
          eb.exists(eb.selectFrom('candidacies as c').select('c.id').whereRef('c.item_id', '=', 'x.id')),
        ]),
      )
      .execute();
    assert.ok(ballots.length > 0 && decisions.length > 0 && items.length > 0);
    for (const person of [null, 'formand', 'forretningsleder'] as const) {
      for (const part of ['', '/items', '/items/1', '/minutes'])
        await asked(person, 'GET', `/meetings/${number}${part}`);
      for (const { meeting, item, id } of items) {
        await asked(person, 'GET', `/meetings/${meeting}/items/${item}/annexes`);
        await asked(person, 'GET', `/agenda-items/${id}/candidacies`);
      }
      for (const decision of decisions) await asked(person, 'GET', `/decisions/${decision.number}`);
      if (person === null) continue;
      for (const part of ['/minutes/versions', '/minutes/remarks'])
        await asked(person, 'GET', `/meetings/${number}${part}`);
      for (const { id } of ballots) await asked(person, 'GET', `/ballots/${id}`);
      await asked(person, 'GET', '/actions');
    }
  });

  test('was seen of every operation that reads', () => {
    assert.deepEqual(
      queries.map(({ name }) => name).filter((name) => !seen.has(name)),
      [],
    );
  });
});
