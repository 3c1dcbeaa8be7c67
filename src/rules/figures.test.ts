import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isClaimed, linesFor } from '../../rulebook/judge.ts';
import { editions } from '../../rulebook/editions.ts';
import type { Origin, Stage, Verdict, Voice } from '../../rulebook/vocabulary.ts';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { newId } from '../lib/id.ts';
import { figuresNow, requirementFigures } from './figures.ts';
import { standingsOf } from './standing.ts';

const at = '2026-01-05T09:00:00Z';

describe('how the requirements stand across initiatives', () => {
  let c: TestCommunity;
  before(async () => void (c = await testCommunity('2025')));
  after(() => c.end());

  /** A few of everything, under every edition, with words spread over requirements, voices and verdicts. */
  const fill = async (): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (const edition of editions)
      for (const stage of ['idea', 'concept', 'project', 'product', 'retired'] as const)
        for (const level of [null, ...edition.levels.map(({ id }) => id)])
          for (const origin of ['community', 'outside'] as const) {
            const id = newId();
            ids.push(id);
            await c.app.db
              .insertInto('initiatives')
              .values({
                id,
                slug: `tal-${ids.length}`,
                name: `Tal ${ids.length}`,
                origin,
                stage,
                level,
                edition: edition.id,
                registered_at: at,
                stage_since: at,
                changed_at: at,
                ended_as: stage === 'retired' ? 'retired' : null,
              })
              .execute();
            const words = Object.values(edition.requirements).flatMap(({ id: requirement }, index) =>
              (['self', 'community'] as const).flatMap((voice, other) =>
                (ids.length + index + other) % 3 === 0
                  ? []
                  : [
                      {
                        initiative_id: id,
                        edition: edition.id,
                        requirement,
                        voice,
                        verdict: edition.verdicts[
                          (ids.length + index * 2 + other) % edition.verdicts.length
                        ] as string,
                        changed_at: at,
                      },
                    ],
              ),
            );
            await c.app.db.insertInto('assessments').values(words).execute();
          }
    return ids;
  };

  test('what each voice says adds up to how many the requirement applies to, as counted one by one', async () => {
    const ids = await fill();
    for (const edition of editions) {
      const figures = await requirementFigures(c.app.db, edition);
      assert.equal(figures.length, Object.keys(edition.requirements).length);
      const rows = await c.app.db
        .selectFrom('initiatives')
        .select(['id', 'stage', 'level', 'origin'])
        .where('edition', '=', edition.id)
        .where('stage', '<>', 'retired')
        .where('id', 'in', ids)
        .execute();
      const standings = await standingsOf(
        c.app.db,
        rows.map(({ id }) => id),
        edition,
        '2026-11-24',
      );
      for (const { requirement, applies, said } of figures) {
        const asked = rows.flatMap((row) => {
          const standing = standings.get(row.id);
          if (!standing || row.level === null) return [];
          const target = { stage: row.stage as Stage, level: row.level };
          const lines = linesFor(edition, { ...standing, origin: row.origin as Origin }, target);
          return lines.some(({ id }) => id === requirement) ? [standing] : [];
        });
        assert.equal(applies, asked.length, `${edition.id} ${requirement}`);
        const line = edition.requirements[requirement];
        assert.equal(said === null, line !== undefined && !isClaimed(line));
        for (const [voice, counts] of Object.entries(said ?? {})) {
          assert.equal(
            Object.values(counts).reduce((sum, n) => sum + n, 0),
            applies,
            `${edition.id} ${requirement} ${voice}`,
          );
          for (const [verdict, n] of Object.entries(counts))
            assert.equal(
              n,
              asked.filter(
                (standing) =>
                  (standing.assessments[requirement]?.[voice as Voice]?.verdict ?? 'unknown') ===
                  (verdict as Verdict),
              ).length,
              `${edition.id} ${requirement} ${voice} ${verdict}`,
            );
        }
      }
    }
  });

  test('the page’s figures follow what is written', async () => {
    const edition = editions.find(({ id }) => id === '2025');
    assert.ok(edition);
    const first = await figuresNow(c.app.db, edition);
    assert.equal(await figuresNow(c.app.db, edition), first, 'kept while nothing is written');
    const [one] = first;
    assert.ok(one);
    await c.act('member', 'register-idea', {}, { name: 'Nyt', summary: 'En idé', origin: 'community' });
    const second = await figuresNow(c.app.db, edition);
    assert.notEqual(second, first, 'counted anew after a write');
    assert.deepEqual(second, first, 'an idea without a level is not asked anything yet');
  });
});
