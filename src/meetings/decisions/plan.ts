import type { Taken } from '../../../rulebook/vote.ts';
import type { Refusal } from '../../../rulebook/rule.ts';
import { outcomes, type Outcome, type Text } from '../../../rulebook/vocabulary.ts';
import { describeEffect } from '../../cases/describe-effect.ts';
import { caseToDecide, type Case } from '../../cases/load.ts';
import { planDecision, type DecisionInput, type Plan } from '../../cases/plan.ts';
import type { Db, Tx } from '../../db/client.ts';
import type { Problem } from '../../deeds/deed.ts';
import { dateIn } from '../../lib/time.ts';
import { formatDate } from '../../web/format.ts';
import { dayOf, itemBy, lockItem, meetingBy, type Item, type Meeting } from '../load.ts';
import { anyOtherBusiness } from '../meeting.ts';
import { ballotOf, type Ballot } from '../ballots/ballot.ts';
import { electorateOf, quorumOf } from '../ballots/electorate.ts';
import {
  notForDecision,
  notQuorate,
  notRunning,
  notUnderAob,
  oneOpen,
  takenOff,
} from '../ballots/refusals.ts';
import { rulesOf } from '../ballots/rule.ts';
import { planSeats, seatPlanInWords, type SeatPlan } from '../elections/plan-seats.ts';
import { againstTheVote } from './refusals.ts';

/** What a body has decided on an item, as typed or sent. */
export interface ItemDecision {
  readonly outcome: Outcome;
  readonly reason: string;
  /** The vote it rests on; undefined where the body agreed without one. */
  readonly ballot: string | undefined;
  readonly conditions: readonly string[];
  readonly points: readonly string[];
  readonly postponedUntil: string | undefined;
  readonly referredTo: string | undefined;
}

/** What recording a decision on an item would do, and whether it may be recorded. */
export interface ItemPlan {
  readonly item: Item;
  readonly meeting: Meeting;
  readonly ballot: Ballot | null;
  readonly decision: DecisionInput;
  /** The case the item carries and what its answer does; null where the decision stands by itself. */
  readonly answers: { readonly asked: Case; readonly plan: Plan } | null;
  /** The seats that an election fills; null where nobody is elected to one. */
  readonly fills: SeatPlan | null;
  readonly present: number;
  readonly seats: number;
  readonly says: readonly Text[];
  readonly problems: readonly Problem[];
  readonly refusals: readonly Refusal[];
}

/** Outcomes that settle the question itself. */
const settling: readonly Outcome[] = ['approved', 'approved-with-conditions', 'rejected', 'sent-back'];
const approving: readonly Outcome[] = ['approved', 'approved-with-conditions'];
const onlyDecided: readonly Outcome[] = [...approving, 'rejected'];

/**
 * Works out what recording a decision on an item would do. Reads only: preview and deed both call it. Inside a
 * transaction item, meeting and case are locked, so that what is confirmed is what was shown.
 */
export async function planItem(
  db: Db,
  itemId: string,
  input: ItemDecision,
  today: string,
): Promise<ItemPlan> {
  const { item, meeting } = db.isTransaction ? await lockItem(db as Tx, itemId) : await unlocked(db, itemId);
  const ballots = await ballotsOf(db, item.id);
  const ballot = ballots.find((each) => each.id === input.ballot) ?? null;
  const { electors, seats } = await electorateOf(db, meeting, []);
  const present = ballot?.result ? takingPart(ballot) : electors.length;
  const decision = toDecision(meeting, ballot, input, today);
  const taken: Taken = { present, carried: ballot?.result ? carriedOf(ballot) : null };
  const asked = item.case_id === null ? null : await caseToDecide(db, item.case_id);
  const answers =
    asked?.status === 'waiting'
      ? {
          asked,
          plan: await planDecision(
            db,
            asked,
            { ...decision, body: asked.awaits_body_id === meeting.body.id ? undefined : meeting.body.kind },
            today,
            taken,
          ),
        }
      : null;
  const fills = approving.includes(input.outcome)
    ? await planSeats(db, meeting, ballot, decision.decidedOn, today)
    : null;
  const stops = whatStops(item, meeting, ballots, ballot, input, taken, seats);
  const problems = [
    ...itemProblems(input, ballots, ballot, meeting, answers !== null),
    ...caseProblems(answers, meeting),
    ...(fills?.problems ?? []),
  ];
  if (answers === null) problems.push(...(await ownProblems(db, input, decision)));
  return {
    item,
    meeting,
    ballot,
    decision,
    answers,
    fills,
    present,
    seats,
    says: answers
      ? answers.plan.effects.map((effect) => describeEffect(effect, answers.plan.edition))
      : fills && fills.established.length > 0
        ? seatPlanInWords(fills)
        : [standsAlone(input, asked)],
    problems,
    refusals: stops.length > 0 ? stops : (answers?.plan.refusals ?? []),
  };
}

