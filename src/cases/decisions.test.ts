import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { sql, type KyselyPlugin } from 'kysely';
import type { Db } from '../db/client.ts';
import { outcomes, type Outcome } from '../../rulebook/vocabulary.ts';
import { perform } from '../deeds/perform.ts';
import { newId } from '../lib/id.ts';
import { testCommunity, type TestCommunity } from '../../test/community.ts';
import { registerIdea } from '../portfolio/commands/register-idea.ts';
import { decideCase } from './commands/decide-case.ts';
import { toDecision, decisionInput } from './decision-input.ts';
import { caseBy } from './load.ts';
import { planDecision } from './plan.ts';

const today = '2026-11-24';
let c: TestCommunity;
before(async () => {
  c = await testCommunity('2016');
});
after(() => c.end());

/** A database whose n-th statement never reaches PostgreSQL: the process dies there. */
function failingAt(db: Db, n: number): { db: Db; failed: () => boolean } {
  let seen = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      seen += 1;
      if (seen === n) throw new Error('the process died');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { db: db.withPlugin(plugin), failed: () => seen >= n };
}

let count = 0;
/** A concept at N2 with a case before the board. */
async function waitingCase(kind: 'approval' | 'level-change' | 'closing' | 'reconsideration' = 'approval') {
  count += 1;
  const { id } = (await c.act(
    'member',
    'register-idea',
    {},
    { name: `Sag ${count}`, summary: 'Til prøve' },
  )) as { id: string };
  await c.act('manager', 'place-initiative', { id }, { level: 'N2', reason: 'Til mange' });
  await c.app.db
    .updateTable('initiatives')
    .set({ stage: kind === 'approval' ? 'concept' : 'project' })
    .where('id', '=', id)
    .execute();
  const opened = await c.act(
    'manager',
    'open-case',
    {},
    {
      initiative: id,
      kind,
      question: 'Hvad siger I?',
      recommendation: 'Ja',
      level: kind === 'level-change' ? 'N1' : 'N2',
    },
  );
  return { initiativeId: id, caseId: String(opened['id']) };
}

