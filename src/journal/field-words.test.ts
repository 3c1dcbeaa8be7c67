import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoSite } from '../../test/demo-site.ts';
import { differences } from './differences.ts';
import { fields } from './fields.ts';

test('every detail that the demo community’s journal shows has a word in both languages', async () => {
  const site = await demoSite();
  try {
    const rows = await site.app.db.selectFrom('journal').select(['before', 'after']).execute();
    assert.ok(rows.length > 100);
    const keys = rows.flatMap((row) => differences(row.before, row.after).flatMap(({ path }) => path));
    const missing = [...new Set(keys)].filter((key) => !/^\d+$/.test(key) && !Object.hasOwn(fields, key));
    assert.deepEqual(missing, []);
  } finally {
    await site.end();
  }
});
