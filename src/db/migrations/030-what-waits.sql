-- Home asks for what waits for one person on every page; each question is answered from an index.
create index cases_drafts_by_owner on cases (owner_id) where status = 'draft';
create index cases_longest_waiting on cases (awaits_since, id) where status = 'waiting';
create index evaluation_imports_waiting on evaluation_imports (created_by) where status = 'preview';
