import type { BodyKind } from '../../../rulebook/vocabulary.ts';
import type { DecisionInput } from '../../cases/plan.ts';
import type { Receipt } from '../../cases/receipt.ts';
import type { Tx } from '../../db/client.ts';
import { newId } from '../../lib/id.ts';
import { notifyMeeting } from '../live/notify.ts';
import type { Item, Meeting } from '../load.ts';
import { refuseBy, rulesOf } from '../ballots/rule.ts';
import { fillSeats } from '../elections/plan-seats.ts';
import type { ItemPlan } from './plan.ts';

type SeatsFilled = Awaited<ReturnType<typeof fillSeats>>;

interface Recording {
  readonly plan: Pick<ItemPlan, 'item' | 'meeting' | 'ballot' | 'decision' | 'seats' | 'fills'>;
  readonly corrects: string | null;
  readonly personId: string;
  readonly now: string;
}

/** What a decision on an item answers, whether or not it answered a case. */
export const decidedItem = (
  { item, meeting, ballot, decision }: Recording['plan'],
  more: {
    readonly id: string;
    readonly number: number;
    readonly case: number | null;
    readonly rule: string;
    readonly edition: string;
    readonly effects: readonly unknown[];
    readonly corrects: string | null;
    readonly recordedAt: string;
    readonly seats?: SeatsFilled;
  },
) => ({
  ...more,
  seats: more.seats ?? [],
  item: item.id,
  meeting: meeting.number,
  body: { id: meeting.body.id, kind: meeting.body.kind, name: meeting.body.name },
  ballot: ballot?.id ?? null,
  outcome: decision.outcome,
  reason: decision.reason,
  votes: decision.votes,
  consensus: ballot === null,
  decidedOn: decision.decidedOn,
});

/** Writes a decision that answers no case: numbered, standing on its item, moving nothing. */
export async function recordOnItem(tx: Tx, { plan, corrects, personId, now }: Recording) {
  const { item, meeting, ballot, decision, seats, fills } = plan;
  const { rule, source } = ruleOfBody(meeting);
  const receipt: Receipt = {
    edition: source.edition,
    rule,
    source,
    body: { kind: meeting.body.kind, name: meeting.body.name },
    target: null,
    lines: [],
    facts: {},
    accepted: [],
    votingSeats: seats,
  };
  const row = {
    id: newId(),
    item_id: item.id,
    ballot_id: ballot?.id ?? null,
    consensus: ballot === null,
    initiative_id: item.initiative_id ?? meeting.body.initiativeId,
    body_id: meeting.body.id,
    outcome: decision.outcome,
    reason: decision.reason,
    votes_for: decision.votes.for,
    votes_against: decision.votes.against,
    votes_abstaining: decision.votes.abstaining,
    decided_on: decision.decidedOn,
    conditions: JSON.stringify(decision.conditions),
    points: JSON.stringify(decision.points),
    postponed_until: decision.postponedUntil ?? null,
    referred_to_id: decision.referredTo ?? null,
    effects: '[]',
    receipt: JSON.stringify(receipt),
    corrects_id: corrects,
    rule,
    edition: source.edition,
    recorded_at: now,
    recorded_by: personId,
  };
  const { number } = await tx
    .insertInto('decisions')
    .values(row)
    .returning('number')
    .executeTakeFirstOrThrow();
  const filled = fills
    ? await fillSeats(tx, fills, { decisionId: row.id, appointedBy: meeting.body.name, now })
    : [];
  return decidedItem(plan, {
    seats: filled,
    id: row.id,
    number,
    case: null,
    rule,
    edition: source.edition,
    effects: [],
    corrects,
    recordedAt: now,
  });
}

/** The rule that lets a body decide, as a decision without a case rests on it. */
function ruleOfBody(meeting: Meeting) {
  const nothing = { da: '', en: '' };
  return refuseBy(meeting, rulesOf(meeting).sources.majority, nothing, nothing, nothing);
}

/** The item is treated: left for later where it is postponed and no case carries it on. */
export async function settleItem(
  tx: Tx,
  item: Pick<Item, 'id' | 'case_id' | 'status'>,
  meeting: Pick<Meeting, 'id'>,
  decision: Pick<DecisionInput, 'outcome'>,
): Promise<void> {
  const left = decision.outcome === 'postponed' && item.case_id === null;
  await tx
    .updateTable('agenda_items')
    .set({ status: left ? 'left' : 'settled' })
    .where('id', '=', item.id)
    .execute();
  await notifyMeeting(tx, meeting.id);
}

/** What the journal says of it. */
export const decisionForJournal = (
  item: Pick<Item, 'number'>,
  output: ReturnType<typeof decidedItem>,
): Readonly<Record<string, unknown>> => ({
  number: output.number,
  item: item.number,
  outcome: output.outcome,
  reason: output.reason,
  votes: output.votes,
  decidedOn: output.decidedOn,
  body: output.body.kind satisfies BodyKind,
  effects: output.effects,
  ...(output.seats.length > 0 ? { seats: output.seats } : {}),
});
