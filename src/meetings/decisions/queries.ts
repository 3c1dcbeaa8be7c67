import type { BodyKind, Outcome, Text } from '../../../rulebook/vocabulary.ts';
import { lineById } from '../../../rulebook/judge.ts';
import { describeEffect } from '../../cases/describe-effect.ts';
import type { Effect } from '../../cases/effects.ts';
import { maySee } from '../../cases/load.ts';
import type { Db } from '../../db/client.ts';
import { notFound } from '../../deeds/failure.ts';
import { isId } from '../../lib/id.ts';
import type { Actor } from '../../people/actor.ts';
import { editionById } from '../../../rulebook/editions.ts';
import { resultSays, type BallotResult } from '../ballots/ballot.ts';
import { seatsFilledBy } from '../elections/seats-filled.ts';
import { itemsFor } from '../openness.ts';

/** A decision as a reader may know it; of one on an item that is closed to the reader, number and ground only. */
export interface DecisionDetails {
  readonly id: string;
  readonly number: number;
  readonly hidden: boolean;
  readonly closedGround: string | null;
  readonly body: {
    readonly id: string;
    readonly slug: string;
    readonly kind: BodyKind;
    readonly name: string;
  };
  readonly decidedOn: string;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly votes: { readonly for: number; readonly against: number; readonly abstaining: number };
  readonly consensus: boolean;
  readonly conditions: readonly Text[];
  readonly points: readonly string[];
  readonly postponedUntil: string | null;
  readonly referredTo: string | null;
  readonly effects: readonly Text[];
  readonly rule: string;
  readonly edition: string;
  readonly case: { readonly number: number; readonly question: string } | null;
  readonly meeting: { readonly number: number } | null;
  readonly item: { readonly number: number; readonly title: string | null } | null;
  readonly ballot: { readonly id: string; readonly says: Text | null } | null;
  readonly corrects: number | null;
  readonly correctedBy: number | null;
  readonly minority: readonly {
    readonly person: { readonly id: string; readonly name: string } | null;
    readonly statement: string;
  }[];
}

const named = { da: 'Beslutningen', en: 'decision' };

/**
 * A decision by number or id.
 * @throws Failure `not-found`, also where case or meeting is closed to the reader
 */
export async function decisionFor(db: Db, idOrNumber: string, actor: Actor | null): Promise<DecisionDetails> {
  const by = isId(idOrNumber)
    ? ({ id: idOrNumber } as const)
    : ({ number: /^\d{1,9}$/.test(idOrNumber) ? Number(idOrNumber) : -1 } as const);
  const [found] = await decisions(db, by, actor);
  if (!found) throw notFound(named);
  return found;
}

/** The decisions on an item, in the order they were recorded. */
export const decisionsOnItem = (db: Db, itemId: string, actor: Actor | null) =>
  decisions(db, { itemId }, actor);

type By = { readonly id: string } | { readonly number: number } | { readonly itemId: string };

