-- The two portfolios, each sorted by any of its columns without reading more than the page shown.
create function level_order(level text) returns integer language sql immutable parallel safe
  return case when level is null then -1 when level ~ '^N[0-9]{1,4}$' then substr(level, 2)::integer else 0 end;
comment on function level_order is 'Levels in the order of their demands: not placed, sandbox, N1, N2, N3';
create function stage_order(stage text) returns integer language sql immutable parallel safe
  return case stage when 'idea' then 0 when 'concept' then 1 when 'project' then 2 when 'product' then 3 else 4 end;
comment on function stage_order is 'Stages in the order of a life';

create index projects_by_name on initiatives (name, id) where stage in ('idea', 'concept', 'project');
create index projects_by_level on initiatives (level_order(level), name, id) where stage in ('idea', 'concept', 'project');
create index projects_by_stage on initiatives (stage_order(stage), name, id) where stage in ('idea', 'concept', 'project');
create index projects_by_since on initiatives (stage_since, id) where stage in ('idea', 'concept', 'project');
create index projects_of_level on initiatives (level, name, id) where stage in ('idea', 'concept', 'project');
create index initiatives_by_stage_level on initiatives (stage, level_order(level), name, id);
create index initiatives_by_stage_since on initiatives (stage, stage_since, id);
drop index initiatives_by_changed;
create index initiatives_by_changed on initiatives (changed_at, id);
drop index initiatives_by_coordinator;
create index initiatives_by_coordinator on initiatives (coordinating_organisation_id, name, id);
