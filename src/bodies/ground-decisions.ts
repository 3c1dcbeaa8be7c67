import { z } from 'zod';
import { decidesOn } from '../../rulebook/answers-to.ts';
import type { BodyKind } from '../../rulebook/vocabulary.ts';
import type { Db, Tx } from '../db/client.ts';
import type { Field, Problem } from '../deeds/deed.ts';

export type BodyChange = 'established' | 'changed' | 'closed';

/** The input that names a decision. */
export const decisionNumber = () =>
  z.coerce.number().int({ error: 'whole-number' }).min(1).max(2_147_483_647).optional();

/** Its field. */
export const decisionField: Field = {
  name: 'decision',
  kind: 'number',
  label: { da: 'Beslutningens nummer', en: 'Number of the decision' },
  hint: { da: 'Hvis det er besluttet i Fælled', en: 'If it was decided in Fælled' },
};

interface Of {
  readonly id: string | null;
  readonly kind: BodyKind;
  readonly initiativeId: string | null;
}

/** A body as a decision names it. */
interface Decider {
  readonly id: string;
  readonly kind: BodyKind;
  readonly initiativeId: string | null;
}

type Found = { readonly id: string | null } | { readonly problem: Problem };

/** The decision that a change of a body rests on, made by a body that decides on it (see `approvingDecision`). */
export const groundDecision = (db: Db, number: number | undefined, of: Of): Promise<Found> =>
  approvingDecision(
    db,
    number,
    (by) =>
      (by.initiativeId === null || by.initiativeId === of.initiativeId) &&
      (by.id === of.id || decidesOn[of.kind].includes(by.kind)),
  );

/**
 * The decision that something with a body rests on: that it is there, approved, was not corrected since, and was made by
 * a body that may. Null where none is named.
 */
export async function approvingDecision(
  db: Db,
  number: number | undefined,
  may: (by: Decider) => boolean,
): Promise<Found> {
  if (number === undefined) return { id: null };
  const say = (da: string, en: string) => ({ problem: { path: 'decision', says: { da, en } } });
  const row = await db
    .selectFrom('decisions as d')
    .innerJoin('bodies as b', 'b.id', 'd.body_id')
    .leftJoin('decisions as x', 'x.corrects_id', 'd.id')
    .select([
      'd.id',
      'd.outcome',
      'b.id as by_id',
      'b.kind',
      'b.name',
      'b.initiative_id',
      'x.number as corrected_by',
    ])
    .where('d.number', '=', number)
    .limit(1)
    .executeTakeFirst();
  if (!row) return say('Beslutningen findes ikke.', 'There is no such decision.');
  if (!may({ id: row.by_id, kind: row.kind as BodyKind, initiativeId: row.initiative_id }))
    return say(
      `Beslutningen er truffet af ${row.name}, som ikke beslutter det.`,
      `The decision was made by ${row.name}, which does not decide this.`,
    );
  if (!row.outcome.startsWith('approved'))
    return say('Beslutningen godkendte ikke.', 'The decision did not approve.');
  if (row.corrected_by !== null)
    return say(
      `Beslutningen er rettet af beslutning ${row.corrected_by}. Skriv dens nummer.`,
      `The decision was corrected by decision ${row.corrected_by}. Give its number.`,
    );
  return { id: row.id };
}

/** Writes what was found down; naming the same decision twice for the same change is one row. */
export async function restsOn(
  tx: Tx,
  bodyId: string,
  change: BodyChange,
  decisionId: string | null,
  now: string,
): Promise<void> {
  if (decisionId === null) return;
  await tx
    .insertInto('body_decisions')
    .values({ body_id: bodyId, change, decision_id: decisionId, recorded_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A decision behind a body's life. */
export interface GroundDecision {
  readonly change: BodyChange;
  readonly number: number;
  /** Its case; null where it was made on another item of an agenda. */
  readonly case: number | null;
  readonly decidedOn: string;
  readonly by: { readonly slug: string; readonly name: string };
}

/** The decisions a body rests on, the newest first. */
export async function groundDecisionsOf(db: Db, bodyId: string): Promise<readonly GroundDecision[]> {
  const rows = await db
    .selectFrom('body_decisions as g')
    .innerJoin('decisions as d', 'd.id', 'g.decision_id')
    .innerJoin('bodies as b', 'b.id', 'd.body_id')
    .leftJoin('cases as c', 'c.id', 'd.case_id')
    .select(['g.change', 'd.number', 'c.number as case', 'd.decided_on', 'b.slug', 'b.name'])
    .where('g.body_id', '=', bodyId)
    .orderBy('d.number', 'desc')
    .orderBy('g.change')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    change: row.change as BodyChange,
    number: row.number,
    case: row.case,
    decidedOn: row.decided_on,
    by: { slug: row.slug, name: row.name },
  }));
}
