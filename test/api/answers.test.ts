import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { deeds, queries } from '../../src/registry.ts';
import { operationId } from '../../src/deeds/deed.ts';
import { assertDeclared } from '../declared-answers.ts';
import { demoSite, type DemoPerson, type DemoSite } from '../demo-site.ts';

/** The operations that other systems are built on: their answers are described in full. */
const described = [
  'listEditions',
  'getEdition',
  'registerIdea',
  'listInitiatives',
  'getInitiative',
  'getForecast',
  'placeInitiative',
  'moveInitiative',
  'listAssessments',
  'getAssessment',
  'assessRequirement',
  'openCase',
  'listCases',
  'getCase',
  'previewDecision',
  'decideCase',
  'listBodies',
  'getBody',
  'establishBody',
  'seatPerson',
  'changeSeat',
  'listOrganisations',
  'getOrganisation',
  'registerOrganisation',
  'listPeople',
  'getPerson',
  'registerPerson',
  'listJournal',
  'getJournalEntry',
  'getJournalHead',
];

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

const asked = async (person: DemoPerson, path: string) => {
  const answer = await site.send(person, 'GET', `/api/v1${path}`);
  assert.equal(answer.status, 200, `${path}: ${answer.text.slice(0, 200)}`);
  assertDeclared('GET', path, answer);
  return JSON.parse(answer.text) as { readonly items: readonly Item[] };
};

describe('what the API says it answers', () => {
  test('is described in full for every operation that other systems are built on', () => {
    const full = [...deeds, ...queries].filter((each) => each.answers !== undefined);
    const names = new Set(full.map((each) => operationId(each.name)));
    assert.deepEqual(
      described.filter((name) => !names.has(name)),
      [],
    );
  });

  for (const [who, person] of [
    ['a visitor', null],
    ['the business manager', 'forretningsleder'],
    ['a contact of a member', 'kommune'],
  ] as const)
    test(`is what ${who} gets of everything in the demo community`, async () => {
      const everyOne: readonly (readonly [string, (item: Item) => string])[] = [
        ['/editions', ({ id }) => `/editions/${id}`],
        ['/initiatives', ({ slug }) => `/initiatives/${slug}`],
        ['/initiatives', ({ slug }) => `/initiatives/${slug}/forecast`],
        ['/initiatives', ({ slug }) => `/initiatives/${slug}/assessments`],
        ['/cases', ({ number }) => `/cases/${number}`],
        ['/bodies', ({ slug }) => `/bodies/${slug}`],
        ['/bodies', ({ slug }) => `/bodies/${slug}/decisions`],
        ['/organisations', ({ slug }) => `/organisations/${slug}`],
        ['/journal', ({ seq }) => `/journal/${seq}`],
        ...(person === null ? [] : [['/people', ({ id }: Item) => `/people/${id}`] as const]),
      ];
      for (const [list, pathOf] of everyOne) {
        const { items } = await asked(person, list);
        assert.ok(items.length > 0, list);
        for (const item of items) await asked(person, pathOf(item));
      }
      for (const path of ['/findings', '/journal/head', '/questions', '/initiatives/os2mo/assessments/F18'])
        await asked(person, path);
    });
});
