import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { editions } from '../../rulebook/editions.ts';
import { isClaimed } from '../../rulebook/judge.ts';
import { counterparts } from '../../rulebook/lineage.ts';
import type { Edition } from '../../rulebook/rule.ts';
import { verdicts, type Verdict, type Voice } from '../../rulebook/vocabulary.ts';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { stepsOf, type Steps } from '../../test/steps.ts';
import { newId } from '../lib/id.ts';
import { editionOf } from '../rules/edition-of.ts';
import { forecastOf } from '../rules/forecast-of.ts';

const today = '2026-11-24';
let c: TestCommunity;
let at: Steps;

interface Said {
  readonly requirement: string;
  readonly voice: Voice;
  readonly verdict: Verdict;
  readonly explanation: string;
  readonly validUntil: string | null;
}

const claimed = (edition: Edition) => Object.values(edition.requirements).filter(isClaimed);

const saidUnder = (edition: Edition): fc.Arbitrary<Said[]> =>
  fc.uniqueArray(
    fc.record({
      requirement: fc.constantFrom(...claimed(edition).map(({ id }) => id)),
      voice: fc.constantFrom<Voice>('self', 'community'),
      verdict: fc.constantFrom(...(Object.keys(verdicts) as Verdict[]), 'met' as const, 'met' as const),
      explanation: fc.constantFrom('', 'Vi bruger en anden løsning'),
      validUntil: fc.constantFrom(null, null, '2026-01-01', '2027-01-01'),
    }),
    { selector: ({ requirement, voice }) => `${requirement} ${voice}`, minLength: 10, maxLength: 60 },
  );

const row = (id: string, edition: string, said: Said) => ({
  initiative_id: id,
  edition,
  requirement: said.requirement,
  voice: said.voice,
  verdict: said.verdict,
  explanation: said.explanation,
  valid_until: said.validUntil,
  changed_at: '2026-11-01T09:00:00Z',
});

const wordsUnder = (id: string, edition: string) =>
  c.app.db
    .selectFrom('assessments')
    .selectAll()
    .where('initiative_id', '=', id)
    .where('edition', '=', edition)
    .orderBy('requirement')
    .orderBy('voice')
    .execute();

const change = (slug: string, edition: string) =>
  c.act('manager', 'change-edition', { id: slug }, { edition, reason: 'Den udgave gælder for os' });

