import { z } from 'zod';
import type { Db } from '../../../db/client.ts';
import { defineDeed } from '../../../deeds/deed.ts';
import { notFound } from '../../../deeds/failure.ts';
import { newId } from '../../../lib/id.ts';
import { id, prose } from '../../../lib/inputs.ts';
import { lockItem, scopeOfItem, type Meeting } from '../../load.ts';
import { minorityAdded } from '../answers.ts';
import { decisionPermissions } from '../permissions.ts';
import { noMinority } from '../refusals.ts';

async function decisionOn(db: Db, decisionId: string) {
  const row = await db
    .selectFrom('decisions')
    .select(['id', 'number', 'item_id', 'ballot_id'])
    .where('id', '=', decisionId)
    .executeTakeFirst();
  if (row?.item_id == null) throw notFound({ da: 'Beslutningen', en: 'decision' });
  return { ...row, item_id: row.item_id };
}

/** What somebody who did not agree wants on record beside the decision. */
export const addMinorityStatement = defineDeed({
  name: 'add-minority-statement',
  title: { da: 'Afgiv en mindretalsudtalelse', en: 'Add a minority statement' },
  explains: {
    da: 'Udtalelsen står ved beslutningen og i referatet med dit navn.',
    en: 'The statement stands with the decision and in the minutes under your name.',
  },
  done: { da: 'Udtalelsen står ved beslutningen.', en: 'The statement stands with the decision.' },
  api: { method: 'POST', path: '/decisions/:id/minority-statements', status: 201 },
  answers: minorityAdded,
  form: '/decisions/:id/minority-statement',
  params: z.object({ id: id() }),
  input: z.object({ statement: prose(5_000) }),
  grounds: decisionPermissions['add-minority-statement'],
  fields: [
    { name: 'statement', kind: 'textarea', label: { da: 'Udtalelse', en: 'Statement' }, required: true },
  ],
  about: async (db, params) => {
    const { number } = await decisionOn(db, params.id);
    return { href: `/decisions/${number}`, label: { da: `Beslutning ${number}`, en: `Decision ${number}` } };
  },
  scope: async (db, params) => scopeOfItem(db, (await decisionOn(db, params.id)).item_id),
  run: async ({ tx, params, input, actor, now }) => {
    const decision = await decisionOn(tx, params.id);
    const { item, meeting } = await lockItem(tx, decision.item_id);
    const why = await whyNot(tx, meeting, decision, actor.id);
    if (why) return { refused: [noMinority(meeting, why)] };
    const row = {
      id: newId(),
      decision_id: decision.id,
      person_id: actor.id,
      statement: input.statement,
      recorded_at: now,
    };
    await tx.insertInto('minority_statements').values(row).execute();
    return {
      output: { id: row.id, decision: decision.number, statement: row.statement, recordedAt: now },
      subject: { kind: 'decision', id: decision.id },
      initiativeId: item.initiative_id ?? meeting.body.initiativeId,
      after: { decision: decision.number, statement: row.statement },
      next: `/decisions/${decision.number}`,
    };
  },
});

/** Why somebody has nothing to add; null for those who took part and did not vote for. */
async function whyNot(
  db: Db,
  meeting: Meeting,
  decision: { readonly id: string; readonly ballot_id: string | null },
  personId: string,
) {
  if (meeting.status === 'approved' || meeting.status === 'published') return 'late' as const;
  const [vote, there, said] = await Promise.all([
    db
      .selectFrom('ballot_electors')
      .select('choices')
      .where('ballot_id', '=', decision.ballot_id)
      .where('person_id', '=', personId)
      .executeTakeFirst(),
    db
      .selectFrom('presences as p')
      .innerJoin('attendances as a', 'a.id', 'p.attendance_id')
      .select('p.id')
      .where('a.meeting_id', '=', meeting.id)
      .where('a.person_id', '=', personId)
      .executeTakeFirst(),
    db
      .selectFrom('minority_statements')
      .select('id')
      .where('decision_id', '=', decision.id)
      .where('person_id', '=', personId)
      .executeTakeFirst(),
  ]);
  if (said) return 'twice' as const;
  if (!vote && !there) return 'absent' as const;
  return (vote?.choices as unknown as readonly string[] | null)?.includes('for') ? ('agreed' as const) : null;
}
