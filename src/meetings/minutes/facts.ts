import { editionById } from '../../../rulebook/editions.ts';
import { lineById } from '../../../rulebook/judge.ts';
import type { Outcome, Text } from '../../../rulebook/vocabulary.ts';
import type { Effect } from '../../cases/effects.ts';
import type { Db } from '../../db/client.ts';
import { whoIsCalled } from '../attendance-queries.ts';
import type { Meeting } from '../load.ts';
import type { ItemKind } from '../meeting.ts';
import { mostItems } from '../queries.ts';
import { presencesOf } from './presences.ts';
import type { DecisionFacts, MeetingFacts, MinutesAction, MinutesNext, Named } from './minutes.ts';

/** Everything recorded about a meeting that its minutes follow from, closed items with it. */
export async function minutesFacts(db: Db, meeting: Meeting): Promise<MeetingFacts> {
  const [called, presences, people, items, next] = await Promise.all([
    whoIsCalled(db, meeting),
    presencesOf(db, meeting.id),
    namesOf(db, [meeting.chaired_by, meeting.minutes_by]),
    itemsOf(db, meeting.id),
    nextOf(db, meeting),
  ]);
  const named = (id: string | null): Named | null => (id === null ? null : (people.get(id) ?? null));
  return {
    number: meeting.number,
    kind: meeting.kind,
    title: meeting.title,
    startsAt: meeting.starts_at,
    endsAt: meeting.ends_at,
    openedAt: meeting.opened_at,
    closedAt: meeting.closed_at,
    place: meeting.place,
    online: meeting.online_url !== null,
    body: { name: meeting.body.name, slug: meeting.body.slug, kind: meeting.body.kind },
    chairedBy: named(meeting.chaired_by),
    minutesBy: named(meeting.minutes_by),
    attendances: called.map((each) => ({
      id: each.id ?? '',
      person: each.person,
      guest: each.guest,
      organisation: each.organisation?.name ?? null,
      role: each.role,
      voting: each.voting,
      apologies: each.apologiesAt !== null,
      substituteFor: each.substituteFor,
      presences: presences.get(each.id ?? '') ?? [],
    })),
    items,
    next,
  };
}

async function namesOf(db: Db, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Named>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The body's meeting after this one; drafts are told of to the body only. */
async function nextOf(db: Db, meeting: Meeting): Promise<MinutesNext | null> {
  const row = await db
    .selectFrom('meetings')
    .select(['number', 'starts_at', 'place', 'status'])
    .where('body_id', '=', meeting.body_id)
    .where('kind', '<>', 'written')
    .where('status', '<>', 'cancelled')
    .where('starts_at', '>', meeting.ends_at)
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        number: row.number,
        startsAt: row.starts_at,
        place: row.place,
        announced: row.status !== 'draft',
      }
    : null;
}

async function itemsOf(db: Db, meetingId: string): Promise<MeetingFacts['items']> {
  const items = await db
    .selectFrom('agenda_items as x')
    .leftJoin('cases as c', 'c.id', 'x.case_id')
    .selectAll('x')
    .select(['c.number as case_number', 'c.question as case_question'])
    .where('x.meeting_id', '=', meetingId)
    .where('x.status', '<>', 'removed')
    .orderBy('x.position')
    .orderBy('x.number')
    .limit(mostItems)
    .execute();
  if (items.length === 0) return [];
  const ids = items.map((item) => item.id);
  const [decisions, conflicts, actions] = await Promise.all([
    decisionsOn(db, ids),
    db
      .selectFrom('item_conflicts as k')
      .innerJoin('people as p', 'p.id', 'k.person_id')
      .select(['k.item_id', 'p.id', 'p.name', 'k.ground'])
      .where('k.item_id', 'in', ids)
      .orderBy('k.declared_at')
      .orderBy('p.id')
      .execute(),
    actionsFrom(db, ids),
  ]);
  return items.map((item) => ({
    number: item.number,
    kind: item.kind as ItemKind,
    title: { da: item.title, en: item.title_en ?? item.title },
    facts: item.facts,
    proposal: item.proposal === '' ? null : { da: item.proposal, en: item.proposal_en ?? item.proposal },
    notes: item.notes,
    closedGround: item.closed_ground,
    treated: item.status === 'settled' || item.status === 'open',
    case:
      item.case_number === null ? null : { number: item.case_number, question: item.case_question as string },
    decisions: decisions.get(item.id) ?? [],
    conflicts: conflicts
      .filter((row) => row.item_id === item.id)
      .map((row) => ({ person: { id: row.id, name: row.name }, ground: row.ground })),
    actions: actions.get(item.id) ?? [],
  }));
}

