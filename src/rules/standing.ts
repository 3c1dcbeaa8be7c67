import { sql } from 'kysely';
import type { Facts } from '../../rulebook/facts.ts';
import type { Assessment, Edition, Standing } from '../../rulebook/rule.ts';
import type { Origin, Stage, Voice } from '../../rulebook/vocabulary.ts';
import type { Db } from '../db/client.ts';

interface Row {
  id: string;
  stage: Stage;
  level: string | null;
  origin: Origin;
  facts: Record<string, boolean | number>;
  steering_voting: number;
  steering_board: number;
  decided_level: string | null;
  board_levels: string[];
  accepted: string[];
  assessments: [
    requirement: string,
    voice: Voice,
    verdict: Assessment['verdict'],
    explanation: string,
    plannedFor: string | null,
    validUntil: string | null,
  ][];
}

/**
 * Everything the rulebook asks about initiatives, gathered from what is recorded. Registered facts are computed here
 * and nowhere else. A decision that has been corrected no longer counts. Of an explanation only the first letter comes
 * along: the rulebook asks whether there is one, and a list of a hundred initiatives would carry thousands of texts.
 * @param ids the initiatives, at most some hundreds at a time
 * @param today a date in Copenhagen: seats, roles and participations count if valid that day
 */
export async function standingsOf(
  db: Db,
  ids: readonly string[],
  edition: Edition,
  today: string,
): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Row>`
    with asked as (select * from initiatives where id = any(${ids as string[]})),
    board_people as (
      select distinct s.person_id from seats s join bodies b on b.id = s.body_id
      where b.kind = 'board' and s.voting and s.from_on <= ${today} and (s.to_on is null or s.to_on >= ${today})),
    groups as (
      select b.initiative_id, b.kind, b.id as body_id from bodies b join asked a on a.id = b.initiative_id
      where b.kind in ('steering-group', 'coordination-group') and b.established_on <= ${today}
        and (b.closed_on is null or b.closed_on > ${today})),
    group_seats as (
      select g.initiative_id, g.kind, s.role, s.voting, s.person_id in (select person_id from board_people) as of_board
      from groups g join seats s on s.body_id = g.body_id
      where s.from_on <= ${today} and (s.to_on is null or s.to_on >= ${today}))
    select a.id, a.stage, a.level, a.origin,
      json_build_object(
        'level-placed', a.level is not null,
        'participants', (select count(distinct organisation_id)::int from participations p where p.initiative_id = a.id
          and p.role = 'takes-part' and p.from_on <= ${today} and (p.to_on is null or p.to_on >= ${today})),
        'users', (select count(distinct organisation_id)::int from participations p where p.initiative_id = a.id
          and p.role = 'uses' and p.from_on <= ${today} and (p.to_on is null or p.to_on >= ${today})),
        'project-owner', exists (select 1 from initiative_people r where r.initiative_id = a.id and r.role = 'project-owner'
          and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})),
        'project-manager', exists (select 1 from initiative_people r where r.initiative_id = a.id and r.role = 'project-manager'
          and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})),
        'project-manager-qualified', exists (select 1 from initiative_people r where r.initiative_id = a.id and r.role = 'project-manager'
          and r.qualification <> 'none' and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})),
        'steering-group', exists (select 1 from groups g where g.initiative_id = a.id and g.kind = 'steering-group'),
        'steering-chair', exists (select 1 from group_seats s where s.initiative_id = a.id and s.kind = 'steering-group' and s.role = 'chair'),
        'board-seat-in-steering', exists (select 1 from group_seats s where s.initiative_id = a.id and s.kind = 'steering-group' and s.voting and s.of_board),
        'coordination-group', exists (select 1 from groups g where g.initiative_id = a.id and g.kind = 'coordination-group'),
        'coordination-chair', exists (select 1 from group_seats s where s.initiative_id = a.id and s.kind = 'coordination-group' and s.role = 'chair'),
        'board-seat-in-coordination', exists (select 1 from group_seats s where s.initiative_id = a.id and s.kind = 'coordination-group' and s.of_board),
        'community-funding', exists (select 1 from budgets g where g.initiative_id = a.id and not g.replaced and g.funding <> 'local'),
        'board-informed', exists (select 1 from cases c join bodies b on b.id = c.awaits_body_id where c.initiative_id = a.id and c.kind = 'information'
          and c.status in ('waiting', 'decided') and b.kind = 'board'),
        'recommendation', exists (select 1 from cases c where c.initiative_id = a.id and c.kind in ('approval', 'adoption', 'level-change')
          and c.status in ('waiting', 'decided') and c.recommendation <> ''),
        'closing-decided', exists (select 1 from decisions d join cases c on c.id = d.case_id where d.initiative_id = a.id and c.kind = 'closing'
          and d.outcome in ('approved', 'approved-with-conditions') and not exists (select 1 from decisions x where x.corrects_id = d.id)),
        'steering-group-approved', exists (select 1 from groups g join body_approvals v on v.body_id = g.body_id
          where g.initiative_id = a.id and g.kind = 'steering-group' and not exists (select 1 from decisions x where x.corrects_id = v.decision_id)),
        'steering-group-appointed', exists (select 1 from groups g join body_approvals v on v.body_id = g.body_id
          where g.initiative_id = a.id and g.kind = 'steering-group' and v.appointed and not exists (select 1 from decisions x where x.corrects_id = v.decision_id)),
        'project-economy-by-steering', ${economy('project', 'approved_by_steering')},
        'project-economy-by-board', ${economy('project', 'approved_by_board')},
        'product-economy-by-steering', ${economy('product', 'approved_by_steering')},
        'product-economy-by-board', ${economy('product', 'approved_by_board')}
      ) as facts,
      (select count(*)::int from group_seats s where s.initiative_id = a.id and s.kind = 'steering-group' and s.voting) as steering_voting,
      (select count(*)::int from group_seats s where s.initiative_id = a.id and s.kind = 'steering-group' and s.voting and s.of_board) as steering_board,
      (select l.level from level_decisions l where l.initiative_id = a.id and not l.revoked
        and not exists (select 1 from decisions x where x.corrects_id = l.decision_id) order by l.decided_at desc, l.id desc limit 1) as decided_level,
      coalesce((select json_agg(distinct l.level) from level_decisions l where l.initiative_id = a.id and not l.revoked
        and l.by_kind in ('board', 'general-assembly') and not exists (select 1 from decisions x where x.corrects_id = l.decision_id)), '[]') as board_levels,
      coalesce((select json_agg(distinct g.rule) from accepted_gaps g where g.initiative_id = a.id and g.edition = ${edition.id}
        and (g.until is null or g.until >= ${today}) and not exists (select 1 from decisions x where x.corrects_id = g.decision_id)
        and (g.lapsed_by is null or exists (select 1 from decisions x where x.corrects_id = g.lapsed_by))), '[]') as accepted,
      coalesce((select json_agg(json_build_array(s.requirement, s.voice, s.verdict, left(ltrim(s.explanation, E' \\n\\t'), 1), s.planned_for, s.valid_until))
        from assessments s where s.initiative_id = a.id and s.edition = ${edition.id}), '[]') as assessments
    from asked a`.execute(db);
  return new Map(rows.map((row) => [row.id, toStanding(row, edition)]));
}