async function unlocked(db: Db, itemId: string) {
  const item = await itemBy(db, itemId);
  return { item, meeting: await meetingBy(db, item.meeting_id) };
}

async function ballotsOf(db: Db, itemId: string): Promise<readonly Ballot[]> {
  const rows = await db
    .selectFrom('ballots')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('number')
    .limit(100)
    .execute();
  return rows.map(ballotOf);
}

/** Whether what was voted on is carried: the proposal, or that somebody is elected. */
const carriedOf = ({ result }: Ballot): boolean =>
  result !== null && (result.kind === 'resolution' ? result.carried : result.elected.length > 0);

/** How many took part as quorum counts it: those there in a meeting, those who answered in writing. */
const takingPart = ({ written, result }: Ballot): number => (written ? result?.voted : result?.entitled) ?? 0;

const votesOf = (ballot: Ballot | null) =>
  ballot?.result?.kind === 'resolution'
    ? { for: ballot.result.for, against: ballot.result.against, abstaining: ballot.result.abstaining }
    : { for: 0, against: 0, abstaining: 0 };

/** The decision as it counts: dated the day it was taken, what belongs to other outcomes left out. */
const toDecision = (
  meeting: Meeting,
  ballot: Ballot | null,
  input: ItemDecision,
  today: string,
): DecisionInput => {
  const taken =
    meeting.kind === 'written' && ballot?.closed_at
      ? dateIn(Temporal.Instant.from(ballot.closed_at))
      : dayOf(meeting);
  return {
    outcome: input.outcome,
    reason: input.reason,
    votes: votesOf(ballot),
    decidedOn: taken < today ? taken : today,
    body: undefined,
    conditions: input.outcome === 'approved-with-conditions' ? input.conditions : [],
    points: input.outcome === 'sent-back' ? input.points : [],
    postponedUntil: input.outcome === 'postponed' ? input.postponedUntil : undefined,
    referredTo: input.outcome === 'referred' ? input.referredTo : undefined,
  };
};

/** What the rules do not allow on this item in this meeting. */
function whatStops(
  item: Item,
  meeting: Meeting,
  ballots: readonly Ballot[],
  ballot: Ballot | null,
  { outcome }: ItemDecision,
  taken: Taken,
  seats: number,
): readonly Refusal[] {
  const held = ['running', 'minutes-draft', ...(meeting.kind === 'written' ? ['sent'] : [])];
  if (!held.includes(meeting.status)) return [notRunning(meeting)];
  if (item.status === 'removed') return [takenOff(meeting, item)];
  if (item.source_key === anyOtherBusiness) return [notUnderAob(meeting)];
  if (item.kind !== 'decision' && onlyDecided.includes(outcome)) return [notForDecision(meeting, item)];
  const open = ballots.find((each) => each.closed_at === null);
  if (open) return [oneOpen(meeting, open.question)];
  const quorum = meeting.kind === 'written' ? 0 : quorumOf(rulesOf(meeting), seats);
  if (settling.includes(outcome) && taken.present < quorum)
    return [notQuorate(meeting, taken.present, quorum)];
  const refused =
    ballot !== null &&
    ((taken.carried === false && approving.includes(outcome)) ||
      (taken.carried === true && outcome === 'rejected'));
  return refused ? [againstTheVote(meeting, ballot, outcome)] : [];
}

