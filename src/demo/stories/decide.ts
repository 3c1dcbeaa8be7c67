import { caseBy } from '../../cases/load.ts';
import { planDecision } from '../../cases/plan.ts';
import type { Telling } from './step.ts';

interface Vote {
  readonly for: number;
  readonly against?: number;
  readonly abstaining?: number;
}

/** The number of the open case of a kind about an initiative. */
export async function openCaseOf({ time }: Telling, slug: string, kind: string): Promise<string> {
  const row = await time.app.db
    .selectFrom('cases as c')
    .innerJoin('initiatives as i', 'i.id', 'c.initiative_id')
    .select('c.number')
    .where('i.slug', '=', slug)
    .where('c.kind', '=', kind)
    .where('c.status', 'in', ['draft', 'waiting'])
    .executeTakeFirstOrThrow();
  return String(row.number);
}

/**
 * Has the body that a case waits for approve it; where the edition asks for each line, what is missing is named as
 * conditions. The votes are the board's or the group's; the secretariat decides without.
 */
export async function approve(
  telling: Telling,
  who: string,
  number: string,
  reason: string,
  votes: Vote,
): Promise<void> {
  const { db } = telling.time.app;
  const asked = await caseBy(db, number);
  const body = await db
    .selectFrom('bodies')
    .select('kind')
    .where('id', '=', asked.awaits_body_id ?? '')
    .executeTakeFirstOrThrow();
  const counted =
    body.kind === 'secretariat'
      ? { for: 0, against: 0, abstaining: 0 }
      : { against: 0, abstaining: 0, ...votes };
  const today = asked.asked_at.slice(0, 10);
  const plan = await planDecision(
    db,
    asked,
    {
      outcome: 'approved',
      reason,
      votes: counted,
      decidedOn: today,
      body: undefined,
      conditions: [],
      points: [],
      postponedUntil: undefined,
      referredTo: undefined,
    },
    today,
  );
  const lines = new Set([
    ...Object.keys(telling.edition.requirements),
    ...Object.keys(telling.edition.needs),
  ]);
  const conditions = plan.refusals.map((refusal) => refusal.rule).filter((rule) => lines.has(rule));
  await telling.does(
    who,
    'decide-case',
    { id: number },
    {
      outcome: conditions.length > 0 ? 'approved-with-conditions' : 'approved',
      reason,
      votes: counted,
      conditions,
    },
  );
}