async function actionsFrom(
  db: Db,
  items: readonly string[],
): Promise<ReadonlyMap<string, readonly MinutesAction[]>> {
  const rows = await db
    .selectFrom('actions as a')
    .leftJoin('people as p', 'p.id', 'a.owner_id')
    .select(['a.item_id', 'a.number', 'a.task', 'a.due_on', 'p.id as owner_id', 'p.name as owner_name'])
    .where('a.item_id', 'in', items)
    .orderBy('a.number')
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.item_id);
  return new Map(
    [...grouped].map(([item, list]) => [
      item,
      list.map((row) => ({
        number: row.number,
        task: row.task,
        owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name as string },
        dueOn: row.due_on,
      })),
    ]),
  );
}

/** Decisions on items in their order, with what corrects them, the count, and what those who disagreed said. */
async function decisionsOn(
  db: Db,
  items: readonly string[],
): Promise<ReadonlyMap<string, readonly DecisionFacts[]>> {
  const rows = await db
    .selectFrom('decisions as d')
    .leftJoin('ballots as b', 'b.id', 'd.ballot_id')
    .leftJoin('decisions as x', 'x.corrects_id', 'd.id')
    .leftJoin('decisions as e', 'e.id', 'd.corrects_id')
    .select([
      'd.id',
      'd.item_id',
      'd.number',
      'd.outcome',
      'd.reason',
      'd.votes_for',
      'd.votes_against',
      'd.votes_abstaining',
      'd.conditions',
      'd.points',
      'd.effects',
      'd.consensus',
      'd.referred_to_id',
      'd.edition',
      'd.decided_on',
      'd.recorded_at',
      'b.result',
      'x.number as corrected_by',
      'e.number as corrects',
    ])
    .where('d.item_id', 'in', items)
    .orderBy('d.number')
    .execute();
  if (rows.length === 0) return new Map();
  const [minority, bodies] = await Promise.all([
    db
      .selectFrom('minority_statements as s')
      .innerJoin('people as p', 'p.id', 's.person_id')
      .select(['s.decision_id', 'p.id', 'p.name', 's.statement'])
      .where(
        's.decision_id',
        'in',
        rows.map((row) => row.id),
      )
      .orderBy('s.recorded_at')
      .orderBy('p.id')
      .execute(),
    bodyNames(
      db,
      rows.flatMap((row) => referredTo(row) ?? []),
    ),
  ]);
  const decisions = rows.map((row) => ({
    item: row.item_id as string,
    facts: {
      number: row.number,
      outcome: row.outcome as Outcome,
      reason: row.reason,
      votes: { for: row.votes_for, against: row.votes_against, abstaining: row.votes_abstaining },
      consensus: row.consensus,
      count: (row.result as { readonly says?: Text } | null)?.says ?? null,
      ...unnamedCount(row.result),
      conditions: (row.conditions as readonly string[]).map((rule) => conditionOf(row.edition, rule)),
      points: row.points as readonly string[],
      referredTo: bodies.get(referredTo(row) ?? '') ?? null,
      minority: minority
        .filter((each) => each.decision_id === row.id)
        .map((each) => ({ person: { id: each.id, name: each.name }, statement: each.statement })),
      decidedOn: row.decided_on,
      recordedAt: row.recorded_at,
      corrects: row.corrects,
      correctedBy: row.corrected_by,
    } satisfies DecisionFacts,
  }));
  const grouped = Map.groupBy(decisions, ({ item }) => item);
  return new Map([...grouped].map(([item, list]) => [item, list.map(({ facts }) => facts)]));
}

/** A line of the rulebook by its name, or a condition in the body’s own words; a decision by the statutes has no lines. */
function conditionOf(decidedBy: string, condition: string): Text {
  const edition = editionById(decidedBy);
  return (edition && lineById(edition, condition)?.label) ?? { da: condition, en: condition };
}

/** The body a decision refers to: its own word, or the effect on the case it answers. */
const referredTo = (row: {
  readonly referred_to_id: string | null;
  readonly effects: unknown;
}): string | null =>
  row.referred_to_id ??
  (row.effects as readonly Effect[]).find((effect) => effect.kind === 'refer-case')?.toBodyId ??
  null;

async function bodyNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('bodies').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** What visitors read of an election of people: organisations for names. */
function unnamedCount(result: unknown): { readonly countUnnamed?: Text } {
  const unnamed = (result as { readonly unnamed?: Text } | null)?.unnamed;
  return unnamed ? { countUnnamed: unnamed } : {};
}
