import { sql } from 'kysely';
import { dayAfter } from '../../rulebook/dates.ts';
import type { DecisionKind } from '../../rulebook/vocabulary.ts';
import { endingSeatsOf, findingsAndComing } from '../bodies/findings.ts';
import type { Db } from '../db/client.ts';
import { dateOf, plusDays } from '../lib/time.ts';
import { communityEdition } from '../rules/community.ts';
import { editionOf } from '../rules/edition-of.ts';
import type { AgendaFacts } from './agenda.ts';
import { dayOf, type Meeting } from './load.ts';
import type { ItemKind } from './meeting.ts';
import { rulesOf } from './rules-of.ts';

/** The most of one kind that comes on one agenda. */
const most = 10_000;
/** A placement that the board has not been told of within this is told of in other ways. */
const toldWithinDays = 120;

/**
 * The keys that stand on another agenda of the body that has not been held, and therefore not on this one: one that
 * comes before, one that has been sent, and what somebody has worded on a later draft.
 */
const standsElsewhere = (meeting: Meeting, key: ReturnType<typeof sql>) => sql<boolean>`exists (
  select 1 from agenda_items x join meetings o on o.id = x.meeting_id
  where x.source_key = ${key} and x.status in ('planned', 'open') and o.body_id = ${meeting.body_id} and o.id <> ${meeting.id}
    and o.status in ('draft', 'sent', 'running')
    and (o.status <> 'draft' or (o.starts_at, o.id) < (${meeting.starts_at}, ${meeting.id}::uuid) or x.edited_at is not null))`;

/** Everything that waits for a body when an agenda is made. A fixed number of statements, however much waits. */
export async function whatWaits(db: Db, meeting: Meeting, today: string): Promise<AgendaFacts> {
  const base = {
    body: meeting.body,
    edition: editionOf(meeting.edition),
    rules: rulesOf(meeting),
  };
  const day = dayOf(meeting);
  const { findings, seats } = await composition(db, meeting, today);
  return {
    ...base,
    cases: await casesWaiting(db, meeting, day),
    placements: meeting.body.kind === 'board' ? await placementsUntold(db, meeting, today) : [],
    findings,
    seats,
    evidence: await evidenceExpired(db, meeting, today),
    actions: await actionsOpen(db, meeting, today),
    // Of a general assembly whoever chaired it approves the minutes.
    minutes: base.rules.minutesApprovedBy === 'body' ? await minutesWaiting(db, meeting) : [],
    written: await writtenSince(db, meeting),
    leftovers: await leftovers(db, meeting),
    earlier: await notSettledBefore(db, meeting),
  };
}

