import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { migrations } from '../db/migrate.ts';
import { opinionOf, opinionProblems } from './second-opinion.ts';

describe('the second opinion of a case', () => {
  test('only a disagreement takes one, and the board is not left without it', () => {
    const at = (opinion_wanted: boolean, status: string, said?: string) =>
      opinionProblems({ opinion_wanted, status }, said).length;
    assert.deepEqual(
      [at(true, 'draft', ''), at(true, 'draft', 'Ja'), at(true, 'waiting', 'Ja'), at(true, 'waiting', '')],
      [0, 0, 0, 1],
    );
    assert.deepEqual([at(false, 'draft'), at(false, 'draft', ''), at(false, 'draft', 'Ja')], [0, 0, 1]);
    assert.equal(opinionOf({ opinion_wanted: false, opinion: '' }), null);
    assert.equal(opinionOf({ opinion_wanted: true, opinion: '' }), '');
  });

  let database: TestDatabase;
  before(async () => void (database = await freshDatabase()));
  after(() => database.drop());

  test('cases written before keep their opinion, and those that wait for one still do', async () => {
    const earlier = migrations().find(({ name }) => name === '071-second-opinions.sql')?.text as string;
    const facts = 'Selvevalueringen (Opfyldt): ja\n\nDialog: talt sammen';
    const moved = async (kind: string, statement: string) => {
      const {
        rows: [row],
      } = await sql<{ opinion_wanted: boolean; opinion: string; statement: string }>`
        select opinion_wanted, opinion, statement from cases where kind = ${kind} and question = ${statement}`.execute(
        database.db,
      );
      return row && [row.opinion_wanted, row.opinion, row.statement];
    };
    const write = (kind: string, statement: string) =>
      sql`insert into cases (id, kind, question, statement, status, rule, edition, asked_at)
        values (gen_random_uuid(), ${kind}, ${statement}, ${statement}, 'draft', 'x', '2025', now())`.execute(
        database.db,
      );
    await sql`alter table cases drop constraint cases_opinion_wanted, drop column opinion, drop column opinion_wanted`.execute(
      database.db,
    );
    const said = `${facts}\n\nFaglig udtalelse: Første afsnit.\n\nAndet afsnit.`;
    const awaited = `${facts}\n\nFaglig udtalelse: afventer`;
    const more = `${awaited}\n\nTilføjet siden.`;
    for (const each of [said, awaited, more, facts]) await write('evaluation', each);
    await write('approval', said);
    await sql.raw(earlier).execute(database.db);
    assert.deepEqual(await moved('evaluation', said), [true, 'Første afsnit.\n\nAndet afsnit.', facts]);
    assert.deepEqual(await moved('evaluation', awaited), [true, '', facts]);
    assert.deepEqual(await moved('evaluation', more), [true, '', `${facts}\n\nTilføjet siden.`]);
    assert.deepEqual(await moved('evaluation', facts), [false, '', facts]);
    assert.deepEqual(await moved('approval', said), [false, '', said]);
  });
});