describe('a change of edition', () => {
  before(async () => {
    c = await testCommunity('2016');
    at = stepsOf(c, '2016');
  });
  after(() => c.end());

  test('does what the forecast said it would, and overwrites nothing', async () => {
    const { id, slug } = await at.idea('Fælles kalender');
    const asked = fc
      .tuple(fc.constantFrom(...editions), fc.constantFrom(...editions))
      .filter(([from, to]) => from !== to)
      .chain(([from, to]) =>
        fc.record({
          from: fc.constant(from),
          to: fc.constant(to),
          said: saidUnder(from),
          existing: fc.oneof(fc.constant<Said[]>([]), saidUnder(to)),
          stage: fc.constantFrom('concept', 'project', 'product'),
          level: fc.constantFrom('N1', 'N2', 'N3'),
        }),
      );
    await fc.assert(
      fc.asyncProperty(asked, async ({ from, to, said, existing, stage, level }) => {
        await c.app.db.deleteFrom('assessments').where('initiative_id', '=', id).execute();
        await c.app.db
          .updateTable('initiatives')
          .set({ edition: from.id, stage, level })
          .where('id', '=', id)
          .execute();
        await c.app.db
          .insertInto('assessments')
          .values([
            ...said.map((each) => row(id, from.id, each)),
            ...existing.map((each) => row(id, to.id, each)),
          ])
          .execute();
        const left = await wordsUnder(id, from.id);
        const there = await wordsUnder(id, to.id);

        const foreseen = await forecastOf(c.app.db, await at.row(id), { edition: to.id }, today);
        await change(slug, to.id);
        const { forecast } = await forecastOf(c.app.db, await at.row(id), { edition: to.id }, today);

        assert.deepEqual(forecast.missing, foreseen.forecast.missing);
        assert.deepEqual(forecast.steps, foreseen.forecast.steps);
        assert.deepEqual(await wordsUnder(id, from.id), left, 'what was said stays');
        const now = await wordsUnder(id, to.id);
        for (const each of there)
          assert.deepEqual(
            now.find((word) => word.requirement === each.requirement && word.voice === each.voice),
            each,
          );
      }),
      { numRuns: 60 },
    );
  });

  test('of an initiative fully documented at N2 under 2016 asks only for what has no counterpart', async () => {
    const { id, slug } = await at.idea('Fælles arkiv');
    await c.act('manager', 'place-initiative', { id: slug }, { level: 'N2', reason: 'Til gavn for alle' });
    await at.documentAll(id, 'product', 'N2');
    await c.app.db.updateTable('initiatives').set({ stage: 'product' }).where('id', '=', id).execute();
    const before = await forecastOf(c.app.db, await at.row(id), { edition: '2025' }, today);
    await change(slug, '2025');
    const { forecast } = await forecastOf(c.app.db, await at.row(id), { edition: '2025' }, today);
    const asked = forecast.missing.flatMap(({ requirement }) => {
      const found = claimed(editionOf('2025')).find((each) => each.id === requirement);
      return found ? [found.id] : [];
    });
    assert.deepEqual(asked, ['F6', 'F10', 'F11', 'F16', 'S1', 'S4']);
    for (const requirement of asked)
      assert.deepEqual(counterparts(editionOf('2016'), editionOf('2025'), requirement), []);
    assert.deepEqual(
      before.askedAnew.map(({ requirement }) => requirement),
      asked,
      'and the forecast named them before the change',
    );
  });

  test('takes dates, review and evidence along, and back again', async () => {
    const { id, slug } = await at.idea('Fælles kort');
    const reviewed = { checked_on: '2026-10-01', checked_by: c.people.member, reviewed_by: c.people.manager };
    const key = { initiative_id: id, edition: '2016', voice: 'self' };
    const met: Said = {
      requirement: '',
      voice: 'self',
      verdict: 'met',
      explanation: 'Testet',
      validUntil: null,
    };
    await c.app.db
      .insertInto('assessments')
      .values([
        {
          ...row(id, '2016', { ...met, requirement: 'security' }),
          ...reviewed,
          as_written: 'Ja',
          reviewed_at: '2026-10-03T09:00:00Z',
        },
        ...['procurement', 'lawful', 'data-processing'].map((requirement, index) => ({
          ...row(id, '2016', { ...met, requirement }),
          ...reviewed,
          checked_on: `2026-10-1${index}`,
          reviewed_at: index === 1 ? null : '2026-10-03T09:00:00Z',
          reviewed_by: index === 1 ? null : c.people.manager,
        })),
      ])
      .execute();
    await c.app.db
      .insertInto('evidence')
      .values(
        ['security', 'procurement', 'lawful'].map((requirement) => ({
          id: newId(),
          ...key,
          requirement,
          title: 'Rapport',
          url: 'https://example.org/rapport',
          added_at: '2026-10-01T09:00:00Z',
        })),
      )
      .execute();
    await change(slug, '2018');
    await change(slug, '2025');
    const words = await wordsUnder(id, '2025');
    assert.deepEqual(
      words.map((word) => [word.requirement, word.kept_from, word.checked_on, word.reviewed_by]),
      [
        ['F3', '2016', '2026-10-10', null],
        ['F4', '2016', '2026-10-01', c.people.manager],
      ],
      'joined, it is checked when the first part was, and not reviewed until every part is',
    );
    assert.equal(words[1]?.as_written, 'Ja');
    const evidence = await c.app.db
      .selectFrom('evidence')
      .select(['requirement', 'url'])
      .where('initiative_id', '=', id)
      .where('edition', '=', '2025')
      .orderBy('requirement')
      .execute();
    assert.deepEqual(
      evidence.map((each) => each.requirement),
      ['F3', 'F4'],
      'a link behind two joined parts comes along once',
    );
    const original = await wordsUnder(id, '2016');
    await change(slug, '2016');
    assert.deepEqual(await wordsUnder(id, '2016'), original, 'what was said there stands');
  });
});