async function casesWaiting(db: Db, meeting: Meeting, day: string): Promise<AgendaFacts['cases']> {
  const { rows } = await sql<{
    id: string;
    kind: DecisionKind;
    question: string;
    since: string;
    rule: string;
    edition: string;
    level: string | null;
    initiative_id: string | null;
    initiative: string | null;
    referred_by: string | null;
    referred_on: string | null;
  }>`
    select c.id, c.kind, c.question, c.awaits_since as since, c.rule, c.edition, c.target_level as level,
      i.id as initiative_id, i.name as initiative, r.name as referred_by, r.decided_on as referred_on
    from cases c left join initiatives i on i.id = c.initiative_id
    left join (select distinct on (d.case_id) d.case_id, b.name, d.decided_on
        from decisions d join bodies b on b.id = d.body_id join cases w on w.id = d.case_id
        where w.awaits_body_id = ${meeting.body_id} and w.status = 'waiting' and d.outcome = 'referred'
          and d.referred_to_id = ${meeting.body_id}
        order by d.case_id, d.number desc) r on r.case_id = c.id
    where c.awaits_body_id = ${meeting.body_id} and c.status = 'waiting'
      and (c.postponed_until is null or c.postponed_until <= ${day})
      and not ${standsElsewhere(meeting, sql`'case:' || c.id::text`)}
    order by c.awaits_since, c.id limit ${most}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    question: row.question,
    since: dateOf(row.since),
    rule: row.rule,
    edition: row.edition,
    level: row.level,
    initiative: row.initiative_id === null ? null : { id: row.initiative_id, name: row.initiative as string },
    referredBy: row.referred_by,
    referredOn: row.referred_on,
  }));
}

/** Placements that the secretariat decided lately and that no agenda of the board has told of (P2, report p. 16, 18). */
async function placementsUntold(db: Db, meeting: Meeting, today: string): Promise<AgendaFacts['placements']> {
  const { rows } = await sql<{
    id: string;
    decided_on: string;
    rule: string;
    edition: string;
    level: string;
    initiative_id: string;
    initiative: string;
  }>`
    select d.id, d.decided_on, d.rule, d.edition, i.level, i.id as initiative_id, i.name as initiative
    from decisions d join bodies b on b.id = d.body_id join cases c on c.id = d.case_id
      join initiatives i on i.id = d.initiative_id
    where b.kind = 'secretariat' and c.kind = 'placement' and d.outcome = 'approved' and i.level is not null
      and d.decided_on >= ${plusDays(today, -toldWithinDays)}
      and not exists (select 1 from decisions x where x.corrects_id = d.id)
      and not exists (select 1 from agenda_items x join meetings o on o.id = x.meeting_id
        where x.source_key = 'placement:' || d.id::text and o.body_id = ${meeting.body_id} and o.id <> ${meeting.id}
          and x.status in ('settled', 'planned', 'open') and o.status not in ('cancelled', 'draft'))
      and not ${standsElsewhere(meeting, sql`'placement:' || d.id::text`)}
    order by d.number limit 200`.execute(db);
  return rows.map((row) => ({
    decisionId: row.id,
    initiative: { id: row.initiative_id, name: row.initiative },
    level: row.level,
    on: row.decided_on,
    rule: row.rule,
    edition: row.edition,
  }));
}

/**
 * The breaches that stand on the day of the meeting or begin within sixty days of it, and the seats that end within as
 * many. A seat whose end is a breach is told with the breach, not once more.
 */
async function composition(
  db: Db,
  meeting: Meeting,
  today: string,
): Promise<Pick<AgendaFacts, 'findings' | 'seats'>> {
  const day = dayOf(meeting);
  const on = day > today ? day : today;
  const edition = await communityEdition(db);
  const found = await findingsAndComing(db, { bodies: [meeting.body_id] }, edition, on);
  const ending = await endingSeatsOf(db, meeting.body_id, edition, on);
  const quiet = Map.groupBy(
    ending.filter(({ breaks }) => breaks.length === 0),
    ({ endsOn }) => endsOn,
  );
  const keys = [...found.map(({ id }) => `finding:${id}`), ...[...quiet.keys()].map((end) => `seat:${end}`)];
  if (keys.length === 0) return { findings: [], seats: [] };
  const { elsewhere } = await db
    .selectNoFrom(
      sql<
        string[]
      >`array(select k from unnest(${keys}::text[]) k where ${standsElsewhere(meeting, sql`k`)})`.as(
        'elsewhere',
      ),
    )
    .executeTakeFirstOrThrow();
  return {
    findings: found
      .filter(({ id }) => !elsewhere.includes(`finding:${id}`))
      .map(({ id, finding, edition: of }) => ({
        id,
        rule: finding.rule,
        edition: of,
        says: finding.says,
        cure: finding.cure,
        beganOn: finding.beganOn,
        dueOn: finding.dueOn,
        coming: finding.beganOn > today,
        ending: ending
          .filter(
            ({ endsOn, breaks }) =>
              dayAfter(endsOn) === finding.beganOn && breaks.some(({ rule }) => rule === finding.rule),
          )
          .map(({ seat }) => seat.role),
      })),
    seats: [...quiet]
      .filter(([end]) => !elsewhere.includes(`seat:${end}`))
      .map(([end, all]) => ({ on: end, roles: all.map(({ seat }) => seat.role).toSorted() })),
  };
}

/** For the group that directs an initiative: the requirements whose evidence is out of date. */
async function evidenceExpired(db: Db, meeting: Meeting, today: string): Promise<AgendaFacts['evidence']> {
  const { kind, initiativeId } = meeting.body;
  if (initiativeId === null || (kind !== 'steering-group' && kind !== 'coordination-group')) return [];
  const { rows } = await sql<{ id: string; name: string; count: number; since: string }>`
    select i.id, i.name, count(*)::int as count, min(s.valid_until)::date::text as since
    from assessments s join initiatives i on i.id = s.initiative_id and i.edition = s.edition
    where i.id = ${initiativeId} and i.stage <> 'retired' and s.voice = 'self' and s.valid_until < ${today}
      and not ${standsElsewhere(meeting, sql`'evidence:' || i.id::text`)}
      ${
        kind === 'coordination-group'
          ? sql`and not exists (select 1 from bodies b where b.initiative_id = i.id and b.kind = 'steering-group' and b.closed_on is null)`
          : sql``
      }
    group by i.id, i.name`.execute(db);
  return rows.map(({ id, name, count, since }) => ({ initiative: { id, name }, count, since }));
}

async function actionsOpen(db: Db, meeting: Meeting, today: string): Promise<AgendaFacts['actions']> {
  const row = await db
    .selectFrom('actions')
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`(count(*) filter (where due_on < ${today}))::int`.as('overdue'),
    ])
    .where('body_id', '=', meeting.body_id)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow();
  return row;
}

async function minutesWaiting(db: Db, meeting: Meeting): Promise<AgendaFacts['minutes']> {
  const { rows } = await sql<{ id: string; starts_at: string }>`
    select m.id, m.starts_at from meetings m
    where m.body_id = ${meeting.body_id} and m.id <> ${meeting.id} and m.status = 'minutes-draft' and m.kind <> 'written'
      and m.starts_at < ${meeting.starts_at}
      and not ${standsElsewhere(meeting, sql`'minutes:' || m.id::text`)}
    order by m.starts_at, m.id limit 50`.execute(db);
  return rows.map((row) => ({ meetingId: row.id, on: dateOf(row.starts_at) }));
}

/** Written procedures that have ended and that no meeting has taken note of. */
async function writtenSince(db: Db, meeting: Meeting): Promise<AgendaFacts['written']> {
  const { rows } = await sql<{ id: string; title: string; ends_at: string; first: string | null }>`
    select m.id, m.title, m.ends_at,
      (select x.title from agenda_items x where x.meeting_id = m.id and x.closed_ground is null and x.status <> 'removed'
        order by x.position limit 1) as first
    from meetings m
    where m.body_id = ${meeting.body_id} and m.kind = 'written' and m.status in ('minutes-draft', 'approved', 'published')
      and m.ends_at < ${meeting.starts_at}
      and not exists (select 1 from agenda_items x join meetings o on o.id = x.meeting_id
        where x.source_key = 'written:' || m.id::text and o.id <> ${meeting.id} and x.status = 'settled')
      and not ${standsElsewhere(meeting, sql`'written:' || m.id::text`)}
    order by m.ends_at, m.id limit 50`.execute(db);
  return rows.map((row) => ({
    meetingId: row.id,
    title: row.title || row.first || '–',
    on: dateOf(row.ends_at),
  }));
}

/** Items of earlier meetings that nothing else brings back: own ones not reached, taken off, or on a meeting called off. */
async function leftovers(db: Db, meeting: Meeting): Promise<AgendaFacts['leftovers']> {
  const { rows } = await sql<{
    id: string;
    kind: ItemKind;
    title: string;
    facts: string;
    proposal: string;
    closed_ground: string | null;
    removed_reason: string | null;
    starts_at: string;
  }>`
    select x.id, x.kind, x.title, x.facts, x.proposal, x.closed_ground, x.removed_reason, m.starts_at
    from agenda_items x join meetings m on m.id = x.meeting_id
    where m.body_id = ${meeting.body_id} and m.id <> ${meeting.id} and m.starts_at < ${meeting.starts_at}
      and x.source in ('own', 'leftover')
      and (x.status in ('left', 'removed') or (m.status = 'cancelled' and x.status in ('planned', 'open')))
      and not exists (select 1 from agenda_items y
        where y.source_key = 'leftover:' || x.id::text and y.meeting_id <> ${meeting.id}
          and (y.status in ('settled', 'left', 'removed')
            or exists (select 1 from meetings c where c.id = y.meeting_id and c.status = 'cancelled')))
      and not ${standsElsewhere(meeting, sql`'leftover:' || x.id::text`)}
    order by m.starts_at, x.position, x.id limit 300`.execute(db);
  return rows.map((row) => ({
    itemId: row.id,
    kind: row.kind,
    title: row.title,
    facts: row.facts,
    proposal: row.proposal,
    closedGround: row.closed_ground,
    meetingOn: dateOf(row.starts_at),
    removedBecause: row.removed_reason,
  }));
}

/** What stood on the body's last agendas without being settled: told in the reason when it comes again. */
async function notSettledBefore(db: Db, meeting: Meeting): Promise<AgendaFacts['earlier']> {
  const { rows } = await sql<{ key: string; starts_at: string; removed_reason: string | null }>`
    select distinct on (x.source_key) x.source_key as key, m.starts_at, x.removed_reason
    from agenda_items x join meetings m on m.id = x.meeting_id
    where m.body_id = ${meeting.body_id} and m.id <> ${meeting.id} and m.starts_at < ${meeting.starts_at}
      and x.source in ('case', 'finding', 'seat', 'evidence', 'minutes', 'written') and x.closed_ground is null
      and (x.status = 'left' or (x.status = 'removed' and x.removed_reason <> ${noLongerWaits}))
    order by x.source_key, m.starts_at desc limit ${most}`.execute(db);
  return rows.map((row) => ({
    key: row.key,
    meetingOn: dateOf(row.starts_at),
    removedBecause: row.removed_reason,
  }));
}

/** Why an item that people had worked with is taken off when what brought it waits no more. */
export const noLongerWaits = 'Venter ikke længere på organet.';