async function decisions(db: Db, by: By, actor: Actor | null): Promise<readonly DecisionDetails[]> {
  const rows = await db
    .selectFrom('decisions as d')
    .innerJoin('bodies as b', 'b.id', 'd.body_id')
    .leftJoin('cases as c', 'c.id', 'd.case_id')
    .leftJoin('agenda_items as t', 't.id', 'd.item_id')
    .leftJoin('bodies as r', 'r.id', 'd.referred_to_id')
    .leftJoin('ballots as v', 'v.id', 'd.ballot_id')
    .leftJoin('decisions as x', 'x.corrects_id', 'd.id')
    .leftJoin('decisions as e', 'e.id', 'd.corrects_id')
    .leftJoin('people as p', 'p.id', 'd.recorded_by')
    .selectAll('d')
    .select([
      'b.slug as body_slug',
      'b.kind as body_kind',
      'b.name as body_name',
      'c.number as case_number',
      'c.question',
      'c.status as case_status',
      'c.owner_id',
      'r.name as referred_to_name',
      'v.result',
      'x.number as corrected_by',
      'e.number as corrects',
      'p.name as recorded_by_name',
    ])
    .$if('id' in by, (query) => query.where('d.id', '=', (by as { id: string }).id))
    .$if('number' in by, (query) => query.where('d.number', '=', (by as { number: number }).number))
    .$if('itemId' in by, (query) => query.where('d.item_id', '=', (by as { itemId: string }).itemId))
    .orderBy('d.number')
    .limit(1_000)
    .execute();
  const itemIds = [...new Set(rows.flatMap((row) => (row.item_id === null ? [] : [row.item_id])))];
  const [items, statements, seats] = await Promise.all([
    itemIds.length === 0
      ? []
      : itemsFor(db, actor)
          .innerJoin('meetings as mm', 'mm.id', 'i.meeting_id')
          .select([
            'i.id',
            'i.number',
            'i.title',
            'i.closed_ground',
            'i.hidden',
            'mm.number as meeting_number',
          ])
          .where('i.id', 'in', itemIds)
          .execute(),
    rows.length === 0
      ? []
      : db
          .selectFrom('minority_statements as s')
          .innerJoin('people as p', 'p.id', 's.person_id')
          .select(['s.decision_id', 's.person_id', 'p.name', 's.statement'])
          .where(
            's.decision_id',
            'in',
            rows.map((row) => row.id),
          )
          .orderBy('s.recorded_at')
          .execute(),
    seatsFilledBy(
      db,
      rows.map((row) => row.id),
    ),
  ]);
  const names = actor !== null && !actor.operator;
  return rows.flatMap((row): DecisionDetails[] => {
    const item = items.find((each) => each.id === row.item_id);
    if (row.item_id !== null && !item) return [];
    const asked = { status: row.case_status ?? '', owner_id: row.owner_id, initiative_id: row.initiative_id };
    if (row.item_id === null && !maySee(asked, actor)) return [];
    const hidden = item?.hidden ?? false;
    const edition = editionById(row.edition);
    const list = (value: unknown) => value as readonly string[];
    return [
      {
        id: row.id,
        number: row.number,
        hidden,
        closedGround: item?.closed_ground ?? null,
        body: { id: row.body_id, slug: row.body_slug, kind: row.body_kind as BodyKind, name: row.body_name },
        decidedOn: row.decided_on,
        recordedAt: row.recorded_at,
        recordedBy: names ? row.recorded_by_name : null,
        outcome: row.outcome as Outcome,
        reason: hidden ? '' : row.reason,
        votes: { for: row.votes_for, against: row.votes_against, abstaining: row.votes_abstaining },
        consensus: row.consensus,
        conditions: hidden
          ? []
          : list(row.conditions).map(
              (rule) => (edition && lineById(edition, rule)?.label) ?? { da: rule, en: rule },
            ),
        points: hidden ? [] : list(row.points),
        postponedUntil: row.postponed_until,
        referredTo: hidden ? null : row.referred_to_name,
        effects: hidden
          ? []
          : [
              ...(edition
                ? (row.effects as unknown as readonly Effect[]).map((each) => describeEffect(each, edition))
                : []),
              ...seats.filter((seat) => seat.decision === row.id).map((seat) => seat.says(names)),
            ],
        rule: row.rule,
        edition: row.edition,
        case:
          hidden || row.case_number === null
            ? null
            : { number: row.case_number, question: row.question ?? '' },
        meeting: item ? { number: item.meeting_number } : null,
        item: item ? { number: item.number, title: item.title } : null,
        ballot:
          hidden || row.ballot_id === null
            ? null
            : { id: row.ballot_id, says: saysOf(row.result as unknown as BallotResult | null, names) },
        corrects: row.corrects,
        correctedBy: row.corrected_by,
        minority: hidden
          ? []
          : statements
              .filter((each) => each.decision_id === row.id)
              .map((each) => ({
                person: names ? { id: each.person_id, name: each.name } : null,
                statement: each.statement,
              })),
      },
    ];
  });
}

const saysOf = (result: BallotResult | null, names: boolean): Text | null =>
  result && resultSays(result, names);
