import type { Edition } from '../../rulebook/rule.ts';
import type { BodyKind } from '../../rulebook/vocabulary.ts';
import { scopeOfSeats } from '../bodies/load.ts';
import { maySee } from '../cases/load.ts';
import type { Db } from '../db/client.ts';
import type { Actor } from '../people/actor.ts';
import type { Scope } from '../people/grounds.ts';
import type { Initiative } from './load.ts';

export interface OpenCase {
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly question: string;
  readonly status: 'draft' | 'waiting';
  readonly budget_id: string | null;
  readonly awaits_since: string | null;
  readonly owner_id: string | null;
  /** The body it waits for; null for a draft. */
  readonly body: { readonly id: string; readonly kind: BodyKind; readonly name: string } | null;
}

/** What is under way around an initiative, as far as the next thing to do depends on it. */
export interface Around {
  readonly initiative: Initiative;
  readonly edition: Edition;
  readonly actor: Actor | null;
  readonly scope: Scope;
  /** Cases that wait, and the drafts the reader may see. */
  readonly cases: readonly OpenCase[];
  /** Budgets that count, by the phase they cover. */
  readonly budgets: ReadonlyMap<string, string>;
  /** The initiative's own groups, with what rights to their seats depend on. */
  readonly groups: readonly {
    readonly id: string;
    readonly slug: string;
    readonly kind: BodyKind;
    readonly scope: Scope;
  }[];
}

/** Gathers what is under way around an initiative. */
export async function aroundOf(
  db: Db,
  initiative: Initiative,
  edition: Edition,
  actor: Actor | null,
): Promise<Around> {
  const [cases, budgets, bodies] = await Promise.all([
    db
      .selectFrom('cases as c')
      .leftJoin('bodies as b', 'b.id', 'c.awaits_body_id')
      .select([
        'c.id',
        'c.number',
        'c.kind',
        'c.question',
        'c.status',
        'c.budget_id',
        'c.awaits_since',
        'c.owner_id',
        'c.initiative_id',
        'b.id as body_id',
        'b.kind as body_kind',
        'b.name as body_name',
      ])
      .where('c.initiative_id', '=', initiative.id)
      .where('c.status', 'in', ['draft', 'waiting'])
      .orderBy('c.asked_at', 'desc')
      .limit(50)
      .execute(),
    db
      .selectFrom('budgets')
      .select(['id', 'phase'])
      .where('initiative_id', '=', initiative.id)
      .where('replaced', '=', false)
      .limit(10)
      .execute(),
    db
      .selectFrom('bodies')
      .select(['id', 'slug', 'kind'])
      .where('initiative_id', '=', initiative.id)
      .where('kind', 'in', ['steering-group', 'coordination-group'])
      .where('closed_on', 'is', null)
      .orderBy('id')
      .limit(10)
      .execute(),
  ]);
  return {
    initiative,
    edition,
    actor,
    scope: { initiativeId: initiative.id, registeredBy: initiative.registered_by },
    cases: cases
      .filter((row) => maySee(row, actor))
      .map(({ body_id, body_kind, body_name, ...row }) => ({
        ...row,
        status: row.status as OpenCase['status'],
        body:
          body_id === null ? null : { id: body_id, kind: body_kind as BodyKind, name: body_name as string },
      })),
    budgets: new Map(budgets.map((row) => [row.phase, row.id])),
    groups: await Promise.all(
      bodies.map(async (row) => ({
        id: row.id,
        slug: row.slug,
        kind: row.kind as BodyKind,
        scope: actor === null ? {} : await scopeOfSeats(db, row.id),
      })),
    ),
  };
}
