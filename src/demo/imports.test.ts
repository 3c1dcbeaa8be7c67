import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { os2File, selfEvaluations } from '../../test/evaluation-files.ts';
import type { TestDatabase } from '../../test/database.ts';
import { demoClock, demoDatabase, demoToday as today } from '../../test/demo-database.ts';
import { readConfig } from '../config.ts';
import type { App } from '../context.ts';
import { parseAudit, type Audit } from '../evaluations/audit-file.ts';
import { selfEvaluationOf } from '../evaluations/export-data.ts';
import { lightOf, type Light } from '../evaluations/lights.ts';
import { reportOn } from '../evaluations/report-data.ts';
import { createApp } from '../main.ts';
import { initiativeBy } from '../portfolio/load.ts';
import { editionOf } from '../rules/edition-of.ts';

describe('The demo community keeps the real files of OS2’s products', () => {
  let database: TestDatabase;
  let app: App;
  before(async () => {
    database = await demoDatabase();
    app = createApp(readConfig({}), database.db, demoClock);
  });
  after(() => database.drop());

  test('three self-evaluations are taken over and come out byte for byte', async () => {
    const products = [
      ['os2skadesoekonomi', selfEvaluations[0]],
      ['os2borgerpc', selfEvaluations[2]],
      ['os2fleetoptimiser', selfEvaluations[3]],
    ] as const;
    for (const [slug, file] of products) {
      const out = await selfEvaluationOf(app.db, await initiativeBy(app.db, slug), false);
      assert.equal(out, Buffer.from(os2File(file)).toString('utf8'), slug);
    }
  });

  test('the evaluation of OS2skadesøkonomi counts as its verdicts do, by level and by theme', async () => {
    const edition = editionOf('2025');
    const audit = parseAudit(os2File('audit-2025-OS2-SkadesOekonomi.md'), edition) as Audit;
    const report = await reportOn(
      app.db,
      await initiativeBy(app.db, 'os2skadesoekonomi'),
      'evaluation',
      null,
      today,
    );
    const wanted = (light: Light, of: (id: string) => boolean): number =>
      audit.rows.filter(({ id, proposed }) => of(id) && lightOf(proposed.verdict, null, today) === light)
        .length;
    for (const light of ['green', 'yellow', 'red', 'grey'] as const) {
      for (const { id: level } of edition.levels)
        assert.equal(
          report.lightCounts.byLevel[level]?.counts[light],
          wanted(light, (id) => edition.requirements[id]?.level === level),
        );
      for (const theme of edition.themes)
        assert.equal(
          report.lightCounts.byTheme[theme].counts[light],
          wanted(light, (id) => edition.requirements[id]?.theme === theme),
        );
    }
    assert.equal(report.lightCounts.all.counts.unassessed, 0);
    assert.ok(report.differences.length > 0, 'the two voices differ somewhere');
  });

  test('one file waits for a person to read its own words', async () => {
    const waiting = await app.db
      .selectFrom('evaluation_imports as e')
      .innerJoin('initiatives as i', 'i.id', 'e.initiative_id')
      .select(['i.slug', 'e.file_name'])
      .where('e.status', '=', 'preview')
      .execute();
    assert.deepEqual(waiting, [{ slug: 'os2aiheatcontrol', file_name: selfEvaluations[1] }]);
  });

  test('no e-mail address of a real person has come in with the files', async () => {
    const texts = await app.db.selectFrom('evaluation_imports').select(['source', 'rows']).execute();
    assert.doesNotMatch(JSON.stringify(texts), /[\w.+-]+@[\w-]+\.[a-z]{2,}/i);
  });
});
