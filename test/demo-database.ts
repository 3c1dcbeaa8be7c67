import assert from 'node:assert/strict';
import { readConfig } from '../src/config.ts';
import type { App } from '../src/context.ts';
import { openDatabase } from '../src/db/client.ts';
import { migrate } from '../src/db/migrate.ts';
import { loadDemo } from '../src/demo/load-demo.ts';
import { createApp } from '../src/main.ts';
import { copyOf, templatesOf, type TestDatabase } from './database.ts';

/** The day of the demo community in tests. */
export const demoToday = '2026-11-24';
export const demoClock: App['clock'] = () => Temporal.Instant.from(`${demoToday}T09:00:00Z`);

/** The demo community in a database of one's own; loaded once in a run and copied from then on. */
export const demoDatabase = (edition = '2025'): Promise<TestDatabase> =>
  copyOf({
    name: `${templatesOf(process.env['TEST_RUN'] ?? String(process.pid))}${edition}`,
    fill: async (url) => {
      const db = openDatabase({ connectionString: url }, { max: 4 });
      await migrate(db);
      assert.equal(await loadDemo(createApp(readConfig({}), db, demoClock), edition), true);
      await db.destroy();
    },
  });