function itemProblems(
  input: ItemDecision,
  ballots: readonly Ballot[],
  ballot: Ballot | null,
  meeting: Meeting,
  answersCase: boolean,
): Problem[] {
  const problems: Problem[] = [];
  const say = (path: string, da: string, en: string) => problems.push({ path, says: { da, en } });
  if (input.ballot !== undefined && !ballots.some((each) => each.id === input.ballot && each.result !== null))
    say('ballot', 'Vælg en afstemning på punktet, der er talt op.', 'Choose a counted vote on the item.');
  if (meeting.kind === 'written' && ballot === null && settling.includes(input.outcome))
    say(
      'ballot',
      'En skriftlig behandling afgøres ved afstemning.',
      'A written procedure is decided by a vote.',
    );
  if (answersCase && ballot?.purpose === 'election')
    say(
      'ballot',
      'En sag afgøres med et forslag, ikke et valg.',
      'A case is decided by a proposal, not an election.',
    );
  return problems;
}

const caseProblems = (answers: ItemPlan['answers'], meeting: Meeting): readonly Problem[] => {
  if (answers === null) return [];
  const { problems, body } = answers.plan;
  if (problems.length === 0 && body.id !== meeting.body.id)
    return [
      {
        path: '',
        says: { da: 'Sagen venter ikke på dette organ.', en: 'The case does not wait for this body.' },
      },
    ];
  return problems;
};

/** What a decision that answers no case must have. */
async function ownProblems(db: Db, input: ItemDecision, decision: DecisionInput): Promise<Problem[]> {
  const problems: Problem[] = [];
  const say = (path: string, da: string, en: string) => problems.push({ path, says: { da, en } });
  if (input.outcome === 'sent-back' && input.points.length === 0)
    say('points', 'Skriv mindst ét punkt, der skal besvares.', 'Give at least one point to be answered.');
  if (input.outcome === 'approved-with-conditions' && input.conditions.length === 0)
    say('conditions', 'Skriv mindst én betingelse.', 'Give at least one condition.');
  if (
    input.outcome === 'postponed' &&
    (input.postponedUntil === undefined || input.postponedUntil <= decision.decidedOn)
  )
    say('postponedUntil', 'Angiv en dato efter beslutningen.', 'Give a date after the decision.');
  if (input.outcome === 'referred') {
    const known =
      input.referredTo === undefined
        ? undefined
        : await db
            .selectFrom('bodies')
            .select('id')
            .where('id', '=', input.referredTo)
            .where('closed_on', 'is', null)
            .executeTakeFirst();
    if (!known)
      say('referredTo', 'Vælg det organ, punktet henvises til.', 'Choose the body the item is referred to.');
  }
  return problems;
}

/** What a decision that answers no case does. */
function standsAlone({ outcome, postponedUntil }: ItemDecision, asked: Case | null): Text {
  if (asked)
    return {
      da: `Sag ${asked.number} er allerede besvaret; beslutningen står ved punktet og ændrer ikke på sagen.`,
      en: `Case ${asked.number} is answered already; the decision stands on the item and does not change the case.`,
    };
  if (outcome === 'postponed' && postponedUntil !== undefined)
    return {
      da: `Punktet er udsat til den ${formatDate(postponedUntil, 'da')} og kommer på et senere møde.`,
      en: `The item is postponed until ${formatDate(postponedUntil, 'en')} and comes to a later meeting.`,
    };
  return {
    da: `Beslutningen »${outcomes[outcome].da}« får et nummer og står ved punktet. Andet sker der ikke.`,
    en: `The decision “${outcomes[outcome].en}” gets a number and stands on the item. Nothing else happens.`,
  };
}