/** Everything that a decision may change, as it stands. */
async function state(initiativeId: string, caseId: string) {
  const initiative = await c.app.db
    .selectFrom('initiatives')
    .select(['stage', 'level', 'ended_as'])
    .where('id', '=', initiativeId)
    .executeTakeFirstOrThrow();
  const asked = await c.app.db
    .selectFrom('cases')
    .select(['status', 'awaits_body_id', 'postponed_until', 'points'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const gaps = await c.app.db
    .selectFrom('accepted_gaps')
    .select('rule')
    .where('initiative_id', '=', initiativeId)
    .orderBy('rule')
    .execute();
  const levels = await c.app.db
    .selectFrom('level_decisions')
    .select(['level', 'by_kind'])
    .where('initiative_id', '=', initiativeId)
    .orderBy('decided_at')
    .orderBy('id')
    .execute();
  const { rows } = await sql<{
    n: number;
  }>`select (select count(*) from decisions where case_id = ${caseId})::int + (select count(*) from journal where subject_kind = 'decision')::int as n`.execute(
    c.app.db,
  );
  return { initiative, asked, gaps, levels, rows: rows[0]?.n };
}

describe('decisions', () => {
  test('the preview shows exactly what deciding then does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('approval', 'level-change', 'closing', 'reconsideration' as const),
        fc.constantFrom(...(Object.keys(outcomes) as Outcome[])),
        fc.record({ for: fc.nat(6), against: fc.nat(6), abstaining: fc.nat(2) }),
        fc.array(
          fc.constantFrom(
            'steering-group',
            'licence',
            'idea',
            'local-value',
            'dialogue',
            'innovation',
            'open-source',
            'value-for-others',
          ),
          { maxLength: 8 },
        ),
        async (kind, outcome, votes, conditions) => {
          const { initiativeId, caseId } = await waitingCase(kind as 'approval');
          const input = {
            outcome,
            reason: 'Efter drøftelse',
            votes,
            conditions,
            points: outcome === 'sent-back' ? ['Ét punkt'] : [],
            postponedUntil: '2026-12-24',
            referredTo: c.bodies.assembly,
          };
          const plan = await planDecision(
            c.app.db,
            await caseBy(c.app.db, caseId),
            toDecision(decisionInput.parse(input), today),
            today,
          );
          const before = await state(initiativeId, caseId);
          const result = await c.try('manager', 'decide-case', { id: caseId }, input);
          const after = await state(initiativeId, caseId);
          if (plan.problems.length > 0 || plan.refusals.length > 0) {
            assert.ok(result.kind === 'refused' || result.kind === 'bad-input');
            assert.deepEqual(after, before, 'a refusal leaves no trace');
            return;
          }
          assert.equal(result.kind, 'done');
          assert.deepEqual(
            (result as { output: Record<string, unknown> }).output['effects'],
            JSON.parse(JSON.stringify(plan.effects)),
          );
          const expected = structuredClone(before);
          for (const effect of plan.effects) {
            if (effect.kind === 'set-stage')
              Object.assign(expected.initiative, { stage: effect.to, ended_as: effect.endedAs });
            if (effect.kind === 'set-level') expected.initiative.level = effect.to;
            if (effect.kind === 'record-level')
              expected.levels.push({ level: effect.level, by_kind: effect.by });
            if (effect.kind === 'accept-gaps')
              expected.gaps = effect.rules
                .map((rule) => ({ rule }))
                .toSorted((a, b) => (a.rule < b.rule ? -1 : 1));
            if (effect.kind === 'answer-case') expected.asked.status = 'decided';
            if (effect.kind === 'postpone-case') expected.asked.postponed_until = effect.until;
            if (effect.kind === 'refer-case') expected.asked.awaits_body_id = effect.toBodyId;
            if (effect.kind === 'return-case')
              Object.assign(expected.asked, {
                status: 'draft',
                awaits_body_id: null,
                postponed_until: null,
                points: effect.points,
              });
          }
          assert.deepEqual({ ...after, rows: 0 }, { ...expected, rows: 0 });
          assert.equal(after.rows, (before.rows ?? 0) + 2, 'one decision and one journal row');
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a crash between any two steps of deciding leaves all or nothing', async () => {
    const input = { outcome: 'rejected', reason: 'Afvises', votes: { for: 0, against: 5, abstaining: 0 } };
    for (let at = 1, finished = false; !finished; at += 1) {
      const { initiativeId, caseId } = await waitingCase();
      const before = await state(initiativeId, caseId);
      const failing = failingAt(c.app.db, at);
      const result = await perform({ ...c.app, db: failing.db }, decideCase, {
        personId: c.people.manager,
        params: { id: caseId },
        input,
      }).catch((error: unknown) => error);
      finished = !failing.failed();
      const after = await state(initiativeId, caseId);
      if (finished) {
        assert.equal((result as { kind: string }).kind, 'done');
        assert.equal(after.initiative.stage, 'retired');
        assert.ok(at > 10, 'every statement was failed in turn');
      } else {
        assert.ok(result instanceof Error, `statement ${at} failed`);
        assert.deepEqual(after, before, `nothing is left after statement ${at} failed`);
      }
    }
  });

  test('two secretaries who decide at the same moment give one decision', async () => {
    const { caseId } = await waitingCase();
    const input = { outcome: 'rejected', reason: 'Afvises', votes: { for: 0, against: 5, abstaining: 0 } };
    const results = await Promise.all(
      [1, 2, 3, 4].map(() => c.try('manager', 'decide-case', { id: caseId }, input)),
    );
    assert.deepEqual(results.map((result) => result.kind).toSorted(), [
      'bad-input',
      'bad-input',
      'bad-input',
      'done',
    ]);
  });

  test('the same Idempotency-Key carries a write out once, also when sent at the same moment', async () => {
    const key = newId();
    const send = () =>
      perform(c.app, registerIdea, {
        personId: c.people.member,
        params: {},
        input: { name: 'Én gang', summary: 'Kun én' },
        idempotencyKey: key,
      });
    const results = await Promise.all([send(), send(), send()]);
    const ids = new Set(results.map((result) => (result as unknown as { output: { id: string } }).output.id));
    assert.equal(ids.size, 1);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from initiatives where name = 'Én gang'`.execute(c.app.db);
    assert.equal(rows[0]?.n, 1);
  });
});