const economy = (phase: 'project' | 'product', column: 'approved_by_steering' | 'approved_by_board') =>
  sql`exists (select 1 from budgets g where g.initiative_id = a.id and g.phase = ${sql.lit(phase)} and not g.replaced
    and g.${sql.ref(column)} is not null and not exists (select 1 from decisions x where x.corrects_id = g.${sql.ref(column)}))`;

function toStanding(row: Row, edition: Edition): Standing {
  const rank = new Map(edition.levels.map((level) => [level.id, level.rank]));
  const assessments: Record<string, Partial<Record<Voice, Assessment>>> = {};
  for (const [requirement, voice, verdict, explanation, plannedFor, validUntil] of row.assessments) {
    (assessments[requirement] ??= {})[voice] = { verdict, explanation, plannedFor, validUntil };
  }
  const boardApproved = row.board_levels.toSorted((a, b) => (rank.get(b) ?? -1) - (rank.get(a) ?? -1));
  return {
    stage: row.stage,
    level: row.level,
    origin: row.origin,
    facts: {
      ...row.facts,
      'board-majority-in-steering': row.steering_board * 2 > row.steering_voting,
    } as Facts,
    assessments,
    accepted: row.accepted,
    decidedLevel: row.decided_level,
    boardApprovedLevel: boardApproved[0] ?? null,
  };
}

/**
 * What the rulebook asks about one initiative.
 * @throws Error when there is no such initiative
 */
export async function standingOf(db: Db, id: string, edition: Edition, today: string): Promise<Standing> {
  const standing = (await standingsOf(db, [id], edition, today)).get(id);
  if (!standing) throw new Error(`no initiative ${id}`);
  return standing;
}
