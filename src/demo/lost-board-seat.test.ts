import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { TestDatabase } from '../../test/database.ts';
import { demoClock, demoDatabase, demoToday as today } from '../../test/demo-database.ts';
import { createServer } from '../app.ts';
import { readConfig } from '../config.ts';
import type { App } from '../context.ts';
import { sha256 } from '../lib/hash.ts';
import { newId } from '../lib/id.ts';
import { createApp } from '../main.ts';
import { cookieName } from '../people/session.ts';
import { formatDate } from '../web/format.ts';
import { boardSeatLostDaysAgo } from './groups.ts';

const daysFrom = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
/** The day after the last one with a member of the board in the group. */
const lostOn = daysFrom(1 - boardSeatLostDaysAgo);

/** The edition of 2016 asks for the majority, which one seat of four never was. */
for (const [edition, rule, since, cured] of [
  ['2025', 'composition.board-represented', lostOn, 'sekretariatschefen eller foreningens forperson'],
  ['2016', 'composition.board-majority', null, 'forretningslederen eller foreningens formand'],
] as const) {
  describe(`OS2mo’s steering group has lost its board seat, under edition ${edition}`, () => {
    let database: TestDatabase;
    let app: App;
    let server: FastifyInstance;
    before(async () => {
      database = await demoDatabase(edition);
      app = createApp(readConfig({}), database.db, demoClock);
      server = createServer(app);
    });
    after(async () => {
      await server.close();
      await database.drop();
    });

    const page = async (path: string, person?: string): Promise<string> => {
      const headers = person === undefined ? {} : { cookie: `${cookieName(app)}=${await session(person)}` };
      const answer = await server.inject({ method: 'GET', url: path, headers });
      assert.equal(answer.statusCode, 200, answer.body.slice(0, 300));
      return answer.body;
    };
    const session = async (person: string): Promise<string> => {
      const { id } = await database.db
        .selectFrom('people')
        .select('id')
        .where('email', '=', `${person}@demo.example`)
        .executeTakeFirstOrThrow();
      const at = app.clock().toString();
      const token = newId();
      await database.db
        .insertInto('sessions')
        .values({
          id: newId(),
          person_id: id,
          token_hash: sha256(token),
          how: 'demo',
          created_at: at,
          seen_at: at,
          expires_at: '2099-01-01T00:00:00Z',
        })
        .execute();
      return token;
    };

    for (const path of ['/bodies/os2mo-styregruppe', '/initiatives/os2mo/bodies']) {
      test(`${path} tells everyone since when, by when and by whom it is cured`, async () => {
        const text = await page(path);
        assert.match(text, new RegExp(rule.replace('.', '\\.')));
        if (since !== null) assert.ok(text.includes(`Siden ${formatDate(since, 'da')} (39 dage)`));
        assert.match(text, /Sådan kan det rettes/);
        assert.ok(text.includes(`Det kan gøres af: ${cured}`));
      });

      test(`${path} gives the chair of the association the forms that cure it`, async () => {
        const text = await page(path, 'formand');
        const links = text.match(/\/bodies\/os2mo-styregruppe\/seats\/new\?person=[^"]+/g) ?? [];
        assert.equal(links.length, 6, 'one for each member of the board');
      });
    }
  });
}
