import { sql, type RawBuilder } from 'kysely';

/** One thing recorded about an initiative: how many of it there are, or words. */
export interface Registered {
  readonly id: string;
  readonly what: string;
  readonly n: number | null;
  readonly says: string | null;
}

const uncorrected = (decision: RawBuilder<unknown>) =>
  sql`not exists (select 1 from decisions x where x.corrects_id = ${decision})`;

/**
 * What is recorded about some initiatives on a date. Each has a row `held`: stage, origin, level or `-`, how many
 * organisations take part and how many use it; then a line for each assessment: requirement, voice, verdict, the first
 * letter of the explanation and, where there are any, the dates it is planned for and valid until. Whatever else is
 * recorded has a row of its own, and no row where nothing is. It is one statement, so that all of it is of one moment,
 * and each part reads one table by the index of its initiatives.
 */
export const registered = (
  ids: readonly string[],
  edition: string,
  today: string,
): RawBuilder<Registered> => sql<Registered>`
  with asked as materialized (
    select id, stage, origin, level from initiatives where id = any(${ids as string[]}::uuid[])),
  groups as materialized (
    select b.initiative_id, b.kind, b.id as body_id from asked a join bodies b on b.initiative_id = a.id
    where b.kind in ('steering-group', 'coordination-group') and b.established_on <= ${today}
      and (b.closed_on is null or b.closed_on > ${today})),
  board_people as materialized (
    select s.person_id from bodies b join seats s on s.body_id = b.id
    where b.kind = 'board' and s.voting and s.from_on <= ${today} and (s.to_on is null or s.to_on >= ${today}))

  select a.id, 'held' as what, null::integer as n, a.stage || ' ' || a.origin || ' ' || coalesce(a.level, '-')
    || ' ' || p.take_part || ' ' || p.use || coalesce(E'\\n' || s.lines, '') as says
  from asked a
  cross join lateral (
    select count(distinct organisation_id) filter (where role = 'takes-part') as take_part,
      count(distinct organisation_id) filter (where role = 'uses') as use
    from participations
    where initiative_id = a.id and from_on <= ${today} and (to_on is null or to_on >= ${today})) p
  cross join lateral (
    select string_agg(requirement || ' ' || voice || ' ' || verdict || ' ' || left(ltrim(explanation, E' \\n\\t'), 1)
      || case when planned_for is null and valid_until is null then ''
        else ' ' || coalesce(planned_for::text, '-') || ' ' || coalesce(valid_until::text, '-') end, E'\\n') as lines
    from assessments where initiative_id = a.id and edition = ${edition}) s

  union all
  select r.initiative_id, f.what, 1, null
  from asked a join initiative_people r on r.initiative_id = a.id
  cross join lateral (values
    (r.role, true),
    ('project-manager-qualified', r.role = 'project-manager' and r.qualification <> 'none')) as f (what, holds)
  where f.holds and r.from_on <= ${today} and (r.to_on is null or r.to_on >= ${today})

  union all
  select g.initiative_id, f.what, f.n::integer, null
  from groups g
  cross join lateral (
    select count(*) filter (where role = 'chair') as chairs,
      count(*) filter (where voting) as voting,
      count(*) filter (where of_board) as of_board,
      count(*) filter (where voting and of_board) as voting_of_board
    from (select role, voting, person_id in (select person_id from board_people) as of_board from seats
      where body_id = g.body_id and from_on <= ${today} and (to_on is null or to_on >= ${today})) each) s
  cross join lateral (values
    ('steering-group', 'steering-group', 1),
    ('steering-group', 'steering-chair', s.chairs),
    ('steering-group', 'seats-in-steering', s.voting),
    ('steering-group', 'board-seat-in-steering', s.voting_of_board),
    ('coordination-group', 'coordination-group', 1),
    ('coordination-group', 'coordination-chair', s.chairs),
    ('coordination-group', 'board-seat-in-coordination', s.of_board)) as f (kind, what, n)
  where f.kind = g.kind and f.n > 0

  union all
  select g.initiative_id, f.what, 1, null
  from groups g join body_approvals v on v.body_id = g.body_id
  cross join lateral (values
    ('steering-group-approved', true), ('steering-group-appointed', v.appointed)) as f (what, holds)
  where g.kind = 'steering-group' and f.holds and ${uncorrected(sql`v.decision_id`)}

  union all
  select g.initiative_id, f.what, 1, null
  from asked a join budgets g on g.initiative_id = a.id and not g.replaced
  cross join lateral (values
    ('community-funding', g.funding <> 'local'),
    (g.phase || '-economy-by-steering',
      g.approved_by_steering is not null and ${uncorrected(sql`g.approved_by_steering`)}),
    (g.phase || '-economy-by-board',
      g.approved_by_board is not null and ${uncorrected(sql`g.approved_by_board`)})) as f (what, holds)
  where f.holds

  union all
  select a.id, f.what, 1, null
  from asked a
  cross join lateral (
    select
      bool_or(c.kind = 'information' and c.status in ('waiting', 'decided')
        and exists (select 1 from bodies b where b.id = c.awaits_body_id and b.kind = 'board')) as informed,
      bool_or(c.kind in ('approval', 'adoption', 'level-change') and c.status in ('waiting', 'decided')
        and c.recommendation <> '') as recommended,
      bool_or(c.kind = 'closing' and exists (
        select 1 from decisions d where d.case_id = c.id
          and d.outcome in ('approved', 'approved-with-conditions') and d.returned_to_id is null and ${uncorrected(sql`d.id`)})) as closing
    from cases c where c.initiative_id = a.id) c
  cross join lateral (values
    ('board-informed', c.informed), ('recommendation', c.recommended), ('closing-decided', c.closing)) as f (what, holds)
  where f.holds

  union all
  (select distinct on (l.initiative_id) l.initiative_id, 'decided-level', null::integer, l.level
  from asked a join level_decisions l on l.initiative_id = a.id
  where not l.revoked and ${uncorrected(sql`l.decision_id`)}
  order by l.initiative_id, l.decided_at desc, l.id desc)

  union all
  select distinct l.initiative_id, 'approved-level', null::integer, l.level
  from asked a join level_decisions l on l.initiative_id = a.id
  where not l.revoked and l.by_kind in ('board', 'general-assembly') and ${uncorrected(sql`l.decision_id`)}

  union all
  select distinct g.initiative_id, 'accepted', null::integer, g.rule
  from asked a join accepted_gaps g on g.initiative_id = a.id and g.edition = ${edition}
  where (g.until is null or g.until >= ${today}) and ${uncorrected(sql`g.decision_id`)}
    and (g.lapsed_by is null or exists (select 1 from decisions x where x.corrects_id = g.lapsed_by))`;
