-- Work that came along from another edition, files not everybody may fetch, and what others have explained.
alter table assessments add column kept_from text;
comment on column assessments.kept_from is 'The edition the words were said under, until somebody says them anew';
alter table evidence
  add column restricted boolean not null default false,
  add constraint evidence_restricted_is_a_file check (not restricted or file_hash is not null);
comment on column evidence.restricted is 'Only the initiative''s own people, the secretariat and the board may fetch the file';
create index assessments_explained on assessments (edition, requirement, changed_at desc)
  where verdict = 'explained' and explanation <> '';
