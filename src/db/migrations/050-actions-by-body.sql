-- Lists of a body's actions, ended ones too, newest first.
create index actions_by_body on actions (body_id, number desc);
create index minutes_versions_in_draft on minutes_versions (meeting_id) where status = 'draft';
